"""People as they go out to files: their fields, how to reach them, and what their sources said."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from rapport.db.models import ContactPoint, Person, SourceRecord
from rapport.domain.exports.exports import OutgoingPerson, as_said
from rapport.domain.imports.extras import Extra
from rapport.domain.imports.imports import IncomingPoint, Source
from rapport.domain.people.people import ContactKind

MANY = 500  # people, above which one scan is quicker than a list of ids
COLUMNS = (
    "id", "name", "aliases", "organisation", "role", "city", "country", "links", "note", "tags", "how_met",
    "introduced_by__name",
)  # fmt: skip
KINDS = {kind.value: rank for rank, kind in enumerate(ContactKind)}


def people(owner_id: UUID, wanted: Collection[UUID] | None = None) -> tuple[OutgoingPerson, ...]:
    """These people, or everybody, by name. Three queries."""
    only = None if wanted is None else frozenset(wanted)
    points, told = _points(owner_id, only), _told(owner_id, only)
    found = _narrowed(Person.objects.of(owner_id).live(), "pk", only).order_by("folded", "id")
    return tuple(
        as_said(_person(row, points.get(row[0], ())), told.get(row[0], ()))
        for row in found.values_list(*COLUMNS)
        if only is None or row[0] in only
    )


def _person(row: tuple[Any, ...], points: Iterable[IncomingPoint]) -> OutgoingPerson:
    pk, name, aliases, organisation, role, city, country, links, note, tags, how_met, introducer = row
    return OutgoingPerson(
        id=pk,
        name=name,
        aliases=tuple(aliases),
        organisation=organisation,
        role=role,
        city=city,
        country=country,
        points=tuple(points),
        links=tuple(links),
        note=note,
        tags=tuple(tags.split()),
        how_met=how_met,
        introduced_by=introducer or "",
    )


def _points(owner_id: UUID, only: frozenset[UUID] | None) -> dict[UUID, list[IncomingPoint]]:
    rows = _narrowed(ContactPoint.objects.of(owner_id), "person_id", only)
    found: dict[UUID, list[IncomingPoint]] = {}
    for person_id, kind, value, label in rows.values_list("person_id", "kind", "value", "label"):
        found.setdefault(person_id, []).append(IncomingPoint(ContactKind(kind), value, label))
    for points in found.values():
        points.sort(key=lambda point: (KINDS[point.kind], point.value, point.label))
    return found


def _told(owner_id: UUID, only: frozenset[UUID] | None) -> dict[UUID, list[tuple[Source, list[Extra]]]]:
    """What each record of a person said that has no place here."""
    rows = _narrowed(SourceRecord.objects.of(owner_id), "person_id", only).filter(person__isnull=False)
    found: dict[UUID, list[tuple[Source, list[Extra]]]] = {}
    ordered = rows.order_by("source", "key").values_list("person_id", "source", "extra")
    for person_id, source, extra in ordered:
        if extra:
            said = [Extra(*each) for each in extra]
            found.setdefault(person_id, []).append((Source(source), said))
    return found


def _narrowed(rows: Any, column: str, only: frozenset[UUID] | None) -> Any:
    few = only is not None and len(only) <= MANY
    return rows.filter(**{f"{column}__in": list(only or ())}) if few else rows
