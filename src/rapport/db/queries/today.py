"""What is open today: a fixed number of narrow queries, whatever there is."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from rapport.db import models
from rapport.db.queries import reconnect
from rapport.db.queries import today_rows as rows
from rapport.db.queries.askable import askable, asked_last
from rapport.db.queries.asks import heard_on
from rapport.db.queries.reach import emails as emails
from rapport.domain.asks.asks import Answer, Ask
from rapport.domain.challenge.challenge import Challenge
from rapport.domain.challenge.checkins import CheckIn
from rapport.domain.coach.coach import Done, History, Reply
from rapport.domain.coach.open_things import (
    Ahead,
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
from rapport.domain.coach.proposals import MOST_DORMANT
from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.interactions.interactions import Channel, Direction
from rapport.domain.learning.attempts import Attempt
from rapport.domain.pitches.ladder import hardest
from rapport.domain.pitches.pitches import NUDGE_AFTER, Pitch, PitchStep, Stage
from rapport.domain.ways import Way

LOOK_BACK = timedelta(days=84)  # of cards and check-ins: as far as the pace looks back
ANSWER_WITHIN = timedelta(days=14)  # older unanswered messages are let go
MET_LATELY = timedelta(days=14)
HELLO_WITHIN = timedelta(days=4)
ASK_MEMORY = timedelta(days=60)
DEBRIEF_WITHIN = timedelta(days=3)
DORMANT_CHOICE = 30  # ties of each kind that stand for choice


def history(owner_id: UUID, today: date, tries: tuple[Attempt, ...], pitches: Sequence[Pitch]) -> History:
    """What was answered, felt and tried; `pitches`: all there are."""
    since, (fright, stretched_on) = today - LOOK_BACK, hardest(pitches)
    return History(
        tuple(
            Done(on, Way(way), key, Reply(reply), minutes)
            for on, way, key, reply, minutes in rows.actions(owner_id, since, today)
        ),
        tuple(CheckIn(*row) for row in rows.checkins(owner_id, since, today)),
        tuple(on for (on,) in rows.active_on(owner_id, since, today)),
        tries,
        tuple(asked_last(owner_id)),
        fright,
        stretched_on,
    )


def open_things(
    owner_id: UUID,
    challenge: Challenge | None,
    today: date,
    rest: frozenset[int],
    nudge_after: tuple[int, ...] = NUDGE_AFTER,
    *,
    pitches: Sequence[Pitch] = (),
    ahead: tuple[Ahead, ...] = (),
    holidays: frozenset[date] = frozenset(),
) -> Open:
    return Open(
        follow_ups=_follow_ups(owner_id, today),
        promises=_promises(owner_id),
        hellos=_hellos(owner_id, today),
        messages=_messages(owner_id, today),
        asks=_asks(owner_id, today),
        pitches=tuple(OpenPitch(pitch) for pitch in pitches if not pitch.stage.is_closed),
        gatherings=_gatherings(owner_id, today),
        goals=_goals(owner_id, challenge, today),
        dormant=_dormant(owner_id, today),
        close=askable(owner_id, today),
        ahead=ahead,
        needs=_needs(owner_id, today),
        nudge_after=nudge_after,
        knows_anybody=bool(rows.anybody(owner_id)),
        has_goals=bool(challenge and challenge.action_goals),
        rest_weekdays=challenge.rest_weekdays if challenge else rest,
        rest_dates=holidays | (challenge.rest_dates if challenge else frozenset()),
    )


def is_any_ahead(owner_id: UUID, today: date) -> bool:
    """Whether any gathering to come waits for a yes."""
    return bool(rows.maybe_ahead(owner_id, today) or rows.announced(owner_id, today))


def _follow_ups(owner_id: UUID, today: date) -> tuple[OpenFollowUp, ...]:
    return tuple(
        OpenFollowUp(pk, due, what, Who(person, name) if person else None)
        for pk, due, what, person, name, binned in rows.follow_ups(owner_id, today)
        if not binned
    )


def _promises(owner_id: UUID) -> tuple[OpenPromise, ...]:
    return tuple(
        OpenPromise(pk, Who(person, name), what, on, due)
        for pk, person, name, what, on, due in rows.promises(owner_id)
    )


def _hellos(owner_id: UUID, today: date) -> tuple[OpenHello, ...]:
    found = rows.hellos(owner_id, today - HELLO_WITHIN, today)
    return tuple(OpenHello(Who(person, name), on, where or "") for person, name, on, where in found)


def _messages(owner_id: UUID, today: date) -> tuple[OpenMessage, ...]:
    """People whose last word, in the last two weeks, waits for mine."""
    since = today - ANSWER_WITHIN
    wrote = [person for (person,) in rows.wrote(owner_id, since, today) if person]
    if not wrote:
        return ()
    last: dict[UUID, tuple[Any, ...]] = {}
    for row in rows.dealings(owner_id, wrote, since, today):
        last[row[0]] = row  # in date order, outbound after inbound within a day: the last one stays
    return tuple(
        OpenMessage(Who(person, name), on, note)
        for person, name, on, direction, channel, note in last.values()
        if direction == Direction.INBOUND and channel != Channel.IN_PERSON
    )


def _asks(owner_id: UUID, today: date) -> tuple[OpenAsk, ...]:
    since = today - ASK_MEMORY
    made = rows.asks(owner_id, since, today)
    answers: dict[UUID, list[tuple[date, Answer]]] = defaultdict(list)
    for ask, on, answer in rows.answers(owner_id, since, today) if made else ():
        answers[ask].append((on, Answer(answer)))
    asks = [
        OpenAsk(Ask(pk, on, p, target, tuple(answers[pk]), reminded), Who(p, name))
        for pk, on, p, name, target, reminded in made
    ]
    waiting = [each for each in asks if each.ask.answer.is_open]
    heard = heard_on(owner_id, [each.ask for each in waiting])
    return tuple(
        replace(each, ask=replace(each.ask, heard_on=heard[each.ask.id])) if each.ask.id in heard else each
        for each in waiting
    )


def pitches(owner_id: UUID) -> tuple[Pitch, ...]:
    """All of them. Two queries."""
    made = rows.pitches(owner_id)
    steps: dict[UUID, list[PitchStep]] = defaultdict(list)
    for pitch, on, stage, due in rows.pitch_steps(owner_id) if made else ():
        steps[pitch].append(PitchStep(on, Stage(stage), due))
    order = list(Stage)
    return tuple(
        Pitch(
            pk,
            organisation,
            tuple(sorted(steps[pk], key=lambda s: (s.on, order.index(s.stage)))),
            person,
            fright,
            hopeful,
            rung,
            planned,
            feared=feared,
        )
        for pk, organisation, person, fright, hopeful, rung, planned, feared in made
    )


def _gatherings(owner_id: UUID, today: date) -> tuple[NearGathering, ...]:
    """Of the last three days to tomorrow, if nothing was logged of them yet."""
    found = rows.gatherings(owner_id, today - DEBRIEF_WITHIN, today + timedelta(days=1))
    return tuple(NearGathering(*row) for row in found)


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
    """The few that the page of those one lost touch with begins with."""
    few = reconnect.asleep(owner_id, today, DORMANT_CHOICE)[:MOST_DORMANT]
    told = reconnect.shared(owner_id, [tie.who.id for tie in few]) if few else {}
    return tuple(
        DormantTie(
            Who(tie.who.id, tie.who.name),
            tie.who.last_on,
            told[tie.who.id].what if tie.who.id in told else "",
            tie.worth,
            tie.strength,
        )
        for tie in few
    )


def _needs(owner_id: UUID, today: date) -> tuple[OpenNeed, ...]:
    found = rows.needs(owner_id, today - MET_LATELY)
    return tuple(OpenNeed(pk, Who(p, name), what, on) for pk, p, name, what, on in found)
