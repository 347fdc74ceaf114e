"""What another program kept beside its people: counted for the plan, then written beside them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from rapport.db.models import FollowUp, Interaction, Note, Participant, Person, SourceRecord
from rapport.domain.imports.entries import Entry, due_on, placed
from rapport.domain.imports.imports import EntryKind, IncomingEntry, Quarantined, Trouble
from rapport.domain.imports.plan import Fate, KnownRecord
from rapport.formats.cells import excerpt
from rapport.services.imports.rows import RECORD
from rapport.services.imports.values import FileTold
from rapport.services.imports.walk import Walk
from rapport.services.interactions import closing
from rapport.services.journal.bulk import BulkJournal
from rapport.services.journal.bulk_rows import json_text, new_ids

STEP = 500  # written in one transaction
WHAT = 400  # characters of a next step


class Beside:
    """The entries of one pass through files, in their order."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.found: list[tuple[FileTold, IncomingEntry]] = []

    def add(self, told: FileTold, item: IncomingEntry) -> None:
        """Kept until everybody is known."""
        self.found.append((told, item))

    def sort(self) -> list[Entry]:
        """Say what becomes of each, and count it; those that are to be written."""
        known = dict(self.walk.planner.directory.records)
        fresh = []
        for told, item in self.found:
            entry = placed(item, self.walk.called, known)
            if entry is None:
                said = excerpt(item.text or " ".join(item.people))
                self.walk.plan.leave_out(told, Quarantined(item.where, Trouble.NOBODY, said))
            elif entry.fate is Fate.SEEN:
                told.entries_seen += 1
            else:
                told.entries[item.kind] = told.entries.get(item.kind, 0) + 1
                first = entry.people[0] if entry.people else None
                known[item.source, entry.key] = KnownRecord(entry.digest, first)
                fresh.append(entry)
        return fresh

    def write(self, book: BulkJournal) -> list[UUID]:
        """Write them down, a step at a time; whom they tell of."""
        fresh = self.sort()
        for start in range(0, len(fresh), STEP):
            with book.step():
                _write(book, fresh[start : start + STEP], self.walk.today)
        return list(dict.fromkeys(person for entry in fresh for person in entry.people))


def _write(book: BulkJournal, fresh: Sequence[Entry], today: date) -> None:
    earlier = _earlier(book, fresh)
    made: list[tuple[Entry, UUID | None]] = []
    for entry in fresh:
        record = earlier.get((entry.said.source, entry.key))
        if record is None:
            made.append((entry, _add(book, entry, today)))
        else:
            _renew(book, entry, record)
    book.add_many(SourceRecord, list(_records(made)), RECORD)


def _records(made: Sequence[tuple[Entry, UUID | None]]) -> Iterable[tuple[str | None, ...]]:
    for pk, (entry, row) in zip(new_ids(len(made)), made, strict=True):
        person = entry.people[0].hex if entry.people else None
        said = {"row": str(row)} if row else {}
        yield pk, str(entry.said.source), entry.key, entry.digest, person, json_text(said), json_text([])


def _earlier(book: BulkJournal, fresh: Sequence[Entry]) -> dict[tuple[str, str], SourceRecord]:
    keys = [entry.key for entry in fresh if entry.fate is Fate.CHANGED]
    rows = SourceRecord.objects.of(book.owner_id).filter(key__in=keys) if keys else ()
    return {(row.source, row.key): row for row in rows}


def _add(book: BulkJournal, entry: Entry, today: date) -> UUID | None:
    """The row that was made; None where a person was changed."""
    match entry.said.kind:
        case EntryKind.EXCHANGE:
            return _exchange(book, entry, today)
        case EntryKind.NEXT_STEP:
            return _next_step(book, entry, today)
        case EntryKind.REFLECTION:
            return _reflection(book, entry, today)
        case EntryKind.HOW_MET:
            _how_met(book, entry)
        case EntryKind.RHYTHM:
            _rhythm(book, entry)
    return None


def _exchange(book: BulkJournal, entry: Entry, today: date) -> UUID:
    said = entry.said
    row = book.add(
        Interaction(on=said.on or today, channel=said.channel, direction=said.direction, note=said.text)
    )
    for person_id in entry.people:
        book.add(Participant(interaction=row, person_id=person_id))
    closing.after_interaction(book, row, list(entry.people))
    pk: UUID = row.pk
    return pk


def _next_step(book: BulkJournal, entry: Entry, today: date) -> UUID:
    """One whose day has passed for good is let go, not owed."""
    said = entry.said
    due = due_on(said, today)
    has_passed = said.on is not None and due < today
    person_id = entry.people[0] if entry.people else None
    row = FollowUp(
        person_id=person_id,
        what=" ".join(said.text.split())[:WHAT],
        made_on=min(today, due),
        due_on=due,
        done_on=said.done_on,
        dropped_on=due if has_passed and said.done_on is None else None,
    )
    pk: UUID = book.add(row).pk
    return pk


def _reflection(book: BulkJournal, entry: Entry, today: date) -> UUID:
    person_id = entry.people[0] if entry.people else None
    pk: UUID = book.add(Note(on=entry.said.on or today, text=entry.said.text, person_id=person_id)).pk
    return pk


def _how_met(book: BulkJournal, entry: Entry) -> None:
    """Fills what is blank; what the user wrote stays, and the rest is told below it."""
    row = _person(book, entry)
    if row is None:
        return
    columns: dict[str, Any] = {}
    if row.introduced_by_id is None and len(entry.people) > 1:
        columns["introduced_by_id"] = entry.people[1]
    if entry.said.text and entry.said.text not in row.how_met:
        columns["how_met"] = f"{row.how_met}\n{entry.said.text}".strip()
    if columns:
        book.change(row, **columns)


def _rhythm(book: BulkJournal, entry: Entry) -> None:
    row = _person(book, entry)
    if row is not None and row.cadence_days is None:
        book.change(row, cadence_days=entry.said.days)


def _person(book: BulkJournal, entry: Entry) -> Person | None:
    """Whom it tells of, where they are here and the file names them first."""
    rows: Any = Person.objects.of(book.owner_id).live()
    row: Person | None = rows.filter(pk__in=entry.people[:1]).first()
    return row


def _renew(book: BulkJournal, entry: Entry, record: SourceRecord) -> None:
    """The source says it otherwise now; what the user changed or deleted since stays as it is."""
    said, pk = entry.said, record.said.get("row")
    if said.kind is EntryKind.EXCHANGE:
        columns = {"on": said.on, "channel": said.channel, "direction": said.direction, "note": said.text}
        _change(book, Interaction, pk, columns)
    elif said.kind is EntryKind.REFLECTION:
        _change(book, Note, pk, {"on": said.on, "text": said.text})
    elif said.kind is EntryKind.NEXT_STEP and said.done_on:
        _change(book, FollowUp, pk, {"done_on": said.done_on, "dropped_on": None})
    elif said.kind is EntryKind.HOW_MET:
        _how_met(book, entry)
    book.change(record, digest=entry.digest)


def _change(book: BulkJournal, model: Any, pk: str | None, columns: Mapping[str, object]) -> None:
    for row in model.objects.of(book.owner_id).live().filter(pk=pk):
        book.change(row, **columns)
