"""Is what a planner expects what comes? Sums by how much was expected, kept for each life.

The error of calibration is the mean distance, over bins of the expectation, between what was expected and
what came, weighted by tries. Brier: the mean square of (expected - came) over messages, which bring one or
nothing. Coverage: of the 80 % intervals that were shown, the share that hold the person's own true rate at
that moment: what a try of this arm brings them, with their energy as it is, whoever it is about.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rapport.domain.learning.arms import ARMS
from rapport.domain.simulation.run import Said

BOUNDS: Final = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.9, 1.3, 2.0)  # of the bins, the last one open


class Sums(NamedTuple):
    """The last axis is the bin; of `square` and `shown` it has length 2: how many, and what is summed."""

    tries: NDArray[np.float64]
    expected: NDArray[np.float64]
    came: NDArray[np.float64]
    square: NDArray[np.float64]  # messages: how many, sum of squares
    shown: NDArray[np.float64]  # intervals: how many, how many hold the true rate


class Calibration(NamedTuple):
    """Of all tries together."""

    tries: int
    error: float | None
    brier: float | None
    coverage: float | None
    table: list[tuple[float, float | None, int, float, float]]  # from, to, tries, expected, came


def tally(said: Sequence[Said]) -> Sums:
    """One life's."""
    tries, expected, came = np.zeros((3, len(BOUNDS) + 1))
    square, shown = np.zeros((2, 2))
    for each in said:
        at = int(np.searchsorted(BOUNDS, each.expected, side="right"))
        tries[at] += 1
        expected[at] += each.expected
        came[at] += each.came
        if not ARMS[each.arm].many:
            square += 1, (each.expected - min(1, each.came)) ** 2
        if each.low is not None and each.high is not None:
            shown += 1, each.low <= each.own <= each.high
    return Sums(tries, expected, came, square, shown)


def judge(sums: Sums) -> Calibration:
    """Any number of lives together."""
    tries, expected, came, square, shown = (each.reshape(-1, each.shape[-1]).sum(axis=0) for each in sums)
    total = tries.sum()
    table = [
        (low, high, int(n), float(p / n), float(y / n))
        for low, high, n, p, y in zip((0.0, *BOUNDS), (*BOUNDS, None), tries, expected, came, strict=True)
        if n
    ]
    return Calibration(
        int(total),
        float(np.abs(expected - came).sum() / total) if total else None,
        float(square[1] / square[0]) if square[0] else None,
        float(shown[1] / shown[0]) if shown[0] else None,
        table,
    )
