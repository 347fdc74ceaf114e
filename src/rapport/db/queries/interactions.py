"""Interactions, whole or as one person's story."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Count

from rapport.db.models import Interaction as Row
from rapport.db.models import Participant
from rapport.domain.interactions import Channel, Direction, Interaction, Meeting, Participation

MEETING = (
    "person_id", "memorable", "interaction_id", "interaction__on", "interaction__channel",
    "interaction__direction", "interaction__minutes", "interaction__substance",
    "interaction__lost_touch", "interaction__gathering_id", "interaction__others", "crowd",
)  # fmt: skip


def stories(
    owner_id: UUID, people: Iterable[UUID] | None = None, since: date | None = None
) -> dict[UUID, list[Meeting]]:
    """Each person's meetings (from `since` on); people without any are missing."""
    rows = Participant.objects.of(owner_id).filter(interaction__binned_at__isnull=True)
    if people is not None:
        rows = rows.filter(person_id__in=list(people))
    if since is not None:
        rows = rows.filter(interaction__on__gte=since)
    counted = rows.annotate(crowd=Count("interaction__participants"))
    found: dict[UUID, list[Meeting]] = defaultdict(list)
    for row in counted.values_list(*MEETING):
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
