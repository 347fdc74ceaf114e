"""The journal every verb writes into.

    with journal(owner_id, Verb.LOG, at=now, subject=line) as book:
        book.add(Interaction(...))
        book.change(person, city="Berlin")
        book.remove(participant)

One `journal` is one transaction and one `Batch`. Leaving it re-judges everybody whose story it touched and
moves the owner's revision on. Undoing a batch restores its before-images in reverse order.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import models, transaction

from rapport.db.models import (
    Batch,
    Challenge,
    Change,
    ContactPoint,
    Gathering,
    Interaction,
    Introduction,
    Owner,
    Participant,
    Person,
)
from rapport.domain.challenge.referee import Overruled
from rapport.services.challenge import rulings
from rapport.services.history import acquaintances
from rapport.services.journal.images import image_of
from rapport.services.people import search_index


class Verb(StrEnum):
    LOG = "log"
    DIARY = "diary"
    CREATE = "create"
    EDIT = "edit"
    BIN = "bin"
    RESTORE = "restore"
    ANSWER = "answer"
    CHALLENGE = "challenge"
    SETTINGS = "settings"
    CHECK_IN = "check_in"
    CARD = "card"
    DEMO = "demo"
    IMPORT = "import"
    MERGE = "merge"
    FEED = "feed"  # a feed told another day or hour
    ERASE = "erase"  # no way back: its batch holds nothing


class Journal:
    """Writes rows and remembers how they were."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self.changes: list[Change] = []
        self.since: dict[UUID, date | None] = {}  # whose story, changed from which day on (None: all of it)
        self.reachable: set[UUID] = set()  # who has another address or number now
        self.company: set[UUID] = set()  # who may know others now, or no longer
        self.everyone = False  # a rule, a place or a challenge changed: judge all again
        self.moved: tuple[Overruled, ...] = ()  # judged otherwise by it; known once it is closed

    @property
    def owner_id(self) -> UUID:
        """Whose rows these are."""
        owner_id: UUID = self.batch.owner_id
        return owner_id

    def add(self, row: models.Model) -> Any:
        """Insert a new row; returns it. Its owner is the batch's."""
        if not isinstance(row, Owner):
            row.owner_id = self.batch.owner_id  # type: ignore[attr-defined]  # every other model is owned
        row.save(force_insert=True)
        self._note(row, before=None, after=image_of(row))
        return row

    def change(self, row: Any, **fields: Any) -> Any:
        """Set columns; does nothing when all have these values already."""
        if all(getattr(row, name) == value for name, value in fields.items()):
            return row
        before = image_of(row)
        self.touch(row)  # where it was
        for name, value in fields.items():
            setattr(row, name, value)
        after = image_of(row)
        if after != before:
            row.save(force_update=True)
            self._note(row, before=before, after=after)
        return row

    def remove(self, row: Any) -> None:
        """Delete one row for good (undo brings it back); what hangs on it must be removed first."""
        self.touch(row)
        self._note(row, before=image_of(row), after=None)
        row.delete()

    def _note(self, row: models.Model, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
        self.touch(row)
        change = Change(
            owner_id=self.batch.owner_id,
            batch=self.batch,
            position=len(self.changes),
            table=type(row).__name__,
            row=row.pk,
            before=before,
            after=after,
        )
        self.changes.append(change)

    def touch(self, row: models.Model) -> None:
        """Remember whose story this row belongs to, and from which day on it may read differently."""
        if isinstance(row, Person):
            self.since[row.pk] = None
        elif isinstance(row, ContactPoint):
            self.reachable.add(row.person_id)
        elif isinstance(row, Participant):
            self._changed(row.person_id, row.interaction.on)
        elif isinstance(row, Interaction):
            there = Participant.objects.filter(interaction_id=row.pk).values_list("person_id", flat=True)
            for person_id in there:
                self._changed(person_id, row.on)
        elif isinstance(row, Introduction):
            self.company.update(filter(None, (row.introducer_id, row.person_id, row.other_id)))
        elif isinstance(row, Gathering):
            self.company.update(acquaintances.guests(row))
        elif isinstance(row, Challenge | Owner):
            self.everyone = True

    def _changed(self, person_id: UUID, on: date) -> None:
        known = self.since.get(person_id, on)
        self.since[person_id] = None if known is None else min(known, on)

    def close(self) -> None:
        """Write the changes down, judge again, move the revision on."""
        if self.changes:
            self.batch.number = self.settle()
            self.batch.save(force_insert=True)
            Change.objects.bulk_create(self.changes)

    def today(self) -> date:
        """The day on which this is written: a demo stands still on its own."""
        stands_on: date | None = Owner.objects.values_list("stands_on", flat=True).get(pk=self.owner_id)
        return stands_on or self.batch.at.date()

    def settle(self) -> int:
        """Judge again whoever was touched; the owner's new revision."""
        owner_id, today = self.batch.owner_id, self.today()
        if self.everyone:
            rulings.rebuild(owner_id, today)
            search_index.refresh_all(owner_id)
        elif self.since:
            self.moved = rulings.rejudge(owner_id, self.since, today)
        if self.since or self.reachable:
            search_index.refresh(owner_id, self.reachable.union(self.since))
        if self.reachable:
            from rapport.services.history import history  # it writes through journals itself

            if history.is_any(owner_id):
                self.company |= history.relink(owner_id, self.reachable, today)
        self.acquaint(self.company.union(self.reachable, self.since), today)
        Owner.objects.filter(pk=owner_id).update(revision=models.F("revision") + 1)
        number: int = Owner.objects.values_list("revision", flat=True).get(pk=owner_id)
        return number

    def acquaint(self, people: set[UUID], today: date) -> None:
        """Work out again whom these know."""
        acquaintances.refresh(self.owner_id, people, today)


_outer: ContextVar[Journal | None] = ContextVar("outer", default=None)


@contextmanager
def within(book: Journal) -> Iterator[None]:
    """Verbs called in here write into this journal, so that all of them are one step to take back."""
    token = _outer.set(book)
    try:
        yield
    finally:
        _outer.reset(token)


@contextmanager
def journal(owner_id: UUID, verb: Verb, *, at: datetime, subject: str = "") -> Iterator[Journal]:
    """One transaction, one batch; nothing is kept when it raises. Inside `within` it is that one."""
    outer = _outer.get()
    if outer is not None:
        yield outer
        return
    with transaction.atomic():
        book = Journal(Batch(owner_id=owner_id, at=at, verb=verb, subject=subject[:400]))
        yield book
        book.close()
