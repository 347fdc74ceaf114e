"""All that was done to meet people and all that was counted: the ground for what the coach learns."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.db.models import QuerySet

from rapport.db import models
from rapport.db.queries.introducers import asks, introduced
from rapport.db.queries.pitches import in_order
from rapport.db.queries.prepared import prepared
from rapport.domain.asks.introductions import Step
from rapport.domain.challenge.referee import Reason, Verdict
from rapport.domain.coach.cards import Reply
from rapport.domain.coach.credit import Asked, Brought, Gave, Judged, Past, Ticked
from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.gatherings.yields import Visit
from rapport.domain.interactions.interactions import Direction
from rapport.domain.learning.arms import Arm
from rapport.domain.learning.attempts import Attempt, Remembering
from rapport.domain.pitches.pitches import Pitch, PitchStep, Stage

MADE: Final = (Step.CONNECTED, Step.HAPPENED)
DORMANT: Final = {Reason.WAS_DORMANT, Reason.LOST_TOUCH}
RARE: Final = (Verdict.HELLO, Verdict.REKINDLED, Verdict.REACHED_OUT)
OFTEN: Final = (Verdict.CONNECTION, Verdict.WITHIN_REACH)
COLUMNS: Final = (
    "person_id", "on", "verdict", "interaction__direction", "interaction__gathering_id", "reasons",
    "person__tie__closeness",
)  # fmt: skip
NAMED: Final = 900  # ids in one statement
KEYS: Final = (  # of cards that are tries
    "ask:", "reconnect:", "follow_up_hello:", "pitch:", "remind_ask:", "nudge_pitch:", "go_to_gathering:",
)  # fmt: skip

Rows = QuerySet[Any, Any]


def past(owner_id: UUID, today: date, visits: Sequence[Visit]) -> Past:
    """Everything up to today; `visits`: all there are. A fixed number of queries."""
    gone, brought = _gone(owner_id), _brought(owner_id)
    return Past(
        today=today,
        asks=tuple(Asked(ask, near) for ask, near in asks(owner_id, today)),
        brought=tuple(brought),
        judged=tuple(_judged(owner_id, today, (one.person_id for one in brought))),
        gave=tuple(_gave(owner_id, today)),
        pitches=tuple(_pitches(owner_id, today)),
        visits=tuple(visit for visit in visits if visit.on <= today),
        hours={pk: at.hour for pk, at, _ in gone if at},
        series={pk: series for pk, _, series in gone if series},
        ticked=tuple(Ticked(*row) for row in _ticked(owner_id, today) if row[0].startswith(KEYS)),
        energy=dict(_energy(owner_id, today)),
    )


def remembered(owner_id: UUID) -> list[Attempt]:
    """From before Rapport, as the user said: only what counts."""
    return [
        Attempt(Arm(arm), on, came, True, f"remembered:{key}", minutes, True, subject_id=person, hour=hour)
        for key, arm, on, came, minutes, person, hour in _remembered(owner_id)
    ]


def _brought(owner_id: UUID) -> list[Brought]:
    """Introductions to me; and people of whom it is only known who introduced them."""
    found = {
        person: Brought(person, by, on, ask) for person, by, on, ask in _introductions(owner_id) if by
    }  # the last one stands
    for person, by, _name in introduced(owner_id):
        found.setdefault(person, Brought(person, by, None))
    return list(found.values())


def _judged(owner_id: UUID, today: date, brought: Iterable[UUID]) -> list[Judged]:
    """Hellos and old ties; and all else only of whoever was one of them, or was introduced to me."""
    few = [_judgement(*row) for row in _rare(owner_id, today)]
    wanted = {one.person_id for one in few if one.verdict is Verdict.HELLO}.union(brought)
    more = [_judgement(*row) for row in _met(owner_id, today, wanted)] if wanted else []
    return sorted([*few, *more], key=lambda one: one.on)


def _judgement(
    person: UUID, on: date, verdict: str, direction: str, gathering: UUID | None, reasons: Any, near: Any
) -> Judged:
    dormant = not DORMANT.isdisjoint(map(Reason, reasons))
    from_me = direction != Direction.INBOUND
    return Judged(person, on, Verdict(verdict), from_me, gathering is not None, dormant, near or 0.0)


def _gave(owner_id: UUID, today: date) -> list[Gave]:
    """Help of mine, and people I brought together."""
    found = [Gave(pk, on, (person,)) for pk, person, on in _helps(owner_id, today)]
    return found + [Gave(pk, on, (one, other)) for pk, one, other, on in _joined(owner_id, today)]


def _pitches(owner_id: UUID, today: date) -> list[Pitch]:
    steps: dict[UUID, list[PitchStep]] = defaultdict(list)
    for pitch, on, stage in _steps(owner_id, today):
        steps[pitch].append(PitchStep(on, Stage(stage)))
    return [Pitch(pk, "", in_order(taken)) for pk, taken in steps.items()]


@prepared
def _introductions(owner_id: UUID) -> Rows:
    rows = models.Introduction.objects.of(owner_id).live().filter(other__isnull=True, step__in=MADE)
    return rows.order_by("on", "id").values_list("person_id", "introducer_id", "on", "ask_id")


@prepared
def _rare(owner_id: UUID, today: date) -> Rows:
    """Few among the rulings: each is looked for by its verdict alone."""
    rows = models.Ruling.objects.of(owner_id).filter(verdict__in=RARE, on__lte=today)
    return rows.filter(person__binned_at__isnull=True).order_by("on", "id").values_list(*COLUMNS)


def _met(owner_id: UUID, today: date, people: Collection[UUID]) -> Rows:
    """Connections and exchanges with these; of too many to name, with everybody."""
    rows: Rows = models.Ruling.objects.filter(verdict__in=OFTEN, on__lte=today)
    some = rows.filter(person_id__in=people) if len(people) <= NAMED else rows.filter(owner_id=owner_id)
    return some.filter(person__binned_at__isnull=True).order_by("on", "id").values_list(*COLUMNS)


@prepared
def _helps(owner_id: UUID, today: date) -> Rows:
    rows = models.Help.objects.of(owner_id).live().filter(by_me=True, given_on__lte=today)
    return rows.filter(person__binned_at__isnull=True).values_list("id", "person_id", "given_on")


@prepared
def _joined(owner_id: UUID, today: date) -> Rows:
    rows = models.Introduction.objects.of(owner_id).live().filter(introducer__isnull=True, on__lte=today)
    rows = rows.filter(other__isnull=False, step__in=MADE)
    return rows.values_list("id", "person_id", "other_id", "on")


@prepared
def _steps(owner_id: UUID, today: date) -> Rows:
    rows = models.PitchStep.objects.of(owner_id).filter(pitch__binned_at__isnull=True, on__lte=today)
    return rows.values_list("pitch_id", "on", "stage")


@prepared
def _gone(owner_id: UUID) -> Rows:
    rows = models.Gathering.objects.of(owner_id).live().filter(attendance=Attendance.WENT)
    return rows.values_list("id", "starts_at", "series_id")


@prepared
def _ticked(owner_id: UUID, today: date) -> Rows:
    rows = models.Action.objects.of(owner_id).filter(reply=Reply.DONE, on__lte=today)
    return rows.order_by("on", "key").values_list("key", "on", "minutes")


@prepared
def _energy(owner_id: UUID, today: date) -> Rows:
    rows = models.CheckIn.objects.of(owner_id).filter(energy__isnull=False, on__lte=today)
    return rows.values_list("on", "energy")


@prepared
def _remembered(owner_id: UUID) -> Rows:
    rows = models.Remembered.objects.of(owner_id).filter(reply=Remembering.COUNTED)
    return rows.order_by("on", "key").values_list(
        "key", "arm", "on", "came", "minutes", "person_id", "hour"
    )  # fmt: skip
