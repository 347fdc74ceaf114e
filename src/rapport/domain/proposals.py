"""What could be done today: one candidate for each open thing, before the coach chooses."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import date, timedelta
from uuid import UUID

from rapport.domain.asks import Answer, Ask, Reminder, may_ask_on, next_on, reminder
from rapport.domain.cards import FOR_GOALS, Candidate, Kind, Why, card
from rapport.domain.pace import GREAT_ENERGY
from rapport.domain.pitch_ladder import in_order
from rapport.domain.pitches import NUDGE_AFTER, PLANNED_FOR, STALE, Pitch, Stage, nudge_on
from rapport.domain.values import dataclass
from rapport.domain.ways import Way

HELLO_DAYS = 4  # a hello is followed up within four days or let go (COACH.md §3.6: worth half after four)
DEBRIEF_DAYS = 3  # a gathering is told within three days, over a rest day too
SOON = timedelta(days=2)  # a promise with a date comes up this long before it
MOST_DORMANT = 3  # ties to reconnect with that stand for choice


@dataclass(frozen=True, slots=True)
class Who:
    """A person as a card names them."""

    id: UUID
    name: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class OpenFollowUp:
    id: UUID
    due_on: date
    what: str = ""
    who: Who | None = None


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """Help I promised and have not given."""

    id: UUID
    who: Who
    what: str
    promised_on: date
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class OpenHello:
    """Met, not memorable, and nothing since."""

    who: Who
    on: date
    where: str = ""  # the gathering


@dataclass(frozen=True, slots=True)
class OpenMessage:
    """They wrote; I have not answered."""

    who: Who
    on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class OpenAsk:
    ask: Ask
    who: Who


@dataclass(frozen=True, slots=True)
class OpenPitch:
    """Not closed: a dream, a draft, or sent."""

    pitch: Pitch
    email: str = ""


@dataclass(frozen=True, slots=True)
class NearGathering:
    """Today (going or maybe), or yesterday with nothing logged."""

    id: UUID
    name: str
    on: date


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """How far an action goal is; `done` and `of` over the whole challenge."""

    way: Way
    done: int
    of: int
    days_left: int  # today counted, rest days not


@dataclass(frozen=True, slots=True)
class DormantTie:
    who: Who
    last_on: date
    shared: str = ""  # the last thing we shared
    worth: float = 0.0  # 0 to 1: what it was, how fresh it is, what may come of it (domain.reconnect)


@dataclass(frozen=True, slots=True)
class CloseTie:
    """Someone who could be asked."""

    who: Who
    closeness: float
    asked_on: date | None = None  # the last time


@dataclass(frozen=True, slots=True)
class OpenNeed:
    """What someone met lately is looking for."""

    id: UUID
    who: Who
    what: str
    on: date


@dataclass(frozen=True, slots=True)
class Open:
    """What is open today, as narrow values."""

    follow_ups: tuple[OpenFollowUp, ...] = ()
    promises: tuple[OpenPromise, ...] = ()
    hellos: tuple[OpenHello, ...] = ()
    messages: tuple[OpenMessage, ...] = ()
    asks: tuple[OpenAsk, ...] = ()
    pitches: tuple[OpenPitch, ...] = ()
    gatherings: tuple[NearGathering, ...] = ()
    goals: tuple[GoalProgress, ...] = ()
    dormant: tuple[DormantTie, ...] = ()  # the most promising first
    close: tuple[CloseTie, ...] = ()
    needs: tuple[OpenNeed, ...] = ()
    nudge_after: tuple[int, ...] = NUDGE_AFTER  # working days after sending a pitch
    knows_anybody: bool = True
    has_goals: bool = True
    rest_weekdays: frozenset[int] = field(default_factory=frozenset)
    rest_dates: frozenset[date] = field(default_factory=frozenset)

    def is_rest(self, day: date) -> bool:
        return day.weekday() in self.rest_weekdays or day in self.rest_dates


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
        *_next_pitches(open_, today, Way.PITCH in goals, energy == GREAT_ENERGY),
        *_near_and_dear(open_, today),
    ]
    if Way.GATHERING in goals:
        found.append(card(Kind.FIND_GATHERING, Why.GOAL_OPEN))
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
    """The closest person who was not asked within the month; nobody in particular if there is none."""
    if Way.ASK not in goals:
        return
    free = [tie for tie in open_.close if _is_free(tie, today)]
    if not free:
        yield card(Kind.ASK, Why.GOAL_OPEN)
        return
    best = max(free, key=lambda tie: (tie.closeness, tie.who.name))
    yield _about(best.who, card(Kind.ASK, Why.CLOSE_TO_YOU, best.who.id, (("closeness", best.closeness),)))


def _is_free(tie: CloseTie, today: date) -> bool:
    again_on = may_ask_on([tie.asked_on] if tie.asked_on else [])
    return again_on is None or again_on <= today


def _next_pitches(open_: Open, today: date, with_goal: bool, is_brave: bool) -> Iterator[Candidate]:
    """The one planned; else, with a goal, a draft or the lowest rung; on a brave day the scariest."""
    by_id = {each.pitch.id: each for each in open_.pitches}
    ladder = [pitch for pitch in in_order(each.pitch for each in open_.pitches) if pitch.is_unsent]
    planned = [p for p in ladder if p.planned_on and today - PLANNED_FOR < p.planned_on <= today]
    if planned:
        first = max(planned, key=lambda pitch: pitch.planned_on or today)
        why, numbers = _lateness(first.planned_on or today, today)
        yield _pitched(by_id[first.id], card(Kind.PITCH, why, first.id, numbers, first.planned_on))
    elif with_goal and not ladder:
        yield card(Kind.PITCH, Why.GOAL_OPEN)
    elif with_goal:
        scary = [pitch for pitch in ladder if pitch.is_scary and is_brave]
        first = scary[-1] if scary else min(ladder, key=lambda pitch: pitch.stage is Stage.DREAM)
        yield _pitched(by_id[first.id], card(Kind.PITCH, Why.GOAL_OPEN, first.id))


def _near_and_dear(open_: Open, today: date) -> Iterator[Candidate]:
    """Small things to give, and ties to wake."""
    for need in open_.needs:
        found = card(Kind.GIVE, Why.THEY_NEED, need.id, _days(need.on, today), detail=need.what)
        yield _about(need.who, found)
    for tie in open_.dormant[:MOST_DORMANT]:
        numbers = _days(tie.last_on, today) + ((("worth", tie.worth),) if tie.worth else ())
        yield _about(tie.who, card(Kind.RECONNECT, Why.DORMANT, tie.who.id, numbers, detail=tie.shared))


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
