"""Many rows written at once, in steps that each are kept, all in one batch that is taken back whole.

    with bulk(owner_id, Verb.IMPORT, at=now, subject=file) as book:
        for chunk in chunks:
            with book.step():
                book.add_many(Person, columns, rows)

A step is one transaction, so that others can write between two of them. Whoever is stopped in the middle
leaves a batch with what was kept so far, which `undo` takes back.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction

from rapport.db.models import Batch, BulkChange, Change
from rapport.services.bulk_rows import insert
from rapport.services.undo import Journal, Verb, undo

STEP = 1000  # rows of a table in one transaction: about 100 ms, so that a click in between waits no longer


class BulkJournal(Journal):
    """A journal whose batch is written step by step."""

    def __init__(self, batch: Batch) -> None:
        super().__init__(batch)
        self.is_kept = False
        self.when_begun: Callable[[UUID], None] = lambda batch_id: None  # the batch is there to be undone
        self.position = 0
        self.added: list[BulkChange] = []

    @contextmanager
    def step(self) -> Iterator[None]:
        """One transaction: kept when left, forgotten when it raises."""
        self.changes, self.added, self.since = [], [], {}
        with transaction.atomic():
            if not self.is_kept:
                self.batch.number = 0
                self.batch.save(force_insert=True)
            yield
            if self.changes or self.added:
                self.batch.number = self.settle()
                self.batch.save(force_update=True, update_fields=["number"])
                for change in self.changes:
                    change.position += self.position
                self.position += len(self.changes)
                Change.objects.bulk_create(self.changes, batch_size=200)
                BulkChange.objects.bulk_create(self.added)
        if not self.is_kept:
            self.is_kept = True
            self.when_begun(self.batch.pk)

    def abandon(self, at: datetime) -> None:
        """Take back what was kept so far, and leave no trace of the batch."""
        if self.is_kept:
            undo(self.owner_id, self.batch.pk, at=at)
            self.batch.delete()
            self.is_kept = False

    def add_many(
        self, model: type[models.Model], rows: Sequence[Sequence[Any]], columns: Sequence[str]
    ) -> None:
        """Insert new rows; the first column is their id. Values as Python has them, JSON columns as lists."""
        if not rows:
            return
        insert(model, self.owner_id, rows, columns)
        ids = [f"{row[0].int:032x}" if isinstance(row[0], UUID) else row[0] for row in rows]
        self.added.append(
            BulkChange(
                owner_id=self.owner_id,
                batch=self.batch,
                position=self.position + len(self.changes) + len(self.added),
                table=model.__name__,
                rows=ids,
            )
        )


@contextmanager
def bulk(owner_id: UUID, verb: Verb, *, at: datetime, subject: str = "") -> Iterator[BulkJournal]:
    """One batch of many steps; an empty one leaves nothing behind."""
    book = BulkJournal(Batch(owner_id=owner_id, at=at, verb=verb, subject=subject[:400]))
    try:
        yield book
    finally:
        if book.is_kept and not (book.batch.changes.exists() or book.batch.bulk_changes.exists()):
            book.batch.delete()
