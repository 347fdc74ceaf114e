"""Rows of people as the entries that are merged, and the merged entry as columns again."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from django.db.models import Count

from rapport.db.models import Participant, Person
from rapport.db.queries import duplicates as queries
from rapport.domain.people.merging import Entry, Merged, Point
from rapport.services.people import people

ORIGIN: Final = "introduced_by"
MET: Final = "met_at"
FACTS: Final[Mapping[str, tuple[str, ...]]] = {  # what there is one of, and its columns
    "organisation": ("organisation",),
    "role": ("role",),
    "place": ("city", "country", "latitude", "longitude"),
    "told": ("told",),
    "reach": ("reach",),
    "cadence_days": ("cadence_days",),
    ORIGIN: ("introduced_by_id",),
    MET: ("met_at_id",),
}
TEXTS: Final = ("note", "how_met")
CERTAIN: Final = "certain"  # not assumed


def entries(owner_id: UUID, them: Sequence[Person]) -> list[Entry]:
    """Everything that these rows tell. Two queries."""
    ids = [row.pk for row in them]
    points = queries.contact_points(owner_id, ids)
    parts = Participant.objects.of(owner_id).filter(person_id__in=ids, interaction__binned_at=None)
    counts = dict(parts.values_list("person_id").annotate(Count("id")))
    return [
        Entry(
            id=row.pk,
            name=row.name,
            aliases=tuple(row.aliases),
            facts={field: _said(row, field, ids) for field in FACTS},
            texts={name: getattr(row, name) for name in TEXTS},
            lists={"tags": tuple(row.tags.split()), "links": tuple(row.links)},
            flags={"known_before": row.known_before, CERTAIN: not row.assumed},
            points=tuple(Point(*point) for point in points.get(row.pk, ())),
            exchanges=counts.get(row.pk, 0),
        )
        for row in them
    ]


def _said(row: Person, field: str, ids: Sequence[UUID]) -> str:
    """One fact as text; who came through the other of them came through nobody else."""
    if field == "place":
        return ", ".join(filter(None, (row.city, row.country)))
    value = getattr(row, FACTS[field][0])
    return "" if value is None or value in ids else str(value)


def columns(them: Sequence[Person], merged: Merged) -> dict[str, Any]:
    """What the one row says, but for where they come from."""
    entry = merged.entry
    found: dict[str, Any] = {
        "name": entry.name,
        "aliases": list(entry.aliases),
        "folded": people.folded(entry.name, entry.aliases),
        "links": list(entry.lists["links"]),
        "tags": f" {' '.join(entry.lists['tags'])} " if entry.lists["tags"] else "",
        "known_before": entry.flags["known_before"],
        "assumed": not entry.flags[CERTAIN],
        **{name: entry.texts[name] for name in TEXTS},
    }
    ids = [row.pk for row in them]
    for field, names in FACTS.items():
        if field not in (ORIGIN, MET) and (said := entry.facts.get(field, "")):
            source = next(row for row in them if _said(row, field, ids) == said)
            found |= {name: getattr(source, name) for name in names}
    return found


def told(them: Sequence[Person], merged: Merged, field: str) -> list[UUID]:
    """Through whom, or where, they say they were met: the chosen one first."""
    ids = [row.pk for row in them]
    every = [merged.entry.facts.get(field, ""), *(_said(row, field, ids) for row in them)]
    return [UUID(said) for said in dict.fromkeys(filter(None, every))]
