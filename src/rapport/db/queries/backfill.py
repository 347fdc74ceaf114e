"""The last messages and meetings, from headers alone, and what the user said of them."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Min, QuerySet

from rapport.db.models import Address, Owner, Remembered, Trace, TraceParty
from rapport.db.queries.prepared import prepared
from rapport.domain.coach.backfill import Somebody, Trail
from rapport.domain.history.history import AddressKind
from rapport.domain.imports.imports import TraceKind
from rapport.domain.learning.arms import Arm
from rapport.domain.learning.attempts import Remembering
from rapport.domain.values import dataclass

MOST: Final = 20_000  # traces that are looked at: the latest


@dataclass(frozen=True, slots=True)
class RememberedRow:
    """A try from before Rapport, as the user told it."""

    key: str
    arm: Arm
    on: date
    came: int
    reply: Remembering
    name: str  # of the person; empty where it was nobody in particular


@dataclass(frozen=True, slots=True)
class Trails:
    trails: tuple[Trail, ...]
    people: dict[int, Somebody]
    is_all: bool  # nothing older was left out


def trails(owner_id: UUID) -> Trails:
    """Four queries. Hours are those of the owner's clock."""
    zone = ZoneInfo(Owner.objects.values_list("time_zone", flat=True).get(pk=owner_id))
    rows = Trace.objects.of(owner_id).filter(is_bulk=False).order_by("-at", "-id")
    columns = ("id", "key", "kind", "at", "from_me", "size", "reply_to", "minutes", "title")
    found = list(rows.values_list(*columns)[: MOST + 1])
    if not found:
        return Trails((), {}, True)
    kept = found[:MOST]
    parties, senders = _parties(owner_id, kept[-1][3])
    made = tuple(
        Trail(
            key,
            TraceKind(kind),
            at.astimezone(zone),
            from_me,
            size,
            tuple(parties.get(pk, ())),
            senders.get(pk),
            bool(reply_to),
            minutes,
            title,
        )
        for pk, key, kind, at, from_me, size, reply_to, minutes, title in kept
    )
    return Trails(made, _people(owner_id), len(found) <= MOST)


def first_seen(owner_id: UUID, addresses: set[int]) -> dict[int, datetime]:
    """The first trace of each."""
    rows = TraceParty.objects.filter(trace__owner_id=owner_id, address_id__in=addresses)
    return dict(rows.values_list("address_id").annotate(Min("trace__at")))


def is_any(owner_id: UUID) -> bool:
    return bool(_any(owner_id))


@prepared
def _any(owner_id: UUID) -> "QuerySet[Any, Any]":
    return Trace.objects.of(owner_id).values_list("id")[:1]


def told(owner_id: UUID) -> list[RememberedRow]:
    """The latest first."""
    rows = Remembered.objects.of(owner_id).order_by("-on", "key")
    return [
        RememberedRow(key, Arm(arm), on, came, Remembering(reply), name or "")
        for key, arm, on, came, reply, name in rows.values_list(
            "key", "arm", "on", "came", "reply", "person__name"
        )
    ]


def _parties(owner_id: UUID, since: datetime) -> tuple[dict[int, list[int]], dict[int, int]]:
    """Of each trace its people, and who of them wrote it; no machines, no lists."""
    rows = TraceParty.objects.filter(
        trace__owner_id=owner_id, trace__is_bulk=False, trace__at__gte=since, address__kind=AddressKind.PERSON
    )
    there: dict[int, list[int]] = defaultdict(list)
    senders: dict[int, int] = {}
    for trace, address, is_sender in rows.values_list("trace_id", "address_id", "is_sender").order_by("id"):
        there[trace].append(address)
        if is_sender:
            senders[trace] = address
    return there, senders


def _people(owner_id: UUID) -> dict[int, Somebody]:
    rows: Any = Address.objects.of(owner_id).filter(kind=AddressKind.PERSON)
    columns = ("id", "name", "address", "person_id", "person__name", "person__tie__closeness")
    return {
        pk: Somebody(person or name or address, person_id, near or 0.0)
        for pk, name, address, person_id, person, near in rows.values_list(*columns)
    }
