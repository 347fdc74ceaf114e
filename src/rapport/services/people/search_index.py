"""Keeping the search rows true: derived from people and their ties, in the same transaction."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Max, QuerySet

from rapport.db.models import ContactPoint, Person, SearchRow
from rapport.db.queries import owners
from rapport.db.queries.prepared import prepared_for_few
from rapport.domain.people.contact_keys import phone_key
from rapport.domain.people.people import ContactKind
from rapport.domain.people.search import document, first_number, is_ranked, numbers_of
from rapport.services.journal import bulk_rows

COLUMNS = ("id", "person", "text")
READ = ("id", "name", "aliases", "organisation", "role", "city", "tags", "note", "tie__closeness")
AT_ONCE = 400


def refresh(owner_id: UUID, people: Iterable[UUID]) -> None:
    """Make the rows of these people again; nothing is written where nothing changed."""
    wanted = list(people)
    number, country = owners.numbered(owner_id)
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        _replace(owner_id, number, country, some, _read(some, owner_id))


def refresh_all(owner_id: UUID) -> None:
    """Everybody's: after a restore, or when every tie was weighed anew."""
    number, country = owners.numbered(owner_id)
    everybody = list(Person.objects.of(owner_id).live().values_list(*READ))
    gone = SearchRow.objects.filter(id__range=numbers_of(number)).exclude(person__binned_at__isnull=True)
    gone.delete()
    for start in range(0, len(everybody), AT_ONCE):
        some = everybody[start : start + AT_ONCE]
        _replace(owner_id, number, country, [row[0] for row in some], some)
    settle()


def settle() -> None:
    """After many rows at once: SQLite keeps each load as a part of its own until they are made one.

    With parts, every search looks into each of them; one pass over 100,000 rows takes some 40 ms.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO rapport_search(rapport_search) VALUES ('optimize')")


@prepared_for_few
def _read(people: tuple[UUID, ...], owner_id: UUID) -> "QuerySet[Any, Any]":
    return Person.objects.of(owner_id).live().filter(pk__in=people).values_list(*READ)


@prepared_for_few
def _there(people: tuple[UUID, ...]) -> "QuerySet[Any, Any]":
    return SearchRow.objects.filter(person_id__in=people).values_list("id", "person_id", "text")


@prepared_for_few
def _reached(people: tuple[UUID, ...]) -> "QuerySet[Any, Any]":
    return ContactPoint.objects.filter(person_id__in=people).values_list("person_id", "kind", "value")


def _replace(
    owner_id: UUID, number: int, country: str, people: Sequence[UUID], rows: Sequence[tuple[Any, ...]]
) -> None:
    there = {person_id: (pk, text) for pk, person_id, text in _there(people)}
    points = _points([row[0] for row in rows], country)
    fresh: list[tuple[float, UUID, str]] = []
    stale = {person_id: pk for person_id, (pk, _text) in there.items()}
    for row in rows:
        person_id, closeness = row[0], row[8] or 0.0
        said, phones = points.get(person_id, ([], []))
        text = document((row[1], *row[2]), (*row[3:8], *said), phones)
        pk, known = there.get(person_id, (0, None))
        if known == text and is_ranked(pk, number, closeness):
            del stale[person_id]
        else:
            fresh.append((closeness, person_id, text))
    if stale:
        SearchRow.objects.filter(pk__in=stale.values())._raw_delete(SearchRow.objects.db)
    insert(owner_id, number, fresh)


def insert(owner_id: UUID, number: int, rows: Iterable[tuple[float, UUID, str]]) -> None:
    """Rows of (closeness, person, text), each behind those who are as close."""
    starts: dict[float, int] = {}
    last: dict[int, int] = {}
    made = []
    for closeness, person_id, text in rows:
        start = starts.get(closeness)
        if start is None:
            start = starts[closeness] = first_number(number, closeness)
            last.setdefault(start, 0)
            last[start] = last[start] or _last(start)
        last[start] += 1
        made.append((last[start], person_id.hex, text))
    if made:
        bulk_rows.put(SearchRow, owner_id, made, COLUMNS)
        _index([(pk, text) for pk, _person, text in made])


def _index(rows: Sequence[tuple[int, str]]) -> None:
    """Let SQLite's full text know the new rows, which no trigger does: that would cost five times as much."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.executemany("INSERT INTO rapport_search(rowid, text) VALUES (%s, %s)", rows)


def _last(start: int) -> int:
    end = start + (1 << 24)
    found = SearchRow.objects.filter(id__gte=start, id__lt=end).aggregate(last=Max("id"))["last"]
    return start if found is None else int(found)


def _points(people: Sequence[UUID], country: str) -> dict[UUID, tuple[list[str], list[str]]]:
    """Of each person: what they can be reached at as text, and the numbers in E.164."""
    found: dict[UUID, tuple[list[str], list[str]]] = {}
    for person_id, kind, value in _reached(people):
        said, phones = found.setdefault(person_id, ([], []))
        if kind == ContactKind.PHONE:
            phones.append(phone_key(value, country) or value)
        else:
            said.append(value)
    return found
