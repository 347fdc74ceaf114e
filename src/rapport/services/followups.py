"""Next steps with a date."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from rapport.db.models import FollowUp, Person
from rapport.db.queries import followups as queries
from rapport.db.queries.followups import FollowUpRow
from rapport.domain.values import dataclass
from rapport.services import checks, rows
from rapport.services.errors import Invalid, Problem
from rapport.services.rows import Saved
from rapport.services.undo import Journal, Verb, journal

__all__ = [
    "Draft",
    "FollowUpRow",
    "FollowUpsPage",
    "create",
    "discard",
    "done",
    "drop",
    "edit",
    "listing",
    "read",
    "record",
    "reopen",
    "restore",
]


@dataclass(frozen=True, slots=True)
class Draft:
    """A next step to write down: with whom, what, or both."""

    due_on: date
    made_on: date
    person_id: UUID | None = None
    what: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpsPage:
    due: tuple[FollowUpRow, ...]  # today or before, the earliest first
    later: tuple[FollowUpRow, ...]
    closed: tuple[FollowUpRow, ...]  # done or let go, the latest first


def listing(owner_id: UUID, today: date) -> FollowUpsPage:
    """All next steps. One query."""
    found = queries.rows(owner_id)
    waiting = [row for row in found if row.done_on is None and row.dropped_on is None]
    closed = [row for row in found if row.done_on or row.dropped_on]
    return FollowUpsPage(
        due=tuple(row for row in waiting if row.due_on <= today),
        later=tuple(row for row in waiting if row.due_on > today),
        closed=tuple(sorted(closed, key=lambda row: row.done_on or row.dropped_on or today, reverse=True)),
    )


def read(owner_id: UUID, follow_up_id: UUID) -> FollowUpRow:
    """Raises LookupError."""
    found = queries.rows(owner_id, Q(pk=follow_up_id))
    if not found:
        raise LookupError(str(follow_up_id))
    return found[0]


def create(owner_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Raises Invalid."""
    columns = _columns(owner_id, draft)
    with journal(owner_id, Verb.CREATE, at=at, subject=columns["what"]) as book:
        row = book.add(FollowUp(**columns))
    return rows.saved(book, row.pk)


def edit(owner_id: UUID, follow_up_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Raises LookupError, Invalid."""
    row = rows.live(FollowUp, owner_id, follow_up_id)
    columns = _columns(owner_id, draft)
    return rows.change(owner_id, row, at=at, subject=columns["what"], **columns)


def done(owner_id: UUID, follow_up_id: UUID, on: date, *, at: datetime) -> Saved:
    """Raises LookupError."""
    return _close(owner_id, follow_up_id, at, done_on=checks.day("on", on), dropped_on=None)


def drop(owner_id: UUID, follow_up_id: UUID, on: date, *, at: datetime) -> Saved:
    """Let it go, without a word. Raises LookupError."""
    return _close(owner_id, follow_up_id, at, done_on=None, dropped_on=checks.day("on", on))


def reopen(owner_id: UUID, follow_up_id: UUID, *, at: datetime) -> Saved:
    """Neither done nor let go after all. Raises LookupError."""
    return _close(owner_id, follow_up_id, at, done_on=None, dropped_on=None)


def discard(owner_id: UUID, follow_up_id: UUID, *, at: datetime) -> Saved:
    """Into the bin. Raises LookupError."""
    row = rows.live(FollowUp, owner_id, follow_up_id)
    return rows.discard(owner_id, row, at=at, subject=row.what)


def restore(owner_id: UUID, follow_up_id: UUID, *, at: datetime) -> Saved:
    """Out of the bin. Raises LookupError."""
    row = rows.binned(FollowUp, owner_id, follow_up_id)
    return rows.restore(owner_id, row, at=at, subject=row.what)


def _close(owner_id: UUID, follow_up_id: UUID, at: datetime, **columns: date | None) -> Saved:
    row = rows.live(FollowUp, owner_id, follow_up_id)
    return rows.change(owner_id, row, at=at, subject=row.what, **columns)


def _columns(owner_id: UUID, draft: Draft) -> dict[str, Any]:
    checks.owned("person_id", Person, owner_id, draft.person_id)
    what = checks.line("what", draft.what)
    if draft.person_id is None and not what:
        raise Invalid("what", Problem.REQUIRED)
    due_on = checks.not_before("due_on", draft.due_on, checks.day("made_on", draft.made_on))
    return {"person_id": draft.person_id, "what": what, "made_on": draft.made_on, "due_on": due_on}


def record(book: Journal, person_id: UUID | None, what: str, made_on: date, due_on: date) -> UUID:
    pk: UUID = book.add(FollowUp(person_id=person_id, what=what[:400], made_on=made_on, due_on=due_on)).pk
    return pk
