"""The day's minutes: the week spread over its days, and when a day is eased."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.domain.challenge import Challenge
from rapport.domain.checkins import CheckIn
from rapport.domain.pace import Pace, Shape, Week, days_away, gate_of, pace_of, smoothed_energy
from tests.cast import day

MONTH = Challenge(UUID(int=1), day(1), 30)
SUNDAYS = frozenset({6})
FOUR_HOURS = Week(240, SUNDAYS, MONTH)  # 40 minutes on each of six days


def on(number: int, energy: int | None = None, minutes: int | None = None, week: Week = FOUR_HOURS) -> Pace:
    """That day of the month, with something done every day before."""
    active = [day(n) for n in range(1, number)]
    return pace_of(week, day(number), energy, [], active, minutes)


def test_sunday_rests_whatever_the_energy() -> None:
    assert on(3, energy=5, minutes=90) == Pace(Shape.REST, 0)


def test_a_holiday_in_the_challenge_rests_too() -> None:
    holiday = replace(MONTH, rest_dates=frozenset({day(13)}))
    assert on(13, week=replace(FOUR_HOURS, challenge=holiday)).shape is Shape.REST


def test_four_hours_a_week_are_forty_minutes_a_day() -> None:
    assert on(15) == Pace(Shape.STEADY, 40)


def test_who_rests_on_two_days_spreads_the_week_over_five() -> None:
    month = replace(MONTH, rest_weekdays=frozenset({5, 6}))
    assert on(15, week=replace(FOUR_HOURS, challenge=month)).minutes == 48


def test_the_first_days_start_at_four_fifths_and_the_tenth_is_whole() -> None:
    assert on(1) == Pace(Shape.RAMP, 32)
    assert on(9).shape is Shape.RAMP
    assert on(11) == Pace(Shape.STEADY, 40)


def test_the_last_days_ease_off_into_the_pace_that_goes_on() -> None:
    assert [on(n).minutes for n in (25, 26, 30, 32)] == [40, 37, 24, 24]
    assert [on(n).shape for n in (25, 26, 30, 32)] == [
        Shape.STEADY,
        Shape.LANDING,
        Shape.LANDING,
        Shape.NO_CHALLENGE,
    ]


def test_a_challenge_of_a_week_does_not_land_before_it_flew() -> None:
    week = replace(FOUR_HOURS, challenge=replace(MONTH, days=12))
    assert on(12, week=week).shape is Shape.STEADY


def test_low_energy_says_so_and_a_fair_day_runs_at_full_speed() -> None:
    assert [on(15, energy=n).shape for n in (1, 2, 3)] == [Shape.LOW_ENERGY, Shape.LOW_ENERGY, Shape.STEADY]
    assert [on(15, energy=n).minutes for n in (3, 4, 5)] == [40, 40, 40]


def test_a_tired_week_slows_down_a_fair_day() -> None:
    tired = [CheckIn(day(n), energy=2) for n in (11, 12, 14)]
    slowed = pace_of(FOUR_HOURS, day(15), 3, tired, [day(14)])
    assert slowed.shape is Shape.STEADY
    assert 0 < slowed.minutes < 40
    spent = [CheckIn(day(n), energy=1) for n in (9, 11, 12, 13, 14)]
    assert pace_of(FOUR_HOURS, day(15), None, spent, [day(14)]) == Pace(Shape.LOW_ENERGY, 0)


def test_a_month_old_check_in_says_nothing_about_today() -> None:
    assert smoothed_energy([CheckIn(day(1), energy=1)], day(16), None) == 0.6
    assert smoothed_energy([CheckIn(day(1), energy=1)], day(15), None) == pytest.approx(0.39)


def test_today_is_asked_once() -> None:
    twice = [CheckIn(day(15), energy=1), CheckIn(day(15), pressure=5)]
    assert smoothed_energy(twice, day(15), 4) == smoothed_energy([], day(15), 4)


def test_coming_back_after_three_days_away_is_half_a_day() -> None:
    assert pace_of(FOUR_HOURS, day(15), None, [], [day(11)]) == Pace(Shape.COME_BACK, 20)
    assert pace_of(FOUR_HOURS, day(15), None, [], [day(12)]).shape is Shape.STEADY


def test_rest_days_are_no_days_away_and_who_never_began_is_not_back() -> None:
    assert days_away([day(1)], day(5), FOUR_HOURS) == 2  # Saturday and Monday
    assert days_away([], day(15), FOUR_HOURS) == 0
    assert days_away([day(15), day(20)], day(15), FOUR_HOURS) == 0


def test_the_user_s_own_minutes_win_over_the_pace() -> None:
    assert on(1, minutes=90) == Pace(Shape.RAMP, 90)
    assert on(15, energy=3, minutes=5) == Pace(Shape.STEADY, 5)


def test_before_the_challenge_the_usual_rest_days_hold() -> None:
    week = Week(240, frozenset({5}), replace(MONTH, rest_weekdays=SUNDAYS))
    assert week.is_rest(day(-5))  # the Saturday before
    assert not week.is_rest(day(2))
    assert week.is_rest(day(3))


ENERGIES = st.none() | st.integers(1, 5)
CHECKINS = st.lists(st.builds(CheckIn, st.integers(-5, 30).map(day), ENERGIES), max_size=10)


@settings(deadline=None)
@given(st.integers(1, 40).map(day), CHECKINS, st.integers(1, 4), st.integers(0, 1200))
def test_more_energy_never_gives_fewer_minutes(
    today: date, checkins: list[CheckIn], energy: int, weekly: int
) -> None:
    week = replace(FOUR_HOURS, minutes=weekly)
    less, more = (pace_of(week, today, n, checkins, []) for n in (energy, energy + 1))
    assert 0 <= less.minutes <= more.minutes <= weekly


@settings(deadline=None)
@given(st.floats(0, 1), st.floats(0, 1))
def test_the_gate_opens_with_energy(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= gate_of(low) <= gate_of(high) <= 1
