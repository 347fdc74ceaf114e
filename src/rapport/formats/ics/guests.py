"""Who is on an event: address, name, person or room, and what they answered."""

import re
from enum import StrEnum
from typing import NamedTuple

from rapport.formats.ics.properties import Property, text_of

MAX_ADDRESS = 254  # characters (RFC 5321)
MAX_NAME = 200

_PART = r"[^\s\x00-\x20\x7f-\x9f@<>,;:\"\\/]+"
_ADDRESS = re.compile(f"{_PART}@{_PART}")
_ROOMS = ("@resource.calendar.google.com",)
_MACHINES = ("@group.calendar.google.com", "@import.calendar.google.com", "@group.v.calendar.google.com")


class GuestKind(StrEnum):
    PERSON = "person"
    GROUP = "group"  # a list of people behind one address
    ROOM = "room"  # or a projector, or a calendar: nobody one meets


class Answer(StrEnum):
    NONE = "none"
    YES = "yes"
    MAYBE = "maybe"
    NO = "no"
    SENT_SOMEONE = "sent_someone"


class Guest(NamedTuple):
    """Somebody on an event."""

    address: str  # in lower case
    name: str = ""
    kind: GuestKind = GuestKind.PERSON
    answer: Answer = Answer.NONE
    is_told_only: bool = False  # NON-PARTICIPANT: informed, not expected


_ANSWERS = {
    "ACCEPTED": Answer.YES,
    "TENTATIVE": Answer.MAYBE,
    "DECLINED": Answer.NO,
    "DELEGATED": Answer.SENT_SOMEONE,
}


def guest(held: Property) -> Guest | None:
    """Who an ATTENDEE or ORGANIZER line names; None where it holds no e-mail address."""
    address = _address(held.value) or _address(held.parameters.get("EMAIL", ""))
    if not address:
        return None
    kind = held.parameters.get("CUTYPE", "").upper()
    name = " ".join(text_of(held.parameters.get("CN", ""), MAX_NAME).split())
    return Guest(
        address=address,
        name="" if name.lower().removeprefix("mailto:") == address else name,
        kind=_kind(kind, address),
        answer=_ANSWERS.get(held.parameters.get("PARTSTAT", "").upper(), Answer.NONE),
        is_told_only=held.parameters.get("ROLE", "").upper() == "NON-PARTICIPANT",
    )


def _address(value: str) -> str:
    plain = value.strip().strip("'\"<> ")
    if plain[:7].lower() == "mailto:":
        plain = plain[7:].strip("'\"<> ").partition("?")[0]
    return plain.lower() if len(plain) <= MAX_ADDRESS and _ADDRESS.fullmatch(plain) else ""


def _kind(kind: str, address: str) -> GuestKind:
    if kind in ("ROOM", "RESOURCE") or address.endswith(_ROOMS + _MACHINES):
        return GuestKind.ROOM
    return GuestKind.GROUP if kind == "GROUP" else GuestKind.PERSON
