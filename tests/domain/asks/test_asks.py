"""A reminder once, kindly; then it is let go; and nobody is asked twice within the month."""

from datetime import date
from uuid import UUID

import pytest

from rapport.domain.asks.asks import Answer, Ask, Reminder, may_ask_on, next_on, reminder
from tests.cast import TOM, day


def is_sunday(on: date) -> bool:
    return on.weekday() == 6


def asked(*answers: tuple[date, Answer], reminded_on: date | None = None) -> Ask:
    """Tom, on day 1, a Friday."""
    return Ask(UUID(int=1), day(1), TOM.id, "a VR studio", answers, reminded_on)


def said(ask: Ask, number: int) -> Reminder:
    return reminder(ask, day(number), is_sunday)


def test_tom_s_silence_is_reminded_of_after_five_working_days() -> None:
    ask = asked()
    assert next_on(ask, is_sunday) == day(7)  # Saturday, Monday … Thursday
    assert [said(ask, n) for n in (6, 7, 20)] == [Reminder.WAIT, Reminder.REMIND, Reminder.REMIND]


def test_only_once_and_then_it_is_let_go() -> None:
    ask = asked(reminded_on=day(7))
    assert next_on(ask, is_sunday) == day(13)
    assert [said(ask, n) for n in (7, 12, 13)] == [Reminder.WAIT, Reminder.WAIT, Reminder.LET_GO]


def test_let_me_think_has_a_week() -> None:
    ask = asked((day(4), Answer.THINKING))
    assert [said(ask, n) for n in (10, 11)] == [Reminder.WAIT, Reminder.REMIND]
    reminded = asked((day(4), Answer.THINKING), reminded_on=day(11))
    assert [said(reminded, n) for n in (17, 18)] == [Reminder.WAIT, Reminder.LET_GO]


def test_a_reminder_of_the_silence_is_none_of_the_thinking() -> None:
    ask = asked((day(8), Answer.THINKING), reminded_on=day(7))
    assert [said(ask, n) for n in (14, 15)] == [Reminder.WAIT, Reminder.REMIND]


@pytest.mark.parametrize("answer", [Answer.KNOWS_NO_ONE, Answer.SILENT, Answer.DECLINED, Answer.INTRODUCED])
def test_what_is_answered_wants_nothing_more(answer: Answer) -> None:
    ask = asked((day(2), Answer.THINKING), (day(3), answer))
    assert not ask.answer.is_open
    assert next_on(ask, is_sunday) is None
    assert said(ask, 60) is Reminder.NONE


def test_nobody_is_asked_twice_within_the_month() -> None:
    assert may_ask_on([day(-20), day(1)]) == day(31)
    assert may_ask_on([]) is None
