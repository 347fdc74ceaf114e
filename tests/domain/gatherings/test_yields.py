"""What gatherings give: Freelance Friday, Ladies' Night, and the conference."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.gatherings.gatherings import SizeBand
from rapport.domain.gatherings.yields import (
    BANDS,
    Advice,
    Learned,
    Visit,
    by_series,
    by_size,
    estimate,
    rate,
    together,
)
from rapport.domain.learning.arms import ARMS
from tests.cast import FIRST_DAY, day


def a_visit(name: str = "Freelance Friday", on: date = FIRST_DAY, **facts: Any) -> Visit:
    known: dict[str, Any] = {"size": 5, "minutes": 90, "memorable": 3, "met": 5, **facts}
    return Visit(uuid4(), name, name.lower(), on, **known)


LADIES_NIGHT = a_visit("Ladies' Night", day(20), size=60, minutes=150, memorable=4, met=6, opened=1)
CONFERENCE = a_visit("The Conference", day(28), size=12_000, minutes=480, memorable=1, met=13)
MONTH = (a_visit(), LADIES_NIGHT, CONFERENCE)


def test_the_story_finds_its_own_advice() -> None:
    told = by_series(MONTH, again={"freelance friday"})
    assert [(one.name, one.advice) for one in told] == [
        ("Ladies' Night", Advice.GO_IF_AGAIN),
        ("Freelance Friday", Advice.GO_REGULARLY),
        ("The Conference", Advice.THREE_PEOPLE),
    ]


def test_a_series_with_a_rhythm_keeps_it() -> None:
    told = by_series([a_visit()], with_rhythm={"freelance friday"}, again={"freelance friday"})
    assert told[0].advice is Advice.KEEP_RHYTHM


def test_three_evenings_with_nobody_are_let_go() -> None:
    dull = [a_visit("Drinks", day(n), memorable=0, met=4) for n in (1, 8, 15)]
    assert by_series(dull)[0].advice is Advice.LET_GO
    assert by_series(dull[:2])[0].advice is Advice.AS_YOU_LIKE
    opened = [*dull[:2], a_visit("Drinks", day(15), memorable=0, met=4, opened=1)]
    assert by_series(opened)[0].advice is Advice.AS_YOU_LIKE


def test_a_series_that_gave_once_must_earn_its_place_again() -> None:
    tired = [a_visit(on=day(n), memorable=2 if n == 1 else 0, met=2) for n in (1, 8, 15, 22)]
    assert by_series(tired)[0].advice is Advice.LET_GO


def test_one_quiet_evening_says_nothing_yet() -> None:
    assert by_series([a_visit(memorable=1, met=2)])[0].advice is Advice.TOO_EARLY


def test_people_to_remember_an_hour_come_with_what_a_small_number_cannot_tell() -> None:
    came = together(MONTH)
    assert (came.visits, came.memorable, came.met, came.hours, came.opened) == (3, 8, 24, 12.0, 1)
    friday = together([a_visit()]).rate
    assert friday.per_hour == 2.0
    assert friday.low == pytest.approx(0.68, abs=0.01)
    assert friday.high == pytest.approx(5.88, abs=0.01)
    assert rate(3, 0).per_hour == 0


def test_sizes_are_told_apart_from_the_smallest_on() -> None:
    sizes = by_size(MONTH)
    assert [one.band for one in sizes] == [SizeBand.FEW, SizeBand.SMALL, SizeBand.CONFERENCE]
    few, small, crowd = (one.expected.mean / ARMS[BANDS[one.band]].effort for one in sizes)
    assert few > crowd
    assert small > crowd


def test_a_place_where_one_was_is_expected_to_give_what_it_gave() -> None:
    learned = Learned(MONTH)
    friday = learned.of_series("freelance friday", SizeBand.FEW)
    assert friday is not None
    assert friday.visits == 1
    assert friday.mean > learned.of_band(SizeBand.FEW, recurring=True).mean
    assert learned.of_series("elsewhere", SizeBand.FEW) is None


def test_only_the_last_six_visits_speak_for_a_series() -> None:
    long_ago = [a_visit(on=day(1) - timedelta(days=30 * n), memorable=9, met=9) for n in range(10, 16)]
    lately = [a_visit(on=day(1) - timedelta(days=n), memorable=0, met=3) for n in range(6)]
    told = Learned([*long_ago, *lately]).of_series("freelance friday", SizeBand.FEW)
    assert told is not None
    assert (told.visits, told.people) == (6, 0)


def test_the_first_guess_comes_from_nothing_and_says_so() -> None:
    guess = Learned([]).of_band(SizeBand.SMALL)
    assert guess.visits == 0
    assert guess.mean == pytest.approx(0.7)
    assert guess.low < 0.7 < guess.high


@given(st.floats(0.01, 5), st.integers(0, 50), st.integers(0, 100))
def test_what_is_expected_lies_within_its_interval_and_grows_with_people(
    prior: float, visits: int, people: int
) -> None:
    one, more = estimate(prior, visits, people), estimate(prior, visits, people + 1)
    assert 0 <= one.low <= one.high
    assert one.low <= one.mean
    assert one.mean < more.mean
    assert one.high <= more.high


@given(st.integers(0, 200), st.floats(0.1, 500))
def test_the_rate_lies_within_its_interval(count: int, hours: float) -> None:
    told = rate(count, hours)
    assert told.low <= told.per_hour <= told.high
