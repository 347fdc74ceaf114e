"""A day of the cast for the coach to plan: cards, and what is planned of them."""

from dataclasses import replace
from datetime import date
from random import Random
from typing import Any
from uuid import UUID

from rapport.domain.challenge.challenge import Challenge
from rapport.domain.coach.cards import Candidate, Done, Kind, Reply, Why, card
from rapport.domain.coach.coach import History, Plan, Settings, plan_day
from rapport.domain.learning.learning import Way
from rapport.domain.people.people import Person
from tests.cast import ALMA, ANA, MARY, NORA, PRIYA, TEO, TOM, day

MONTH = Challenge(UUID(int=1), day(1), 30)
MONDAY = day(11)


def a_card(kind: Kind, about: Person = MARY, why: Why = Why.DUE_TODAY, **facts: Any) -> Candidate:
    found = card(kind, why, about.id)
    return replace(found, **{"subject_id": about.id, "subject": about.name, **facts})


def plan(
    *candidates: Candidate,
    today: date = MONDAY,
    energy: int | None = 4,
    minutes: int | None = 60,
    history: History = History(),  # noqa: B008 - frozen
    **asked: Any,
) -> Plan:
    wishes = Settings(**{"challenge": MONTH, **asked})
    return plan_day(history, candidates, wishes, today, energy, minutes, Random(7))


def kinds(made: Plan) -> list[Kind]:
    return [action.candidate.kind for action in made.actions]


def answered(candidate: Candidate, reply: Reply, on: date, minutes: int = 0) -> History:
    before = Done(day(10), Way.LOG, "kept_going", Reply.DONE)
    return History(done=(before, Done(on, candidate.way, candidate.key, reply, minutes)))


ASK_TOM = a_card(Kind.ASK, TOM, Why.GOAL_OPEN)
PITCH = a_card(Kind.PITCH, ANA, Why.GOAL_OPEN)
PROMISE = a_card(Kind.KEEP_PROMISE, NORA, Why.PROMISED)
HELLO = a_card(Kind.FOLLOW_UP_HELLO, PRIYA, Why.MET_LATELY)
GIVE = a_card(Kind.GIVE, ALMA, Why.THEY_NEED)
RECONNECT = a_card(Kind.RECONNECT, TEO, Why.DORMANT)
REMIND = a_card(Kind.REMIND_ASK, MARY, Why.WAITING)
