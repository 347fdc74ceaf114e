"""Planners that look behind the world: what nobody can reach, to measure the others by.

Their pace is tuned for each world, on other people than those who are compared. They are strong references,
not proven bounds: they take the best for its effort, day by day, and plan no further ahead.
"""

from collections.abc import Sequence
from typing import Final

from lab.planners.greedy import FOLLOWED, best_of_each_arm, fill
from lab.planners.pacing import Bank, gate
from lab.protocol import Arm, Choice, Life, Morning, Option, Start, World
from rapport.domain.learning.arms import ARMS
from rapport.domain.simulation.run import live

Pace = tuple[float, tuple[float, float] | None]
"""Share of the declared hours; the energy they start from, and how much more it takes to full speed."""
TIGHT: Final = (0.45, 0.20)
PACES: Final[tuple[Pace, ...]] = ((1.0, None), (1.0, (0.30, 0.25)), (1.0, TIGHT), (0.7, TIGHT))
TUNED_ON: Final = range(1_000_000, 1_000_010)  # people nobody else is compared on
MONTH: Final = 30


class Oracle:
    """Knows everything about everybody, but not how the dice fall."""

    def __init__(self, pace: Pace = (1.0, None)) -> None:
        self._share, self._gate = pace

    def see(self, life: Life) -> None:
        self._life = life

    def begin(self, start: Start) -> None:
        self._bank = Bank(start, self._share)

    def plan(self, morning: Morning) -> Sequence[Choice]:
        left = self._bank.open(morning)
        if self._gate:
            left *= gate(self._life.energy, *self._gate)
        if left <= 0:
            return []
        met = FOLLOWED * self.knows(Option("", Arm.FOLLOW_UP, ARMS[Arm.FOLLOW_UP].effort, age=1))
        chances = {each.key: self.knows(each) for each in self.within_sight(morning)}
        worth = {
            each.key: chances[each.key] + met * ARMS[each.arm].met + 0.001 * (each.readiness or 0.0)
            for each in morning.options
            if each.key in chances
        }
        options = [each for each in morning.options if each.key in worth]
        chosen = fill(options, lambda each: worth[each.key], self._bank, left)
        return [Choice(each.key, chances[each.key]) for each in chosen]

    def knows(self, option: Option) -> float:
        return self._life.chance(option)

    def within_sight(self, morning: Morning) -> Sequence[Option]:
        return morning.options


class SelfOracle(Oracle):
    """Knows a person's own true rates, but not which of their contacts will say yes."""

    def knows(self, option: Option) -> float:
        return self._life.own(option)

    def within_sight(self, morning: Morning) -> Sequence[Option]:
        return best_of_each_arm(morning)


def tuned(world: World, days: int) -> Pace:
    """The pace by which the oracle does best in this world: connections in the first month and in all."""
    tried: dict[Pace, tuple[float, float]] = {}
    for pace in PACES:
        runs = [live(world.life(person, days), Oracle(pace)) for person in TUNED_ON]
        month = sum(run.connections[min(days, MONTH) - 1] for run in runs)
        tried[pace] = month, sum(run.connections[-1] for run in runs)
    best_month = max(month for month, _ in tried.values()) or 1
    best_all = max(total for _, total in tried.values()) or 1
    return max(tried, key=lambda pace: tried[pace][0] / best_month + tried[pace][1] / best_all)
