"""One row of one owner, and what a verb hands back."""

from datetime import datetime
from typing import Any
from uuid import UUID

from rapport.domain.challenge.referee import Overruled
from rapport.domain.values import dataclass
from rapport.services.journal.journal import Journal, Verb, journal


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written, and the batch that takes it back; no batch when nothing changed."""

    id: UUID
    batch_id: UUID | None
    moved: tuple[Overruled, ...] = ()  # other exchanges that are judged otherwise by it


def saved(book: Journal, pk: UUID) -> Saved:
    batch_id: UUID = book.batch.pk
    moved = tuple(each for each in book.moved if each.interaction_id != pk)
    return Saved(pk, batch_id if book.changes else None, moved)


def live(model: Any, owner_id: UUID, pk: UUID) -> Any:
    """The row, unless it is unknown, someone else's or in the bin: then LookupError."""
    row = model.objects.of(owner_id).live().filter(pk=pk).first()
    if row is None:
        raise LookupError(str(pk))
    return row


def binned(model: Any, owner_id: UUID, pk: UUID) -> Any:
    """The row in the bin; LookupError when it is not there."""
    row = model.objects.of(owner_id).filter(pk=pk, binned_at__isnull=False).first()
    if row is None:
        raise LookupError(str(pk))
    return row


def change(owner_id: UUID, row: Any, *, at: datetime, subject: str, **columns: Any) -> Saved:
    """Set columns in a batch of its own."""
    with journal(owner_id, Verb.EDIT, at=at, subject=subject) as book:
        book.change(row, **columns)
    return saved(book, row.pk)


def discard(owner_id: UUID, row: Any, *, at: datetime, subject: str) -> Saved:
    """Into the bin, for 30 days."""
    with journal(owner_id, Verb.BIN, at=at, subject=subject) as book:
        book.change(row, binned_at=at)
    return saved(book, row.pk)


def restore(owner_id: UUID, row: Any, *, at: datetime, subject: str) -> Saved:
    """Out of the bin."""
    with journal(owner_id, Verb.RESTORE, at=at, subject=subject) as book:
        book.change(row, binned_at=None)
    return saved(book, row.pk)
