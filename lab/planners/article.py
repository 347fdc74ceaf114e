"""The plan of the story: one new connection wanted every day for a month, then slower."""

from collections.abc import Sequence
from random import Random
from typing import Final

from lab.planners.greedy import ASKS, may_ask
from lab.protocol import Arm, Choice, Morning, Option, Start

MONTH: Final = 30
SLOWER: Final = 3  # from then on every third day
ASKS_A_DAY: Final = 2  # of whoever comes to mind: 40 in a month
PITCH_EVERY: Final = 4  # days: eight in a month
EVENING_EVERY: Final = 7  # days
EVENINGS: Final = (Arm.CONFERENCE, Arm.LARGE, Arm.MIDDLE, Arm.SMALL, Arm.SERIES)  # the bigger, the better


class Article:
    """Every day, tired or not: an evening once a week, else asks around, a pitch now and then."""

    def begin(self, start: Start) -> None:
        self._dice, self._out_again = Random(start.seed), 0

    def plan(self, morning: Morning) -> Sequence[Choice]:
        if morning.day >= MONTH and morning.day % SLOWER:
            return []
        evening = self._evening(morning)
        if evening and morning.day >= self._out_again:
            self._out_again = morning.day + EVENING_EVERY
            return [Choice(evening.key)]
        picked = self._some(morning, ASKS, ASKS_A_DAY)
        if morning.day % PITCH_EVERY == 0:
            picked += self._some(morning, (Arm.PITCH,), 1)
        return [Choice(each.key) for each in picked]

    def _evening(self, morning: Morning) -> Option | None:
        on = [each for each in morning.options if each.arm in EVENINGS]
        return min(on, key=lambda each: EVENINGS.index(each.arm), default=None)

    def _some(self, morning: Morning, arms: Sequence[Arm], count: int) -> list[Option]:
        fitting = [each for each in morning.options if each.arm in arms and may_ask(each, morning.day)]
        return self._dice.sample(fitting, min(count, len(fitting)))
