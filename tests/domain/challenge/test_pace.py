"""The day's minutes: the week spread over its days, and when a day is eased."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given as given_
from hypothesis import settings
from hypothesis import strategies as st

from rapport.domain.challenge.challenge import Challenge
from rapport.domain.challenge.checkins import CheckIn
from rapport.domain.challenge.pace import (
    DAY_MOST,
    KEPT,
    Pace,
    Past,
    Shape,
    Week,
    gate_of,
    next_capacity,
    pace_of,
    smoothed_energy,
)  # fmt: skip
from tests.cast import day

MONTH = Challenge(UUID(int=1), day(1), 30)
SUNDAYS = frozenset({6})
FOUR_HOURS = Week(240, SUNDAYS, MONTH)  # 40 minutes on each of six days


def given(
    number: int,
    energy: int | None = None,
    minutes: int | None = None,
    *,
    week: Week = FOUR_HOURS,
    active: Iterable[int] | None = None,
    checkins: Sequence[CheckIn] = (),
    spent: Mapping[int, float] | None = None,
) -> Pace:
    """That day of the month; unless said, every day before had its part done."""
    past = Past(
        checkins,
        [day(n) for n in (range(1, number) if active is None else active)],
        {day(n): each for n, each in (spent or {}).items()},
    )
    return pace_of(week, day(number), energy, past, minutes)


def on(number: int, energy: int | None = None, minutes: int | None = None, **facts: Any) -> tuple[Shape, int]:
    """Its shape and its minutes."""
    pace = given(number, energy, minutes, **facts)
    return pace.shape, pace.minutes


def test_sunday_rests_whatever_the_energy() -> None:
    assert on(3, energy=5, minutes=90) == (Shape.REST, 0)


def test_a_holiday_rests_too_and_costs_nothing() -> None:
    holiday = replace(MONTH, rest_dates=frozenset({day(13)}))
    assert on(13, week=replace(FOUR_HOURS, challenge=holiday))[0] is Shape.REST
    away = replace(FOUR_HOURS, holidays=frozenset({day(11), day(12), day(13), day(14)}))
    assert on(13, week=away)[0] is Shape.REST
    assert on(15, week=away, active=range(1, 11)) == (Shape.STEADY, 40)  # and no word of having been away


def test_four_hours_a_week_are_forty_minutes_a_day() -> None:
    assert on(15) == (Shape.STEADY, 40)


def test_who_rests_on_two_days_spreads_the_week_over_five() -> None:
    month = replace(MONTH, rest_weekdays=frozenset({5, 6}))
    assert on(15, week=replace(FOUR_HOURS, challenge=month)) == (Shape.STEADY, 48)


def test_the_first_days_start_at_four_fifths_and_the_tenth_is_whole() -> None:
    assert on(1) == (Shape.RAMP, 32)
    assert on(9)[0] is Shape.RAMP
    assert on(11) == (Shape.STEADY, 40)


def test_the_last_days_ease_off_into_the_pace_that_goes_on() -> None:
    assert [on(n)[1] for n in (25, 26, 30, 32)] == [40, 37, 24, 24]
    assert [on(n)[0] for n in (25, 26, 30, 32)] == [
        Shape.STEADY,
        Shape.LANDING,
        Shape.LANDING,
        Shape.NO_CHALLENGE,
    ]


def test_a_challenge_of_a_week_does_not_land_before_it_flew() -> None:
    week = replace(FOUR_HOURS, challenge=replace(MONTH, days=12))
    assert on(12, week=week)[0] is Shape.STEADY


def test_an_evening_out_is_paid_back_with_rest() -> None:
    evening = {14: 135.0}
    assert on(15, spent=evening)[0] is Shape.AFTER_EFFORT
    assert [on(n, spent=evening)[1] for n in (15, 16, 18, 19)] == [0, 0, 25, 40]  # 17 is a Sunday


def test_a_quiet_day_leaves_a_little_for_the_next_and_never_a_backlog() -> None:
    assert on(15, active=range(1, 14)) == (Shape.STEADY, 80)
    assert on(16, active=range(1, 14)) == (Shape.STEADY, 80)
    assert given(16, active=range(1, 14)).bank <= KEPT * 240
    assert DAY_MOST * 40 == 80


def test_low_energy_says_so_and_a_fair_day_runs_at_full_speed() -> None:
    assert [on(15, energy=n)[0] for n in (1, 2, 3)] == [Shape.LOW_ENERGY, Shape.LOW_ENERGY, Shape.STEADY]
    assert [on(15, energy=n)[1] for n in (3, 4, 5)] == [40, 40, 40]


def test_a_tired_week_slows_down_a_fair_day_and_says_by_how_much() -> None:
    tired = [CheckIn(day(n), energy=2) for n in (11, 12, 14)]
    slowed = given(15, 3, checkins=tired)
    assert slowed.shape is Shape.LIGHTER
    assert 0 < slowed.minutes < 40
    assert slowed.minutes == pytest.approx(40 * (1 - slowed.lighter), abs=0.5)
    spent = [CheckIn(day(n), energy=1) for n in (9, 11, 12, 13, 14)]
    assert on(15, checkins=spent) == (Shape.LOW_ENERGY, 0)


def test_weeks_of_low_energy_lighten_the_weeks_that_follow_and_good_ones_undo_it() -> None:
    tired = [CheckIn(day(n), energy=2) for n in range(1, 12)]
    good = [CheckIn(day(n), energy=5) for n in range(12, 27)]
    assert given(12, checkins=tired).capacity == 0.8  # one Monday
    assert given(26, checkins=[*tired, *good]).capacity == 1.0
    assert next_capacity(0.2, 0.1) == 0.2


UP_AND_DOWN = (3, 2, 3, 3, 2)  # said on one day after the other, whatever was done


def test_lighter_days_that_do_not_lift_the_check_ins_are_made_hardly_lighter_and_it_is_said() -> None:
    said = [CheckIn(day(n), energy=UP_AND_DOWN[n % 5]) for n in range(1, 36)]
    month = replace(FOUR_HOURS, challenge=replace(MONTH, days=60))
    early, late = (given(n, 3, checkins=said[: n - 1], week=month) for n in (12, 36))
    assert (early.shape, early.answers) == (Shape.LIGHTER, 1.0)
    assert late.shape is Shape.UNMOVED
    assert early.minutes < late.minutes < 40
    assert late.lighter == pytest.approx(late.answers * (1 - late.gate * late.capacity))


HARD, EASY = (4, 4, 3, 2, 2, 2, 2), (2, 3, 3, 4, 4, 4, 4)  # how one feels through a hard week, an easy one


def test_who_is_tired_by_what_they_do_is_eased_as_before() -> None:
    said = [CheckIn(day(n + 1), energy=each) for n, each in enumerate((*HARD, *EASY, *HARD))]
    spent = {n: 5.0 if 8 <= n <= 14 else 80.0 for n in range(1, 22)}
    assert given(22, checkins=said, spent=spent).answers == 1.0


def test_what_is_said_today_opens_today_and_teaches_from_tomorrow_on() -> None:
    said = [CheckIn(day(n), energy=UP_AND_DOWN[n % 5]) for n in range(1, 25)]
    assert given(25, 1, checkins=said).answers == given(25, 5, checkins=said).answers


def test_who_has_been_at_it_for_months_is_not_taken_for_rested_where_the_look_back_begins() -> None:
    """Tired from the first day that is still looked at, and never rested: that says nothing of effort."""
    year = replace(FOUR_HOURS, challenge=replace(MONTH, days=90))
    said = [CheckIn(day(n), energy=3 if n % 2 else 2) for n in range(1, 88)]
    spent = dict.fromkeys(range(1, 88), 40.0)
    assert given(88, 3, week=year, checkins=said, spent=spent).answers > 0.9
    assert given(60, 3, week=year, checkins=said, spent=spent).answers < 0.9


def test_who_always_feels_so_so_is_not_throttled_week_by_week() -> None:
    so_so = [CheckIn(day(n), energy=3) for n in range(1, 29)]
    assert given(29, checkins=so_so).capacity == 1.0


def test_nobody_who_says_nothing_is_slowed_down() -> None:
    assert given(29).capacity == 1.0


def test_all_my_hours_hold_for_a_week_whatever_the_check_ins_say_but_not_over_rest() -> None:
    tired = [CheckIn(day(n), energy=1) for n in range(1, 15)]
    mine = replace(FOUR_HOURS, flat_until=day(18))
    assert on(15, energy=1, checkins=tired, week=mine) == (Shape.ALL_HOURS, 40)
    assert on(17, energy=1, checkins=tired, week=mine)[0] is Shape.REST
    assert on(19, checkins=tired, week=mine)[0] is Shape.LOW_ENERGY  # then it asks again
    assert not mine.is_flat(day(11))


def test_a_month_old_check_in_says_nothing_about_today() -> None:
    assert smoothed_energy([CheckIn(day(1), energy=1)], day(16), None) == 0.6
    assert smoothed_energy([CheckIn(day(1), energy=1)], day(15), None) == pytest.approx(0.39)
    assert given(18, checkins=[CheckIn(day(1), energy=1)]).energy == 0.6


def test_today_is_asked_once() -> None:
    twice = [CheckIn(day(15), energy=1), CheckIn(day(15), pressure=5)]
    assert smoothed_energy(twice, day(15), 4) == smoothed_energy([], day(15), 4)
    assert given(15, 4, checkins=twice).energy == given(15, 4).energy


def test_coming_back_after_three_days_away_is_half_a_day_and_owes_nothing() -> None:
    assert on(15, active=[11]) == (Shape.COME_BACK, 20)
    assert on(20, active=[11]) == (Shape.COME_BACK, 20)
    assert on(15, active=[12])[0] is Shape.STEADY


def test_rest_days_are_no_days_away_and_who_never_began_is_not_back() -> None:
    assert on(5, active=[1])[0] is Shape.RAMP  # Saturday and Monday between
    assert on(15, active=[])[0] is Shape.STEADY
    assert on(15, active=[15, 20])[0] is Shape.STEADY


def test_the_user_s_own_minutes_win_over_the_pace() -> None:
    assert on(1, minutes=90) == (Shape.RAMP, 90)
    assert on(15, energy=3, minutes=5) == (Shape.STEADY, 5)


def test_before_the_challenge_the_usual_rest_days_hold() -> None:
    week = Week(240, frozenset({5}), replace(MONTH, rest_weekdays=SUNDAYS))
    assert week.is_rest(day(-5))  # the Saturday before
    assert not week.is_rest(day(2))
    assert week.is_rest(day(3))


ENERGIES = st.none() | st.integers(1, 5)
CHECKINS = st.lists(st.builds(CheckIn, st.integers(-5, 30).map(day), ENERGIES), max_size=30)
SPENT = st.dictionaries(st.integers(-5, 39), st.floats(0, 400), max_size=8)


@settings(deadline=None)
@given_(st.integers(1, 40), CHECKINS, SPENT, st.integers(1, 4), st.integers(0, 1200))
def test_more_energy_never_gives_fewer_minutes(
    number: int, checkins: list[CheckIn], spent: dict[int, float], energy: int, weekly: int
) -> None:
    week = replace(FOUR_HOURS, minutes=weekly)
    less, more = (given(number, n, week=week, checkins=checkins, spent=spent) for n in (energy, energy + 1))
    assert 0 <= less.minutes <= more.minutes <= max(weekly, 1)
    assert less.bank <= more.bank <= max(weekly, 1)


@settings(deadline=None)
@given_(st.floats(0, 1), st.floats(0, 1))
def test_the_gate_opens_with_energy(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= gate_of(low) <= gate_of(high) <= 1
