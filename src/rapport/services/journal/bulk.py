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
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction

from rapport.db.models import Batch, BulkChange, Change
from rapport.services.history import acquaintances
from rapport.services.journal.bulk_rows import NOTHING, Fixed, put, roomy
from rapport.services.journal.journal import Journal, Verb
from rapport.services.journal.undo import undo

STEP = 1000  # rows of a table in one transaction: about 100 ms, so that a click in between waits no longer


class BulkJournal(Journal):
    """A journal whose batch is written step by step."""

    def __init__(self, batch: Batch) -> None:
        super().__init__(batch)
        self.is_kept = False
        self.when_begun: Callable[[UUID], None] = lambda batch_id: None  # the batch is there to be undone
        self.position = 0
        self.added: list[BulkChange] = []
        self.met: set[UUID] = set()  # whose acquaintances are worked out when all is in

    @contextmanager
    def step(self) -> Iterator[None]:
        """One transaction: kept when left, forgotten when it raises."""
        self.changes, self.added, self.since, self.company = [], [], {}, set()
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

    def acquaint(self, people: set[UUID], today: date) -> None:
        """Not at every step: `acquaint_all` does it once."""
        self.met |= people

    def acquaint_all(self) -> None:
        """Work out whom everybody that came in knows; in a step of its own."""
        if self.met:
            with self.step():
                acquaintances.refresh(self.owner_id, self.met, self.today())
            self.met = set()

    def abandon(self, at: datetime) -> None:
        """Take back what was kept so far, and leave no trace of the batch."""
        if self.is_kept:
            undo(self.owner_id, self.batch.pk, at=at)
            self.batch.delete()
            self.is_kept = False

    def add_many(
        self,
        model: type[models.Model],
        rows: Sequence[Sequence[Any]],
        columns: Sequence[str],
        same: Fixed = NOTHING,
    ) -> None:
        """Insert new rows, ready as `bulk_rows.put` takes them; the first column is their id."""
        if not rows:
            return
        put(model, self.owner_id, rows, columns, same)
        self.added.append(
            BulkChange(
                owner_id=self.owner_id,
                batch=self.batch,
                position=self.position + len(self.changes) + len(self.added),
                table=model.__name__,
                rows=[row[0] for row in rows],
            )
        )


@contextmanager
def bulk(owner_id: UUID, verb: Verb, *, at: datetime, subject: str = "") -> Iterator[BulkJournal]:
    """One batch of many steps; an empty one leaves nothing behind."""
    book = BulkJournal(Batch(owner_id=owner_id, at=at, verb=verb, subject=subject[:400]))
    try:
        with roomy():
            yield book
            if book.is_kept:
                book.acquaint_all()
    finally:
        if book.is_kept and not (book.batch.changes.exists() or book.batch.bulk_changes.exists()):
            book.batch.delete()
