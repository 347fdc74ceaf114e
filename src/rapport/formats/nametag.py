"""nametag's JSON export (Settings → Account → Export Data): people with how to reach them, groups as tags.

Beside them it keeps a journal, the day of the last contact, how often one wishes to be in touch, and who is
what to whom.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO

from rapport.domain.imports.imports import (
    EntryKind,
    Incoming,
    IncomingPerson,
    IncomingSelf,
    Quarantined,
    Source,
    Trouble,
    Where,
)
from rapport.domain.interactions.interactions import Channel
from rapport.domain.people.people import ContactKind
from rapport.formats.cells import mail_address, one_line
from rapport.formats.documents import as_text, damage, document, list_in, object_in, objects_in, text_in
from rapport.formats.entries import MOST_DAYS, Shaped, a_number, entry, numbered
from rapport.formats.someone import Someone, full_name

_PLACED = frozenset({
    "id", "name", "middleName", "surname", "secondLastName", "suffix", "nickname",
    "displayNameOverride", "organization", "jobTitle", "notes", "groups", "emails", "phoneNumbers",
    "addresses", "urls", "imHandles", "photo", "relationships", "importantDates",
})  # fmt: skip
_DAYS = {"DAYS": 1, "WEEKS": 7, "MONTHS": 30, "YEARS": 365}
_BIRTHDAYS = frozenset({"birthday", "anniversaire", "geburtstag", "cumpleaños"})
_entry = partial(entry, Source.NAMETAG)
_HOUSEKEEPING = frozenset(
    {"contactReminderEnabled", "contactReminderInterval", "contactReminderIntervalUnit"}
)


def is_document(found: Any) -> bool:
    """Whether a JSON document is such an export."""
    return isinstance(found, dict) and "exportDate" in found and isinstance(found.get("people"), list)


def read(data: BinaryIO, *, start: int = 0) -> Iterator[Incoming]:
    """The people of an export, after the first `start` ones."""
    found = document(data, "nametag")
    if isinstance(found, Quarantined) or not is_document(found):
        yield (
            found
            if isinstance(found, Quarantined)
            else Quarantined(Where(1), Trouble.NOT_UNDERSTOOD, expected="nametag")
        )
        return
    user = object_in(found, "user")
    mail = mail_address(text_in(user, "email"))
    if user:
        name = one_line(text_in(user, "name"))
        yield IncomingSelf(Where(1), Source.NAMETAG, name, (one_line(mail).lower(),) if mail else ())
    people = list_in(found, "people")
    for place, person in enumerate(people, start=1):
        where = Where(place)
        if place <= start:
            continue
        if isinstance(person, dict):
            yield _person(person, where)
            yield from damage(person, where)
        else:
            yield Quarantined(where, Trouble.NOT_UNDERSTOOD, expected='{"name": …}')
    yield from numbered(_entries(found), len(people), start)


def _person(said: dict[str, Any], where: Where) -> IncomingPerson | Quarantined:
    someone = Someone()
    someone.key = one_line(text_in(said, "id"))
    whole = full_name(
        *(text_in(said, key) for key in ("name", "middleName", "surname", "secondLastName", "suffix"))
    )
    shown = one_line(text_in(said, "displayNameOverride"))
    someone.name = shown or whole
    someone.alias(whole)
    someone.alias(text_in(said, "nickname"))
    someone.organisation = one_line(text_in(said, "organization"))
    someone.role = one_line(text_in(said, "jobTitle"))
    someone.remark(text_in(said, "notes"))
    someone.tags.extend(one_line(as_text(group)) for group in list_in(said, "groups"))
    for mail in objects_in(said, "emails"):
        someone.mail(text_in(mail, "email"), text_in(mail, "type"))
    for phone in objects_in(said, "phoneNumbers"):
        someone.phone(text_in(phone, "number"), text_in(phone, "type"))
    for page in objects_in(said, "urls"):
        someone.page(text_in(page, "url"), "urls")
        someone.keep("urls.type", text_in(page, "type"))
    for handle in objects_in(said, "imHandles"):
        someone.point(ContactKind.OTHER, text_in(handle, "handle"), text_in(handle, "protocol"))
    for address in objects_in(said, "addresses"):
        someone.place(text_in(address, "locality"), text_in(address, "country"), "country")
        for key in ("type", "streetLine1", "streetLine2", "region", "postalCode"):
            someone.keep(f"addresses.{key}", text_in(address, key))
    for relationship in objects_in(said, "relationships"):
        someone.remark(_relation(relationship))
    for day in objects_in(said, "importantDates"):
        is_birthday = text_in(day, "title").strip().casefold() in _BIRTHDAYS
        someone.keep(
            *("BDAY", text_in(day, "date")[:10]) if is_birthday else ("importantDates", as_text(day))
        )
    for key, value in said.items():
        if key not in _PLACED and key not in _HOUSEKEEPING:
            someone.keep(one_line(key), as_text(value))
    return someone.finished(where, Source.NAMETAG)


def _relation(said: dict[str, Any]) -> str:
    """ "Friend: Tom Reed (since school)"."""
    kind = object_in(said, "relationshipType")
    label, name, note = text_in(kind, "label"), text_in(said, "relatedPersonName"), text_in(said, "notes")
    line = f"{label or text_in(kind, 'name')}: {name}" if name else ""
    return f"{line} ({note})" if line and note else line


def _entries(found: dict[str, Any]) -> Iterator[Shaped]:
    journal = list(objects_in(found, "journalEntries"))
    for said in journal:
        lines = (text_in(said, "title"), text_in(said, "body"), _others(said))
        yield _entry(EntryKind.REFLECTION, text_in(said, "id"), _ids(said)[:1], text_in(said, "date"), lines)
    for person in objects_in(found, "people"):
        who, last = text_in(person, "id"), text_in(person, "lastContact")
        if last:  # nametag does not say how: the plainest way is taken
            yield _entry(EntryKind.EXCHANGE, f"{who}|last", (who,), last, channel=Channel.MESSAGE)
        step = _DAYS.get(text_in(person, "contactReminderIntervalUnit"), 0)
        days = step * a_number(person.get("contactReminderInterval"), MOST_DAYS)
        if person.get("contactReminderEnabled") and 0 < days <= MOST_DAYS:
            yield _entry(EntryKind.RHYTHM, who, (who,), days=days)


def _ids(said: dict[str, Any]) -> list[str]:
    return [as_text(one) for one in list_in(said, "peopleIds")]


def _others(said: dict[str, Any]) -> str:
    """A reflection stands with one person; who else was named is told in it."""
    names = [one_line(as_text(one)) for one in list_in(said, "people")]
    return f"({', '.join(names)})" if len(names) > 1 or (names and not _ids(said)) else ""
