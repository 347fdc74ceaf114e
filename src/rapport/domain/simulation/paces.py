"""A pace tried out on made-up months: the same people, the same luck, another share of the hours.

Every constant of the world is an assumption (nature.py). So only the comparison of paces says anything, and
that of made-up people; it is no forecast for anybody.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from statistics import fmean, quantiles
from typing import Final

from rapport.domain.learning.arms import UNIT
from rapport.domain.simulation.coached import Coach
from rapport.domain.simulation.life.life import MadeWorld
from rapport.domain.simulation.life.nature import Nature
from rapport.domain.simulation.protocol import Choice, Morning, Start
from rapport.domain.simulation.run import Run, live
from rapport.domain.values import dataclass

PEOPLE: Final = 24  # of each pace, over a month: a few seconds
FEWEST: Final = 12
MONTH: Final = 30  # days
SAME: Final = 0.1  # connections that differ by less are about the same
WEEK: Final = 7


class Pace(StrEnum):
    """How much of the hours, and whether energy eases them."""

    GENTLER = "gentler"  # two thirds of the hours
    USUAL = "usual"  # the hours, eased by energy
    ALL_HOURS = "all_hours"  # the hours, whatever the energy says


SHARES: Final = {Pace.GENTLER: 2 / 3, Pace.USUAL: 1.0, Pace.ALL_HOURS: 1.0}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one pace, over all the made-up people."""

    pace: Pace
    days: int
    people: int
    connections: float  # mean
    low: float  # one in ten had fewer …
    high: float  # … or more
    dropped: int  # people who gave up
    energy: float  # mean over days and people, 0 to 1
    minutes: float  # a week, as long as they kept on


Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


def people_for(days: int) -> int:
    """Fewer over longer times, so that it takes about as long."""
    return max(FEWEST, min(PEOPLE, PEOPLE * MONTH // days))


class Stopped(Exception):
    """The user wants no more of it."""


class _Paced:
    """The coach, told a share of the hours."""

    def __init__(self, pace: Pace, weekly: float) -> None:
        self._coach = Coach(is_flat=pace is Pace.ALL_HOURS)
        self._weekly = weekly * SHARES[pace]

    def begin(self, start: Start) -> None:
        self._coach.begin(replace(start, weekly=self._weekly))

    def plan(self, morning: Morning) -> Sequence[Choice]:
        return self._coach.plan(morning)


def try_out(
    paces: Sequence[Pace],
    weekly_minutes: int,
    days: int,
    *,
    people: int | None = None,
    seed: int = 0,
    progress: Progress = lambda done, of: None,
    cancelled: Cancelled = lambda: False,
) -> tuple[Outcome, ...]:
    """Each pace lived by the same people; the same seed, the same figures. Raises Stopped."""
    world, found = MadeWorld("paces", Nature(), seed), []
    people = people or people_for(days)
    for place, pace in enumerate(paces):
        runs = []
        for person in range(people):
            if cancelled():
                raise Stopped
            runs.append(live(world.life(person, days), _Paced(pace, weekly_minutes / UNIT)))
            progress(place * people + person + 1, people * len(paces))
        found.append(_outcome(pace, days, runs))
    return tuple(found)


def _outcome(pace: Pace, days: int, runs: Sequence[Run]) -> Outcome:
    last = [run.connections[-1] for run in runs]
    tenths = quantiles(last, n=10, method="inclusive") if len(last) > 1 else last * 9
    kept_on = [run.effort[: run.dropped_on] for run in runs]
    lived = [each for effort in kept_on for each in effort]
    return Outcome(
        pace=pace,
        days=days,
        people=len(runs),
        connections=fmean(last),
        low=tenths[0],
        high=tenths[-1],
        dropped=sum(run.dropped_on is not None for run in runs),
        energy=fmean(level for run in runs for level in run.energy),
        minutes=UNIT * WEEK * (fmean(lived) if lived else 0.0),
    )
