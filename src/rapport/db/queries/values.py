"""Small values that rows of several nouns share."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from rapport.domain.values import dataclass

PAGE_SIZE = 50  # rows
ALL = Q()  # no condition


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
        return max(1, -(-self.total // self.size))

    @property
    def has_next(self) -> bool:
        return self.page < self.pages

    @property
    def has_previous(self) -> bool:
        return self.page > 1


def window(page: int, size: int = PAGE_SIZE) -> slice:
    """The rows of that page."""
    first = (max(page, 1) - 1) * size
    return slice(first, first + size)
