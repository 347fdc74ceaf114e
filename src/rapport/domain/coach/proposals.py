"""What could be done today: one candidate for each open thing, before the coach chooses."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from rapport.domain.asks.asks import Answer, Reminder, next_on, reminder
from rapport.domain.challenge.pace import GREAT_ENERGY
from rapport.domain.coach.cards import FOR_GOALS, Candidate, Kind, Why, card
from rapport.domain.coach.credit import ready_arm
from rapport.domain.coach.open_things import Ahead as Ahead
from rapport.domain.coach.open_things import CloseTie as CloseTie
from rapport.domain.coach.open_things import DormantTie as DormantTie
from rapport.domain.coach.open_things import GoalProgress as GoalProgress
from rapport.domain.coach.open_things import NearGathering as NearGathering
from rapport.domain.coach.open_things import Open as Open
from rapport.domain.coach.open_things import OpenAsk as OpenAsk
from rapport.domain.coach.open_things import OpenFollowUp as OpenFollowUp
from rapport.domain.coach.open_things import OpenHello as OpenHello
from rapport.domain.coach.open_things import OpenMessage as OpenMessage
from rapport.domain.coach.open_things import OpenNeed as OpenNeed
from rapport.domain.coach.open_things import OpenPitch as OpenPitch
from rapport.domain.coach.open_things import OpenPromise as OpenPromise
from rapport.domain.coach.open_things import Who as Who
from rapport.domain.learning.arms import Arm, reconnect_arm
from rapport.domain.pitches.ladder import in_order
from rapport.domain.pitches.pitches import PLANNED_FOR, STALE, Stage, nudge_on
from rapport.domain.ways import Way

HELLO_DAYS = 4  # a hello is followed up within four days or let go (COACH.md §3.6: worth half after four)
DEBRIEF_DAYS = 3  # a gathering is told within three days, over a rest day too
SOON = timedelta(days=2)  # a promise with a date comes up this long before it
MOST_DORMANT = 3  # ties to reconnect with that stand for choice
MOST_PITCHES = 5  # the next rungs of the ladder
AHEAD = timedelta(days=10)  # gatherings to come that stand for choice


def propose(open_: Open, today: date, energy: int | None = None) -> list[Candidate]:
    """A candidate for each open thing that is due, and for the goals' next steps; never an empty list."""
    goals = {goal.way: goal for goal in open_.goals if goal.done < goal.of}
    found = [
        *_due(open_, today),
        *_promised(open_, today),
        *_warm(open_, today),
        *_reminders(open_, today),
        *_nudges(open_, today),
        *_gatherings(open_, today),
        *_next_asks(open_, today, goals),
        *_to_come(open_, today, goals),
        *_next_pitches(open_, today, Way.PITCH in goals, energy == GREAT_ENERGY),
        *_near_and_dear(open_, today),
    ]
    if not open_.has_goals:
        found.append(card(Kind.CHOOSE_GOALS, Why.FIRST_STEP))
    if not open_.knows_anybody or not found:
        found.append(card(Kind.LOG_SOMEONE, Why.FIRST_STEP))
    return [_with_goal(candidate, goals.get(candidate.way)) for candidate in found]


def _due(open_: Open, today: date) -> Iterator[Candidate]:
    for step in open_.follow_ups:
        if step.due_on <= today:
            why, numbers = _lateness(step.due_on, today)
            yield _about(step.who, card(Kind.FOLLOW_UP, why, step.id, numbers, step.due_on, step.what))


def _promised(open_: Open, today: date) -> Iterator[Candidate]:
    for promise in open_.promises:
        why, numbers = Why.PROMISED, _days(promise.promised_on, today)
        if promise.due_on and promise.due_on <= today:
            why, numbers = _lateness(promise.due_on, today)
        if promise.due_on is None or promise.due_on <= today + SOON:
            found = card(Kind.KEEP_PROMISE, why, promise.id, numbers, promise.due_on, promise.what)
            yield _about(promise.who, found)


def _warm(open_: Open, today: date) -> Iterator[Candidate]:
    """What cools: hellos, and messages that wait for an answer."""
    for hello in open_.hellos:
        if 0 < (today - hello.on).days <= HELLO_DAYS:
            numbers, due_on = _days(hello.on, today), hello.on + timedelta(days=1)
            found = card(Kind.FOLLOW_UP_HELLO, Why.MET_LATELY, hello.who.id, numbers, due_on, hello.where)
            yield _about(hello.who, found)
    for message in open_.messages:
        numbers = _days(message.on, today)
        found = card(Kind.ANSWER, Why.WROTE_TO_YOU, message.who.id, numbers, detail=message.note)
        yield _about(message.who, found)


def _reminders(open_: Open, today: date) -> Iterator[Candidate]:
    for each in open_.asks:
        due_on = next_on(each.ask, open_.is_rest)
        if due_on and reminder(each.ask, today, open_.is_rest) is Reminder.REMIND and today - due_on < STALE:
            why = Why.THINKING if each.ask.answer is Answer.THINKING else Why.WAITING
            numbers = _days(each.ask.answer_since, today)
            found = card(Kind.REMIND_ASK, why, each.ask.id, numbers, due_on, each.ask.target)
            yield _about(each.who, found)


def _nudges(open_: Open, today: date) -> Iterator[Candidate]:
    for each in open_.pitches:
        due_on, sent_on = nudge_on(each.pitch, open_.is_rest, open_.nudge_after), each.pitch.sent_on
        if due_on and sent_on and due_on <= today < due_on + STALE:
            found = card(Kind.NUDGE_PITCH, Why.WAITING, each.pitch.id, _days(sent_on, today), due_on)
            yield _pitched(each, found)


def _gatherings(open_: Open, today: date) -> Iterator[Candidate]:
    tomorrow = today + timedelta(days=1)
    for gathering in open_.gatherings:
        kind = Kind.GO_TO_GATHERING if gathering.on >= today else Kind.DEBRIEF
        why = {today: Why.ON_TODAY, tomorrow: Why.ON_TOMORROW}.get(gathering.on, Why.WAS_YESTERDAY)
        if today - timedelta(days=DEBRIEF_DAYS) <= gathering.on <= tomorrow:
            found = card(kind, why, gathering.id, _days(gathering.on, today), gathering.on)
            yield replace(found, subject_id=gathering.id, subject=gathering.name)


def _next_asks(open_: Open, today: date, goals: Mapping[Way, GoalProgress]) -> Iterator[Candidate]:
    """Whoever may introduce me; with a goal and nobody to ask, nobody in particular."""
    for tie in open_.close:
        arm = ready_arm(tie.readiness)
        found = card(Kind.ASK, Why.CLOSE_TO_YOU if arm is Arm.ASK_HIGH else Why.EXPECTED, tie.who.id)
        yield replace(_about(tie.who, found), arm=arm, readiness=tie.readiness)
    if Way.ASK in goals and not open_.close:
        yield card(Kind.ASK, Why.GOAL_OPEN)


def _to_come(open_: Open, today: date, goals: Mapping[Way, GoalProgress]) -> Iterator[Candidate]:
    """Gatherings to say yes to; with a goal and none in sight, one to look for."""
    soon = [each for each in open_.ahead if today <= each.on <= today + AHEAD]
    for each in soon:
        kind = Kind.GO_TO_GATHERING if each.on == today else Kind.FIND_GATHERING
        found = card(kind, Why.EXPECTED, each.id, (("days", (each.on - today).days),))
        yield replace(
            found, subject_id=each.id, subject=each.name, arm=each.arm, readiness=each.fit,
            series_id=each.series_id,
        )  # fmt: skip
    if Way.GATHERING in goals and not soon:
        yield card(Kind.FIND_GATHERING, Why.GOAL_OPEN)


def _next_pitches(open_: Open, today: date, with_goal: bool, is_brave: bool) -> Iterator[Candidate]:
    """The one planned; else the next rungs: drafts and the lowest first, on a brave day the scariest."""
    by_id = {each.pitch.id: each for each in open_.pitches}
    ladder = [pitch for pitch in in_order(each.pitch for each in open_.pitches) if pitch.is_unsent]
    planned = [p for p in ladder if p.planned_on and today - PLANNED_FOR < p.planned_on <= today]
    if planned:
        first = max(planned, key=lambda pitch: pitch.planned_on or today)
        why, numbers = _lateness(first.planned_on or today, today)
        yield _pitched(by_id[first.id], card(Kind.PITCH, why, first.id, numbers, first.planned_on))
        return
    if with_goal and not ladder:
        yield card(Kind.PITCH, Why.GOAL_OPEN)
    scary = [pitch for pitch in ladder if pitch.is_scary and is_brave][-1:]
    rest = sorted(ladder, key=lambda pitch: pitch.stage is Stage.DREAM)
    for place, pitch in enumerate([*scary, *(each for each in rest if each not in scary)][:MOST_PITCHES]):
        found = card(Kind.PITCH, Why.GOAL_OPEN if with_goal else Why.EXPECTED, pitch.id)
        yield replace(_pitched(by_id[pitch.id], found), readiness=1 / (1 + place))


def _near_and_dear(open_: Open, today: date) -> Iterator[Candidate]:
    """Small things to give, and ties to wake."""
    for need in open_.needs:
        found = card(Kind.GIVE, Why.THEY_NEED, need.id, _days(need.on, today), detail=need.what)
        yield _about(need.who, found)
    for tie in open_.dormant[:MOST_DORMANT]:
        numbers = _days(tie.last_on, today) + ((("worth", tie.worth),) if tie.worth else ())
        found = card(Kind.RECONNECT, Why.DORMANT, tie.who.id, numbers, detail=tie.shared)
        yield replace(_about(tie.who, found), arm=reconnect_arm(tie.strength), readiness=tie.worth)


def _with_goal(candidate: Candidate, goal: GoalProgress | None) -> Candidate:
    """The goal's numbers on what would bring it forward."""
    if goal is None or candidate.kind not in FOR_GOALS:
        return candidate
    numbers = (("done", goal.done), ("of", goal.of), ("days_left", goal.days_left))
    return replace(candidate, numbers=(*candidate.numbers, *numbers))


def _lateness(due_on: date, today: date) -> tuple[Why, tuple[tuple[str, float], ...]]:
    return (Why.OVERDUE, _days(due_on, today)) if due_on < today else (Why.DUE_TODAY, ())


def _days(since: date, today: date) -> tuple[tuple[str, float], ...]:
    return (("days", abs((today - since).days)),)


def _about(who: Who | None, found: Candidate) -> Candidate:
    return replace(found, subject_id=who.id, subject=who.name, email=who.email) if who else found


def _pitched(each: OpenPitch, found: Candidate) -> Candidate:
    it = each.pitch
    return replace(found, subject_id=it.id, subject=it.organisation, email=each.email, fright=it.fright)
