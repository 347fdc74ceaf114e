"""Lists of people: searched, filtered, sorted, a page at a time."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, F, QuerySet

from rapport.db.models import Person as Row
from rapport.db.models import SourceRecord
from rapport.db.queries.people_filters import connections, matching
from rapport.db.queries.prepared import prepared
from rapport.db.queries.values import Paging, window
from rapport.domain.imports.imports import Source
from rapport.domain.people_filters import PeopleFilter, Sort, is_everybody
from rapport.domain.text import fold
from rapport.domain.values import dataclass

ORDERS: dict[Sort, tuple[Any, ...]] = {
    Sort.NAME: ("folded", "id"),
    Sort.LAST_CONTACT: (F("tie__last_on").desc(nulls_last=True), "folded", "id"),
    Sort.CLOSENESS: (F("tie__closeness").desc(nulls_last=True), "folded", "id"),
}
MOST_THROUGH = 200  # people and gatherings to choose from: more would not be read


@dataclass(frozen=True, slots=True)
class PersonRow:
    id: UUID
    name: str
    organisation: str
    role: str
    city: str
    last_on: date | None  # last contact of any kind
    closeness: float  # 0 stranger … 1
    tags: tuple[str, ...]
    is_connection: bool


@dataclass(frozen=True, slots=True)
class Through:
    """Somebody, a gathering or a series that people came through, and how many."""

    id: UUID
    name: str
    count: int
    is_person: bool


@dataclass(frozen=True, slots=True)
class Facets:
    """What the list can be narrowed to, with how many people each has."""

    tags: tuple[tuple[str, int], ...]
    cities: tuple[tuple[str, int], ...]
    through: tuple[Through, ...] = ()  # who brought most comes first
    sources: tuple[tuple[Source, int], ...] = ()


COLUMNS = ("id", "name", "organisation", "role", "city", "tie__last_on", "tie__closeness", "tags")
Found = tuple[tuple[PersonRow, ...], Paging]


def everybody(owner_id: UUID, wanted: PeopleFilter, page: int) -> Found:
    """Three queries."""
    total = sum(count for _owner, count in _how_many(owner_id))
    paging = Paging(max(page, 1), total)
    return _listed(owner_id, wanted, paging.cut(_page(owner_id, wanted.order, page)), paging)


def narrowed(owner_id: UUID, wanted: PeopleFilter, page: int, today: date, searched: Any = None) -> Found:
    """Three queries. `searched`: the search rows of whom the words fit."""
    if searched is None and is_everybody(wanted):
        return everybody(owner_id, wanted, page)
    found = matching(owner_id, wanted, today, searched)
    paging = Paging(max(page, 1), found.count())
    rows = list(found.order_by(*ORDERS[wanted.order]).values_list(*COLUMNS)[window(page)])
    return _listed(owner_id, wanted, paging.cut(rows), paging)


def these(owner_id: UUID, wanted: PeopleFilter, people: Sequence[UUID], paging: Paging) -> Found:
    """People found already, in the order they were found in. Two queries."""
    there = {row[0]: row for row in Row.objects.of(owner_id).filter(pk__in=people).values_list(*COLUMNS)}
    return _listed(owner_id, wanted, [there[pk] for pk in people if pk in there], paging)


def ids(owner_id: UUID, wanted: PeopleFilter, today: date, searched: Any = None) -> list[UUID]:
    """Everybody a filter lets through, by name. One query."""
    found = matching(owner_id, wanted, today, searched)
    return list(found.order_by("folded", "id").values_list("id", flat=True))


def _listed(owner_id: UUID, wanted: PeopleFilter, rows: Sequence[tuple[Any, ...]], paging: Paging) -> Found:
    met = _met(owner_id, wanted.challenge_id, [row[0] for row in rows])
    values = (
        PersonRow(
            pk, name, organisation, role, city, last_on, closeness or 0.0, tuple(tags.split()), pk in met
        )
        for pk, name, organisation, role, city, last_on, closeness, tags in rows
    )
    return tuple(values), paging


@prepared
def _how_many(owner_id: UUID) -> "QuerySet[Any, Any]":
    return Row.objects.of(owner_id).live().values_list("owner_id").annotate(n=Count("*"))


@prepared
def _page(owner_id: UUID, sort: Sort, page: int) -> "QuerySet[Any, Any]":
    return Row.objects.of(owner_id).live().order_by(*ORDERS[sort]).values_list(*COLUMNS)[window(page)]


def _met(owner_id: UUID, challenge_id: UUID | None, people: list[UUID]) -> set[UUID]:
    """Who of them is a connection; of one challenge there are so few that all are asked for."""
    if challenge_id:
        return {person for (person,) in _met_in(owner_id, challenge_id)}
    return set(connections(owner_id, None).filter(person_id__in=people).values_list("person_id", flat=True))


@prepared
def _met_in(owner_id: UUID, challenge_id: UUID) -> "QuerySet[Any, Any]":
    return connections(owner_id, challenge_id).values_list("person_id")


def facets(owner_id: UUID) -> Facets:
    """Five queries."""
    tags: dict[str, int] = {}
    for stored, count in _tags(owner_id):
        for tag in stored.split():
            tags[tag] = tags.get(tag, 0) + count
    cities = sorted(_cities(owner_id), key=lambda pair: fold(pair[0]))
    sources = [(Source(source), count) for source, count in _sources(owner_id)]
    return Facets(
        tuple(sorted(tags.items())),
        tuple((city, count) for city, count in cities),
        _through(owner_id),
        tuple(sorted(sources)),
    )


def _through(owner_id: UUID) -> tuple[Through, ...]:
    found: dict[UUID, Through] = {}
    for pk, name, count in _introducers(owner_id):
        found[pk] = Through(pk, name, count, is_person=True)
    for gathering, title, series, series_title, count in _gatherings(owner_id):
        pk, name = (series, series_title) if series else (gathering, title)  # all its dates are one
        before = found[pk].count if pk in found else 0
        found[pk] = Through(pk, name, before + count, is_person=False)
    ordered = sorted(found.values(), key=lambda each: (-each.count, fold(each.name), str(each.id)))
    return tuple(ordered[:MOST_THROUGH])


@prepared
def _tags(owner_id: UUID) -> "QuerySet[Any, Any]":
    return Row.objects.of(owner_id).live().exclude(tags="").values_list("tags").annotate(count=Count("*"))


@prepared
def _cities(owner_id: UUID) -> "QuerySet[Any, Any]":
    return Row.objects.of(owner_id).live().exclude(city="").values_list("city").annotate(count=Count("*"))


@prepared
def _introducers(owner_id: UUID) -> "QuerySet[Any, Any]":
    met = Row.objects.of(owner_id).live().filter(introduced_by__binned_at__isnull=True)
    known = met.filter(introduced_by__isnull=False)
    return known.values_list("introduced_by_id", "introduced_by__name").annotate(count=Count("*"))


@prepared
def _gatherings(owner_id: UUID) -> "QuerySet[Any, Any]":
    met = Row.objects.of(owner_id).live().filter(met_at__isnull=False, met_at__binned_at__isnull=True)
    columns = ("met_at_id", "met_at__name", "met_at__series_id", "met_at__series__name")
    return met.values_list(*columns).annotate(count=Count("*"))


@prepared
def _sources(owner_id: UUID) -> "QuerySet[Any, Any]":
    told = SourceRecord.objects.of(owner_id).filter(person__binned_at__isnull=True, person__isnull=False)
    return told.values_list("source").annotate(count=Count("person", distinct=True))
