"""Reflections, kept as written."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from rapport.db.models import Note, Person
from rapport.db.queries import notes as queries
from rapport.db.queries.notes import NoteRow
from rapport.db.queries.values import Paging
from rapport.domain.values import dataclass
from rapport.services import checks, rows
from rapport.services.interactions.interactions import spaced
from rapport.services.journal.journal import Journal, Verb, journal
from rapport.services.rows import Saved

__all__ = [
    "Draft",
    "NoteRow",
    "NotesPage",
    "Paging",
    "create",
    "discard",
    "edit",
    "listing",
    "read",
    "record",
    "restore",
]


@dataclass(frozen=True, slots=True)
class Draft:
    """A note to write down, perhaps about somebody."""

    on: date
    text: str
    tags: tuple[str, ...] = ()
    person_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class NotesPage:
    rows: tuple[NoteRow, ...]  # newest first
    paging: Paging


def listing(owner_id: UUID, *, page: int = 1) -> NotesPage:
    """Notes, 50 a page. Two queries."""
    found, paging = queries.page(owner_id, page)
    return NotesPage(found, paging)


def read(owner_id: UUID, note_id: UUID) -> NoteRow:
    """Raises LookupError."""
    found = queries.rows(owner_id, Q(pk=note_id))
    if not found:
        raise LookupError(str(note_id))
    return found[0]


def create(owner_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Raises Invalid."""
    columns = _columns(owner_id, draft)
    with journal(owner_id, Verb.CREATE, at=at, subject=columns["text"]) as book:
        row = book.add(Note(**columns))
    return rows.saved(book, row.pk)


def edit(owner_id: UUID, note_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Raises LookupError, Invalid."""
    row = rows.live(Note, owner_id, note_id)
    columns = _columns(owner_id, draft)
    return rows.change(owner_id, row, at=at, subject=columns["text"], **columns)


def discard(owner_id: UUID, note_id: UUID, *, at: datetime) -> Saved:
    """Into the bin. Raises LookupError."""
    row = rows.live(Note, owner_id, note_id)
    return rows.discard(owner_id, row, at=at, subject=row.text)


def restore(owner_id: UUID, note_id: UUID, *, at: datetime) -> Saved:
    """Out of the bin. Raises LookupError."""
    row = rows.binned(Note, owner_id, note_id)
    return rows.restore(owner_id, row, at=at, subject=row.text)


def _columns(owner_id: UUID, draft: Draft) -> dict[str, Any]:
    checks.owned("person_id", Person, owner_id, draft.person_id)
    return {
        "on": checks.day("on", draft.on),
        "text": checks.text("text", draft.text, required=True),
        "tags": checks.tags("tags", draft.tags),
        "person_id": draft.person_id,
    }


def record(book: Journal, on: date, text: str, tags: tuple[str, ...] = (), *, assumed: bool = False) -> UUID:
    pk: UUID = book.add(Note(on=on, text=text, tags=spaced(tags), assumed=assumed)).pk
    return pk
