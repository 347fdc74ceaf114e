"""One person whole: every field, and how to reach them."""

from datetime import date
from uuid import UUID

from rapport.db.models import ContactPoint, SourceRecord
from rapport.db.models import Person as Row
from rapport.db.queries.duplicates import BIRTHDAYS
from rapport.db.queries.values import Named, named
from rapport.domain.exports.exports import SINCE, day_of
from rapport.domain.imports.imports import Source
from rapport.domain.people.people import ContactKind, Reach, Told
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class ContactPointRow:
    id: UUID
    kind: ContactKind
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """All that is written down about one person, and the tie."""

    id: UUID
    name: str
    aliases: tuple[str, ...]
    organisation: str
    role: str
    city: str
    country: str
    is_on_map: bool  # the city was found
    reach: Reach | None
    links: tuple[str, ...]
    note: str
    how_met: str
    introduced_by: Named | None
    met_at: Named | None
    told: Told | None
    known_before: bool
    cadence_days: int | None
    tags: tuple[str, ...]
    assumed: bool
    closeness: float  # 0 stranger … 1
    interactions: int
    first_on: date | None
    last_on: date | None
    contact_points: tuple[ContactPointRow, ...]

    @property
    def email(self) -> str:
        """The first e-mail address, or nothing."""
        points = (point.value for point in self.contact_points if point.kind is ContactKind.EMAIL)
        return next(points, "")


@dataclass(frozen=True, slots=True)
class CameIn:
    """What the files they came in from say of them beside their fields."""

    sources: tuple[Source, ...] = ()
    since: date | None = None  # known since: the earliest that any says
    birthday: str = ""  # as it was written; "--MM-DD" where the year is not told


COLUMNS = (
    "id", "name", "aliases", "organisation", "role", "city", "country", "latitude", "reach", "links", "note",
    "how_met", "introduced_by_id", "introduced_by__name", "introduced_by__binned_at", "met_at_id",
    "met_at__name", "met_at__binned_at", "told", "known_before", "cadence_days", "tags", "assumed",
    "tie__closeness", "tie__interactions", "tie__first_on", "tie__last_on",
)  # fmt: skip


def one(owner_id: UUID, person_id: UUID) -> PersonFacts | None:
    """Two queries."""
    row = Row.objects.of(owner_id).live().filter(pk=person_id).values_list(*COLUMNS, named=True).first()
    if row is None:
        return None
    return PersonFacts(
        id=row.id,
        name=row.name,
        aliases=tuple(row.aliases),
        organisation=row.organisation,
        role=row.role,
        city=row.city,
        country=row.country,
        is_on_map=row.latitude is not None,
        reach=Reach(row.reach) if row.reach else None,
        links=tuple(row.links),
        note=row.note,
        how_met=row.how_met,
        introduced_by=named(row.introduced_by_id, row.introduced_by__name, row.introduced_by__binned_at),
        met_at=named(row.met_at_id, row.met_at__name, row.met_at__binned_at),
        told=Told(row.told) if row.told else None,
        known_before=row.known_before,
        cadence_days=row.cadence_days,
        tags=tuple(row.tags.split()),
        assumed=row.assumed,
        closeness=row.tie__closeness or 0.0,
        interactions=row.tie__interactions or 0,
        first_on=row.tie__first_on,
        last_on=row.tie__last_on,
        contact_points=_contact_points(owner_id, person_id),
    )


def _contact_points(owner_id: UUID, person_id: UUID) -> tuple[ContactPointRow, ...]:
    found = ContactPoint.objects.of(owner_id).filter(person_id=person_id)
    points = [
        ContactPointRow(pk, ContactKind(kind), value, label)
        for pk, kind, value, label in found.values_list("id", "kind", "value", "label")
    ]
    kinds = list(ContactKind)
    return tuple(sorted(points, key=lambda point: (kinds.index(point.kind), point.value)))


def came_in(owner_id: UUID, person_id: UUID) -> CameIn:
    """One query."""
    rows = SourceRecord.objects.of(owner_id).filter(person_id=person_id).order_by("source", "id")
    sources: dict[Source, None] = {}
    days: list[date] = []
    birthday = ""
    for source, extra in rows.values_list("source", "extra"):
        sources[Source(source)] = None
        for name, value, *_parameters in extra:
            if name == SINCE:
                days += [day for day in (day_of(str(value)),) if day]
            elif name.upper() in BIRTHDAYS:
                birthday = birthday or str(value)
    return CameIn(tuple(sources), min(days, default=None), birthday)
