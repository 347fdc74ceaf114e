"""How it feels, once a day; saying it again changes it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from rapport.db.models import CheckIn
from rapport.db.queries import checkins as queries
from rapport.db.queries.checkins import CheckInRow
from rapport.services import checks, rows
from rapport.services.errors import Invalid, Problem
from rapport.services.journal.journal import Journal, Verb, journal
from rapport.services.rows import Saved

__all__ = ["CheckInRow", "discard", "listing", "of_day", "record", "save"]


def listing(owner_id: UUID, since: date, until: date) -> tuple[CheckInRow, ...]:
    """Both days included, in date order. One query."""
    return tuple(queries.between(owner_id, since, until))


def of_day(owner_id: UUID, day: date) -> CheckInRow | None:
    return next(iter(queries.between(owner_id, day, day)), None)


def save(
    owner_id: UUID,
    on: date,
    energy: int | None = None,
    pressure: int | None = None,
    note: str = "",
    *,
    at: datetime,
) -> Saved:
    """The whole check-in of that day, over what was said before. Raises Invalid."""
    said: dict[str, Any] = {
        "energy": checks.number("energy", energy, 1, 5),
        "pressure": checks.number("pressure", pressure, 1, 5),
        "note": checks.text("note", note),
    }
    if not any(said.values()):
        raise Invalid("energy", Problem.REQUIRED)
    row = CheckIn.objects.of(owner_id).filter(on=checks.day("on", on)).first()
    with journal(owner_id, Verb.CHECK_IN, at=at, subject=str(on)) as book:
        row = book.add(CheckIn(on=on, **said)) if row is None else book.change(row, **said)
    return rows.saved(book, row.pk)


def discard(owner_id: UUID, on: date, *, at: datetime) -> Saved:
    """Unsay that day's check-in; only undo brings it back. Raises LookupError."""
    row = CheckIn.objects.of(owner_id).filter(on=on).first()
    if row is None:
        raise LookupError(str(on))
    pk: UUID = row.pk
    with journal(owner_id, Verb.BIN, at=at, subject=str(on)) as book:
        book.remove(row)
    return rows.saved(book, pk)


def record(
    book: Journal, on: date, *, energy: int | None = None, pressure: int | None = None, assumed: bool = False
) -> None:
    row = CheckIn.objects.of(book.owner_id).filter(on=on).first()
    if row is None:
        book.add(CheckIn(on=on, energy=energy, pressure=pressure, assumed=assumed))
        return
    said: dict[str, int] = {}
    said |= {"energy": energy} if energy is not None else {}
    said |= {"pressure": pressure} if pressure is not None else {}
    book.change(row, **said)
