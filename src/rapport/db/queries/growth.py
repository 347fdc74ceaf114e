"""What things can have grown from: the origins of everybody, in a fixed number of narrow queries."""

from datetime import date
from uuid import UUID

from django.db.models import Exists, Min, OuterRef, Q

from rapport.db.models import Gathering, Introduction, Opportunity, Participant, Person
from rapport.domain.asks.introductions import Step
from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.interactions.interactions import Direction
from rapport.domain.origins.growth import Brought, Evening, Opening, Seeds, Someone

MET = (Step.CONNECTED, Step.HAPPENED)


def seeds(owner_id: UUID) -> Seeds:
    """Of one owner: whoever has an origin or is one, gatherings gone to, what opened up. Six queries."""
    visits = _visits(owner_id)
    people = _people(owner_id)
    first_met = _first_met(owner_id, people)
    first_at: dict[UUID, UUID] = {}
    for person_id, on, gathering_id in visits:
        if first_met.get(person_id) == on:
            first_at.setdefault(person_id, gathering_id)
    return Seeds(
        people=people,
        gatherings=_gatherings(owner_id, {gathering_id for _, _, gathering_id in visits}),
        openings=_openings(owner_id),
        brought=_brought(owner_id),
        first_met=first_met,
        first_at=first_at,
    )


def _people(owner_id: UUID) -> dict[UUID, Someone]:
    """The many who came out of an address book, through nobody and to nothing, are left out."""
    rows = Person.objects.of(owner_id).live()
    introductions = Introduction.objects.of(owner_id).live()
    concerned = (
        Q(introduced_by__isnull=False)
        | Q(met_at__isnull=False)
        | Q(Exists(Participant.objects.filter(person=OuterRef("pk"), interaction__gathering__isnull=False)))
        | Q(pk__in=introductions.values("person_id"))
        | Q(pk__in=introductions.exclude(introducer=None).values("introducer_id"))
        | Q(pk__in=rows.exclude(introduced_by=None).values("introduced_by_id"))
        | Q(pk__in=Gathering.objects.of(owner_id).live().exclude(invited_by=None).values("invited_by_id"))
        | Q(pk__in=Opportunity.objects.of(owner_id).live().exclude(person=None).values("person_id"))
        | Q(pk__in=Opportunity.objects.of(owner_id).exclude(pitch=None).values("pitch__person_id"))
    )
    columns = ("id", "name", "known_before", "introduced_by_id", "met_at_id")
    return {pk: Someone(*rest) for pk, *rest in rows.filter(concerned).values_list(*columns)}


def _visits(owner_id: UUID) -> list[tuple[UUID, date, UUID]]:
    """Who was met where and when."""
    there = Participant.objects.of(owner_id).filter(
        interaction__binned_at=None, interaction__gathering__isnull=False
    )
    columns = ("person_id", "interaction__on", "interaction__gathering_id")
    return list(there.order_by("interaction__on", "interaction_id").values_list(*columns))


def _gatherings(owner_id: UUID, visited: set[UUID]) -> dict[UUID, Evening]:
    """Those I went to."""
    rows = Gathering.objects.of(owner_id).live().exclude(attendance=Attendance.SKIPPED)
    columns = ("id", "attendance", "name", "on", "series_id", "invited_by_id")
    return {
        pk: Evening(*rest)
        for pk, attendance, *rest in rows.values_list(*columns)
        if attendance == Attendance.WENT or pk in visited
    }


def _openings(owner_id: UUID) -> dict[UUID, Opening]:
    rows = Opportunity.objects.of(owner_id).live()
    columns = ("id", "what", "on", "person_id", "pitch__person_id", "gathering_id")
    return {
        pk: Opening(what, on, person or pitched, gathering)
        for pk, what, on, person, pitched, gathering in rows.values_list(*columns)
    }


def _brought(owner_id: UUID) -> tuple[Brought, ...]:
    """To me, and connected; oldest first."""
    rows = Introduction.objects.of(owner_id).live()
    rows = rows.filter(introducer__isnull=False, other=None, step__in=MET).order_by("on", "id")
    return tuple(Brought(*row) for row in rows.values_list("person_id", "introducer_id", "on", "ask_id"))


def _first_met(owner_id: UUID, people: dict[UUID, Someone]) -> dict[UUID, date]:
    """The first exchange with each; a message of mine alone is none."""
    both_ways = Participant.objects.of(owner_id).filter(interaction__binned_at=None)
    both_ways = both_ways.exclude(interaction__direction=Direction.OUTBOUND)
    days = both_ways.values("person_id").annotate(first=Min("interaction__on")).order_by()
    return {pk: on for pk, on in days.values_list("person_id", "first") if pk in people}
