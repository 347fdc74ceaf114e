"""What works for me, and what was learned to take along."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from rapport.domain.learning.week import Week, look_back
from rapport.domain.learning.works import Works, look_at
from rapport.services.coach import coaching, learned
from rapport.services.remember import by_revision

__all__ = ["Week", "Works", "export", "open_works", "week"]

FORMAT = "rapport-learned"


@by_revision
def open_works(owner_id: UUID, today: date) -> Works:
    """A fixed number of queries."""
    return look_at(learned.tries(owner_id, today), today, dict(coaching.read(owner_id).guesses))


@by_revision
def week(owner_id: UUID, today: date) -> Week:
    """The seven days that end today. A fixed number of queries."""
    return look_back(learned.tries(owner_id, today), today, dict(coaching.read(owner_id).guesses))


def export(owner_id: UUID, today: date, *, at: datetime) -> dict[str, Any]:
    """All that was learned, and every try it was learned from: no names, no words, only kinds and numbers."""
    works, last = open_works(owner_id, today), week(owner_id, today)
    return {
        "format": FORMAT,
        "version": 1,
        "written_at": at.isoformat(),
        "week": _week(last),
        "learned": [
            {
                "kind": one.arm.value,
                "first_guess": one.guess,
                "usual_guess": one.usual,
                "tried": one.estimate.tried,
                "came": one.estimate.came,
                "expected": round(one.estimate.mean, 6),
                "low": round(one.estimate.low, 6),
                "high": round(one.estimate.high, 6),
                "minutes": one.minutes,
                "energy_after": one.energy_after,
            }
            for one in works.lines
        ],
        "tries": [
            {
                "kind": one.arm.value,
                "on": one.on.isoformat(),
                "came": one.came,
                "settled": one.settled,
                "remembered": one.remembered,
                "minutes": one.minutes or None,
                "energy_after": one.energy_after,
                "hour": one.hour,
            }
            for one in learned.tries(owner_id, today)
        ],
    }


def _week(last: Week) -> dict[str, Any]:
    moved = last.learned
    return {
        "since": last.since.isoformat(),
        "until": last.until.isoformat(),
        "tried": [{"way": way.value, "count": count} for way, count in last.tried],
        "expected": round(last.expected, 6),
        "came": last.came,
        "awaited": last.awaited,
        "learned": moved
        and {
            "kind": moved.arm.value,
            "before": round(moved.before, 6),
            "now": round(moved.now, 6),
            "came": moved.came,
            "tried": moved.tried,
        },
    }
