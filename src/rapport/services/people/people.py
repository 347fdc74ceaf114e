"""The people: made, found, changed, binned."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from rapport.db.models import ContactPoint as ContactPointRow
from rapport.db.models import Person
from rapport.domain.people.people import ContactKind, Told
from rapport.domain.text import fold
from rapport.services import checks, places, rows
from rapport.services.journal.journal import Journal, Verb, journal
from rapport.services.people import drafts as person_drafts
from rapport.services.people.drafts import ContactPoint, Draft
from rapport.services.rows import Saved

__all__ = [
    "ContactPoint",
    "Draft",
    "create",
    "discard",
    "edit",
    "folded",
    "record",
    "record_city",
    "record_contact",
    "record_facts",
    "record_origin",
    "record_told",
    "rename",
    "restore",
]


def create(owner_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Write a new person down. Raises Invalid."""
    columns = _located(person_drafts.columns(owner_id, draft))
    points = person_drafts.contact_points(draft)
    with journal(owner_id, Verb.CREATE, at=at, subject=columns["name"]) as book:
        row = book.add(Person(folded=folded(columns["name"], columns["aliases"]), **columns))
        for (kind, value), label in points.items():
            book.add(ContactPointRow(person=row, kind=kind, value=value, label=label))
    return rows.saved(book, row.pk)


def edit(owner_id: UUID, person_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Make their page say this. Raises LookupError, Invalid."""
    row = rows.live(Person, owner_id, person_id)
    columns = person_drafts.columns(owner_id, draft, person_id)
    points = person_drafts.contact_points(draft)
    if (columns["city"], columns["country"]) != (row.city, row.country):
        columns = _located(columns)
    columns["folded"] = folded(columns["name"], columns["aliases"])
    with journal(owner_id, Verb.EDIT, at=at, subject=columns["name"]) as book:
        book.change(row, **columns)
        _replace_contact_points(book, row, points)
    return rows.saved(book, row.pk)


def discard(owner_id: UUID, person_id: UUID, *, at: datetime) -> Saved:
    """Into the bin; what happened stays, without them. Raises LookupError."""
    row = rows.live(Person, owner_id, person_id)
    return rows.discard(owner_id, row, at=at, subject=row.name)


def restore(owner_id: UUID, person_id: UUID, *, at: datetime) -> Saved:
    """Out of the bin, with everything that was theirs. Raises LookupError."""
    row = rows.binned(Person, owner_id, person_id)
    return rows.restore(owner_id, row, at=at, subject=row.name)


def _located(columns: dict[str, Any]) -> dict[str, Any]:
    """With the place of the city, where the map knows it."""
    found = places.locate(columns["city"], columns["country"]) if columns["city"] else None
    place = (found.latitude, found.longitude) if found else (None, None)
    return {**columns, "latitude": place[0], "longitude": place[1]}


def _replace_contact_points(book: Journal, person: Person, wanted: dict[Any, str]) -> None:
    there = {
        (row.kind, row.value): row
        for row in ContactPointRow.objects.of(book.owner_id).filter(person_id=person.pk)
    }
    for key, row in there.items():
        if key in wanted:
            book.change(row, label=wanted[key])
        else:
            book.remove(row)
    for (kind, value), label in wanted.items():
        if (kind, value) not in there:
            book.add(ContactPointRow(person=person, kind=kind, value=value, label=label))


def record(
    book: Journal,
    name: str,
    *,
    known_before: bool = False,
    introduced_by: UUID | None = None,
    met_at: UUID | None = None,
    assumed: bool = False,
) -> UUID:
    """Write a new person down; their id."""
    row = Person(
        name=name.strip(),
        folded=folded(name, ()),
        known_before=known_before,
        introduced_by_id=introduced_by,
        met_at_id=met_at,
        assumed=assumed,
    )
    book.add(row)
    return row.pk


def folded(name: str, aliases: Sequence[str]) -> str:
    """The name and its aliases in one spelling: what matching and sorting read."""
    return " | ".join(fold(spelling) for spelling in (name, *aliases))[:400]


def record_city(book: Journal, person_id: UUID, city: str) -> None:
    row = _row(book, person_id)
    found = places.locate(city, row.country)
    book.change(
        row,
        city=city,
        latitude=found.latitude if found else None,
        longitude=found.longitude if found else None,
    )


def record_facts(book: Journal, person_id: UUID, **fields: object) -> None:
    """Set columns of one person (organisation, role, told, reach, known_before)."""
    book.change(_row(book, person_id), **fields)


def record_contact(book: Journal, person_id: UUID, kind: ContactKind, value: str) -> None:
    """One more way to reach them, unless it is known. Raises Invalid."""
    draft = Draft(name="", contact_points=(ContactPoint(kind, value),))
    there = ContactPointRow.objects.of(book.owner_id).filter(person_id=person_id)
    known = set(there.values_list("kind", "value"))
    for (checked, said), label in person_drafts.contact_points(draft).items():
        if (checked, said) not in known:
            row = _row(book, person_id)
            book.add(ContactPointRow(person=row, kind=checked, value=said, label=label))


def rename(book: Journal, person_id: UUID, name: str) -> None:
    """They go by this name from now on. Raises Invalid."""
    row = _row(book, person_id)
    said = checks.line("name", name, checks.NAME, required=True)
    book.change(row, name=said, folded=folded(said, row.aliases))


def record_origin(
    book: Journal, person_id: UUID, introduced_by: UUID | None = None, met_at: UUID | None = None
) -> None:
    """Through whom or where we met, unless that is already known or they were known before."""
    row = _row(book, person_id)
    if row.known_before or row.introduced_by_id or (introduced_by is None and row.met_at_id):
        return
    if introduced_by == person_id:
        return
    book.change(row, introduced_by_id=introduced_by, met_at_id=met_at or row.met_at_id)


def record_told(book: Journal, person_id: UUID, told: Told) -> None:
    """How close the user says they are; whoever that is said of was known before."""
    book.change(_row(book, person_id), told=told)


def _row(book: Journal, person_id: UUID) -> Person:
    row: Person = Person.objects.of(book.owner_id).get(pk=person_id)
    return row
