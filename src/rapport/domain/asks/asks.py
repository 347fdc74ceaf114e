"""Asking someone you know for an introduction, what became of it, and when to ask again."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from rapport.domain.interactions.followups import IsRest, working_days_after
from rapport.domain.values import dataclass

SILENCE = 5  # working days without an answer: reminded once, and once more as long until it is let go
THINKING = timedelta(days=7)  # "let me think": reminded once after a week, then let go after another
BETWEEN_ASKS = timedelta(days=30)  # nobody is asked twice within the month


class Answer(StrEnum):
    """Where an ask stands. ASKED until something is known."""

    ASKED = "asked"
    THINKING = "thinking"
    KNOWS_NO_ONE = "knows_no_one"
    SILENT = "silent"
    DECLINED = "declined"
    INTRODUCED = "introduced"

    @property
    def is_open(self) -> bool:
        """Something may still come of it."""
        return self in (Answer.ASKED, Answer.THINKING)


@dataclass(frozen=True, slots=True)
class Ask:
    id: UUID
    on: date
    person_id: UUID
    target: str = ""
    answers: tuple[tuple[date, Answer], ...] = ()  # in date order
    reminded_on: date | None = None
    heard_on: date | None = None  # they wrote something since, and what they said is not told yet

    @property
    def answer(self) -> Answer:
        """The last one given."""
        return self.answers[-1][1] if self.answers else Answer.ASKED

    @property
    def answer_since(self) -> date:
        """The day it came to stand where it stands."""
        return self.answers[-1][0] if self.answers else self.on


class Reminder(StrEnum):
    """What an ask wants of the user now."""

    NONE = "none"  # answered
    WAIT = "wait"
    HEARD = "heard"  # they wrote: what did they say?
    REMIND = "remind"  # once, kindly
    LET_GO = "let_go"  # reminded, and still nothing


def reminder(ask: Ask, today: date, is_rest: IsRest) -> Reminder:
    """An open ask is reminded once in each state, and then let go."""
    due_on = next_on(ask, is_rest)
    if due_on is None:
        return Reminder.NONE
    if ask.heard_on is not None:
        return Reminder.HEARD
    if today < due_on:
        return Reminder.WAIT
    return Reminder.LET_GO if _is_reminded(ask) else Reminder.REMIND


def next_on(ask: Ask, is_rest: IsRest) -> date | None:
    """The day to remind, or once reminded the day to let go; None when answered."""
    if not ask.answer.is_open:
        return None
    start = ask.answer_since
    if ask.reminded_on and _is_reminded(ask):
        start = ask.reminded_on
    if ask.answer is Answer.THINKING:
        return start + THINKING
    return working_days_after(start, SILENCE, is_rest)


def may_ask_on(asked_on: Iterable[date]) -> date | None:
    """The first day on which someone asked on these days may be asked again; None: any day."""
    last = max(asked_on, default=None)
    return last + BETWEEN_ASKS if last else None


def _is_reminded(ask: Ask) -> bool:
    """In the state it is in now: a reminder before "let me think" was for the silence."""
    return ask.reminded_on is not None and ask.reminded_on >= ask.answer_since
