"""When Freelance Friday comes next."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.gatherings.rhythm import MONTHLY, next_date, proposed_days

FIRST_FRIDAYS = [date(2019, 3, 1), date(2019, 4, 5)]


def test_a_weekly_one_is_gone_to_once_a_month_and_a_quarterly_one_as_it_comes() -> None:
    weekly = [date(2019, 3, 1) + timedelta(days=7 * n) for n in range(6)]
    quarterly = [date(2019, 3, 1), date(2019, 5, 31), date(2019, 8, 30)]
    assert proposed_days(weekly) == MONTHLY
    assert proposed_days(FIRST_FRIDAYS) == MONTHLY
    assert proposed_days(quarterly) == 91
    assert proposed_days([date(2019, 3, 1)]) == MONTHLY


def test_the_first_friday_is_followed_by_the_first_friday() -> None:
    assert next_date([date(2019, 3, 1)], 28, date(2019, 3, 30)) == date(2019, 4, 5)
    assert next_date(FIRST_FRIDAYS, 28, date(2019, 4, 6)) == date(2019, 5, 3)


def test_a_date_that_is_planned_stays_the_next_one() -> None:
    assert next_date(FIRST_FRIDAYS, 28, date(2019, 3, 30)) == date(2019, 4, 5)


def test_every_other_week_is_counted_from_the_last_date() -> None:
    assert next_date([date(2019, 3, 1)], 14, date(2019, 3, 20)) == date(2019, 3, 29)


def test_an_announced_date_around_then_is_taken_instead() -> None:
    announced = [date(2019, 4, 12), date(2019, 6, 7)]
    assert next_date([date(2019, 3, 1)], 28, date(2019, 3, 30), announced) == date(2019, 4, 12)
    assert next_date([date(2019, 3, 1)], 28, date(2019, 3, 30), [date(2019, 6, 7)]) == date(2019, 4, 5)


def test_without_any_date_there_is_no_next_one() -> None:
    assert next_date([], 28, date(2019, 3, 30)) is None


@given(
    st.lists(st.dates(date(2018, 1, 1), date(2026, 1, 1)), min_size=1, max_size=6),
    st.integers(1, 400),
    st.dates(date(2018, 1, 1), date(2026, 1, 1)),
)
def test_the_next_date_lies_ahead_and_not_years_away(dates: list[date], days: int, today: date) -> None:
    on = next_date(dates, days, today)
    assert on is not None
    assert on > today
    assert on <= max(today, *dates) + timedelta(days=days + 40)
