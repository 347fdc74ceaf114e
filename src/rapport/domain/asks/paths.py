"""Warm paths: from me through people who know each other to somebody, in at most three steps.

A path is as likely as all its steps together: closeness of the first step times the probability of each
acquaintance after it. The best one is the largest product; the database finds it (db/queries/paths.py).
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from rapport.domain.values import dataclass

MOST_STEPS = 3


@dataclass(frozen=True, slots=True)
class Path:
    """Whom it passes, the last being the one I want to meet, and how likely it is to lead there."""

    people: tuple[UUID, ...]
    probability: float

    @property
    def first(self) -> UUID:
        """Whom I would ask."""
        return self.people[0]


def path_of(first: Any, via: Any, target: Any, probability: float) -> Path:
    """From a row: `via` is None on a path of two steps, `first` is the target on one of one."""
    steps = (first, via, target) if via is not None else (first, target) if first != target else (first,)
    return Path(tuple(map(_id, steps)), probability)


def by_first(paths: Iterable[Path]) -> dict[UUID, Path]:
    """The best path through each person whom I could ask, the best first."""
    found: dict[UUID, Path] = {}
    for path in sorted(paths, key=lambda path: (-path.probability, len(path.people), path.people)):
        found.setdefault(path.first, path)
    return found


def _id(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)
