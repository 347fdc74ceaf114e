"""From which weight on pairs may be accepted without looking, and how often that is wrong."""

from collections.abc import Sequence

from rapport.domain.duplicates.values import Bulk
from rapport.domain.learning.learning import share

LEAST = 7.0  # log2 odds (99.2 %): never below
CAUTIOUS = 12.0  # where too few pairs were seen to learn from
ENOUGH_PAIRS = 200
MOST_FALSE = 0.5  # wrong pairs expected among all accepted: less than one
ENOUGH_CONTROLS = 30
MARGIN = 1.0  # log2 odds above the highest control


def chance(weight: float) -> float:
    """The probability behind log2 odds."""
    return 1 / (1 + 2 ** -max(-60.0, min(60.0, weight)))


def threshold(
    exact: Sequence[float], *, controls: Sequence[float], apart: int, seen: int, learned: bool
) -> Bulk:
    """The lowest threshold that the data supports: less than one wrong pair expected, no control above it.

    `exact`: weights of the pairs that share something only one person has. `controls`: of such pairs that are
    known to be two people, weighed as if nothing contradicted them. `apart`: pairs known to be two people, of
    the pairs `seen`. `learned`: whether enough pairs were seen to learn from.
    """
    least = max([LEAST if learned else CAUTIOUS, *(weight + MARGIN for weight in controls)])
    accepted = 0
    wrong = 0.0
    for weight in sorted(exact, reverse=True):
        risk = 1 - chance(weight)
        if weight < least:
            break
        if wrong + risk > MOST_FALSE:
            least = weight + 1e-9
            break
        accepted += 1
        wrong += risk
    estimate = wrong / accepted if accepted else 0.0
    if not accepted or apart < ENOUGH_CONTROLS:
        return Bulk(least, accepted, estimate, 0.0, _upper(wrong, accepted))
    # None of the pairs known to be two people gets there; the others may hold as many as that allows.
    reach = share(0, apart).high * max(0, seen - apart - accepted) / accepted
    return Bulk(least, accepted, estimate, 0.0, min(1.0, max(reach, estimate)))


def _upper(wrong: float, count: int) -> float:
    """The Wilson upper bound (95 %) with the expected number of wrong pairs rounded up."""
    return share(min(count, -int(-wrong // 1)), count).high
