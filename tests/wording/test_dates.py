"""Days as people say them."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from rapport.wording.dates import ago, day, listed, minutes_ago, short_day, spoken_day

FRIDAY = date(2019, 3, 15)


def test_a_day_leaves_out_this_years_number() -> None:
    assert day(FRIDAY) == "Friday 15 March 2019"
    assert day(FRIDAY, date(2019, 1, 1)) == "Friday 15 March"
    assert day(FRIDAY, date(2020, 1, 1)) == "Friday 15 March 2019"
    assert short_day(FRIDAY) == "15 March 2019"


def test_near_days_have_names() -> None:
    near = [spoken_day(FRIDAY + timedelta(days=days), FRIDAY) for days in (-1, 0, 1, 2)]
    assert near == [
        "yesterday (Thursday 14 March)",
        "today (Friday 15 March)",
        "tomorrow (Saturday 16 March)",
        "Sunday 17 March",
    ]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-1, "today"),
        (0, "today"),
        (1, "yesterday"),
        (20, "20 days ago"),
        (21, "3 weeks ago"),
        (62, "8 weeks ago"),
        (63, "2 months ago"),
        (400, "13 months ago"),
        (800, "2 years ago"),
    ],
)
def test_how_long_ago(days: int, said: str) -> None:
    assert ago(days) == said


def test_lists_end_with_an_and() -> None:
    assert listed([]) == ""
    assert listed(["Mary"]) == "Mary"
    assert listed(["Mary", "Priya Shah", "Tom"]) == "Mary, Priya Shah and Tom"


def test_months_and_weekdays_are_french_in_french() -> None:
    with translation.override("fr"):
        assert "vendredi" in day(FRIDAY)
        assert "mars" in day(FRIDAY)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "just now"), (1, "1 minute ago"), (59, "59 minutes ago"), (60, "1 hour ago"), (185, "3 hours ago")],
)
def test_minutes_ago(minutes: int, said: str) -> None:
    assert minutes_ago(minutes) == said
