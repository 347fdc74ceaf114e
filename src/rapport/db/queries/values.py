"""Small values that rows of several nouns share."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Q

from rapport.domain.values import dataclass

PAGE_SIZE = 50  # rows
FEW = 5  # rows that get no last page of their own
ALL = Q()  # no condition
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something, with the name to show."""

    id: UUID
    name: str


def named(pk: UUID | None, name: str | None, binned_at: datetime | None = None) -> Named | None:
    """None where the row names nobody, or somebody in the bin."""
    return Named(pk, name or "") if pk is not None and binned_at is None else None


@dataclass(frozen=True, slots=True)
class Paging:
    """Where a page stands in its list; pages count from 1."""

    page: int
    total: int  # rows in the whole list
    size: int = PAGE_SIZE

    @property
    def pages(self) -> int:
        return max(1, -((FEW - self.total) // self.size))

    @property
    def has_next(self) -> bool:
        return self.page < self.pages

    def cut(self, rows: Sequence[T]) -> Sequence[T]:
        """Of what `window` found, the rows of this page."""
        return rows[: self.size] if self.has_next else rows

    def of(self, everything: Sequence[T]) -> Sequence[T]:
        """Of the whole list, the rows of this page."""
        return self.cut(everything[window(self.page, self.size)])


def window(page: int, size: int = PAGE_SIZE) -> slice:
    """Where the rows of that page stand, and the few behind it that belong to it where it is the last."""
    first = (max(page, 1) - 1) * size
    return slice(first, first + size + FEW)
