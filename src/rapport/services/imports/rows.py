"""Writing what was planned: people in bulk, a step at a time, every row in one batch."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from rapport.db.models import ContactPoint, Owner, Person, SourceRecord
from rapport.domain.contact_keys import phone_key
from rapport.domain.exports import HOW_MET, plain
from rapport.domain.import_plan import Facts, Fate, Filled, Placement, fill
from rapport.domain.imports import Extra, IncomingPerson, IncomingPoint
from rapport.domain.people import ContactKind
from rapport.domain.search import document
from rapport.services import people, search_index
from rapport.services.bulk import BulkJournal
from rapport.services.bulk_rows import new_ids
from rapport.services.imports.directory import facts

# fmt: off
PERSON = (
    "id", "name", "folded", "aliases", "organisation", "role", "city", "country", "latitude",
    "longitude", "reach", "links", "note", "how_met", "introduced_by", "met_at", "told", "known_before",
    "cadence_days", "tags",
    "assumed", "binned_at",
)
# fmt: on
POINT = ("id", "person", "kind", "value", "label")
RECORD = ("id", "source", "key", "digest", "person", "said", "extra")
NAME, VALUE, LABEL = 200, 400, 40  # characters, as the columns hold
SAID = ("organisation", "role", "city", "country")


def write(
    book: BulkJournal, placements: Sequence[Placement], country: str, new_since: date | None
) -> tuple[UUID, ...]:
    """Write these records down; who was touched. Whoever is known since `new_since` may still be new."""
    new = [placement for placement in placements if placement.fate is Fate.NEW]
    book.add_many(Person, [_person(placement, new_since) for placement in new], PERSON)
    points = [(placement.person_id, point) for placement in new for point in _once(placement.record)]
    book.add_many(ContactPoint, _points(points), POINT)
    _index(book, new, country)
    _fill_in(book, [p for p in placements if p.fate in (Fate.LINKED, Fate.CHANGED)], country)
    fresh = [p for p in placements if p.fate in (Fate.NEW, Fate.LINKED)]
    ids = new_ids(len(fresh))
    book.add_many(SourceRecord, [(pk, *_record(p)) for pk, p in zip(ids, fresh, strict=True)], RECORD)
    return tuple(dict.fromkeys(p.person_id for p in placements if p.person_id and p.fate is not Fate.SEEN))


def _index(book: BulkJournal, new: Sequence[Placement], country: str) -> None:
    """Let them be found."""
    rows: list[tuple[float, UUID, str]] = []
    for placement in new:
        if placement.person_id is None:
            continue
        said = placement.record
        phones = [phone_key(p.value, country) or p.value for p in said.points if p.kind is ContactKind.PHONE]
        others = [p.value for p in said.points if p.kind is not ContactKind.PHONE]
        texts = (said.organisation, said.role, said.city, tags(said.tags), said.note, *others)
        rows.append((0.0, placement.person_id, document((said.name, *said.aliases), texts, phones)))
    number = Owner.objects.values_list("number", flat=True).get(pk=book.owner_id)
    search_index.insert(book.owner_id, number, rows)


def _fill_in(book: BulkJournal, placements: Sequence[Placement], country: str) -> None:
    """What these records bring to people who are known."""
    if not placements:
        return
    known = facts(book.owner_id, [p.person_id for p in placements if p.person_id], country)
    earlier = _earlier(book, placements)
    points: list[tuple[UUID | None, IncomingPoint]] = []
    for placement in placements:
        person_id = placement.person_id
        there = known.get(person_id) if person_id else None
        if person_id is None or there is None:
            continue
        record = earlier.get((placement.record.source, placement.key))
        brought = fill(there, placement.record, record.said if record else {}, country)
        known[person_id] = _change(book, person_id, there, brought)
        points += [(person_id, IncomingPoint(*point)) for point in brought.points]
        if record is not None:
            book.change(record, **_told(placement.record), digest=placement.digest)
    book.add_many(ContactPoint, _points(points), POINT)


def _earlier(book: BulkJournal, placements: Sequence[Placement]) -> dict[tuple[str, str], SourceRecord]:
    keys = [placement.key for placement in placements if placement.fate is Fate.CHANGED]
    rows = SourceRecord.objects.of(book.owner_id).filter(key__in=keys) if keys else ()
    return {(row.source, row.key): row for row in rows}


def _change(book: BulkJournal, person_id: UUID, there: Facts, brought: Filled) -> Facts:
    """Fill in the columns; the facts as they are now, for the next record of the same person."""
    columns: dict[str, Any] = dict(brought.columns)
    if columns:
        stored = dict(columns)
        if "tags" in stored:
            stored["tags"] = tags(stored["tags"])
        row: Any = Person.objects.of(book.owner_id).get(pk=person_id)
        if "aliases" in stored:
            stored["folded"] = people.folded(row.name, stored["aliases"])
        book.change(row, **stored)
    points = frozenset((kind, value) for kind, value, _label in brought.points)
    as_values: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in columns.items()}
    return replace(there, **as_values, points=there.points | points)


def _person(placement: Placement, new_since: date | None) -> tuple[Any, ...]:
    said = placement.record
    aliases, kept_tags = list(said.aliases), tags(said.tags)
    name = said.name[:NAME]
    is_new = new_since is not None and said.since is not None and said.since >= new_since
    return (
        placement.person_id, name, people.folded(name, aliases), aliases, said.organisation[:NAME],
        said.role[:NAME], said.city[:NAME], said.country, None, None, "", list(said.links), said.note,
        _how_met(said), None, None, "", not is_new, None, kept_tags, False, None,
    )  # fmt: skip


def _how_met(record: IncomingPerson) -> str:
    """What Rapport itself wrote into a file of people."""
    said = (plain(record.source, each.value) for each in record.extra if each.name == HOW_MET)
    return next(said, "")


def _once(record: IncomingPerson) -> list[IncomingPoint]:
    """Each way to reach them once, by the first label it has."""
    found: dict[tuple[str, str], IncomingPoint] = {}
    for point in record.points:
        found.setdefault((point.kind, point.value), point)
    return list(found.values())


def _points(found: Sequence[tuple[UUID | None, IncomingPoint]]) -> list[tuple[Any, ...]]:
    return [
        (pk, person_id, point.kind, point.value[:VALUE], point.label[:LABEL])
        for pk, (person_id, point) in zip(new_ids(len(found)), found, strict=True)
    ]


def _record(placement: Placement) -> tuple[Any, ...]:
    told = _told(placement.record)
    source = placement.record.source
    return (
        source,
        placement.key,
        placement.digest,
        placement.person_id,
        told["said"],
        told["extra"],
    )


def _told(record: IncomingPerson) -> dict[str, Any]:
    """What the record said: the fields it may renew, and what Rapport has no place for."""
    said = {name: value for name in SAID if (value := getattr(record, name))}
    return {"said": said, "extra": [list(each) for each in (*record.extra, *_cut(record))]}


def _cut(record: IncomingPerson) -> list[Extra]:
    """What is longer than its column is kept whole beside it."""
    long = [(name, getattr(record, name)) for name in ("name", "organisation", "role", "city")]
    return [Extra(f"X-RAPPORT-{name.upper()}", value) for name, value in long if len(value) > NAME]


def tags(words: Sequence[str]) -> str:
    """As stored: " vr new-city ", each once, without # or inner spaces."""
    joined = ("-".join(word.strip().lstrip("#").split())[:60] for word in words)
    said = dict.fromkeys(word for word in joined if word)
    return f" {' '.join(said)} " if said else ""
