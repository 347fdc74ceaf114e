"""One to four cards a day, each with reasons that add up, and none where rest was meant."""

from dataclasses import replace
from datetime import date
from random import Random
from typing import Any
from uuid import UUID

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rapport.domain.cards import Candidate, Done, Kind, Reply, Why, card
from rapport.domain.challenge import Challenge
from rapport.domain.checkins import CheckIn
from rapport.domain.coach import MOST_ACTIONS, SMALL, History, Plan, Settings, plan_day
from rapport.domain.learning import Way
from rapport.domain.pace import Shape
from rapport.domain.people import Person
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
    return History(
        done=(
            Done(day(10), Way.LOG, "kept_going", Reply.DONE),
            Done(on, candidate.way, candidate.key, reply, minutes),
        )
    )


ASK_TOM = a_card(Kind.ASK, TOM, Why.GOAL_OPEN)
PITCH = a_card(Kind.PITCH, ANA, Why.GOAL_OPEN)
PROMISE = a_card(Kind.KEEP_PROMISE, NORA, Why.PROMISED)
HELLO = a_card(Kind.FOLLOW_UP_HELLO, PRIYA, Why.MET_LATELY)
GIVE = a_card(Kind.GIVE, ALMA, Why.THEY_NEED)
RECONNECT = a_card(Kind.RECONNECT, TEO, Why.DORMANT)
REMIND = a_card(Kind.REMIND_ASK, MARY, Why.WAITING)


def test_promises_come_before_hellos_reminders_goals_and_gifts() -> None:
    made = plan(GIVE, PITCH, REMIND, HELLO, PROMISE, minutes=240)
    assert kinds(made) == [Kind.KEEP_PROMISE, Kind.FOLLOW_UP_HELLO, Kind.REMIND_ASK, Kind.PITCH]


def test_a_goal_far_behind_comes_before_a_reminder() -> None:
    behind = replace(PITCH, numbers=(("done", 1.0), ("of", 30.0), ("days_left", 10.0)))
    assert kinds(plan(REMIND, behind, minutes=240)) == [Kind.PITCH, Kind.REMIND_ASK]


def test_a_warm_hello_comes_before_a_cool_one() -> None:
    warm, cool = (
        replace(a_card(Kind.FOLLOW_UP_HELLO, who, Why.MET_LATELY), numbers=(("days", n),))
        for who, n in ((TEO, 1), (PRIYA, 4))
    )
    assert [action.candidate.subject for action in plan(cool, warm).actions] == [TEO.name, PRIYA.name]


def test_what_is_overdue_fades_and_is_never_a_debt() -> None:
    today, yesterday, long_ago = (
        plan(replace(PROMISE, due_on=day(n))).actions[0].score for n in (11, 10, -40)
    )
    assert yesterday > today > long_ago


def test_one_big_thing_of_one_s_own_a_day() -> None:
    assert len(plan(PITCH, ASK_TOM, card(Kind.FIND_GATHERING, Why.GOAL_OPEN), minutes=240).actions) == 1


def test_four_hellos_do_not_make_a_day() -> None:
    hellos = [a_card(Kind.FOLLOW_UP_HELLO, who, Why.MET_LATELY) for who in (MARY, NORA, PRIYA, TEO)]
    assert kinds(plan(*hellos, REMIND, PITCH, minutes=240)).count(Kind.FOLLOW_UP_HELLO) == 2


def test_sunday_asks_for_nothing() -> None:
    assert plan(PROMISE, today=day(10)) == Plan(day(10), Shape.REST, 0, ())


def test_without_a_challenge_the_user_s_own_rest_days_hold() -> None:
    saturday = frozenset({5})
    assert plan(PROMISE, today=day(9), challenge=None, rest_weekdays=saturday).shape is Shape.REST
    assert plan(PROMISE, today=day(10), challenge=None, rest_weekdays=saturday).shape is Shape.NO_CHALLENGE


def test_low_energy_is_one_small_thing() -> None:
    made = plan(PROMISE, PITCH, HELLO, REMIND, energy=2)
    assert made.shape is Shape.LOW_ENERGY
    assert kinds(made) == [Kind.FOLLOW_UP_HELLO]  # ten minutes; the promise takes twenty


def test_low_energy_asks_for_nothing_frightening() -> None:
    scary = replace(HELLO, fright=5)
    assert kinds(plan(scary, GIVE, REMIND, energy=1)) == [Kind.REMIND_ASK]


def test_what_is_too_long_becomes_a_start() -> None:
    (action,) = plan(PITCH, energy=1).actions
    assert (action.candidate.minutes, action.candidate.why) == (SMALL, Why.SMALL_TODAY)
    (action,) = plan(PITCH, minutes=25).actions
    assert action.candidate.minutes == 25


def test_nothing_small_jumps_the_queue() -> None:
    assert kinds(plan(PROMISE, HELLO, REMIND, minutes=25)) == [Kind.KEEP_PROMISE]  # the hello takes ten


def test_ten_minutes_are_always_there() -> None:
    assert kinds(plan(REMIND, minutes=0)) == [Kind.REMIND_ASK]
    assert kinds(plan(REMIND, minutes=None, weekly_minutes=0)) == [Kind.REMIND_ASK]


def test_after_days_away_two_cards_are_enough() -> None:
    away = History(done=(Done(day(5), Way.LOG, "log_someone", Reply.DONE),))
    made = plan(PROMISE, HELLO, REMIND, GIVE, history=away, minutes=240)
    assert (made.shape, len(made.actions)) == (Shape.COME_BACK, 2)
    logging = replace(away, active_on=(day(9),))
    assert plan(PROMISE, history=logging).shape is Shape.STEADY


@pytest.mark.parametrize("reply", [Reply.NOT_TODAY, Reply.DONE, Reply.NOT_FOR_ME])
def test_what_was_answered_today_does_not_come_again_today(reply: Reply) -> None:
    assert kinds(plan(HELLO, REMIND, history=answered(HELLO, reply, MONDAY))) == [Kind.REMIND_ASK]


def test_not_for_me_holds_for_thirty_days() -> None:
    def on(number: int) -> list[Kind]:
        return kinds(
            plan(HELLO, REMIND, history=answered(HELLO, Reply.NOT_FOR_ME, MONDAY), today=day(number))
        )

    assert Kind.FOLLOW_UP_HELLO not in on(11 + 29)
    assert Kind.FOLLOW_UP_HELLO in on(11 + 30)


def test_not_today_comes_back_tomorrow_a_little_lower() -> None:
    put_off = answered(HELLO, Reply.NOT_TODAY, MONDAY)
    (before,), (after,) = plan(HELLO).actions, plan(HELLO, today=day(12), history=put_off).actions
    assert dict(after.terms)["put_off"] < 0
    assert after.score < before.score


def test_what_was_done_today_uses_up_its_part_of_the_day() -> None:
    cards = [PROMISE, HELLO, REMIND, GIVE, RECONNECT]
    whole = plan(*cards, minutes=240)
    first = whole.actions[0].candidate
    later = plan(*cards, minutes=240, history=answered(first, Reply.DONE, MONDAY, first.minutes))
    assert [a.candidate.key for a in later.actions] == [a.candidate.key for a in whole.actions[1:]]
    short = plan(*cards, minutes=30, history=answered(first, Reply.DONE, MONDAY, first.minutes))
    assert sum(a.candidate.minutes for a in short.actions) <= 30 - first.minutes


def test_tomorrow_s_gathering_weighs_less_than_today_s() -> None:
    today, some_day, tomorrow = (
        plan(a_card(Kind.GO_TO_GATHERING, due_on=on)).actions[0].score for on in (day(11), None, day(12))
    )
    assert today > some_day > tomorrow


# What must hold for any day.

SUBJECTS = [MARY, NORA, PRIYA, ALMA, TEO, TOM, ANA]
CANDIDATES = st.lists(
    st.builds(
        lambda kind, about, why, minutes, numbers, due, fright: a_card(
            kind, about, why, minutes=minutes, numbers=numbers, due_on=due, fright=fright
        ),
        st.sampled_from(Kind),
        st.sampled_from(SUBJECTS),
        st.sampled_from(Why),
        st.integers(1, 120),
        st.sampled_from([(), (("days", 3.0),), (("done", 2.0), ("of", 9.0), ("days_left", 4.0))]),
        st.none() | st.integers(5, 15).map(day),
        st.none() | st.integers(1, 5),
    ),
    max_size=10,
    unique_by=lambda candidate: candidate.key,
)
HISTORIES = st.builds(
    lambda done, checkins: History(tuple(done), tuple(checkins)),
    st.lists(
        st.builds(
            lambda number, kind, about, reply, minutes: Done(
                day(number), Way.LOG, f"{kind}:{about.id}", reply, minutes
            ),
            st.integers(-20, 10),
            st.sampled_from(Kind),
            st.sampled_from(SUBJECTS),
            st.sampled_from(Reply),
            st.integers(0, 30),
        ),
        max_size=5,
    ),
    st.lists(st.builds(CheckIn, st.integers(1, 10).map(day), st.integers(1, 5)), max_size=4),
)
DAYS = st.sampled_from([day(n) for n in (1, 8, 11, 15, 28, 30, 40)])  # none rests
MINUTES = st.none() | st.integers(0, 120)
ENERGIES = st.none() | st.integers(1, 5)
WISHES = st.builds(
    Settings, st.integers(0, 900), st.sampled_from([MONTH, None]), most_actions=st.integers(0, 9)
)


def _is_open(candidate: Candidate, history: History, today: date) -> bool:
    said = [done for done in history.done if done.key == candidate.key]
    return not any(d.on == today or (d.reply is Reply.NOT_FOR_ME and (today - d.on).days < 30) for d in said)


@settings(deadline=None)
@given(HISTORIES, CANDIDATES, WISHES, DAYS, ENERGIES, MINUTES, st.integers(0, 99))
def test_a_plan_keeps_its_word(
    history: History,
    candidates: list[Candidate],
    wishes: Settings,
    today: date,
    energy: int | None,
    minutes: int | None,
    seed: int,
) -> None:
    made = plan_day(history, candidates, wishes, today, energy, minutes, Random(seed))
    open_ = [c for c in candidates if _is_open(c, history, today)]
    done_today = [d for d in history.done if d.on == today and d.reply is Reply.DONE]
    assert len(made.actions) <= MOST_ACTIONS
    assert sum(action.candidate.minutes for action in made.actions) <= made.minutes
    assert minutes is None or made.minutes <= max(minutes, SMALL)
    if open_ and not done_today:
        assert made.actions
        assert min(action.candidate.minutes for action in made.actions) > 0
    subjects = [action.candidate.subject_id for action in made.actions]
    assert len(set(subjects)) == len(subjects)
    for action in made.actions:
        assert action.candidate.key in {c.key for c in open_}
        assert action.score == pytest.approx(sum(value for _, value in action.terms))
        assert len(dict(action.terms)) == len(action.terms)
    backwards = plan_day(history, candidates[::-1], wishes, today, energy, minutes, Random(seed))
    assert backwards == made  # same things, same day, same dice: same plan


@settings(deadline=None)
@given(HISTORIES, CANDIDATES, WISHES, DAYS, st.integers(1, 4), MINUTES)
def test_more_energy_never_plans_less(
    history: History,
    candidates: list[Candidate],
    wishes: Settings,
    today: date,
    energy: int,
    minutes: int | None,
) -> None:
    less, more = (
        plan_day(history, candidates, wishes, today, level, minutes, Random(1))
        for level in (energy, energy + 1)
    )
    assert len(less.actions) <= len(more.actions)
    assert less.minutes <= more.minutes


@settings(deadline=None)
@given(HISTORIES, CANDIDATES, ENERGIES, MINUTES)
def test_rest_days_ask_for_nothing(
    history: History, candidates: list[Candidate], energy: int | None, minutes: int | None
) -> None:
    made = plan_day(history, candidates, Settings(challenge=MONTH), day(10), energy, minutes, Random(1))
    assert made == Plan(day(10), Shape.REST, 0, ())


@settings(deadline=None)
@given(CANDIDATES, st.integers(0, 99))
def test_chance_only_decides_between_equals(candidates: list[Candidate], seed: int) -> None:
    assume(candidates)
    made = plan_day(History(), candidates, Settings(), MONDAY, 5, 600, Random(seed))
    assert all(0 <= dict(action.terms).get("chance", 0.0) <= 0.01 for action in made.actions)
