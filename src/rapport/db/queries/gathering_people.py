"""Who of mine may be at a gathering, and what there is between us."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Max, Q
from django.db.models.functions import Coalesce

from rapport.db.models import Help, Interaction, Introduction, Need, Participant, Person, Pitch
from rapport.domain.asks.introductions import Step
from rapport.domain.pitches.pitches import Stage
from rapport.domain.text import fold
from rapport.domain.values import dataclass

WRITTEN = tuple(stage for stage in Stage if stage not in (Stage.DREAM, Stage.DRAFT))
MOST_SHOWN = 8  # people of a brief
NEIGHBOURS = 200  # people of one city that are looked at, the closest first


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody who was at earlier dates."""

    id: UUID
    name: str
    times: int


@dataclass(frozen=True, slots=True)
class Face:
    """Somebody, as a brief needs them."""

    id: UUID
    name: str
    organisation: str
    role: str
    tags: tuple[str, ...]
    city: str
    closeness: float


def came_before(owner_id: UUID, keys: Collection[str], before: date) -> dict[str, list[Came]]:
    """By series or name, whoever was met at earlier dates; those who came most often first. One query."""
    series, name = "interaction__gathering__series__folded", "interaction__gathering__folded"
    there: Any = Participant.objects.of(owner_id).filter(
        Q(**{f"{series}__in": list(keys)}) | Q(**{f"{name}__in": list(keys)}),
        interaction__on__lt=before,
        interaction__binned_at__isnull=True,
        interaction__gathering__binned_at__isnull=True,
        person__binned_at__isnull=True,
    )
    rows = (
        there.annotate(key=Coalesce(series, name))
        .values_list("key", "person_id", "person__name")
        .annotate(
            times=Count("interaction__gathering_id", distinct=True),
            close=Max("person__tie__closeness"),
            firm=Count("id", filter=Q(memorable=True)),
        )
    )
    found: defaultdict[str, list[Came]] = defaultdict(list)
    ordered = rows.order_by("-times", "-firm", F("close").desc(nulls_last=True), "person__folded")
    for key, pk, called, times, _close, _firm in ordered:
        found[key].append(Came(pk, called, times))
    return found


def dates_before(owner_id: UUID, key: str, before: date) -> int:
    """Earlier dates of that series or name of which people are written down."""
    held = Interaction.objects.of(owner_id).live().filter(on__lt=before, gathering__binned_at__isnull=True)
    held = held.filter(Q(gathering__series__folded=key) | Q(gathering__folded=key))
    return held.values("gathering_id").distinct().count()


def faces(owner_id: UUID, ids: Iterable[UUID]) -> list[Face]:
    return _faces(Person.objects.of(owner_id).live().filter(pk__in=list(ids)))


def neighbours(owner_id: UUID, city: str) -> list[Face]:
    """Those who live in that city, the closest first."""
    return _faces(Person.objects.of(owner_id).live().filter(city__iexact=city))[:NEIGHBOURS] if city else []


def hosts(owner_id: UUID, names: Collection[str]) -> list[Face]:
    """Those whose organisation is called like the gathering, its series or its host, or who are its host."""
    wanted = Q()
    for name in filter(None, names):
        wanted |= Q(organisation__iexact=name) | Q(folded=fold(name))
    return _faces(Person.objects.of(owner_id).live().filter(wanted)) if wanted else []


def _faces(rows: Any) -> list[Face]:
    columns = rows.order_by(F("tie__closeness").desc(nulls_last=True), "folded").values_list(
        "id", "name", "organisation", "role", "tags", "city", "tie__closeness"
    )
    return [
        Face(pk, name, organisation, role, tuple(tags.split()), city, closeness or 0.0)
        for pk, name, organisation, role, tags, city, closeness in columns[:NEIGHBOURS]
    ]


def last_met(owner_id: UUID, ids: Collection[UUID]) -> dict[UUID, tuple[date, str]]:
    """The last day in person, and what was written then about the two of us alone."""
    parts = Participant.objects.of(owner_id).filter(person_id__in=ids, interaction__binned_at__isnull=True)
    found: dict[UUID, tuple[date, str]] = {}
    alone = parts.annotate(there=Count("interaction__participants"))
    for person, on, note, there in alone.order_by("interaction__on").values_list(
        "person_id", "interaction__on", "interaction__note", "there"
    ):
        before = found.get(person, (on, ""))[1]
        found[person] = (on, note if note and there == 1 else before)
    return found


def needs(owner_id: UUID, ids: Collection[UUID]) -> dict[UUID, list[str]]:
    rows = Need.objects.of(owner_id).live().filter(person_id__in=ids, met_on=None).order_by("-on", "id")
    return _listed(rows.values_list("person_id", "what"))


def my_needs(owner_id: UUID) -> list[str]:
    rows = Need.objects.of(owner_id).live().filter(person=None, met_on=None).order_by("-on", "id")
    return list(rows.values_list("what", flat=True)[:3])


def promises(owner_id: UUID, ids: Collection[UUID]) -> dict[UUID, list[str]]:
    """Mine, not kept yet."""
    rows = Help.objects.of(owner_id).live().filter(person_id__in=ids, by_me=True, given_on=None)
    return _listed(rows.order_by("promised_on", "id").values_list("person_id", "what"))


def helped(owner_id: UUID, ids: Collection[UUID]) -> dict[UUID, list[str]]:
    """What I gave them, the latest first."""
    rows = Help.objects.of(owner_id).live().filter(person_id__in=ids, by_me=True, given_on__isnull=False)
    return _listed(rows.order_by("-given_on", "id").values_list("person_id", "what"))


def brought(owner_id: UUID, ids: Collection[UUID]) -> dict[UUID, list[str]]:
    """Whom I met through them, the latest first."""
    rows = (
        Introduction.objects.of(owner_id)
        .live()
        .filter(
            introducer_id__in=ids,
            other=None,
            step__in=(Step.CONNECTED, Step.HAPPENED),
            person__binned_at__isnull=True,
        )
    )
    return _listed(rows.order_by("-on", "id").values_list("introducer_id", "person__name"))


def dreams(owner_id: UUID) -> list[tuple[str, UUID | None, str]]:
    """Organisations on the dream list that were not written to yet: who there, and their name."""
    rows = Pitch.objects.of(owner_id).live().exclude(steps__stage__in=WRITTEN)
    columns = rows.order_by(F("rung").asc(nulls_last=True), "folded").values_list(
        "organisation", "person_id", "person__name"
    )
    return [(organisation, person, name or "") for organisation, person, name in columns[:3]]


def _listed(rows: Iterable[tuple[UUID, str]]) -> dict[UUID, list[str]]:
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    for person, what in rows:
        found[person].append(what)
    return found
