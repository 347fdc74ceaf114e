"""Interactions, whole or as one person's story."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Min, Q, QuerySet

from rapport.db.models import Interaction as Row
from rapport.db.models import Participant
from rapport.db.queries.prepared import prepared_for_few
from rapport.domain.interactions.interactions import Channel, Direction, Interaction, Meeting, Participation

MEETING = (
    "person_id", "memorable", "interaction_id", "interaction__on", "interaction__channel",
    "interaction__direction", "interaction__minutes", "interaction__substance",
    "interaction__lost_touch", "interaction__gathering_id", "interaction__others", "crowd",
)  # fmt: skip

MANY = 500  # above that, one scan is quicker than a list of ids


def stories(
    owner_id: UUID, people: Iterable[UUID] | None = None, since: date | None = None
) -> dict[UUID, list[Meeting]]:
    """Each person's meetings (from `since` on); people without any are missing."""
    rows = _meetings(owner_id, since) if people is None else _theirs(people, owner_id, since)
    found: dict[UUID, list[Meeting]] = defaultdict(list)
    for row in rows:
        person, memorable, pk, on, channel, way, minutes, substance, lost, gathering, others, crowd = row
        found[person].append(
            Meeting(
                id=pk,
                on=on,
                channel=Channel(channel),
                direction=Direction(way),
                minutes=minutes,
                memorable=memorable,
                substance=substance,
                lost_touch=lost,
                gathering_id=gathering,
                others=others + crowd - 1,
            )
        )
    return dict(found)


@prepared_for_few
def _theirs(people: tuple[UUID, ...], owner_id: UUID, since: date | None) -> "QuerySet[Any, Any]":
    return _meetings(owner_id, since, person_id__in=people)


def _meetings(owner_id: UUID, since: date | None, **asked: Any) -> "QuerySet[Any, Any]":
    rows = Participant.objects.of(owner_id).filter(interaction__binned_at__isnull=True, **asked)
    if since is not None:
        rows = rows.filter(interaction__on__gte=since)
    return rows.annotate(crowd=Count("interaction__participants")).values_list(*MEETING)


def spans(owner_id: UUID, people: Collection[UUID]) -> Iterable[tuple[UUID, int, date, date | None]]:
    """Of each: the id, how many exchanges, the day of the first, and of the last that was not one-sided."""
    if len(people) < MANY:
        return _spans_of(people, owner_id)
    return _spans(owner_id)


@prepared_for_few
def _spans_of(people: tuple[UUID, ...], owner_id: UUID) -> "QuerySet[Any, Any]":
    return _spans(owner_id, person_id__in=people)


def _spans(owner_id: UUID, **asked: Any) -> "QuerySet[Any, Any]":
    parts = Participant.objects.of(owner_id).filter(interaction__binned_at__isnull=True, **asked)
    real = Q(interaction__channel=Channel.IN_PERSON) | ~Q(interaction__direction=Direction.OUTBOUND)
    return parts.values_list("person_id").annotate(
        Count("id"), Min("interaction__on"), last=Max("interaction__on", filter=real)
    )


def every(owner_id: UUID, until: date | None = None, since: date | None = None) -> list[Interaction]:
    """All interactions in date order, with who took part."""
    rows = Row.objects.of(owner_id).live().order_by("on", "id")
    if until is not None:
        rows = rows.filter(on__lte=until)
    if since is not None:
        rows = rows.filter(on__gte=since)
    parts: dict[UUID, list[Participation]] = defaultdict(list)
    taking_part = Participant.objects.of(owner_id).filter(
        interaction__in=rows, person__binned_at__isnull=True
    )
    for interaction, person, memorable in taking_part.values_list("interaction_id", "person_id", "memorable"):
        parts[interaction].append(Participation(person, memorable))
    return [
        Interaction(
            id=row.pk,
            on=row.on,
            channel=Channel(row.channel),
            direction=Direction(row.direction),
            people=tuple(sorted(parts[row.pk], key=lambda part: str(part.person_id))),
            minutes=row.minutes,
            gathering_id=row.gathering_id,
            others=row.others,
            lost_touch=row.lost_touch,
            substance=row.substance,
        )
        for row in rows
    ]
