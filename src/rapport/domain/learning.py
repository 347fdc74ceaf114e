"""The ways to meet people, and what came of each, with how little a small number says."""

from enum import StrEnum
from math import sqrt

from rapport.domain.values import dataclass


class Way(StrEnum):
    """A way of meeting people, or of keeping them."""

    ASK = "ask"
    GATHERING = "gathering"
    PITCH = "pitch"
    RECONNECT = "reconnect"
    GIVE = "give"
    FOLLOW_UP = "follow_up"
    LOG = "log"  # writing down what happened


@dataclass(frozen=True, slots=True)
class Share:
    """`came` of `tried`, with the interval of the true rate."""

    came: int
    tried: int
    low: float
    high: float

    @property
    def rate(self) -> float | None:
        return self.came / self.tried if self.tried else None


Z_95 = 1.959964  # two-sided 95 % of the normal distribution


def share(came: int, tried: int, z: float = Z_95) -> Share:
    """The Wilson score interval (Wilson 1927); with nothing tried it is 0 to 1."""
    if not 0 <= came <= tried:
        raise ValueError(f"{came} of {tried}")
    if tried == 0:
        return Share(0, 0, 0.0, 1.0)
    rate = came / tried
    middle = (rate + z * z / (2 * tried)) / (1 + z * z / tried)
    half = z / (1 + z * z / tried) * sqrt(rate * (1 - rate) / tried + z * z / (4 * tried * tried))
    return Share(came, tried, max(0.0, middle - half), min(1.0, middle + half))


# Odds that people say aloud; the gaps (no 1 in 7, no 7 in 10) keep neighbours apart.
FRIENDLY = (
    (0, 1), (1, 100), (1, 50), (1, 30), (1, 20), (1, 15), (1, 12), (1, 10), (1, 8), (1, 6), (1, 5),
    (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4), (4, 5), (9, 10), (19, 20), (1, 1),
)  # fmt: skip


def friendly(rate: float) -> tuple[int, int]:
    """The nearest odds people say aloud, as (n, of)."""
    return min(FRIENDLY, key=lambda odds: abs(odds[0] / odds[1] - rate))
