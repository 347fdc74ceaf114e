"""The bare formulas of the first sketch: posterior means and a governor, without the cards of a day.

What the product's coach adds or loses beside it is the price or the gain of being a product: four actions a
day, people before numbers, promises first.
"""

from collections.abc import Sequence
from math import exp
from typing import Final

from lab.planners.greedy import after, best_of_each_arm, fill
from lab.planners.pacing import Governor
from lab.protocol import Arm, Choice, Morning, Option, Start, Try
from rapport.domain.learning.arms import ARMS

PERSONAL: Final = 6.0
MESSAGE_WEIGHT, EVENING_WEIGHT = 4.0, 1.5
SILENT_DAYS: Final = 4.0
CLOSED: Final = 11  # days of silence that are a no
MOST: Final = 0.9


class Formulas:
    """Greedy on what was learned: a prior scaled by the personal factor, and one's own tries."""

    def begin(self, start: Start) -> None:
        self._bank = Governor(start)
        self._came = dict.fromkeys(Arm, 0.0)
        self._tried = dict.fromkeys(Arm, 0.0)
        self._open: dict[int, Try] = {}
        self._known: dict[int, Try] = {}
        for past in start.past:
            self._came[past.arm] += past.came
            self._tried[past.arm] += 1

    def plan(self, morning: Morning) -> Sequence[Choice]:
        self._hear(morning)
        left = self._bank.open(morning)
        learned = self._learned(morning.day)
        follow_up = learned[Arm.FOLLOW_UP]

        def worth(option: Option) -> float:
            liking = 0.001 * (option.readiness or 0.0) - 0.0001 * option.age
            return learned[option.arm] + after(option.arm, follow_up) + liking

        chosen = fill(best_of_each_arm(morning), worth, self._bank, left)
        return [Choice(option.key, learned[option.arm]) for option in chosen]

    def _hear(self, morning: Morning) -> None:
        for one in morning.done:
            self._known[one.number] = self._open[one.number] = one
        for each in morning.news:
            arm = self._known[each.number].option.arm
            self._came[arm] += each.came
            self._tried[arm] += 1
            self._open.pop(each.number, None)

    def _learned(self, day: int) -> dict[Arm, float]:
        """Of each arm the posterior mean; an open message counts as a part of a failure."""
        tried = dict(self._tried)
        for one in self._open.values():
            days = day - one.day
            tried[one.option.arm] += 1.0 if days >= CLOSED else 1 - exp(-days / SILENT_DAYS)
        usual = sum(tried[arm] * facts.prior for arm, facts in ARMS.items())
        factor = (PERSONAL + sum(self._came.values())) / (PERSONAL + usual)
        learned = {}
        for arm, facts in ARMS.items():
            weight = EVENING_WEIGHT if facts.many else MESSAGE_WEIGHT
            prior = facts.prior * factor if facts.many else min(MOST, facts.prior * factor)
            learned[arm] = (weight * prior + self._came[arm]) / (weight + tried[arm])
        return learned
