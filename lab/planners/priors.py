"""The sensible human: knows what usually works and does the best of it; learns nothing."""

from collections.abc import Sequence

from lab.planners.greedy import after, best_of_each_arm, fill
from lab.planners.pacing import Bank, Governor
from lab.protocol import Arm, Choice, Morning, Option, Start
from rapport.domain.learning.arms import ARMS


def prior(option: Option) -> float:
    return ARMS[option.arm].prior


def worth(option: Option) -> float:
    return prior(option) + after(option.arm, ARMS[Arm.FOLLOW_UP].prior)


def liking(option: Option) -> float:
    """Worth, and of equals the readiest and the freshest first."""
    return worth(option) + 0.001 * (option.readiness or 0.0) - 0.0001 * option.age


class Priors:
    """Greedy on first guesses, at the pace of the declared hours."""

    pace: type[Bank] = Bank

    def begin(self, start: Start) -> None:
        self._bank = self.pace(start)

    def plan(self, morning: Morning) -> Sequence[Choice]:
        left = self._bank.open(morning)
        chosen = fill(best_of_each_arm(morning), liking, self._bank, left)
        return [Choice(option.key, prior(option)) for option in chosen]


class PacedPriors(Priors):
    """The same choice, with a pace that listens."""

    pace = Governor
