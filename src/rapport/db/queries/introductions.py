"""Introductions, as pages show them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from rapport.db.models import Introduction as Row
from rapport.db.models import IntroductionMove, Participant
from rapport.db.queries.prepared import prepared
from rapport.db.queries.values import Named, named
from rapport.domain.asks.introductions import Move, Role, Side, Step, Taken
from rapport.domain.interactions.interactions import Direction
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class IntroductionRow:
    id: UUID
    on: date
    introducer: Named | None  # None: me
    person: Named
    other: Named | None  # None: to me
    step: Step
    ask_id: UUID | None
    assumed: bool
    why: str = ""
    need: Named | None = None  # with what is needed
    offer: Named | None = None
    giver: Side | None = None  # whose the offer is

    @property
    def role(self) -> Role:
        if self.introducer is None:
            return Role.MADE
        return Role.RECEIVED if self.other is None else Role.HEARD


COLUMNS = (
    "id", "on", "introducer_id", "introducer__name", "person_id", "person__name", "other_id", "other__name",
    "step", "ask_id", "assumed", "why", "need_id", "need__what", "offer_id", "offer__what",
    "offer__person_id",
)  # fmt: skip


def every(owner_id: UUID) -> list[IntroductionRow]:
    """Newest first; those with somebody in the bin are left out."""
    return [_row(*columns) for columns in _every(owner_id)]


def of_person(owner_id: UUID, person_id: UUID) -> list[IntroductionRow]:
    theirs = Q(person_id=person_id) | Q(other_id=person_id) | Q(introducer_id=person_id)
    return _rows(_live(owner_id).filter(theirs))


def of_day(owner_id: UUID, day: date) -> list[IntroductionRow]:
    return _rows(_live(owner_id).filter(on=day))


def one(owner_id: UUID, introduction_id: UUID) -> IntroductionRow | None:
    found = _rows(_live(owner_id).filter(pk=introduction_id))
    return found[0] if found else None


def between(owner_id: UUID, one: UUID, other: UUID) -> list[IntroductionRow]:
    """Those I made of these two, newest first."""
    both = Q(person_id=one, other_id=other) | Q(person_id=other, other_id=one)
    return _rows(_live(owner_id).filter(both & Q(introducer=None)))


def moves(owner_id: UUID, introductions: Iterable[UUID] | None = None) -> dict[UUID, tuple[Taken, ...]]:
    """What was done for each, by introduction; of all when none are named."""
    if introductions is None:
        rows: Iterable[Any] = _all_moves(owner_id)
    else:
        rows = _moves(owner_id).filter(introduction__in=list(introductions))
    found: dict[UUID, list[Taken]] = defaultdict(list)
    for pk, on, move, side in rows:
        found[pk].append(Taken(on, Move(move), Side(side) if side else None))
    return {pk: tuple(taken) for pk, taken in found.items()}


def met_since(owner_id: UUID, days: dict[UUID, date]) -> dict[UUID, date]:
    """The first exchange with each of these on or after their day; a message of mine alone is none."""
    parts = Participant.objects.of(owner_id).filter(
        person__in=days,
        interaction__binned_at=None,
        interaction__on__gte=min(days.values(), default=date.max),
    )
    both_ways = parts.exclude(interaction__direction=Direction.OUTBOUND).order_by("interaction__on")
    found: dict[UUID, date] = {}
    for person_id, on in both_ways.values_list("person_id", "interaction__on"):
        if on >= days[person_id]:
            found.setdefault(person_id, on)
    return found


def _live(owner_id: UUID) -> Any:
    here = Q(person__binned_at__isnull=True) & Q(other__binned_at__isnull=True)
    return Row.objects.of(owner_id).live().filter(here, introducer__binned_at__isnull=True)


def _columns(rows: Any) -> "QuerySet[Any, Any]":
    found: QuerySet[Any, Any] = rows.order_by("-on", "-id").values_list(*COLUMNS)
    return found


def _rows(rows: Any) -> list[IntroductionRow]:
    return [_row(*columns) for columns in _columns(rows)]


@prepared
def _every(owner_id: UUID) -> "QuerySet[Any, Any]":
    return _columns(_live(owner_id))


def _moves(owner_id: UUID) -> "QuerySet[Any, Any]":
    rows = IntroductionMove.objects.of(owner_id).order_by("on", "id")
    return rows.values_list("introduction_id", "on", "move", "side")


_all_moves = prepared(_moves)


def _row(
    pk: UUID, on: date, introducer: UUID | None, introducer_name: str | None, person: UUID, name: str,
    other: UUID | None, other_name: str | None, step: str, ask: UUID | None, assumed: bool, why: str,
    need: UUID | None, need_what: str | None, offer: UUID | None, offer_what: str | None, giver: UUID | None,
) -> IntroductionRow:  # fmt: skip
    sides = {person: Side.PERSON, other: Side.OTHER} if offer else {}
    return IntroductionRow(
        pk,
        on,
        named(introducer, introducer_name),
        Named(person, name),
        named(other, other_name),
        Step(step),
        ask,
        assumed,
        why,
        named(need, need_what),
        named(offer, offer_what),
        sides.get(giver),
    )
