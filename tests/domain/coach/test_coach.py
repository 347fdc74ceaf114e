"""One to four cards a day, each with reasons that add up, and none where rest was meant."""

from dataclasses import replace
from random import Random
from uuid import UUID

import pytest

from rapport.domain.challenge.pace import Shape
from rapport.domain.coach.cards import Candidate, Done, Kind, Reply, Why
from rapport.domain.coach.coach import SMALL, History, Settings, plan_day
from rapport.domain.learning.arms import UNIT, Arm
from rapport.domain.learning.attempts import Attempt
from rapport.domain.learning.learning import Way
from tests.cast import ALMA, ANA, DAN, KAREN, NORA, PRIYA, TEO, TOM, day
from tests.domain.coach.days import (
    ASK_TOM,
    GIVE,
    HELLO,
    MONDAY,
    PITCH,
    PROMISE,
    RECONNECT,
    REMIND,
    a_card,
    answered,
    kinds,
    plan,
)


def test_what_others_wait_for_comes_first_and_then_what_brings_most_for_its_effort() -> None:
    made = plan(GIVE, PITCH, REMIND, HELLO, PROMISE, minutes=240)
    assert kinds(made) == [Kind.KEEP_PROMISE, Kind.FOLLOW_UP_HELLO, Kind.REMIND_ASK, Kind.PITCH]


def test_a_goal_far_behind_pulls_what_serves_it() -> None:
    behind = replace(GIVE, numbers=(("done", 1.0), ("of", 30.0), ("days_left", 10.0)))
    assert kinds(plan(GIVE, PITCH, minutes=240)) == [Kind.PITCH, Kind.GIVE]
    assert kinds(plan(behind, PITCH, minutes=240)) == [Kind.GIVE, Kind.PITCH]


def test_a_pitch_set_for_today_is_a_promise_to_oneself() -> None:
    planned = replace(PITCH, why=Why.DUE_TODAY, due_on=MONDAY)
    assert kinds(plan(HELLO, planned, minutes=240)) == [Kind.PITCH, Kind.FOLLOW_UP_HELLO]


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


def test_one_pitch_a_day() -> None:
    assert len(plan(PITCH, a_card(Kind.PITCH, TOM), minutes=240).actions) == 1


def test_a_letter_has_its_turn_before_a_fourth_hello() -> None:
    hellos = [a_card(Kind.FOLLOW_UP_HELLO, who, Why.MET_LATELY) for who in (ALMA, NORA, PRIYA, TEO)]
    letter = replace(a_card(Kind.RECONNECT, TOM, Why.DORMANT), arm=Arm.RECONNECT_CLOSE)
    hello = Kind.FOLLOW_UP_HELLO
    assert kinds(plan(*hellos, letter, minutes=240)) == [hello, hello, hello, Kind.RECONNECT]
    assert plan(letter, minutes=240).actions[0].score < plan(hellos[0], minutes=240).actions[0].score


def test_what_is_tiny_must_give_more_for_its_minutes() -> None:
    """It takes nine minutes to get into anything, so a reminder is not five times as good as five of them."""
    pitch, remind = (dict(plan(card, minutes=240).actions[0].terms)["effort"] for card in (PITCH, REMIND))
    assert (pitch * UNIT, remind * UNIT) == pytest.approx((90 + 9, 9 + 9))


def test_of_all_who_could_be_asked_the_readiest_comes_first() -> None:
    ready = [
        replace(a_card(Kind.ASK, who, Why.EXPECTED), arm=Arm.ASK_HIGH, readiness=each)
        for who, each in ((TOM, 0.21), (KAREN, 0.6), (DAN, 0.3))
    ]
    assert [action.candidate.subject for action in plan(*ready, minutes=240).actions] == [
        KAREN.name,
        DAN.name,
        TOM.name,
    ]


def test_between_equals_chance_decides_whatever_the_order_they_come_in() -> None:
    equals = [replace(a_card(Kind.ASK, who, Why.EXPECTED), readiness=0.3) for who in (TOM, KAREN, DAN)]

    def first(order: list[Candidate], seed: int) -> str:
        made = plan_day(History(), order, Settings(most_actions=1), MONDAY, 4, 60, Random(seed))
        return made.actions[0].candidate.subject

    assert {first(equals, seed) for seed in range(20)} == {TOM.name, KAREN.name, DAN.name}
    for seed in range(20):
        assert first(equals, seed) == first(equals[::-1], seed)


def test_whoever_was_asked_within_the_month_is_not_asked_again() -> None:
    history = History(asked=((TOM.id, day(2)),))
    assert kinds(plan(ASK_TOM, history=history)) == []
    assert kinds(plan(ASK_TOM, history=history, today=day(32))) == [Kind.ASK]
    tried = History(attempts=(Attempt(Arm.ASK_LOW, day(2), subject_id=TOM.id),))
    assert kinds(plan(ASK_TOM, history=tried)) == []


def test_who_took_twice_and_gave_nothing_does_not_ask_a_third_time() -> None:
    asks = [Attempt(Arm.ASK_HIGH, day(n), settled=True, subject_id=TOM.id) for n in (-60, -50, -40)]
    assert kinds(plan(ASK_TOM, history=History(attempts=tuple(asks)))) == []
    gave = Attempt(Arm.GIVE, day(-20), subject_id=TOM.id)
    assert kinds(plan(ASK_TOM, history=History(attempts=(*asks, gave)))) == [Kind.ASK]


def test_after_four_asks_it_is_time_to_give() -> None:
    asks = tuple(Attempt(Arm.ASK_HIGH, day(n), settled=True, subject_id=UUID(int=n)) for n in (3, 4, 5, 6))
    assert kinds(plan(GIVE, HELLO, history=History(attempts=asks[:3])))[0] is Kind.FOLLOW_UP_HELLO
    assert kinds(plan(GIVE, HELLO, history=History(attempts=asks)))[0] is Kind.GIVE
    gave = (*asks, *(Attempt(Arm.ASK_HIGH, day(7), subject_id=ANA.id), Attempt(Arm.GIVE, day(8))))
    assert kinds(plan(GIVE, HELLO, history=History(attempts=gave)))[0] is Kind.FOLLOW_UP_HELLO


def test_follow_ups_that_never_brought_anybody_are_left_alone() -> None:
    silent = tuple(Attempt(Arm.FOLLOW_UP, day(-n), settled=True) for n in range(30))
    assert kinds(plan(HELLO, GIVE, history=History(attempts=silent))) == [Kind.GIVE]


def rungs(*frights: int) -> list[Candidate]:
    people = (ANA, TOM, DAN)
    return [
        replace(a_card(Kind.PITCH, who, Why.GOAL_OPEN), fright=f)
        for who, f in zip(people, frights, strict=False)
    ]


def test_a_stretch_is_one_rung_above_the_hardest_done_and_takes_the_last_place() -> None:
    history = History(hardest=3)
    made = plan(HELLO, REMIND, *rungs(4, 5), history=history, minutes=240)
    assert [action.candidate.why for action in made.actions] == [Why.MET_LATELY, Why.STRETCH]
    assert made.actions[-1].candidate.fright == 4
    assert dict(made.actions[-1].candidate.numbers) == {"fright": 4, "hardest": 3}


def test_a_stretch_comes_once_a_week_with_energy_and_never_alone() -> None:
    def whys(history: History, energy: int | None = 4, *others: Candidate) -> list[Why]:
        made = plan(*others, *rungs(4), history=history, minutes=240, energy=energy)
        return [action.candidate.why for action in made.actions]

    fresh = History(hardest=3)
    assert Why.STRETCH in whys(fresh, 4, HELLO, GIVE)
    assert Why.STRETCH not in whys(fresh, 3, HELLO, GIVE)
    assert Why.STRETCH not in whys(replace(fresh, stretched_on=day(8)), 4, HELLO, GIVE)
    assert whys(fresh, 4) == []


def test_sunday_asks_for_nothing() -> None:
    made = plan(PROMISE, today=day(10))
    assert (made.shape, made.minutes, made.actions) == (Shape.REST, 0, ())
    holidays = frozenset({day(11)})
    assert plan(PROMISE, holidays=holidays).shape is Shape.REST


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
    assert dict(after.terms)["put_off"] < 1
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
    today, tomorrow = (
        plan(a_card(Kind.GO_TO_GATHERING, why=why, due_on=on)).actions[0].score
        for why, on in ((Why.ON_TODAY, day(11)), (Why.ON_TOMORROW, day(12)))
    )
    assert today > tomorrow
