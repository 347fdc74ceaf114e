"""What several of my people have in common: where they work, and what they do in one city.

People are told by their ids as the engine keeps them: there may be a million pairs of them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Max, QuerySet

from rapport.db.models import ContactPoint, Person, SearchRow, TraceParty
from rapport.db.queries import search
from rapport.db.queries.prepared import prepared_for_few
from rapport.domain.history.acquaintances import COLLEAGUES, Trait, Who
from rapport.domain.people.contact_keys import email_key, employer_domain, is_desk
from rapport.domain.people.organisations import words_of
from rapport.domain.people.people import ContactKind
from rapport.domain.people.search import MOST_TERMS, words
from rapport.domain.text import fold

Some = Collection[UUID] | None  # these people, or None: everybody
PLACES = 400  # ids in one statement


def organisations(owner_id: UUID, some: Some = None) -> Iterator[Trait]:
    """Where everybody works, as their entry says it and as their mail address does."""
    rows, points = _working(owner_id), _mail(owner_id)
    wanted: set[str] | None = None
    if some is not None:
        said = {organisation for (organisation,) in _said(some, owner_id)}
        domains = {domain for (value,) in _addresses(some, owner_id) if (domain := _domain(value))}
        wanted = domains.union(_one_spelling(each) for each in said)
        found = _holding(owner_id, [*map(_telling, said), *map(words, domains)])
        if len(found) <= PLACES:  # above that, one scan is quicker than a list of ids
            rows, points = rows.filter(pk__in=found), points.filter(person_id__in=found)
    for person, organisation in _raw(rows.values_list("id", "organisation")):
        key = _one_spelling(organisation)
        if key and (wanted is None or key in wanted):
            yield Trait(key, organisation.strip(), person)
    yield from _employed(owner_id, points, wanted)


def _working(owner_id: UUID) -> "QuerySet[Person]":
    return Person.objects.of(owner_id).live().exclude(organisation="")


def _mail(owner_id: UUID) -> "QuerySet[ContactPoint]":
    return ContactPoint.objects.of(owner_id).filter(kind=ContactKind.EMAIL, person__binned_at__isnull=True)


@prepared_for_few
def _said(people: tuple[UUID, ...], owner_id: UUID) -> "QuerySet[Any, Any]":
    return _working(owner_id).filter(pk__in=people).values_list("organisation")


@prepared_for_few
def _addresses(people: tuple[UUID, ...], owner_id: UUID) -> "QuerySet[Any, Any]":
    return _mail(owner_id).filter(person_id__in=people).values_list("value")


@lru_cache(maxsize=8192)  # several people work at most of them
def _one_spelling(organisation: str) -> str:
    return " ".join(words_of(organisation))


def _employed(owner_id: UUID, points: Any, wanted: set[str] | None) -> Iterator[Trait]:
    """By the domain of their addresses, with the day it was last seen where several share it."""
    there: dict[str, list[tuple[Who, str]]] = defaultdict(list)
    for person, value in _raw(points.values_list("person_id", "value")):
        domain = _domain(value)
        if domain and (wanted is None or domain in wanted):
            there[domain].append((person, value.strip().lower()))
    shared = {
        domain: them
        for domain, them in there.items()
        if 2 <= len({person for person, _ in them}) <= COLLEAGUES
    }
    seen = _last_seen(owner_id, [address for them in shared.values() for _, address in them])
    for domain, them in shared.items():
        for person, address in them:
            yield Trait(domain, domain, person, seen.get(address))


def _telling(organisation: str) -> list[str]:
    """The longest word that every spelling of its name has."""
    indexed = set(words(organisation)).intersection(words_of(organisation))
    return [max(sorted(indexed), key=len)] if indexed else words(organisation)


def _last_seen(owner_id: UUID, addresses: list[str]) -> dict[str, date]:
    """The day of the last trace with each of these addresses."""
    found: dict[str, date] = {}
    for start in range(0, len(addresses), PLACES):
        rows = TraceParty.objects.filter(
            trace__owner_id=owner_id, address__address__in=addresses[start : start + PLACES]
        )
        last = rows.values_list("address__address").annotate(at=Max("trace__at"))
        found |= {address: at.date() for address, at in last}
    return found


def circles(owner_id: UUID, some: Some = None) -> Iterator[Trait]:
    """The topics of everybody, each in their city."""
    rows = _placed(owner_id)
    if some is not None:
        wanted = {(city, tag) for city, tags in _placed_of(some, owner_id) for tag in tags.split()}
        rows = rows.filter(
            pk__in=_holding(owner_id, [words(f"{city} {tag}") for city, tag in sorted(wanted)])
        )
    for person, city, tags in _raw(rows.values_list("id", "city", "tags")):
        for key, tag in _topics(city, tags):
            yield Trait(key, tag, person)


def _placed(owner_id: UUID) -> "QuerySet[Person]":
    return Person.objects.of(owner_id).live().exclude(city="").exclude(tags="")


@prepared_for_few
def _placed_of(people: tuple[UUID, ...], owner_id: UUID) -> "QuerySet[Any, Any]":
    return _placed(owner_id).filter(pk__in=people).values_list("city", "tags")


@lru_cache(maxsize=8192)
def _topics(city: str, tags: str) -> tuple[tuple[str, str], ...]:
    """What each is compared by, and as it is written."""
    return tuple((f"{fold(city).strip()} {fold(tag)}", tag) for tag in tags.split())


def _holding(owner_id: UUID, wanted: Iterable[list[str]]) -> set[UUID]:
    """People whose entry has all the words of one of these."""
    found: set[UUID] = set()
    for some in wanted:
        if some:
            matching = search.matching(owner_id, [[word] for word in some[:MOST_TERMS]])
            found.update(SearchRow.objects.filter(id__in=matching).values_list("person_id", flat=True))
    return found


def _domain(address: str) -> str | None:
    key = email_key(address)
    return None if key is None or is_desk(key) else employer_domain(key)


def _raw(rows: QuerySet[Any, Any]) -> Iterator[Any]:
    """Rows as the engine keeps them: making an id of 32 digits and digits of it again is most of the work."""
    try:
        query, values = rows.query.sql_with_params()
    except EmptyResultSet:
        return
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        yield from cursor.fetchall()
