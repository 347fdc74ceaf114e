"""What the user told the coach."""

import re
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from rapport.db.models import Coaching
from rapport.db.queries.prepared import prepared
from rapport.domain.learning.arms import Arm
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class CoachingRow:
    flat_until: date | None = None  # the last day of "I'm fine, use all my hours"
    guesses: tuple[tuple[Arm, float], ...] = ()  # that the user changed
    forgotten_on: date | None = None  # tries up to this day are learned from no more
    days_off: frozenset[date] = frozenset()
    with_holidays: bool = True


def told(owner_id: UUID) -> CoachingRow:
    """One query; where nothing was told, what holds for everybody."""
    for flat_until, guesses, forgotten_on, days_off, with_holidays in _told(owner_id):
        return CoachingRow(
            flat_until,
            tuple((arm, float(guesses[arm])) for arm in Arm if _is_guess(guesses.get(arm))),
            forgotten_on,
            frozenset(map(date.fromisoformat, days_off)),
            with_holidays,
        )
    return CoachingRow()


def _is_guess(kept: Any) -> bool:
    """An archive may bring anything."""
    return isinstance(kept, str) and bool(re.fullmatch(r"\d{1,2}(\.\d{1,6})?", kept)) and float(kept) > 0


@prepared
def _told(owner_id: UUID) -> "QuerySet[Any, Any]":
    return Coaching.objects.of(owner_id).values_list(
        "flat_until", "guesses", "forgotten_on", "days_off", "with_holidays"
    )
