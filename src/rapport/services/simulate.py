"""A pace tried before it is chosen: made-up people, a model, no forecast. Only hours of the user go in."""

from functools import lru_cache
from typing import Final

from rapport.domain.simulation.paces import Outcome, Pace, Progress, Stopped, try_out

__all__ = ["DAYS", "Outcome", "Pace", "Stopped", "compare", "simulate"]

DAYS: Final = (7, 90)  # from, to


def simulate(
    weekly_minutes: int,
    days: int,
    paces: tuple[Pace, ...] = tuple(Pace),
    *,
    people: int | None = None,
    seed: int = 0,
    progress: Progress = lambda done, of: None,
) -> tuple[Outcome, ...]:
    """Each pace lived by the same made-up people. The same seed, the same figures."""
    return try_out(paces, weekly_minutes, days, people=people, seed=seed, progress=progress)


@lru_cache(maxsize=32)
def compare(weekly_minutes: int, days: int) -> tuple[Outcome, ...]:
    """All paces at once, remembered: the same question has the same answer."""
    return simulate(weekly_minutes, days)
