"""Today's one to four actions, with the reasons that ranked them.

For now the rules are plain: a card's score is the sum of a few named terms (see `_terms`), cards are
taken best first, and each takes its minutes until the day's are used up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import date, timedelta
from enum import StrEnum
from random import Random
from uuid import UUID

from rapport.domain.arms import Arm
from rapport.domain.attempts import Attempt
from rapport.domain.cards import Action as Action
from rapport.domain.cards import Candidate as Candidate
from rapport.domain.cards import Done as Done
from rapport.domain.cards import Kind as Kind
from rapport.domain.cards import Reply as Reply
from rapport.domain.cards import Why as Why
from rapport.domain.challenge import Challenge
from rapport.domain.checkins import CheckIn
from rapport.domain.learning import Way as Way
from rapport.domain.pace import Shape as Shape
from rapport.domain.pace import Week, pace_of
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class History:
    """What the coach may look back on."""

    done: tuple[Done, ...] = ()
    checkins: tuple[CheckIn, ...] = ()
    active_on: tuple[date, ...] = ()  # days with anything logged, card or no card
    attempts: tuple[Attempt, ...] = ()  # all there were, those from before Rapport too
    asked: tuple[tuple[UUID, date], ...] = ()  # the last ask of each person


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user asked for."""

    weekly_minutes: int = 240
    challenge: Challenge | None = None
    rest_weekdays: frozenset[int] = frozenset({6})
    most_actions: int = 4
    flat_until: date | None = None  # "I'm fine, use all my hours": up to this day, a week at a time
    holidays: frozenset[date] = frozenset()
    priors: Mapping[Arm, float] = field(default_factory=dict)  # the user's own first guesses


class Verdict(StrEnum):
    """Why something is not on today's cards."""

    CHOSEN = "chosen"  # it is
    UNKNOWN = "unknown"  # nothing of that key is open
    REST = "rest"  # a rest day, or a holiday
    DONE_TODAY = "done_today"  # or put off today
    NOT_FOR_ME = "not_for_me"  # days: until it may come again
    ASKED_LATELY = "asked_lately"  # days: since the last ask, again: until the next
    OWES = "owes"  # balance: I took more than I gave
    TOO_BIG = "too_big"  # minutes: too much, or too frightening, for today's energy
    NO_MINUTES = "no_minutes"  # minutes: it would take, left: what the others left
    ONE_A_DAY = "one_a_day"  # another of its kind, or another card about them, came first
    LOWER = "lower"  # rank, score, against: the lowest chosen one's score


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why something is not on today's cards, with the numbers that say so."""

    code: Verdict
    numbers: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """One to four actions; none on a rest day."""

    on: date
    shape: Shape
    minutes: int  # what the day was given
    actions: tuple[Action, ...]


MOST_ACTIONS = 4
SMALL = 10  # minutes: there is always room for this much, but on rest days
EASY_FRIGHT = 2  # of 5: what a day of low energy may ask
COMING_BACK_ACTIONS = 2
NOT_FOR_ME_FOR = timedelta(days=30)

BASE = {  # what matters more: first what others wait for, then what fades, then one's own goals
    Kind.KEEP_PROMISE: 6.0,
    Kind.FOLLOW_UP: 6.0,
    Kind.ANSWER: 5.5,
    Kind.GO_TO_GATHERING: 5.5,
    Kind.DEBRIEF: 5.0,
    Kind.FOLLOW_UP_HELLO: 4.5,
    Kind.REMIND_ASK: 3.5,
    Kind.NUDGE_PITCH: 3.5,
    Kind.PITCH: 3.0,
    Kind.ASK: 3.0,
    Kind.FIND_GATHERING: 3.0,
    Kind.CHOOSE_GOALS: 3.0,
    Kind.LOG_SOMEONE: 2.5,
    Kind.GIVE: 2.0,
    Kind.RECONNECT: 2.0,
}
ONE_A_DAY = (Kind.PITCH, Kind.ASK, Kind.FIND_GATHERING)
FRESH_HALF_LIFE = 4  # days: a hello or a message loses half its warmth (COACH.md §3.6, assumed there)
OVERDUE_FADES = 14  # days until something overdue weighs no more than something due today
AGAIN = -1.5  # each card of a kind that today already has
PUT_OFF = -0.5  # each time it was answered "not today" lately
CHANCE = 0.01  # between equals, chance decides


def plan_day(
    history: History,
    candidates: Sequence[Candidate],
    settings: Settings,
    today: date,
    energy: int | None,
    minutes: int | None,
    rng: Random,
) -> Plan:
    """Choose the day's actions: never more than four, never over its minutes, none on a rest day.

    There is room for one small action (10 minutes) whatever the pace; with low energy that is all.
    What was done today uses up its part. `minutes`: how many are free, if the user says so.
    """
    week = Week(settings.weekly_minutes, settings.rest_weekdays, settings.challenge)
    done = [past for past in history.done if past.reply is Reply.DONE]
    active_on = [*history.active_on, *(past.on for past in done)]
    pace = pace_of(week, today, energy, history.checkins, active_on, minutes)
    if pace.shape is Shape.REST:
        return Plan(today, pace.shape, 0, ())
    done_today = [past for past in done if past.on == today]
    cards = _most(settings, pace.shape) - len(done_today)
    seed = rng.random()  # each card draws from its own key, so that one more or less moves no other
    luck = {c.key: Random(f"{seed}:{c.key}").uniform(0, CHANCE) for c in candidates}
    pool = [c for c in candidates if not _is_ruled_out(c, history, today)]
    given = max(pace.minutes, SMALL)
    if pace.shape is Shape.LOW_ENERGY:
        given, pool = SMALL, _easy(pool)
    ranked = _ranked(pool, history, today, luck, cards)
    return Plan(today, pace.shape, given, _fill(ranked, given - sum(past.minutes for past in done_today)))


def why_not(
    history: History,
    candidates: Sequence[Candidate],
    settings: Settings,
    today: date,
    energy: int | None,
    minutes: int | None,
    rng: Random,
    key: str,
) -> WhyNot:
    """Why the candidate of that key is not on today's cards; the rest as given to `plan_day`."""
    plan = plan_day(history, candidates, settings, today, energy, minutes, rng)
    if plan.shape is Shape.REST:
        return WhyNot(Verdict.REST)
    if any(action.candidate.key == key for action in plan.actions):
        return WhyNot(Verdict.CHOSEN)
    return WhyNot(Verdict.LOWER if any(c.key == key for c in candidates) else Verdict.UNKNOWN)


def _most(settings: Settings, shape: Shape) -> int:
    most = max(1, min(settings.most_actions, MOST_ACTIONS))
    return {Shape.LOW_ENERGY: 1, Shape.COME_BACK: min(most, COMING_BACK_ACTIONS)}.get(shape, most)


def _is_ruled_out(candidate: Candidate, history: History, today: date) -> bool:
    """Done or put off today, or not for me within the month."""
    return any(
        past.on == today or (past.reply is Reply.NOT_FOR_ME and today - past.on < NOT_FOR_ME_FOR)
        for past in history.done
        if past.key == candidate.key and past.on <= today
    )


def _easy(pool: list[Candidate]) -> list[Candidate]:
    """What is small and not frightening; if there is nothing such, a small start of the rest."""
    easy = [c for c in pool if c.minutes <= SMALL and (c.fright or 0) <= EASY_FRIGHT]
    return easy or pool


def _ranked(
    pool: list[Candidate], history: History, today: date, luck: Mapping[str, float], cards: int
) -> list[Action]:
    """The best first, one a subject; the order does not depend on minutes, so more of them only adds."""
    chosen: list[Action] = []
    while pool and len(chosen) < cards:
        kinds = [action.candidate.kind for action in chosen]
        scored = [_score(c, history, today, luck[c.key], kinds.count(c.kind)) for c in pool]
        best = max(scored, key=lambda action: (action.score, action.candidate.key))
        chosen.append(best)
        pool = [c for c in pool if not _excludes(c, best.candidate)]
    return chosen


def _fill(ranked: list[Action], left: int) -> tuple[Action, ...]:
    """Each takes its minutes; the last may take what is left, if that is a start worth making."""
    actions = []
    for action in ranked:
        candidate = action.candidate
        if min(candidate.minutes, SMALL) > left:
            break
        if candidate.minutes > left:
            candidate = replace(candidate, minutes=left, why=Why.SMALL_TODAY)
        actions.append(replace(action, candidate=candidate))
        left -= candidate.minutes
    return tuple(actions)


def _excludes(one: Candidate, other: Candidate) -> bool:
    """Not both on one day: one subject, or two big things of one's own."""
    if one.key == other.key or (one.kind in ONE_A_DAY and other.kind in ONE_A_DAY):
        return True
    if one.subject_id and other.subject_id:
        return one.subject_id == other.subject_id
    return bool(one.subject) and one.subject.casefold() == other.subject.casefold()


def _score(candidate: Candidate, history: History, today: date, luck: float, same_kind: int) -> Action:
    terms = _terms(candidate, history, today, luck, same_kind)
    return Action(candidate, sum(value for _, value in terms), terms)


def _terms(
    candidate: Candidate, history: History, today: date, luck: float, same_kind: int
) -> tuple[tuple[str, float], ...]:
    """The score's parts by name; those that are nothing are left out."""
    numbers = dict(candidate.numbers)
    put_off = sum(
        past.key == candidate.key and past.reply is Reply.NOT_TODAY and today - past.on < NOT_FOR_ME_FOR
        for past in history.done
    )
    terms = {
        "base": BASE[candidate.kind],
        "due": _due(candidate.due_on, today),
        "fresh": _fresh(candidate, numbers.get("days")),
        "goal": _goal(numbers),
        "close": numbers.get("closeness", 0.0),
        "worth": numbers.get("worth", 0.0),
        "again": AGAIN * same_kind,
        "put_off": PUT_OFF * put_off,
        "chance": luck,
    }
    return tuple((name, value) for name, value in terms.items() if value)


def _due(due_on: date | None, today: date) -> float:
    """1 when due, a little more once overdue, less as weeks pass (never a debt); -1 when still ahead."""
    if due_on is None:
        return 0.0
    late = (today - due_on).days
    if late < 0:
        return -1.0
    return 1.0 if late == 0 else max(0.0, 1.5 * (1 - late / (3 * OVERDUE_FADES)))


def _fresh(candidate: Candidate, days: float | None) -> float:
    """Up to 1 for what cools with the days."""
    cools = candidate.why in (Why.MET_LATELY, Why.WROTE_TO_YOU)
    return 2.0 ** (-days / FRESH_HALF_LIFE) if cools and days is not None else 0.0


def _goal(numbers: Mapping[str, float]) -> float:
    """Up to 2 for an action goal: how much of one a day is still to do."""
    open_ = numbers.get("of", 0.0) - numbers.get("done", 0.0)
    if open_ <= 0:
        return 0.0
    return 2 * min(1.0, open_ / max(1.0, numbers.get("days_left", 1.0)))
