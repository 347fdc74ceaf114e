"""Who is known already: everybody of an owner, by every key that may recognise them."""

from uuid import UUID

from django.db.models import TextField, Value
from django.db.models.functions import Cast
from django.db.models.lookups import Contains

from rapport.db.models import ContactPoint, Person, SourceRecord
from rapport.domain.exports.exports import SINCE
from rapport.domain.imports.imports import IncomingPoint, Source
from rapport.domain.imports.plan import Directory, Facts, KnownRecord, contact_keys
from rapport.domain.people.people import ContactKind

BETWEEN = " | "  # stands between the spellings of one person in `folded`


def directory(owner_id: UUID, country: str) -> Directory:
    """Three queries, however many people."""
    known = Directory(records=_records(owner_id))
    keys = _keys(owner_id, country)
    people = Person.objects.of(owner_id).live().values_list("id", "folded", "links")
    for person_id, folded, links in people.iterator():
        found = keys.get(person_id, [])
        if links:
            found = found + contact_keys((), links, country)
        known.add(person_id, folded.split(BETWEEN), found)
    return known


def facts(owner_id: UUID, people: list[UUID], country: str) -> dict[UUID, Facts]:
    """What is written down of these people. Two queries."""
    points = ContactPoint.objects.of(owner_id).filter(person_id__in=people)
    there: dict[UUID, list[IncomingPoint]] = {}
    for person_id, kind, value in points.values_list("person_id", "kind", "value"):
        there.setdefault(person_id, []).append(IncomingPoint(ContactKind(kind), value))
    found = {}
    for row in Person.objects.of(owner_id).filter(pk__in=people):
        points_there = there.get(row.pk, [])
        found[row.pk] = Facts(
            name=row.name,
            aliases=tuple(row.aliases),
            organisation=row.organisation,
            role=row.role,
            city=row.city,
            country=row.country,
            links=tuple(row.links),
            note=row.note,
            tags=tuple(row.tags.split()),
            keys=frozenset(contact_keys(points_there, row.links, country)),
            points=frozenset((point.kind, point.value) for point in points_there),
        )
    return found


def _records(owner_id: UUID) -> dict[tuple[Source, str], KnownRecord]:
    dated = Contains(Cast("extra", TextField()), Value(SINCE))
    rows = SourceRecord.objects.of(owner_id).values_list("source", "key", "digest", "person_id", dated)
    return {
        (Source(source), key): KnownRecord(digest, person_id, bool(is_dated))
        for source, key, digest, person_id, is_dated in rows.iterator()
    }


def _keys(owner_id: UUID, country: str) -> dict[UUID, list[str]]:
    rows = ContactPoint.objects.of(owner_id).values_list("person_id", "kind", "value")
    found: dict[UUID, list[str]] = {}
    for person_id, kind, value in rows.iterator():
        point = IncomingPoint(ContactKind(kind), value)
        found.setdefault(person_id, []).extend(contact_keys((point,), (), country))
    return found
