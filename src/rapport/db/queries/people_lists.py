"""Lists of people: searched, filtered, sorted, a page at a time."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Count, F

from rapport.db.models import Person as Row
from rapport.db.models import Ruling
from rapport.db.queries.values import Paging, window
from rapport.domain.referee import Verdict
from rapport.domain.text import fold

SEARCHED = 400  # characters of what is looked for: databases refuse endless patterns


class Sort(StrEnum):
    NAME = "name"
    LAST_CONTACT = "last_contact"
    CLOSENESS = "closeness"


ORDERS: dict[Sort, tuple[Any, ...]] = {
    Sort.NAME: ("folded", "id"),
    Sort.LAST_CONTACT: (F("tie__last_on").desc(nulls_last=True), "folded", "id"),
    Sort.CLOSENESS: (F("tie__closeness").desc(nulls_last=True), "folded", "id"),
}


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """What to look for; the empty filter is everybody."""

    search: str = ""  # words of the name, aliases, work, city, note or tags; `SEARCHED` characters count
    tag: str = ""
    city: str = ""
    challenge_id: UUID | None = None  # whose connections are marked; None: any challenge
    only_connections: bool = False
    sort: Sort = Sort.NAME


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
class Facets:
    """What the list can be narrowed to, with how many people each has."""

    tags: tuple[tuple[str, int], ...]
    cities: tuple[tuple[str, int], ...]


COLUMNS = ("id", "name", "organisation", "role", "city", "tie__last_on", "tie__closeness", "tags")


def listing(owner_id: UUID, wanted: PeopleFilter, page: int) -> tuple[tuple[PersonRow, ...], Paging]:
    """Three queries, however many people."""
    found = _matching(owner_id, wanted)
    paging = Paging(max(page, 1), found.count())
    rows = list(found.order_by(*ORDERS[wanted.sort]).values_list(*COLUMNS)[window(page)])
    met = set(
        _connections(owner_id, wanted.challenge_id)
        .filter(person_id__in=[row[0] for row in rows])
        .values_list("person_id", flat=True)
    )
    values = (
        PersonRow(
            pk, name, organisation, role, city, last_on, closeness or 0.0, tuple(tags.split()), pk in met
        )
        for pk, name, organisation, role, city, last_on, closeness, tags in rows
    )
    return tuple(values), paging


def _matching(owner_id: UUID, wanted: PeopleFilter) -> Any:
    found = Row.objects.of(owner_id).live()
    for word in fold(wanted.search[:SEARCHED]).split():
        found = found.filter(search__contains=word)
    if wanted.tag:
        found = found.filter(tags__contains=f" {wanted.tag} ")
    if wanted.city:
        found = found.filter(city=wanted.city)
    if wanted.only_connections:
        found = found.filter(pk__in=_connections(owner_id, wanted.challenge_id).values("person_id"))
    return found


def _connections(owner_id: UUID, challenge_id: UUID | None) -> Any:
    rulings = Ruling.objects.of(owner_id).filter(verdict=Verdict.CONNECTION)
    return rulings.filter(challenge_id=challenge_id) if challenge_id else rulings


def facets(owner_id: UUID) -> Facets:
    """Two queries."""
    people = Row.objects.of(owner_id).live()
    tags: dict[str, int] = {}
    for stored, count in people.exclude(tags="").values_list("tags").annotate(count=Count("id")):
        for tag in stored.split():
            tags[tag] = tags.get(tag, 0) + count
    cities = people.exclude(city="").values_list("city").annotate(count=Count("id"))
    return Facets(tuple(sorted(tags.items())), tuple(sorted(cities, key=lambda pair: fold(pair[0]))))
