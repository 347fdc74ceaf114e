"""Every planner lives the same lives: worlds × people, in one array for each figure."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from lab.calibration import Sums, tally
from lab.names import Entry
from lab.planners.oracles import tuned
from lab.protocol import World
from rapport.domain.simulation.run import Run, live
from rapport.domain.values import dataclass

Floats = NDArray[np.float64]
MONTH: Final = 30


@dataclass(frozen=True, slots=True)
class Lived:
    """What one planner came to. Axes: the horizon, for the first three; then worlds, then people."""

    connections: Floats
    effort: Floats
    dropped: Floats  # 1 who gave up before the horizon's end
    energy: Floats  # the true one, on average of the days until they gave up
    evenings: Floats  # offered, a day they were in
    contacts: Floats
    said: Sums  # what was expected against what came


@dataclass(frozen=True, slots=True)
class Comparison:
    """All of it."""

    worlds: tuple[str, ...]
    people: int
    seed: int
    horizons: tuple[int, ...]
    lived: dict[str, Lived]


def horizons_of(days: int) -> tuple[int, ...]:
    return (MONTH, days) if days > MONTH else (days,)


def compare(
    worlds: Sequence[World],
    entries: Sequence[Entry],
    people: int,
    seed: int,
    days: int,
    told: Callable[[int, str], None] = lambda at, name: None,
) -> Comparison:
    """People are numbered from `seed` times 1,000; `told` hears of every world that begins."""
    horizons = horizons_of(days)
    shape = len(worlds), people
    lists: dict[str, dict[str, Any]] = {
        entry.name: {
            "figures": np.zeros((len(horizons), 3, *shape)),
            "other": np.zeros((3, *shape)),
            "said": [],
        }
        for entry in entries
    }
    for at, world in enumerate(worlds):
        told(at, world.name)
        pace = cache(lambda world=world: tuned(world, days))
        for entry in entries:
            maker, kept = entry.ready(pace), lists[entry.name]
            for number in range(people):
                run = live(world.life(seed * 1000 + number, days, entry.past), maker())
                kept["figures"][:, :, at, number] = [_at(run, horizon) for horizon in horizons]
                kept["other"][:, at, number] = _whole(run)
                kept["said"].append(tally(run.said))
    lived = {name: _lived(kept, shape) for name, kept in lists.items()}
    return Comparison(tuple(world.name for world in worlds), people, seed, horizons, lived)


def _at(run: Run, horizon: int) -> tuple[float, float, float]:
    is_out = run.dropped_on is not None and run.dropped_on < horizon
    return run.connections[horizon - 1], sum(run.effort[:horizon]), float(is_out)


def _whole(run: Run) -> tuple[float, float, float]:
    days_in = max(1, len(run.energy) if run.dropped_on is None else run.dropped_on)
    return sum(run.energy[:days_in]) / days_in, run.offered / days_in, run.contacts


def _lived(kept: dict[str, Any], shape: tuple[int, int]) -> Lived:
    figures, other = kept["figures"], kept["other"]
    said = Sums(*(np.array(column).reshape(*shape, -1) for column in zip(*kept["said"], strict=True)))
    return Lived(figures[:, 0], figures[:, 1], figures[:, 2], other[0], other[1], other[2], said)
