"""One change to several people at once: one step, taken back whole."""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from rapport.db.models import Person
from rapport.domain.values import dataclass
from rapport.services import checks, places
from rapport.services.errors import Invalid, Problem
from rapport.services.journal.journal import Verb, journal

__all__ = ["Changed", "discard", "set_city", "set_rhythm", "tag", "untag"]

AT_ONCE = 500  # ids in one statement
Columns = Callable[[Any], dict[str, Any]]  # what changes in one row


@dataclass(frozen=True, slots=True)
class Changed:
    """How many people say something else now, and the batch that takes it back (None: nobody does)."""

    count: int
    batch_id: UUID | None


def tag(owner_id: UUID, people: Collection[UUID], word: str, *, at: datetime) -> Changed:
    """Give them a tag. Raises Invalid."""
    new = _one_tag(word)

    def columns(row: Any) -> dict[str, Any]:
        there = row.tags.split()
        return {} if new in there else {"tags": checks.tags("tag", (*there, new))}

    return _change(owner_id, people, columns, at=at, subject=f"#{new}")


def untag(owner_id: UUID, people: Collection[UUID], word: str, *, at: datetime) -> Changed:
    """Take a tag off them. Raises Invalid."""
    old = _one_tag(word)

    def columns(row: Any) -> dict[str, Any]:
        there = row.tags.split()
        return {"tags": checks.tags("tag", (each for each in there if each != old))} if old in there else {}

    return _change(owner_id, people, columns, at=at, subject=f"#{old}")


def set_city(owner_id: UUID, people: Collection[UUID], city: str, *, at: datetime) -> Changed:
    """They live there now; no city takes it away. Raises Invalid."""
    said = checks.line("city", city, checks.NAME)
    known: dict[str, dict[str, Any]] = {}  # by country: the same name may be elsewhere

    def columns(row: Any) -> dict[str, Any]:
        if row.country not in known:
            found = places.locate(said, row.country) if said else None
            latitude, longitude = (found.latitude, found.longitude) if found else (None, None)
            known[row.country] = {"city": said, "latitude": latitude, "longitude": longitude}
        return known[row.country]

    return _change(owner_id, people, columns, at=at, subject=said)


def set_rhythm(owner_id: UUID, people: Collection[UUID], days: int | None, *, at: datetime) -> Changed:
    """To be in touch every so many days; None: no rhythm. Raises Invalid."""
    said = checks.number("cadence_days", days, 1, 3660)
    return _change(owner_id, people, lambda row: {"cadence_days": said}, at=at)


def discard(owner_id: UUID, people: Collection[UUID], *, at: datetime) -> Changed:
    """Into the bin, for 30 days."""
    return _change(owner_id, people, lambda row: {"binned_at": at}, at=at, verb=Verb.BIN)


def _change(
    owner_id: UUID,
    people: Collection[UUID],
    columns: Columns,
    *,
    at: datetime,
    subject: str = "",
    verb: Verb = Verb.EDIT,
) -> Changed:
    with journal(owner_id, verb, at=at, subject=subject) as book:
        for row in _rows(owner_id, people):
            book.change(row, **columns(row))
    batch_id: UUID = book.batch.pk
    return Changed(len(book.changes), batch_id if book.changes else None)


def _rows(owner_id: UUID, people: Collection[UUID]) -> Iterator[Any]:
    """Those who are there, each once."""
    wanted = list(dict.fromkeys(people))
    for start in range(0, len(wanted), AT_ONCE):
        yield from Person.objects.of(owner_id).live().filter(pk__in=wanted[start : start + AT_ONCE])


def _one_tag(word: str) -> str:
    said = checks.tags("tag", [word]).strip()
    if not said:
        raise Invalid("tag", Problem.REQUIRED)
    return said
