"""What the coach is told, and what it answers."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from uuid import UUID

from rapport.domain.challenge.challenge import Challenge
from rapport.domain.challenge.checkins import CheckIn
from rapport.domain.challenge.pace import Pace, Shape
from rapport.domain.coach.cards import Action, Done
from rapport.domain.learning.arms import Arm
from rapport.domain.learning.attempts import Attempt
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class History:
    """What the coach may look back on."""

    done: tuple[Done, ...] = ()
    checkins: tuple[CheckIn, ...] = ()
    active_on: tuple[date, ...] = ()  # days with anything logged, card or no card
    attempts: tuple[Attempt, ...] = ()  # all there were, those from before Rapport too
    asked: tuple[tuple[UUID, date], ...] = ()  # the last ask of each person
    hardest: int | None = None  # fright of the hardest thing done, 1 to 5; None: nothing is known of it
    stretched_on: date | None = None  # the last time a card went beyond it


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


@dataclass(frozen=True, slots=True)
class Plan:
    """One to four actions; none on a rest day."""

    on: date
    shape: Shape
    minutes: int  # what the day was given
    actions: tuple[Action, ...]
    pace: Pace = field(default_factory=lambda: Pace(Shape.REST, 0))


class Verdict(StrEnum):
    """Why something is not on today's cards."""

    CHOSEN = "chosen"  # it is
    UNKNOWN = "unknown"  # nothing of that key is open
    REST = "rest"  # a rest day, or a holiday
    DONE_TODAY = "done_today"  # or put off today
    NOT_FOR_ME = "not_for_me"  # days: until it may come again
    ASKED_LATELY = "asked_lately"  # days: since the last ask, again: until the next
    OWES = "owes"  # balance: I took more than I gave
    GAVE_NOTHING = "gave_nothing"  # tried, estimate, prior: one's own tries say to leave it
    TOO_BIG = "too_big"  # minutes, energy: too much, or too frightening, for today
    STRETCH = "stretch"  # fright, hardest: a stretch waits for energy, and comes once a week
    NO_MINUTES = "no_minutes"  # minutes: it would take, given: the day's, used: by better ones
    ONE_A_DAY = "one_a_day"  # another of its kind, or another card about them, came first
    LOWER = "lower"  # rank, score, against: the lowest chosen one's score


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why something is not on today's cards, with the numbers that say so."""

    code: Verdict
    numbers: tuple[tuple[str, float], ...] = ()
