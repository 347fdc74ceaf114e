"""Gatherings ahead, gone to, and in series; one gathering with everybody met there."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from rapport.db.queries import gatherings as queries
from rapport.db.queries import interaction_rows, opportunities
from rapport.db.queries.gatherings import GatheringRow, SeriesRow, Yield
from rapport.db.queries.interaction_rows import InteractionRow, Part
from rapport.db.queries.opportunities import OpportunityRow
from rapport.db.queries.values import Named, Paging
from rapport.domain.values import dataclass

__all__ = [
    "GatheringPage",
    "GatheringRow",
    "GatheringsPage",
    "InteractionRow",
    "Named",
    "OpportunityRow",
    "Paging",
    "Part",
    "SeriesPage",
    "SeriesRow",
    "Yield",
    "choices",
    "listing",
    "past",
    "read",
    "read_series",
]


@dataclass(frozen=True, slots=True)
class GatheringsPage:
    upcoming: tuple[GatheringRow, ...]  # the next first
    past: tuple[GatheringRow, ...]  # the latest first, with what came of each
    paging: Paging  # of the past ones
    series: tuple[SeriesRow, ...]


@dataclass(frozen=True, slots=True)
class GatheringPage:
    gathering: GatheringRow
    interactions: tuple[InteractionRow, ...]  # with everybody met there, and the rulings
    opportunities: tuple[OpportunityRow, ...]  # what opened up there
    other_dates: tuple[GatheringRow, ...]  # of its series, the latest first


@dataclass(frozen=True, slots=True)
class SeriesPage:
    series: SeriesRow
    dates: tuple[GatheringRow, ...]  # the latest first


def listing(owner_id: UUID, today: date, *, page: int = 1) -> GatheringsPage:
    """A fixed number of queries; the past ones 50 a page."""
    past, paging = queries.past(owner_id, today, page)
    upcoming, series = queries.upcoming(owner_id, today), queries.series(owner_id)
    return GatheringsPage(tuple(upcoming), past, paging, tuple(series))


def past(owner_id: UUID, today: date, *, page: int = 1) -> tuple[tuple[GatheringRow, ...], Paging]:
    """Before today or settled, the latest first, 50 a page. A fixed number of queries."""
    return queries.past(owner_id, today, page)


def read(owner_id: UUID, gathering_id: UUID) -> GatheringPage:
    """Raises LookupError."""
    row = queries.one(owner_id, gathering_id)
    if row is None:
        raise LookupError(str(gathering_id))
    dates = queries.of_series(owner_id, row.series.id) if row.series else []
    return GatheringPage(
        gathering=row,
        interactions=tuple(interaction_rows.at_gathering(owner_id, gathering_id)),
        opportunities=tuple(opportunities.rows(owner_id, Q(gathering_id=gathering_id))),
        other_dates=tuple(other for other in dates if other.id != gathering_id),
    )


def read_series(owner_id: UUID, series_id: UUID) -> SeriesPage:
    """Raises LookupError."""
    found = queries.series(owner_id, series_id)
    if not found:
        raise LookupError(str(series_id))
    return SeriesPage(found[0], tuple(queries.of_series(owner_id, series_id)))


def choices(owner_id: UUID) -> tuple[GatheringRow, ...]:
    """The latest gatherings, for a form to choose from. One query."""
    return tuple(queries.choices(owner_id))
