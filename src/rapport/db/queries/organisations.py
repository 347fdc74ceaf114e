"""The organisations people are at and that I pitch to, and who is there."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from rapport.db.models import Person, Pitch
from rapport.db.queries.values import Named, named
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Somebody:
    """One of my people at an organisation."""

    id: UUID
    name: str
    organisation: str
    role: str
    closeness: float
    last_on: date | None
    introducer: Named | None
    introducer_closeness: float


def every(owner_id: UUID) -> list[str]:
    """Each spelling once."""
    rows = Person.objects.of(owner_id).live().exclude(organisation="")
    return list(rows.order_by().values_list("organisation", flat=True).distinct())


def dreamed_of(owner_id: UUID) -> list[str]:
    """Each spelling on the list of pitches once."""
    rows = Pitch.objects.of(owner_id).live()
    return list(rows.order_by().values_list("organisation", flat=True).distinct())


def people_at(owner_id: UUID, organisations: Collection[str]) -> list[Somebody]:
    """Everybody at one of these spellings, the closest first."""
    rows = Person.objects.of(owner_id).live().filter(organisation__in=list(organisations))
    columns = rows.order_by("-tie__closeness", "folded", "id").values_list(
        "id", "name", "organisation", "role", "tie__closeness", "tie__last_on", "introduced_by_id",
        "introduced_by__name", "introduced_by__binned_at", "introduced_by__tie__closeness",
    )  # fmt: skip
    return [
        Somebody(pk, name, at, role, near or 0.0, last, named(by, by_name, binned), by_near or 0.0)
        for pk, name, at, role, near, last, by, by_name, binned, by_near in columns
    ]
