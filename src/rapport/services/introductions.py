"""Who brought whom together."""

from datetime import date, datetime
from uuid import UUID

from rapport.db.models import Ask, Introduction, Person
from rapport.db.queries import introductions as queries
from rapport.db.queries.introductions import IntroductionRow
from rapport.domain.asks import Answer
from rapport.domain.introductions import Step
from rapport.domain.values import dataclass
from rapport.services import asks, checks, people, rows
from rapport.services.errors import Invalid, Problem
from rapport.services.rows import Saved
from rapport.services.undo import Journal, Verb, journal

__all__ = [
    "Draft",
    "IntroductionRow",
    "IntroductionsPage",
    "create",
    "discard",
    "edit",
    "listing",
    "move",
    "read",
    "record",
    "restore",
]

MET = (Step.CONNECTED, Step.HAPPENED)  # from here on, it is where somebody came from


@dataclass(frozen=True, slots=True)
class Draft:
    """An introduction to write down. No introducer: I made it. No other: it was to me."""

    person_id: UUID
    on: date
    introducer_id: UUID | None = None
    other_id: UUID | None = None
    step: Step = Step.CONNECTED
    ask_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class IntroductionsPage:
    """Newest first."""

    mine: tuple[IntroductionRow, ...]  # made by me
    received: tuple[IntroductionRow, ...]  # to me
    heard_of: tuple[IntroductionRow, ...]  # between others, by others


def listing(owner_id: UUID) -> IntroductionsPage:
    """All introductions. One query."""
    found = queries.every(owner_id)
    return IntroductionsPage(
        mine=tuple(row for row in found if row.introducer is None),
        received=tuple(row for row in found if row.introducer and row.other is None),
        heard_of=tuple(row for row in found if row.introducer and row.other),
    )


def read(owner_id: UUID, introduction_id: UUID) -> IntroductionRow:
    """Raises LookupError."""
    found = queries.one(owner_id, introduction_id)
    if found is None:
        raise LookupError(str(introduction_id))
    return found


def create(owner_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Write an introduction down; once connected, it tells where somebody came from. Raises Invalid."""
    _check(owner_id, draft)
    with journal(owner_id, Verb.CREATE, at=at, subject=_subject(draft)) as book:
        row = book.add(
            Introduction(
                person_id=draft.person_id,
                introducer_id=draft.introducer_id,
                other_id=draft.other_id,
                on=draft.on,
                step=draft.step,
                ask_id=draft.ask_id,
            )
        )
        _tell_origin(book, row)
    return rows.saved(book, row.pk)


def edit(owner_id: UUID, introduction_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Raises LookupError, Invalid."""
    row = rows.live(Introduction, owner_id, introduction_id)
    _check(owner_id, draft)
    with journal(owner_id, Verb.EDIT, at=at, subject=_subject(draft)) as book:
        book.change(
            row,
            person_id=draft.person_id,
            introducer_id=draft.introducer_id,
            other_id=draft.other_id,
            on=draft.on,
            step=draft.step,
            ask_id=draft.ask_id,
        )
        _tell_origin(book, row)
    return rows.saved(book, row.pk)


def move(owner_id: UUID, introduction_id: UUID, step: Step, *, at: datetime) -> Saved:
    """Take it a step further, or back. Raises LookupError."""
    row = rows.live(Introduction, owner_id, introduction_id)
    with journal(owner_id, Verb.EDIT, at=at, subject=step) as book:
        book.change(row, step=step)
        _tell_origin(book, row)
    return rows.saved(book, row.pk)


def discard(owner_id: UUID, introduction_id: UUID, *, at: datetime) -> Saved:
    """Into the bin; an origin it told of stays with the person. Raises LookupError."""
    row = rows.live(Introduction, owner_id, introduction_id)
    return rows.discard(owner_id, row, at=at, subject=str(row.on))


def restore(owner_id: UUID, introduction_id: UUID, *, at: datetime) -> Saved:
    """Out of the bin. Raises LookupError."""
    row = rows.binned(Introduction, owner_id, introduction_id)
    return rows.restore(owner_id, row, at=at, subject=str(row.on))


def _check(owner_id: UUID, draft: Draft) -> None:
    if draft.introducer_id is None and draft.other_id is None:
        raise Invalid("other_id", Problem.REQUIRED)
    if draft.person_id == draft.other_id:
        raise Invalid("other_id", Problem.SAME_PERSON)
    if draft.introducer_id in (draft.person_id, draft.other_id or draft.person_id):
        raise Invalid("introducer_id", Problem.SAME_PERSON)
    checks.owned("person_id", Person, owner_id, draft.person_id)
    checks.owned("other_id", Person, owner_id, draft.other_id)
    checks.owned("introducer_id", Person, owner_id, draft.introducer_id)
    checks.day("on", draft.on)
    checks.owned("ask_id", Ask, owner_id, draft.ask_id)


def _subject(draft: Draft) -> str:
    return str(draft.on)


def _tell_origin(book: Journal, row: Introduction) -> None:
    if row.introducer_id and row.other_id is None and row.step in MET:
        people.record_origin(book, row.person_id, introduced_by=row.introducer_id)


def record(
    book: Journal, introducer: UUID | None, brought: tuple[UUID, ...], on: date, *, assumed: bool = False
) -> None:
    """`introducer` brought me together with each; without one, I brought the first together with the rest.

    It answers the introducer's ask, and becomes the origin of whoever is new.
    """
    if introducer is None:
        for other in brought[1:]:
            book.add(
                Introduction(introducer=None, person_id=brought[0], other_id=other, on=on, assumed=assumed)
            )
        return
    ask = asks.latest(book, introducer, on)
    asks.record_brought(book, introducer, brought, on, ask, assumed=assumed)
    if ask and ask.answers.filter(answer=Answer.INTRODUCED, on=on).first() is None:
        asks.record_answer(book, introducer, on, Answer.INTRODUCED)
