"""Worlds and planners by name: shipped ones, and those in a file of one's own (`FILE.py:NAME`)."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from lab.planners import article, dice, formulas, oracles, priors
from lab.planners.coach import Coach
from lab.protocol import Planner, World
from lab.worlds import drawn, rival
from lab.worlds.named import NAMED
from rapport.domain.values import dataclass

Maker = Callable[[], Planner]
DRAWN: dict[str, Callable[[int], World]] = {"random": drawn.world, "rival": rival.world}
PLANNERS: dict[str, tuple[Maker, str]] = {
    "article": (article.Article, "one connection a day for a month, then slower: the plan of the story"),
    "random": (dice.Dice, "any way, any person, at the pace of the declared hours"),
    "priors": (priors.Priors, "greedy on first guesses, flat pace: the sensible human"),
    "priors-paced": (priors.PacedPriors, "the same choice, with a pace that listens to check-ins"),
    "formulas": (formulas.Formulas, "posterior means and a governor: the first sketch, without cards"),
    "coach": (Coach, "the product's own plan of the day; +14 or +44 with a past"),
    "coach-flat": (partial(Coach, is_flat=True), "the product's choice at a flat pace: “use all my hours”"),
}
SEERS: dict[str, tuple[type[oracles.Oracle], str]] = {
    "self_oracle": (oracles.SelfOracle, "knows one's own true rates, not who will say yes; tuned pace"),
    "oracle": (oracles.Oracle, "knows everything but the dice; tuned pace"),
}
NEEDS = {"world": ("name", "life"), "planner": ("begin", "plan")}


class Unknown(Exception):
    """A name that leads nowhere, and what was expected."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A planner of a comparison."""

    name: str  # as it was asked for
    maker: Maker | None  # None: tuned for each world
    seer: type[oracles.Oracle] | None = None
    past: int = 0

    def ready(self, pace: Callable[[], oracles.Pace]) -> Maker:
        """What makes one for each life; `pace` is worked out only for who needs it."""
        if self.maker is not None:
            return self.maker
        assert self.seer is not None
        return partial(self.seer, pace())


def worlds_of(names: Sequence[str]) -> list[World]:
    """In the order asked for; `random:100-199` is a hundred of them."""
    found = [world for name in names for world in _worlds(name)]
    if len({world.name for world in found}) < len(found):
        raise Unknown("each world once, please: a name is there twice")
    return found


def planners_of(names: Sequence[str]) -> list[Entry]:
    if len(set(names)) < len(names):
        raise Unknown("each planner once, please: a name is there twice")
    return [_planner(name) for name in names]


def _worlds(name: str) -> list[World]:
    if name in NAMED:
        return [NAMED[name]]
    if is_drawn := re.fullmatch(r"(\w+):(\d{1,9})(?:-(\d{1,9}))?", name):
        kind, first, last = is_drawn[1], int(is_drawn[2]), int(is_drawn[3] or is_drawn[2])
        if kind in DRAWN and first <= last < first + 10_000:
            return [DRAWN[kind](seed) for seed in range(first, last + 1)]
    if ".py:" in name:
        thing = from_file(name)
        things = thing if isinstance(thing, (list, tuple)) else [thing() if callable(thing) else thing]
        for each in things:
            _check(each, "world", name)
        return list(things)
    shipped = ", ".join((*NAMED, *(f"{kind}:SEED or {kind}:FIRST-LAST" for kind in DRAWN)))
    raise Unknown(f"no world {name!r}: expected {shipped}, or FILE.py:NAME")


def _planner(name: str) -> Entry:
    bare, _, past = name.rpartition("+")
    if not bare or not past.isdigit():
        bare, past = name, "0"
    if int(past) > 500:
        raise Unknown(f"{name!r}: a past of at most 500 tries")
    if bare in PLANNERS:
        return Entry(name, PLANNERS[bare][0], past=int(past))
    if bare in SEERS:
        return Entry(name, None, SEERS[bare][0], int(past))
    if ".py:" in bare:
        maker = from_file(bare)
        if not callable(maker):
            raise Unknown(f"{bare!r}: expected a class or function that makes a planner without arguments")
        _check(maker(), "planner", bare)
        return Entry(name, maker, past=int(past))
    shipped = ", ".join((*PLANNERS, *SEERS))
    raise Unknown(f"no planner {name!r}: expected {shipped}, each also with +N for a past, or FILE.py:NAME")


def from_file(name: str) -> Any:
    """What a Python file of one's own calls NAME; the file is run."""
    file, _, wanted = name.rpartition(":")
    path = Path(file)
    if not path.is_file():
        raise Unknown(f"{name!r}: there is no file {file}")
    spec = spec_from_file_location(f"lab_own_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise Unknown(f"{name!r}: {file} is not a Python file")
    module = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise Unknown(f"{name!r}: {file} could not be run: {type(error).__name__}: {error}") from error
    if not hasattr(module, wanted):
        raise Unknown(f"{name!r}: {file} has no {wanted}")
    return getattr(module, wanted)


def _check(thing: object, kind: str, name: str) -> None:
    missing = [each for each in NEEDS[kind] if not hasattr(thing, each)]
    if missing:
        raise Unknown(f"{name!r} is no {kind}: it has no {' and no '.join(missing)} (lab/protocol.py)")
