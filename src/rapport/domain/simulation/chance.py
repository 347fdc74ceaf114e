"""Dice that fall alike for everybody who does the same: seeded by the person, the thing and how often."""

from collections.abc import Sequence
from math import exp, log
from random import Random
from typing import Final

MANY: Final = 60  # a Poisson draw is cut there: nobody meets more in an evening


def luck(*names: object) -> Random:
    """The dice of one thing."""
    return Random("/".join(map(str, names)))


def poisson(rng: Random, mean: float) -> int:
    """By inversion: one draw, so that more is expected never means less came."""
    left, term, count = rng.random(), exp(-mean), 0
    while left > term and count < MANY:
        left -= term
        count += 1
        term *= mean / count
    return count


def scattered(rng: Random, mean: float, shape: float) -> int:
    """A count whose own mean differs from evening to evening (Gamma–Poisson)."""
    return poisson(rng, rng.gammavariate(shape, mean / shape)) if mean > 0 else 0


def days_until(rng: Random, mean: float) -> int:
    """Whole days, one at least (geometric)."""
    share = 1 / max(1.0, mean)
    if share >= 1:
        return 1
    return 1 + int(log(1 - rng.random()) / log(1 - share))


def spread(rng: Random, deviation: float) -> float:
    """A factor around 1 whose mean is 1 (log-normal)."""
    return exp(rng.gauss(-deviation * deviation / 2, deviation))


def logit(share: float) -> float:
    near = min(max(share, 0.001), 0.999)
    return log(near / (1 - near))


def unlogit(x: float) -> float:
    return 1 / (1 + exp(-x))


def mean(values: Sequence[float], empty: float = 0.0) -> float:
    return sum(values) / len(values) if values else empty
