"""The days of the challenge in words."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from rapport.domain.challenge.challenge import Board, Challenge, make_board
from rapport.domain.challenge.referee import Verdict
from rapport.wording import board as words

FIRST = date(2019, 3, 1)
MONTH = Challenge(UUID(int=1), FIRST, 30)


def a_board(*met: tuple[int, Verdict], today: int = 15) -> Board:
    rulings = [(FIRST + timedelta(days=day - 1), verdict) for day, verdict in met]
    return make_board(MONTH, rulings, FIRST + timedelta(days=today - 1))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (1, "Day 1, Friday 1 March: 2 connections, 1 hello"),
        (3, "Day 3, Sunday 3 March, rest day"),
        (15, "Day 15, Friday 15 March, today: 1 rekindled"),
    ],
)
def test_a_square_says_its_day_and_whom_it_brought(day: int, said: str) -> None:
    connection, hello = Verdict.CONNECTION, Verdict.HELLO
    board = a_board((1, connection), (1, connection), (1, hello), (15, Verdict.REKINDLED))
    assert words.square(board.days[day - 1], date(2019, 3, 15)) == said


def test_the_tally_counts_connections_and_their_days() -> None:
    assert words.tally(a_board()) == "No connection yet, and nothing is owed."
    assert words.tally(a_board((1, Verdict.CONNECTION), (1, Verdict.CONNECTION))) == (
        "2 connections so far, on 1 day."
    )


@pytest.mark.parametrize(
    ("weekdays", "days", "said"),
    [
        ({6}, set(), "Rest days: every Sunday."),
        ({5, 6}, {date(2019, 3, 4)}, "Rest days: every Saturday and Sunday, and Monday 4 March 2019."),
        (set(), {date(2019, 3, 4), date(2020, 1, 1)}, "Rest days: Monday 4 March 2019."),
        (set(), set(), "No rest days. A day off a week would do you good."),
    ],
)
def test_rest_days_in_one_sentence(weekdays: set[int], days: set[date], said: str) -> None:
    challenge = Challenge(
        UUID(int=1), FIRST, 30, rest_weekdays=frozenset(weekdays), rest_dates=frozenset(days)
    )
    assert words.rest_days(challenge) == said


def test_a_challenge_that_ended_early_counts_its_own_days() -> None:
    short = Challenge(UUID(int=1), FIRST, 30, ended_on=date(2019, 3, 10))
    assert words.of_challenge(short, date(2019, 3, 5)) == "Day 5 of 10"
