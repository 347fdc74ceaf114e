"""Bootstrap over people, and over worlds where there are many: the same draws for every planner."""

from collections.abc import Callable
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
DRAWS: Final = 400
MANY_WORLDS: Final = 10  # from here on worlds are drawn again too: they stand for others of their kind
TAILS: Final = (2.5, 97.5)


class Figure(NamedTuple):
    """A figure and its 95 % interval."""

    value: float
    low: float
    high: float


class Resampling:
    """Which worlds and people each draw consists of."""

    def __init__(self, worlds: int, people: int, seed: int) -> None:
        rng = np.random.default_rng(seed)
        every = np.arange(worlds)
        self._worlds = (
            rng.integers(worlds, size=(DRAWS, worlds))
            if worlds >= MANY_WORLDS
            else np.tile(every, (DRAWS, 1))
        )
        self._people = rng.integers(people, size=(DRAWS, worlds, people))

    def means(self, lives: Floats) -> tuple[Floats, Floats]:
        """Worlds × people to the mean of each world, as it is and in every draw (draws × worlds)."""
        return lives.mean(axis=1), lives[self._worlds[:, :, None], self._people].mean(axis=2)

    def sums(self, lives: Floats) -> tuple[Floats, Floats]:
        """Worlds × people × n to n sums, as they are and in every draw."""
        drawn = np.stack(
            [
                lives[worlds[:, None], people].sum(axis=(0, 1))
                for worlds, people in zip(self._worlds, self._people, strict=True)
            ]
        )
        return lives.sum(axis=(0, 1)), drawn


def figure(statistic: Callable[..., Floats], *pairs: tuple[Floats, Floats]) -> Figure | None:
    """`statistic` works on the last axis; None where it says nothing."""
    value = float(statistic(*(as_is for as_is, _ in pairs)))
    drawn = statistic(*(draws for _, draws in pairs))
    if not np.isfinite(value):
        return None
    low, high = np.nanpercentile(drawn, TAILS)
    return Figure(value, float(low), float(high))


def average(worlds: Floats) -> Floats:
    return np.asarray(worlds.mean(axis=-1))


def rate(part: Floats, whole: Floats) -> Floats:
    """Of all worlds together."""
    return np.asarray(_divided(part.sum(axis=-1), whole.sum(axis=-1)))


def share(one: Floats, other: Floats) -> Floats:
    """Each world weighs the same; worlds where the other came to nothing say nothing."""
    return _mean_of_known(_divided(one, other))


def worst_tenth(one: Floats, other: Floats) -> Floats:
    """The mean share in the tenth of worlds where it is lowest; one world at least."""
    shares = np.sort(_divided(one, other), axis=-1)
    return _mean_of_known(shares[..., : max(1, shares.shape[-1] // 10)])


def deciles(one: Floats, other: Floats) -> list[float]:
    """The share below which one to nine tenths of the worlds lie."""
    shares = _divided(one, other)
    known = shares[np.isfinite(shares)]
    return [round(float(each), 4) for each in np.quantile(known, np.arange(1, 10) / 10)] if len(known) else []


def difference(one: Floats, other: Floats) -> Floats:
    return np.asarray((one - other).mean(axis=-1))


def _divided(one: Floats, other: Floats) -> Floats:
    return np.asarray(np.divide(one, other, out=np.full(np.shape(one), np.nan), where=other > 0))


def _mean_of_known(values: Floats) -> Floats:
    """Along the last axis, without what is no number; no number where nothing else is."""
    return _divided(np.nansum(values, axis=-1), np.isfinite(values).sum(axis=-1))
