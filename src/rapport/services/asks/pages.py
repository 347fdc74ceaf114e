"""The page of asks: what waits, what was answered, and how often each answer was given."""

from collections import Counter
from datetime import date
from uuid import UUID

from rapport.db.queries import asks as queries
from rapport.db.queries import rest
from rapport.db.queries.asks import AnswerRow, AskRow
from rapport.db.queries.values import Named
from rapport.domain.asks.asks import Answer, Reminder, may_ask_on, next_on, reminder
from rapport.domain.interactions.followups import IsRest
from rapport.domain.values import dataclass

__all__ = [
    "AnswerRow",
    "AskRow",
    "AsksPage",
    "MayAsk",
    "Named",
    "OpenAsk",
    "listing",
    "may_ask",
    "read",
]


@dataclass(frozen=True, slots=True)
class OpenAsk:
    """An ask that something may still come of."""

    ask: AskRow
    waiting_since: date
    waiting_days: int
    reminder: Reminder
    next_on: date | None  # the day to remind, or to let go once reminded


@dataclass(frozen=True, slots=True)
class AsksPage:
    waiting: tuple[OpenAsk, ...]  # the longest wait first
    answered: tuple[AskRow, ...]  # the latest answer first
    counts: tuple[tuple[Answer, int], ...]  # every answer, in the order of Answer; ASKED: nothing heard yet
    total: int


@dataclass(frozen=True, slots=True)
class MayAsk:
    """Nobody is asked twice within the month."""

    is_free: bool
    last_on: date | None = None
    again_on: date | None = None


def listing(owner_id: UUID, today: date) -> AsksPage:
    """All asks. A fixed number of queries."""
    rows = queries.every(owner_id)
    is_rest = rest.days(owner_id)
    waiting = [_open(row, today, is_rest) for row in rows if row.answer.is_open]
    answered = [row for row in rows if not row.answer.is_open]
    counts = Counter(row.answer for row in rows)
    return AsksPage(
        waiting=tuple(sorted(waiting, key=lambda ask: (ask.waiting_since, str(ask.ask.id)))),
        answered=tuple(sorted(answered, key=lambda row: row.answered_on or row.on, reverse=True)),
        counts=tuple((answer, counts[answer]) for answer in Answer),
        total=len(rows),
    )


def read(owner_id: UUID, ask_id: UUID, today: date) -> OpenAsk:
    """One ask, for its page or form. Raises LookupError."""
    row = queries.one(owner_id, ask_id)
    if row is None:
        raise LookupError(str(ask_id))
    return _open(row, today, rest.days(owner_id))


def may_ask(owner_id: UUID, person_id: UUID, today: date) -> MayAsk:
    """Whether this person was left alone for a month."""
    last = queries.last_on(owner_id, person_id, today)
    again = may_ask_on([last] if last else [])
    return MayAsk(again is None or again <= today, last, again)


def _open(row: AskRow, today: date, is_rest: IsRest) -> OpenAsk:
    ask = row.fact()
    since = ask.answer_since
    return OpenAsk(row, since, (today - since).days, reminder(ask, today, is_rest), next_on(ask, is_rest))
