"""The month, its rest, and its board."""

from dataclasses import replace
from uuid import UUID

from rapport.domain.challenge.challenge import Challenge, Square, make_board, overlapping
from rapport.domain.challenge.referee import Verdict
from tests.cast import day

MONTH = Challenge(UUID(int=1), day(1), 30)


def test_thirty_days_from_the_first_of_march_end_on_the_thirtieth() -> None:
    assert MONTH.ends_on == day(30)
    assert (day(0) in MONTH, day(1) in MONTH, day(30) in MONTH, day(31) in MONTH) == (
        False,
        True,
        True,
        False,
    )
    assert len(MONTH.dates()) == 30
    assert (MONTH.day_number(day(1)), MONTH.day_number(day(15))) == (1, 15)


def test_a_challenge_stopped_early_ends_there_and_never_later_than_planned() -> None:
    assert replace(MONTH, ended_on=day(12)).ends_on == day(12)
    assert replace(MONTH, ended_on=day(90)).ends_on == day(30)


def test_sundays_and_holidays_rest() -> None:
    month = replace(MONTH, rest_dates=frozenset({day(4)}))
    assert [month.is_rest(day(n)) for n in (2, 3, 4)] == [False, True, True]


def test_the_board_counts_each_day_and_leaves_out_what_lies_outside() -> None:
    rulings = [
        (day(1), Verdict.HELLO),
        (day(1), Verdict.CONNECTION),
        (day(1), Verdict.CONNECTION),
        (day(15), Verdict.CONNECTION),
        (day(0), Verdict.CONNECTION),
        (day(31), Verdict.CONNECTION),
    ]
    board = make_board(MONTH, rulings, today=day(15))
    assert board.connections == 3
    first = board.days[0]
    assert first.verdicts == ((Verdict.CONNECTION, 2), (Verdict.HELLO, 1))
    assert first.count(Verdict.REKINDLED) == 0
    assert [board.days[n].square for n in (13, 14, 15)] == [Square.PAST, Square.TODAY, Square.AHEAD]
    assert board.today == board.days[14]
    assert board.days[2].is_rest


def test_before_and_after_the_month_no_square_is_today() -> None:
    assert make_board(MONTH, [], today=day(0)).today is None
    assert make_board(MONTH, [], today=day(31)).today is None


def test_a_day_belongs_to_one_challenge_at_most() -> None:
    next_month = Challenge(UUID(int=2), day(30), 30)
    assert overlapping(next_month, [MONTH]) == MONTH
    assert overlapping(replace(next_month, starts_on=day(31)), [MONTH]) is None
    assert overlapping(next_month, [replace(MONTH, ended_on=day(20))]) is None
    assert overlapping(MONTH, [MONTH]) is None
