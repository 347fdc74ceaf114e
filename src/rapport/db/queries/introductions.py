"""Introductions, as pages show them."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from rapport.db.models import Introduction as Row
from rapport.db.queries.values import Named, named
from rapport.domain.introductions import Step
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


COLUMNS = (
    "id", "on", "introducer_id", "introducer__name", "person_id", "person__name", "other_id", "other__name",
    "step", "ask_id", "assumed",
)  # fmt: skip


def every(owner_id: UUID) -> list[IntroductionRow]:
    """Newest first; those with somebody in the bin are left out."""
    return _rows(_live(owner_id))


def of_person(owner_id: UUID, person_id: UUID) -> list[IntroductionRow]:
    theirs = Q(person_id=person_id) | Q(other_id=person_id) | Q(introducer_id=person_id)
    return _rows(_live(owner_id).filter(theirs))


def of_day(owner_id: UUID, day: date) -> list[IntroductionRow]:
    return _rows(_live(owner_id).filter(on=day))


def one(owner_id: UUID, introduction_id: UUID) -> IntroductionRow | None:
    found = _rows(_live(owner_id).filter(pk=introduction_id))
    return found[0] if found else None


def _live(owner_id: UUID) -> Any:
    here = Q(person__binned_at__isnull=True) & Q(other__binned_at__isnull=True)
    return Row.objects.of(owner_id).live().filter(here, introducer__binned_at__isnull=True)


def _rows(rows: Any) -> list[IntroductionRow]:
    return [
        IntroductionRow(
            pk,
            on,
            named(introducer, introducer_name),
            Named(person, name),
            named(other, other_name),
            Step(step),
            ask,
            assumed,
        )
        for pk, on, introducer, introducer_name, person, name, other, other_name, step, ask, assumed
        in rows.order_by("-on", "-id").values_list(*COLUMNS)
    ]  # fmt: skip
