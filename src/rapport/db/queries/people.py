"""People as rules and lists need them."""

import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet, TextField
from django.db.models.functions import Cast

from rapport.db.models import Person as Row
from rapport.db.queries.prepared import prepared_for_few
from rapport.domain.people.people import Person, Place, Reach, Told

COLUMNS = (
    "id", "name", "known_before", "told", "reach", "city", "latitude", "longitude",
    "organisation", "introduced_by_id", "met_at_id", "tags", "cadence_days",
)  # fmt: skip

LONGEST = 400  # characters of the column `folded`: no longer word is in it
TOGETHER = 500  # words in one query; SQLite refuses an expression deeper than 1,000


def _value(row: tuple[Any, ...]) -> Person:
    (pk, name, known, told, reach, city, lat, lon, organisation, introducer, met_at, tags, cadence) = row
    return Person(
        id=pk,
        name=name,
        known_before=known,
        told=Told(told) if told else None,
        reach=Reach(reach) if reach else None,
        city=city,
        place=Place(lat, lon) if lat is not None and lon is not None else None,
        organisation=organisation,
        introduced_by=introducer,
        met_at=met_at,
        tags=tuple(tags.split()),
        cadence_days=cadence,
    )


def every(owner_id: UUID) -> dict[UUID, Person]:
    return {row[0]: _value(row) for row in Row.objects.of(owner_id).live().values_list(*COLUMNS)}


def some(owner_id: UUID, ids: Iterable[UUID]) -> dict[UUID, Person]:
    return {row[0]: _value(row) for row in _some(ids, owner_id)}


@prepared_for_few
def _some(ids: tuple[UUID, ...], owner_id: UUID) -> "QuerySet[Any, Any]":
    return Row.objects.of(owner_id).live().filter(pk__in=ids).values_list(*COLUMNS)


def named(owner_id: UUID, words: Iterable[str]) -> list[tuple[UUID, str, list[str]]]:
    """(id, name, aliases) of everybody whose folded name has one of these folded words in it."""
    fitting = sorted({word for word in words if len(word) <= LONGEST})
    found: dict[UUID, tuple[UUID, str, list[str]]] = {}
    for start in range(0, len(fitting), TOGETHER):
        wanted = Q()
        for word in fitting[start : start + TOGETHER]:
            wanted |= Q(folded__contains=word)
        rows = Row.objects.of(owner_id).live().filter(wanted).annotate(written=Cast("aliases", TextField()))
        found |= {  # one first name may be that of hundreds, and next to nobody has an alias
            pk: (pk, name, [] if written == "[]" else json.loads(written))
            for pk, name, written in rows.values_list("id", "name", "written")
        }
    return list(found.values())


def offered(owner_id: UUID, limit: int) -> list[str]:
    """Names to choose from, the closest first."""
    found = Row.objects.of(owner_id).live().order_by(F("tie__closeness").desc(nulls_last=True), "folded")
    return list(found.values_list("name", flat=True)[:limit])
