"""Lists of people worth coming back to: a filter under a name."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from rapport.db.models import SavedFilter
from rapport.db.queries import filters as queries
from rapport.domain.imports.imports import Source
from rapport.domain.people_filters import Closeness, Due, LastContact, PeopleFilter, Sort
from rapport.domain.text import fold
from rapport.domain.values import dataclass
from rapport.services import checks, rows
from rapport.services.journal.journal import Verb, journal
from rapport.services.rows import Saved

__all__ = ["Kept", "discard", "keep", "listing", "rename", "restore"]

NAME = 80  # characters, as the column holds
READ: Mapping[str, Callable[[str], Any]] = {  # fields that are no plain text
    "close": Closeness,
    "since": LastContact,
    "due": Due,
    "through": UUID,
    "source": Source,
    "sort": Sort,
}
NOT_KEPT = frozenset({"challenge_id"})  # which challenge runs is a matter of the day


@dataclass(frozen=True, slots=True)
class Kept:
    """A filter with its name."""

    id: UUID
    name: str
    wanted: PeopleFilter


def listing(owner_id: UUID) -> tuple[Kept, ...]:
    """All there are, by name. One query."""
    kept = (Kept(pk, name, _wanted(query)) for pk, name, query in queries.every(owner_id))
    return tuple(sorted(kept, key=lambda each: (fold(each.name), str(each.id))))


def keep(owner_id: UUID, name: str, wanted: PeopleFilter, *, at: datetime) -> Saved:
    """Write a filter down under a name. Raises Invalid."""
    said = checks.line("name", name, NAME, required=True)
    with journal(owner_id, Verb.CREATE, at=at, subject=said) as book:
        row = book.add(SavedFilter(name=said, query=_query(wanted)))
    return rows.saved(book, row.pk)


def rename(owner_id: UUID, filter_id: UUID, name: str, *, at: datetime) -> Saved:
    """Raises LookupError, Invalid."""
    row = rows.live(SavedFilter, owner_id, filter_id)
    said = checks.line("name", name, NAME, required=True)
    return rows.change(owner_id, row, at=at, subject=said, name=said)


def discard(owner_id: UUID, filter_id: UUID, *, at: datetime) -> Saved:
    """Into the bin. Raises LookupError."""
    row = rows.live(SavedFilter, owner_id, filter_id)
    return rows.discard(owner_id, row, at=at, subject=row.name)


def restore(owner_id: UUID, filter_id: UUID, *, at: datetime) -> Saved:
    """Out of the bin. Raises LookupError."""
    row = rows.binned(SavedFilter, owner_id, filter_id)
    return rows.restore(owner_id, row, at=at, subject=row.name)


def _query(wanted: PeopleFilter) -> dict[str, Any]:
    """What is asked for, by the names of the fields."""
    plain = PeopleFilter()
    said = {field.name: getattr(wanted, field.name) for field in fields(wanted)}
    return {
        name: str(value) if isinstance(value, UUID) else value
        for name, value in said.items()
        if name not in NOT_KEPT and value != getattr(plain, name)
    }


def _wanted(query: dict[str, Any]) -> PeopleFilter:
    """The same again; what this version does not know is left out."""
    known: dict[str, Any] = {}
    for name, value in query.items():
        read = READ.get(name)
        try:
            known[name] = read(value) if read else value
        except ValueError:
            continue
    names = {field.name for field in fields(PeopleFilter)} - NOT_KEPT
    return PeopleFilter(**{name: value for name, value in known.items() if name in names})
