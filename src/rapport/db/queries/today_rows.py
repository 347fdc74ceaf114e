"""The rows behind Today: each query is narrow, and compiled once."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet

from rapport.db import models
from rapport.db.queries.prepared import prepared
from rapport.domain.challenge.referee import Verdict
from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.interactions.interactions import Channel, Direction

A_FEW = 5

Rows = QuerySet[Any, Any]


@prepared
def actions(owner_id: UUID, since: date, until: date) -> Rows:
    """Day, way, key, reply, minutes of the cards answered."""
    rows = models.Action.objects.of(owner_id).filter(on__gt=since, on__lte=until)
    return rows.order_by("on", "key").values_list("on", "way", "key", "reply", "minutes")


@prepared
def checkins(owner_id: UUID, since: date, until: date) -> Rows:
    """Day, energy, pressure."""
    rows = models.CheckIn.objects.of(owner_id).filter(on__gt=since, on__lte=until)
    return rows.order_by("on").values_list("on", "energy", "pressure")


@prepared
def active_on(owner_id: UUID, since: date, until: date) -> Rows:
    """Days with anything logged, card or no card."""
    rows = models.Interaction.objects.of(owner_id).live().filter(on__gt=since, on__lte=until)
    return rows.order_by("on").values_list("on").distinct()


@prepared
def follow_ups(owner_id: UUID, today: date) -> Rows:
    """Due and open: id, due day, what, person, name, their bin."""
    rows = models.FollowUp.objects.of(owner_id).live()
    rows = rows.filter(due_on__lte=today, done_on__isnull=True, dropped_on__isnull=True)
    return rows.order_by("due_on", "id").values_list(
        "id", "due_on", "what", "person_id", "person__name", "person__binned_at"
    )


@prepared
def promises(owner_id: UUID) -> Rows:
    """Help I owe: id, person, name, what, day promised, day due."""
    rows = models.Help.objects.of(owner_id).live()
    rows = rows.filter(
        by_me=True, promised_on__isnull=False, given_on__isnull=True, person__binned_at__isnull=True
    )
    return rows.order_by("promised_on", "id").values_list(
        "id", "person_id", "person__name", "what", "promised_on", "due_on"
    )


@prepared
def hellos(owner_id: UUID, since: date, until: date) -> Rows:
    """Hellos after which nothing came: person, name, day, gathering. The day of the exchange has an index."""
    rows = models.Ruling.objects.of(owner_id).filter(verdict=Verdict.HELLO)
    rows = rows.filter(interaction__owner_id=owner_id, interaction__on__gte=since, interaction__on__lte=until)
    rows = rows.filter(interaction__binned_at=None)  # as the index has it
    rows = rows.filter(person__tie__last_on=F("on"))
    return rows.order_by("-on", "id").values_list(
        "person_id", "person__name", "on", "interaction__gathering__name"
    )


@prepared
def wrote(owner_id: UUID, since: date, until: date) -> Rows:
    """Whoever sent word in these days."""
    sent = models.Interaction.objects.of(owner_id).live().filter(on__gte=since, on__lte=until)
    sent = sent.filter(direction=Direction.INBOUND).exclude(channel=Channel.IN_PERSON)
    return sent.order_by().values_list("participants__person_id").distinct()


def dealings(owner_id: UUID, people: list[UUID], since: date, until: date) -> Rows:
    """All with these people, in the order of days, what I said after what they said within one."""
    rows: Rows = models.Participant.objects.of(owner_id).filter(
        person_id__in=people,
        person__binned_at__isnull=True,
        interaction__on__gte=since,
        interaction__on__lte=until,
        interaction__binned_at__isnull=True,
    )
    return rows.order_by("interaction__on", "interaction__direction", "id").values_list(
        "person_id", "person__name", "interaction__on", "interaction__direction", "interaction__channel",
        "interaction__note",
    )  # fmt: skip


@prepared
def asks(owner_id: UUID, since: date, until: date) -> Rows:
    """Id, day, person, name, for what, day reminded."""
    rows = models.Ask.objects.of(owner_id).live()
    rows = rows.filter(on__gt=since, on__lte=until, person__binned_at__isnull=True)
    return rows.order_by("on", "id").values_list(
        "id", "on", "person_id", "person__name", "target", "reminded_on"
    )


@prepared
def answers(owner_id: UUID, since: date, until: date) -> Rows:
    """The ask, day and answer, of asks made in these days."""
    rows = models.AskAnswer.objects.of(owner_id).filter(ask__on__gt=since, ask__on__lte=until)
    return rows.order_by("on", "id").values_list("ask_id", "on", "answer")


@prepared
def pitch_steps(owner_id: UUID) -> Rows:
    """The pitch, day, stage, day due."""
    rows = models.PitchStep.objects.of(owner_id).filter(pitch__binned_at__isnull=True)
    return rows.values_list("pitch_id", "on", "stage", "due")


@prepared
def pitches(owner_id: UUID) -> Rows:
    """Id, organisation, person, fright, hopeful, rung, day planned, what is feared."""
    rows = models.Pitch.objects.of(owner_id).live().order_by("folded", "id")
    return rows.values_list(
        "id", "organisation", "person_id", "fright", "hopeful", "rung", "planned_on", "feared"
    )


@prepared
def gatherings(owner_id: UUID, since: date, until: date) -> Rows:
    """Id, name and day of those held or to be held of which nothing was told yet."""
    logged = models.Interaction.objects.live().filter(gathering_id=OuterRef("pk"))
    rows = models.Gathering.objects.of(owner_id).live().filter(on__gte=since, on__lte=until)
    rows = rows.filter(~Exists(logged), debriefed_on__isnull=True, cancelled_on__isnull=True)
    rows = rows.exclude(attendance=Attendance.SKIPPED)
    return rows.order_by("on", "starts_at", "id").values_list("id", "name", "on")


@prepared
def needs(owner_id: UUID, met_since: date) -> Rows:
    """Open needs of people met lately: id, person, name, what, day."""
    rows = models.Need.objects.of(owner_id).live().filter(met_on__isnull=True)
    rows = rows.filter(person__tie__last_on__gte=met_since, person__binned_at__isnull=True)
    return rows.order_by("-on", "id").values_list("id", "person_id", "person__name", "what", "on")[
        : 2 * A_FEW
    ]


@prepared
def anybody(owner_id: UUID) -> Rows:
    """One row where there is somebody."""
    return models.Person.objects.of(owner_id).live().values_list("id")[:1]


@prepared
def maybe_ahead(owner_id: UUID, today: date) -> Rows:
    """One row where a gathering to come waits for a yes."""
    rows = models.Gathering.objects.of(owner_id).live().filter(on__gte=today, attendance=Attendance.MAYBE)
    return rows.values_list("id")[:1]


@prepared
def announced(owner_id: UUID, today: date) -> Rows:
    """One row where something to come is announced."""
    return models.Listing.objects.of(owner_id).filter(on__gte=today).values_list("id")[:1]
