"""Taking a batch back whole, row by row: refused where something later stands on one of them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models, transaction

from rapport.db.models import Batch, Change
from rapport.domain.values import dataclass
from rapport.services.journal.images import moved_on, restored
from rapport.services.journal.journal import Journal, Verb


class CannotUndo(Exception):
    """A later change stands on one of the batch's rows; nothing was taken back."""


@dataclass(frozen=True, slots=True)
class Done:
    """A batch, as a door shows it."""

    id: UUID
    at: datetime
    verb: Verb
    subject: str
    is_undone: bool
    changes: int
    kept: int = 0  # people of an import who stay, since something was written about them later


def recent(owner_id: UUID, limit: int = 20) -> list[Done]:
    """The last batches, newest first."""
    rows = Batch.objects.of(owner_id).annotate(n=models.Count("changes")).order_by("-number")[:limit]
    return [_done(row, row.n) for row in rows]


def last_undoable(owner_id: UUID) -> Done | None:
    """The newest batch not taken back yet."""
    undoable = Batch.objects.of(owner_id).filter(undone_at=None).exclude(verb=Verb.ERASE)
    row = undoable.order_by("-number").first()
    return _done(row, 0) if row else None


def undo(owner_id: UUID, batch_id: UUID, *, at: datetime) -> Done:
    """Take a batch back whole. Raises LookupError, or CannotUndo and changes nothing."""
    with transaction.atomic():
        batch = Batch.objects.of(owner_id).filter(pk=batch_id, undone_at__isnull=True).first()
        if batch is None or batch.verb == Verb.ERASE:
            raise LookupError(str(batch_id))
        touched = Journal(batch)
        count, kept = _reverse_all(touched)
        batch.undone_at = at
        batch.save(update_fields=["undone_at"])
        touched.settle()
        return _done(batch, count, kept)


def _done(batch: Batch, changes: int, kept: int = 0) -> Done:
    verb, is_undone = Verb(batch.verb), batch.undone_at is not None
    return Done(batch.pk, batch.at, verb, batch.subject, is_undone, changes, kept)


def _reverse_all(touched: Journal) -> tuple[int, int]:
    """Restore the before-images of its batch, the last first: how many rows, and how many people stay.

    Raises CannotUndo.
    """
    batch = touched.batch
    _refuse_what_changed_since(batch)
    changes = list(batch.changes.order_by("-position"))
    for change in changes:
        _reverse(change, touched)
    return len(changes), _reverse_bulk(touched)


def _reverse_bulk(touched: Journal) -> int:
    if not touched.batch.bulk_changes.exists():
        return 0
    from rapport.services.journal import bulk_undo  # only an import has many rows

    return bulk_undo.reverse(touched.batch, touched.today())


def _refuse_what_changed_since(batch: Batch) -> None:
    """A row changed, changed back and changed again looks untouched: undoing the first strands the last."""
    later = Change.objects.filter(
        owner_id=batch.owner_id,
        batch__number__gt=batch.number,
        batch__undone_at__isnull=True,
        row__in=batch.changes.values("row"),
    )
    if table := later.values_list("table", flat=True).first():
        raise CannotUndo(table)


def _reverse(change: Change, touched: Journal) -> None:
    model: Any = apps.get_model("rapport", change.table)
    row = model.objects.filter(pk=change.row).first()
    if (row is None) != (change.after is None) or (row is not None and moved_on(row, change.after or {})):
        raise CannotUndo(change.table)
    if row is not None:
        touched.touch(row)
    if change.before is None:
        _refuse_orphans(row, change)
        row.delete()
        return
    was = restored(row or model(), change.before)
    was.save(force_insert=row is None, force_update=row is not None)
    touched.touch(was)


def _refuse_orphans(row: Any, change: Change) -> None:
    """A row that later batches hang on cannot be unmade under them."""
    later = Change.objects.filter(
        owner_id=change.owner_id, batch__number__gt=change.batch.number, batch__undone_at__isnull=True
    )
    for images in later.values_list("after", flat=True).iterator():
        if images and str(row.pk) in images.values():
            raise CannotUndo(change.table)
