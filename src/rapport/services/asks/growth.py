"""Everything that grew from a person, a gathering, a series or an ask."""

from uuid import UUID

from rapport.db.models import Ask, Gathering, Person, Series
from rapport.db.queries import growth as queries
from rapport.domain.origins.growth import Garden, Growth, How, Line
from rapport.services import rows

__all__ = ["Growth", "How", "Line", "of_ask", "of_gathering", "of_person", "of_series"]


def of_person(owner_id: UUID, person_id: UUID) -> tuple[str, Growth]:
    """With the name. Raises LookupError."""
    name: str = rows.live(Person, owner_id, person_id).name
    return name, _garden(owner_id).of_person(person_id)


def of_gathering(owner_id: UUID, gathering_id: UUID) -> tuple[str, Growth]:
    """With the name. Raises LookupError."""
    name: str = rows.live(Gathering, owner_id, gathering_id).name
    return name, _garden(owner_id).of_gathering(gathering_id)


def of_series(owner_id: UUID, series_id: UUID) -> tuple[str, Growth]:
    """With the name. Raises LookupError."""
    name: str = rows.live(Series, owner_id, series_id).name
    return name, _garden(owner_id).of_series(series_id)


def of_ask(owner_id: UUID, ask_id: UUID) -> tuple[str, Growth]:
    """With whom was asked. Raises LookupError."""
    row = rows.live(Ask, owner_id, ask_id)
    name: str = row.person.name
    return name, _garden(owner_id).of_ask(ask_id, row.on)


def _garden(owner_id: UUID) -> Garden:
    return Garden(queries.seeds(owner_id))
