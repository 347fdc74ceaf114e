"""Taking a batch back, row by row: refused where something later stands on one of them."""

from typing import Any

from django.apps import apps

from rapport.db.models import Batch, Change
from rapport.services.journal.images import moved_on, restored
from rapport.services.journal.undo import CannotUndo, Journal


def reverse(touched: Journal) -> tuple[int, int]:
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
