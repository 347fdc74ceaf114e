"""Writing what was planned: people in bulk, a step at a time, every row in one batch."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from json.encoder import encode_basestring as quoted
from typing import Any
from uuid import UUID

from rapport.db.models import ContactPoint, Owner, Person, SourceRecord
from rapport.domain.exports.exports import HOW_MET, SINCE, plain
from rapport.domain.imports.extras import Extra, Extras
from rapport.domain.imports.imports import IncomingPerson, IncomingPoint
from rapport.domain.imports.plan import Facts, Fate, Filled, Placement, fill
from rapport.domain.people.contact_keys import phone_key
from rapport.domain.people.people import ContactKind
from rapport.domain.people.search import document
from rapport.services.imports.directory import facts
from rapport.services.journal.bulk import BulkJournal
from rapport.services.journal.bulk_rows import Fixed, json_text, new_ids
from rapport.services.people import people, search_index

PERSON = (
    "id", "name", "folded", "aliases", "organisation", "role", "city", "country", "links", "note", "how_met",
    "known_before", "tags",
)  # fmt: skip
AT_FIRST: Fixed = {"reach": "", "told": "", "assumed": False}  # of everybody who comes in
POINT = ("id", "person", "kind", "value", "label")
RECORD = ("id", "source", "key", "digest", "person", "said", "extra")
NAME, VALUE, LABEL = 200, 400, 40  # characters, as the columns hold
SAID = ("organisation", "role", "city", "country")


def write(
    book: BulkJournal, placements: Sequence[Placement], country: str, new_since: date | None
) -> tuple[UUID, ...]:
    """Write these records down; who was touched. Whoever is known since `new_since` may still be new."""
    new = [placement for placement in placements if placement.fate is Fate.NEW]
    ids = [placement.person_id.hex if placement.person_id else "" for placement in new]
    made = [_person(pk, p.record, new_since) for pk, p in zip(ids, new, strict=True)]
    book.add_many(Person, made, PERSON, AT_FIRST)
    points = [(pk, point) for pk, p in zip(ids, new, strict=True) for point in _once(p.record)]
    book.add_many(ContactPoint, _points(points), POINT)
    _index(book, new, country)
    _fill_in(book, [p for p in placements if p.fate in (Fate.LINKED, Fate.CHANGED)], country)
    fresh = [p for p in placements if p.fate in (Fate.NEW, Fate.LINKED)]
    told = [_record(pk, p) for pk, p in zip(new_ids(len(fresh)), fresh, strict=True)]
    book.add_many(SourceRecord, told, RECORD)
    return tuple(dict.fromkeys(p.person_id for p in placements if p.person_id and p.fate is not Fate.SEEN))


def _index(book: BulkJournal, new: Sequence[Placement], country: str) -> None:
    """Let them be found."""
    rows: list[tuple[float, UUID, str]] = []
    for placement in new:
        if placement.person_id is None:
            continue
        said = placement.record
        phones, others = [], []
        for kind, value, _label in said.points:
            if kind is ContactKind.PHONE:
                phones.append(phone_key(value, country) or value)
            else:
                others.append(value)
        texts = (said.organisation, said.role, said.city, tags(said.tags), said.note, *others)
        rows.append((0.0, placement.person_id, document((said.name, *said.aliases), texts, phones)))
    if rows:
        number = Owner.objects.values_list("number", flat=True).get(pk=book.owner_id)
        search_index.insert(book.owner_id, number, rows)


def _fill_in(book: BulkJournal, placements: Sequence[Placement], country: str) -> None:
    """What these records bring to people who are known."""
    if not placements:
        return
    known = facts(book.owner_id, [p.person_id for p in placements if p.person_id], country)
    earlier = _earlier(book, placements)
    points: list[tuple[str, IncomingPoint]] = []
    for placement in placements:
        person_id = placement.person_id
        there = known.get(person_id) if person_id else None
        if person_id is None or there is None:
            continue
        record = earlier.get((placement.record.source, placement.key))
        brought = fill(there, placement.record, record.said if record else {}, country)
        known[person_id] = _change(book, person_id, there, brought)
        points += [(person_id.hex, IncomingPoint(*point)) for point in brought.points]
        if record is not None:
            told = {"said": _said(placement.record), "extra": [list(e) for e in _extra(placement.record)]}
            book.change(record, **told, digest=placement.digest)
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


def _person(pk: str, said: IncomingPerson, new_since: date | None) -> tuple[Any, ...]:
    name, aliases = said.name[:NAME], said.aliases
    is_new = new_since is not None and said.since is not None and said.since >= new_since
    return (
        pk, name, people.folded(name, aliases), json_text(aliases), said.organisation[:NAME],
        said.role[:NAME], said.city[:NAME], said.country, json_text(said.links), said.note,
        _how_met(said) if said.extra else "", not is_new, tags(said.tags),
    )  # fmt: skip


def _how_met(record: IncomingPerson) -> str:
    """What Rapport itself wrote into a file of people."""
    extra = record.extra
    if isinstance(extra, Extras) and HOW_MET not in extra.packed:  # nearly all
        return ""
    for name, value, _parameters in extra:
        if name == HOW_MET:
            return plain(record.source, value)
    return ""


def _once(record: IncomingPerson) -> Iterable[IncomingPoint]:
    """Each way to reach them once, by the first label it has."""
    if len(record.points) < 2:
        return record.points
    found: dict[tuple[str, str], IncomingPoint] = {}
    for point in record.points:
        found.setdefault(point[:2], point)
    return found.values()


def _points(found: Sequence[tuple[str, IncomingPoint]]) -> list[tuple[str, ...]]:
    return [
        (pk, person_id, str(kind), value[:VALUE], label[:LABEL])
        for pk, (person_id, (kind, value, label)) in zip(new_ids(len(found)), found, strict=True)
    ]


def _record(pk: str, placement: Placement) -> tuple[str | None, ...]:
    record, person_id = placement.record, placement.person_id
    return (
        pk,
        str(record.source),
        placement.key,
        placement.digest,
        person_id.hex if person_id else None,
        _said_text(record),
        _extra_text(record),
    )


def _said(record: IncomingPerson) -> dict[str, str]:
    """The fields that the same record may renew later."""
    there = (record.organisation, record.role, record.city, record.country)
    return {name: value for name, value in zip(SAID, there, strict=True) if value}


def _said_text(record: IncomingPerson) -> str:
    """The same in JSON."""
    said = [f'"{name}": {quoted(value)}' for name, value in _said(record).items()]
    return f"{{{', '.join(said)}}}"


def _extra(record: IncomingPerson) -> list[Extra]:
    """What Rapport has no place for."""
    since = [Extra(SINCE, record.since.isoformat(), "")] if record.since else []
    return [*record.extra, *since, *_cut(record)]


def _extra_text(record: IncomingPerson) -> str:
    """The same in JSON."""
    if isinstance(record.extra, Extras) and not _cut(record):
        return record.extra.as_json()
    return json_text(_extra(record))


def _cut(record: IncomingPerson) -> list[Extra]:
    """What is longer than its column is kept whole beside it."""
    there = (record.name, record.organisation, record.role, record.city)
    if max(map(len, there)) <= NAME:
        return []
    return [
        Extra(f"X-RAPPORT-{name}", value)
        for name, value in zip(("NAME", "ORGANISATION", "ROLE", "CITY"), there, strict=True)
        if len(value) > NAME
    ]


@lru_cache(maxsize=1024)  # few sets of tags are on many people
def tags(words: tuple[str, ...]) -> str:
    """As stored: " vr new-city ", each once, without # or inner spaces."""
    joined = ("-".join(word.strip().lstrip("#").split())[:60] for word in words)
    said = dict.fromkeys(word for word in joined if word)
    return f" {' '.join(said)} " if said else ""
