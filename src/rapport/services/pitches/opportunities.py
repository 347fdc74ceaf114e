"""What opened up, and where it came from."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from rapport.db.models import Gathering, Opportunity, Person, Pitch
from rapport.db.queries import opportunities as queries
from rapport.db.queries.opportunities import OpportunityRow
from rapport.domain.values import dataclass
from rapport.services import checks, rows
from rapport.services.journal.journal import Journal, Verb, journal
from rapport.services.rows import Saved

__all__ = ["Draft", "OpportunityRow", "create", "discard", "edit", "listing", "read", "record", "restore"]


@dataclass(frozen=True, slots=True)
class Draft:
    """Something that opened up; its origin may be a person, a gathering, a pitch, or all of them."""

    what: str
    on: date
    person_id: UUID | None = None
    gathering_id: UUID | None = None
    pitch_id: UUID | None = None
    note: str = ""


def listing(owner_id: UUID) -> tuple[OpportunityRow, ...]:
    """Newest first. One query."""
    return tuple(queries.rows(owner_id))


def read(owner_id: UUID, opportunity_id: UUID) -> OpportunityRow:
    """Raises LookupError."""
    found = queries.rows(owner_id, Q(pk=opportunity_id))
    if not found:
        raise LookupError(str(opportunity_id))
    return found[0]


def create(owner_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Raises Invalid."""
    columns = _columns(owner_id, draft)
    with journal(owner_id, Verb.CREATE, at=at, subject=columns["what"]) as book:
        row = book.add(Opportunity(**columns))
    return rows.saved(book, row.pk)


def edit(owner_id: UUID, opportunity_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Raises LookupError, Invalid."""
    row = rows.live(Opportunity, owner_id, opportunity_id)
    columns = _columns(owner_id, draft)
    return rows.change(owner_id, row, at=at, subject=columns["what"], **columns)


def discard(owner_id: UUID, opportunity_id: UUID, *, at: datetime) -> Saved:
    """Into the bin. Raises LookupError."""
    row = rows.live(Opportunity, owner_id, opportunity_id)
    return rows.discard(owner_id, row, at=at, subject=row.what)


def restore(owner_id: UUID, opportunity_id: UUID, *, at: datetime) -> Saved:
    """Out of the bin. Raises LookupError."""
    row = rows.binned(Opportunity, owner_id, opportunity_id)
    return rows.restore(owner_id, row, at=at, subject=row.what)


def _columns(owner_id: UUID, draft: Draft) -> dict[str, Any]:
    checks.owned("person_id", Person, owner_id, draft.person_id)
    checks.owned("gathering_id", Gathering, owner_id, draft.gathering_id)
    checks.owned("pitch_id", Pitch, owner_id, draft.pitch_id)
    return {
        "what": checks.line("what", draft.what, required=True),
        "on": checks.day("on", draft.on),
        "person_id": draft.person_id,
        "gathering_id": draft.gathering_id,
        "pitch_id": draft.pitch_id,
        "note": checks.text("note", draft.note),
    }


def record(
    book: Journal,
    what: str,
    on: date,
    *,
    person_id: UUID | None = None,
    gathering_id: UUID | None = None,
    assumed: bool = False,
) -> UUID:
    pk: UUID = book.add(
        Opportunity(what=what[:400], on=on, person_id=person_id, gathering_id=gathering_id, assumed=assumed)
    ).pk
    return pk
