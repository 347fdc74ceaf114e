"""What is open today: a fixed number of narrow queries, whatever there is."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet

from rapport.db import models
from rapport.domain.asks import Answer, Ask
from rapport.domain.challenge import Challenge
from rapport.domain.checkins import CheckIn
from rapport.domain.coach import Done, History, Reply
from rapport.domain.gatherings import Attendance
from rapport.domain.interactions import Channel, Direction
from rapport.domain.learning import Way
from rapport.domain.people import ContactKind
from rapport.domain.pitches import Pitch, PitchStep, Stage
from rapport.domain.proposals import (
    CloseTie,
    DormantTie,
    GoalProgress,
    NearGathering,
    Open,
    OpenAsk,
    OpenFollowUp,
    OpenHello,
    OpenMessage,
    OpenNeed,
    OpenPitch,
    OpenPromise,
    Who,
)  # fmt: skip
from rapport.domain.referee import Verdict
from rapport.domain.ties import DORMANT_AFTER, REAL_CONTACTS

LOOK_BACK = timedelta(days=60)  # of cards and check-ins
ANSWER_WITHIN = timedelta(days=14)  # older unanswered messages are let go
MET_LATELY = timedelta(days=14)
HELLO_WITHIN = timedelta(days=4)
ASK_MEMORY = timedelta(days=60)
DEBRIEF_WITHIN = timedelta(days=3)
CLOSE_ENOUGH = 0.4  # of 1: who could be asked
A_FEW = 5


def history(owner_id: UUID, today: date) -> History:
    done = (
        models.Action.objects.of(owner_id)
        .filter(on__gt=today - LOOK_BACK, on__lte=today)
        .order_by("on", "key")
        .values_list("on", "way", "key", "reply", "minutes")
    )
    felt = (
        models.CheckIn.objects.of(owner_id)
        .filter(on__gt=today - LOOK_BACK, on__lte=today)
        .order_by("on")
        .values_list("on", "energy", "pressure")
    )
    return History(
        tuple(Done(on, Way(way), key, Reply(reply), minutes) for on, way, key, reply, minutes in done),
        tuple(CheckIn(*row) for row in felt),
        _active_on(owner_id, today),
    )


def _active_on(owner_id: UUID, today: date) -> tuple[date, ...]:
    """Days with anything logged, card or no card."""
    rows = models.Interaction.objects.of(owner_id).live().filter(on__gt=today - LOOK_BACK, on__lte=today)
    return tuple(rows.order_by("on").values_list("on", flat=True).distinct())


def open_things(owner_id: UUID, challenge: Challenge | None, today: date, rest: frozenset[int]) -> Open:
    return Open(
        follow_ups=_follow_ups(owner_id, today),
        promises=_promises(owner_id),
        hellos=_hellos(owner_id, today),
        messages=_messages(owner_id, today),
        asks=_asks(owner_id, today),
        pitches=_pitches(owner_id),
        gatherings=_gatherings(owner_id, today),
        goals=_goals(owner_id, challenge, today),
        dormant=_dormant(owner_id, today),
        close=_close(owner_id),
        needs=_needs(owner_id, today),
        knows_anybody=models.Person.objects.of(owner_id).live().exists(),
        has_goals=bool(challenge and challenge.action_goals),
        rest_weekdays=challenge.rest_weekdays if challenge else rest,
        rest_dates=challenge.rest_dates if challenge else frozenset(),
    )


def _follow_ups(owner_id: UUID, today: date) -> tuple[OpenFollowUp, ...]:
    rows = (
        models.FollowUp.objects.of(owner_id)
        .live()
        .filter(due_on__lte=today, done_on__isnull=True, dropped_on__isnull=True)
        .order_by("due_on", "id")
        .values_list("id", "due_on", "what", "person_id", "person__name", "person__binned_at")
    )
    return tuple(
        OpenFollowUp(pk, due, what, Who(person, name) if person else None)
        for pk, due, what, person, name, binned in rows
        if not binned
    )


def _promises(owner_id: UUID) -> tuple[OpenPromise, ...]:
    rows = (
        models.Help.objects.of(owner_id)
        .live()
        .filter(by_me=True, promised_on__isnull=False, given_on__isnull=True, person__binned_at__isnull=True)
        .order_by("promised_on", "id")
        .values_list("id", "person_id", "person__name", "what", "promised_on", "due_on")
    )
    return tuple(OpenPromise(pk, Who(p, name), what, on, due) for pk, p, name, what, on, due in rows if on)


def _hellos(owner_id: UUID, today: date) -> tuple[OpenHello, ...]:
    """Hellos after which nothing came."""
    rows = (
        models.Ruling.objects.of(owner_id)
        .filter(verdict=Verdict.HELLO, on__gte=today - HELLO_WITHIN, on__lte=today)
        .filter(person__tie__last_on=F("on"))
        .order_by("-on", "id")
        .values_list("person_id", "person__name", "on", "interaction__gathering__name")
    )
    return tuple(OpenHello(Who(p, name), on, where or "") for p, name, on, where in rows)


def _messages(owner_id: UUID, today: date) -> tuple[OpenMessage, ...]:
    """People whose last word, in the last two weeks, waits for mine."""
    rows = _recent(owner_id, today - ANSWER_WITHIN, today).values_list(
        "person_id", "person__name", "interaction__on", "interaction__direction", "interaction__channel",
        "interaction__note",
    )  # fmt: skip
    last: dict[UUID, tuple[Any, ...]] = {}
    for row in rows:
        last[row[0]] = row  # in date order, outbound after inbound within a day: the last one stays
    return tuple(
        OpenMessage(Who(person, name), on, note)
        for person, name, on, direction, channel, note in last.values()
        if direction == Direction.INBOUND and channel != Channel.IN_PERSON
    )


def _recent(owner_id: UUID, since: date, today: date) -> "QuerySet[models.Participant]":
    rows: QuerySet[models.Participant] = models.Participant.objects.of(owner_id).filter(
        interaction__on__gte=since,
        interaction__on__lte=today,
        interaction__binned_at__isnull=True,
        person__binned_at__isnull=True,
    )
    return rows.order_by("interaction__on", "interaction__direction", "id")


def _asks(owner_id: UUID, today: date) -> tuple[OpenAsk, ...]:
    rows = list(
        models.Ask.objects.of(owner_id)
        .live()
        .filter(on__gt=today - ASK_MEMORY, on__lte=today, person__binned_at__isnull=True)
        .order_by("on", "id")
        .values_list("id", "on", "person_id", "person__name", "target", "reminded_on")
    )
    answers: dict[UUID, list[tuple[date, Answer]]] = defaultdict(list)
    given = models.AskAnswer.objects.of(owner_id).filter(ask_id__in=[row[0] for row in rows])
    for ask, on, answer in given.order_by("on", "id").values_list("ask_id", "on", "answer"):
        answers[ask].append((on, Answer(answer)))
    asks = (
        OpenAsk(Ask(pk, on, p, target, tuple(answers[pk]), reminded), Who(p, name))
        for pk, on, p, name, target, reminded in rows
    )
    return tuple(open_ for open_ in asks if open_.ask.answer.is_open)


def _pitches(owner_id: UUID) -> tuple[OpenPitch, ...]:
    steps: dict[UUID, list[PitchStep]] = defaultdict(list)
    order = list(Stage)
    taken = models.PitchStep.objects.of(owner_id).filter(pitch__binned_at__isnull=True)
    for pitch, on, stage, due in taken.values_list("pitch_id", "on", "stage", "due"):
        steps[pitch].append(PitchStep(on, Stage(stage), due))
    rows = models.Pitch.objects.of(owner_id).live().order_by("folded", "id")
    found = [
        Pitch(
            pk,
            organisation,
            tuple(sorted(steps[pk], key=lambda s: (s.on, order.index(s.stage)))),
            person,
            fright,
            hopeful,
        )
        for pk, organisation, person, fright, hopeful in rows.values_list(
            "id", "organisation", "person_id", "fright", "hopeful"
        )
    ]
    return tuple(OpenPitch(pitch) for pitch in found if not pitch.stage.is_closed)


def _gatherings(owner_id: UUID, today: date) -> tuple[NearGathering, ...]:
    """Of the last three days to tomorrow, if nothing was logged of them yet."""
    logged = models.Interaction.objects.live().filter(gathering_id=OuterRef("pk"))
    rows = (
        models.Gathering.objects.of(owner_id)
        .live()
        .filter(on__range=(today - DEBRIEF_WITHIN, today + timedelta(days=1)))
        .exclude(attendance=Attendance.SKIPPED)
        .filter(~Exists(logged))
        .order_by("on", "starts_at", "id")
    )
    return tuple(NearGathering(*row) for row in rows.values_list("id", "name", "on"))


def _goals(owner_id: UUID, challenge: Challenge | None, today: date) -> tuple[GoalProgress, ...]:
    if challenge is None or today not in challenge:
        return ()
    days_left = sum(1 for day in challenge.dates() if day >= today and not challenge.is_rest(day))
    counts = {way: _count(owner_id, way, challenge) for way in {goal.way for goal in challenge.action_goals}}
    return tuple(
        GoalProgress(goal.way, counts[goal.way], goal.count, days_left) for goal in challenge.action_goals
    )


def _count(owner_id: UUID, way: Way, challenge: Challenge) -> int:
    """How often that was done in the challenge, by the facts; by the cards where the facts do not tell."""
    span = (challenge.starts_on, challenge.ends_on)
    match way:
        case Way.ASK:
            return models.Ask.objects.of(owner_id).live().filter(on__range=span).count()
        case Way.PITCH:
            steps = models.PitchStep.objects.of(owner_id).filter(pitch__binned_at__isnull=True)
            return steps.filter(stage=Stage.SENT, on__range=span).count()
        case Way.GATHERING:
            gone_to = models.Gathering.objects.of(owner_id).live().filter(attendance=Attendance.WENT)
            return gone_to.filter(on__range=span).count()
        case Way.GIVE:
            given = models.Help.objects.of(owner_id).live().filter(by_me=True)
            return given.filter(given_on__range=span).count()
        case _:
            cards = models.Action.objects.of(owner_id).filter(way=way, reply=Reply.DONE)
            return cards.filter(on__range=span).count()


def _dormant(owner_id: UUID, today: date) -> tuple[DormantTie, ...]:
    """Once real, now quiet; those with most history first."""
    rows = (
        models.Tie.objects.of(owner_id)
        .filter(last_on__lte=today - timedelta(days=DORMANT_AFTER), interactions__gte=REAL_CONTACTS)
        .filter(person__binned_at__isnull=True)
        .order_by("-interactions", "-last_on", "id")
        .values_list("person_id", "person__name", "last_on")[:A_FEW]
    )
    return tuple(DormantTie(Who(p, name), last) for p, name, last in rows if last)


def _close(owner_id: UUID) -> tuple[CloseTie, ...]:
    """Who would take a call, and when they were asked last."""
    rows = list(
        models.Tie.objects.of(owner_id)
        .filter(closeness__gte=CLOSE_ENOUGH, person__binned_at__isnull=True)
        .order_by("-closeness", "id")
        .values_list("person_id", "person__name", "closeness")[: 4 * A_FEW]
    )
    asked = dict(
        models.Ask.objects.of(owner_id)
        .live()
        .filter(person_id__in=[row[0] for row in rows])
        .order_by("on")
        .values_list("person_id", "on")
    )
    return tuple(CloseTie(Who(p, name), closeness, asked.get(p)) for p, name, closeness in rows)


def _needs(owner_id: UUID, today: date) -> tuple[OpenNeed, ...]:
    rows = (
        models.Need.objects.of(owner_id)
        .live()
        .filter(met_on__isnull=True, person__tie__last_on__gte=today - MET_LATELY)
        .filter(person__binned_at__isnull=True)
        .order_by("-on", "id")
        .values_list("id", "person_id", "person__name", "what", "on")[: 2 * A_FEW]
    )
    return tuple(OpenNeed(pk, Who(p, name), what, on) for pk, p, name, what, on in rows)


def emails(owner_id: UUID, people: Iterable[UUID]) -> dict[UUID, str]:
    """One address each, for the drafts."""
    rows = models.ContactPoint.objects.of(owner_id).filter(kind=ContactKind.EMAIL, person_id__in=list(people))
    return dict(rows.order_by("-id").values_list("person_id", "value"))
