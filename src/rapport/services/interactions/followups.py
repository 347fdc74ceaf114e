"""Next steps with a date."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from rapport.db.models import FollowUp, Person
from rapport.db.queries import followups as queries
from rapport.db.queries.followups import FollowUpRow
from rapport.domain.interactions.followups import Evidence
from rapport.domain.interactions.followups import FollowUp as Step
from rapport.domain.values import dataclass
from rapport.services import checks, rows
from rapport.services.errors import Invalid, Problem
from rapport.services.interactions import closing
from rapport.services.journal.journal import Journal, Verb, journal
from rapport.services.rows import Saved

__all__ = [
    "Draft",
    "FollowUpRow",
    "FollowUpsPage",
    "Likely",
    "create",
    "discard",
    "done",
    "drop",
    "edit",
    "likely",
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
class Likely:
    """An open step that a contact since may have been: only the user knows."""

    id: UUID
    on: date
    by: Evidence


@dataclass(frozen=True, slots=True)
class FollowUpsPage:
    due: tuple[FollowUpRow, ...]  # today or before, the earliest first
    later: tuple[FollowUpRow, ...]
    closed: tuple[FollowUpRow, ...]  # done or let go, the latest first
    likely: tuple[Likely, ...]  # open steps that a contact since may have been


def listing(owner_id: UUID, today: date) -> FollowUpsPage:
    """All next steps. Three queries."""
    found = queries.rows(owner_id)
    waiting = [row for row in found if row.done_on is None and row.dropped_on is None]
    closed = [row for row in found if row.done_on or row.dropped_on]
    return FollowUpsPage(
        due=tuple(row for row in waiting if row.due_on <= today),
        later=tuple(row for row in waiting if row.due_on > today),
        likely=likely(owner_id, waiting),
        closed=tuple(sorted(closed, key=lambda row: row.done_on or row.dropped_on or today, reverse=True)),
    )


def likely(owner_id: UUID, waiting: Iterable[FollowUpRow]) -> tuple[Likely, ...]:
    """Which open steps a contact since may have been. Two queries, where any could."""
    asked = [(row, row.person) for row in waiting if row.person and not row.kept_open]
    steps = [Step(row.id, row.due_on, row.made_on, person.id, row.what) for row, person in asked]
    found = closing.likely(owner_id, steps, {person.id: person.name for _row, person in asked})
    return tuple(Likely(pk, shown.by.on, shown.by.evidence) for pk, shown in found.items())


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
    return _close(owner_id, follow_up_id, at, done_on=checks.day("on", on), dropped_on=None, closed_by="")


def drop(owner_id: UUID, follow_up_id: UUID, on: date, *, at: datetime) -> Saved:
    """Let it go, without a word. Raises LookupError."""
    return _close(owner_id, follow_up_id, at, done_on=None, dropped_on=checks.day("on", on), closed_by="")


def reopen(owner_id: UUID, follow_up_id: UUID, *, at: datetime) -> Saved:
    """Neither done nor let go after all, and not closed by itself again. Raises LookupError."""
    return _close(owner_id, follow_up_id, at, done_on=None, dropped_on=None, closed_by="", kept_open=True)


def discard(owner_id: UUID, follow_up_id: UUID, *, at: datetime) -> Saved:
    """Into the bin. Raises LookupError."""
    row = rows.live(FollowUp, owner_id, follow_up_id)
    return rows.discard(owner_id, row, at=at, subject=row.what)


def restore(owner_id: UUID, follow_up_id: UUID, *, at: datetime) -> Saved:
    """Out of the bin. Raises LookupError."""
    row = rows.binned(FollowUp, owner_id, follow_up_id)
    return rows.restore(owner_id, row, at=at, subject=row.what)


def _close(owner_id: UUID, follow_up_id: UUID, at: datetime, **columns: Any) -> Saved:
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
