"""What the search for people who look alike reads, and what it found last time."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from rapport.db.models import ContactPoint, Distinct, Likeness, Owner, Person, SourceRecord
from rapport.domain.duplicates.values import Agreement, Field, Reason, Record
from rapport.domain.people.people import ContactKind
from rapport.domain.values import dataclass

MANY = 500  # people, above which one scan is quicker than a list of ids
BIRTHDAYS = frozenset({"BDAY", "BIRTHDAY"})  # as vCard says it; as tables say it
COLUMNS = ("id", "name", "aliases", "organisation", "role", "city", "country", "links")
LISTS = {ContactKind.EMAIL: "emails", ContactKind.PHONE: "phones", ContactKind.URL: "urls"}

Points = dict[UUID, list[tuple[ContactKind, str, str]]]


@dataclass(frozen=True, slots=True)
class Told:
    """What the sources of a person say beside the page."""

    sources: tuple[str, ...] = ()
    birthday: str = ""


def records(owner_id: UUID) -> list[Record]:
    """Everybody as they are compared. Three queries."""
    points, told = contact_points(owner_id), sources(owner_id)
    rows = Person.objects.of(owner_id).live().order_by("id").values_list(*COLUMNS)
    return [_record(row, points.get(row[0], []), told.get(row[0], Told())) for row in rows]


def _record(row: tuple[Any, ...], points: Iterable[tuple[ContactKind, str, str]], told: Told) -> Record:
    pk, name, aliases, organisation, role, city, country, links = row
    said: dict[ContactKind, list[str]] = {kind: [] for kind in ContactKind}
    for kind, value, _label in points:
        said[kind].append(value)
    return Record(
        id=pk,
        names=(name, *aliases),
        emails=tuple(said[ContactKind.EMAIL]),
        phones=tuple(said[ContactKind.PHONE]),
        urls=(*said[ContactKind.URL], *links),
        organisation=organisation,
        role=role,
        city=city,
        country=country,
        birthday=told.birthday,
        source=told.sources[0] if len(told.sources) == 1 else "",
    )


def contact_points(owner_id: UUID, wanted: Collection[UUID] | None = None) -> Points:
    """How people can be reached. One query."""
    rows = _narrowed(ContactPoint.objects.of(owner_id), wanted)
    found: Points = {}
    columns = rows.order_by("kind", "value", "id").values_list("person_id", "kind", "value", "label")
    for person_id, kind, value, label in columns:
        found.setdefault(person_id, []).append((ContactKind(kind), value, label))
    return found


def sources(owner_id: UUID, wanted: Collection[UUID] | None = None) -> dict[UUID, Told]:
    """Where people came in from, and the birthday told there. One query."""
    rows = _narrowed(SourceRecord.objects.of(owner_id).exclude(person=None), wanted).order_by("source", "id")
    found: dict[UUID, Told] = {}
    for person_id, source, extra in rows.values_list("person_id", "source", "extra"):
        before = found.get(person_id, Told())
        born = next((str(value) for name, value, *_ in extra if name.upper() in BIRTHDAYS), "")
        known = before.sources if source in before.sources else (*before.sources, source)
        found[person_id] = Told(known, before.birthday or born)
    return found


def _narrowed(rows: Any, wanted: Collection[UUID] | None) -> Any:
    if wanted is None or len(wanted) > MANY:
        return rows
    return rows.filter(person_id__in=list(wanted))


def told_apart(owner_id: UUID) -> list[tuple[UUID, UUID]]:
    """The pairs that are never the same."""
    rows = Distinct.objects.of(owner_id).order_by("first_id", "second_id")
    return list(rows.values_list("first_id", "second_id"))


def country(owner_id: UUID) -> str:
    """Where the owner lives, for numbers without a prefix."""
    found: str = Owner.objects.values_list("country", flat=True).get(pk=owner_id)
    return found


def found(owner_id: UUID) -> Any:
    """The rows of pairs that were found and may still be asked about, the surest first."""
    said = Distinct.objects.filter(first_id=OuterRef("first_id"), second_id=OuterRef("second_id"))
    rows = Likeness.objects.of(owner_id).filter(first__binned_at=None, second__binned_at=None)
    return rows.filter(~Exists(said)).order_by("-weight", "id")


def reasons(row: Likeness) -> tuple[Reason, ...]:
    """Why they were found, the strongest first."""
    return tuple(
        Reason(Field(name), Agreement(agreement), value, bits) for name, agreement, value, bits in row.reasons
    )


def people(owner_id: UUID, wanted: Collection[UUID]) -> dict[UUID, Person]:
    """The people of a page, with how much there is about them. One query."""
    rows = Person.objects.of(owner_id).live().filter(pk__in=list(wanted))
    return {row.pk: row for row in rows.select_related("tie", "introduced_by", "met_at")}


def like(owner_id: UUID, person_id: UUID) -> list[tuple[UUID, str]]:
    """(id, name) of whom this person may be, the likeliest first. One query."""
    rows = found(owner_id).filter(Q(first_id=person_id) | Q(second_id=person_id))
    columns = rows.values_list("first_id", "first__name", "second_id", "second__name")
    return [(second, other) if first == person_id else (first, one) for first, one, second, other in columns]
