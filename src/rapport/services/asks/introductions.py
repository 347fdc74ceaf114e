"""Who brought whom together: written down, and taken one move further at a time."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from rapport.db.models import Ask, Introduction, IntroductionMove, Need, NeedMatch, Offer, Person
from rapport.db.queries import introductions as queries
from rapport.db.queries.introductions import IntroductionRow
from rapport.domain.asks.asks import Answer
from rapport.domain.asks.introductions import (
    Move,
    Side,
    Standing,
    Step,
    Taken,
    implied,
    possible,
    role_of,
    stand,
)  # fmt: skip
from rapport.domain.giving.giving import MatchReply
from rapport.domain.values import dataclass
from rapport.services import checks, rows
from rapport.services.asks import asks
from rapport.services.errors import Invalid, Problem
from rapport.services.journal.journal import Journal, Verb, journal
from rapport.services.people import people
from rapport.services.rows import Saved

__all__ = [
    "Draft",
    "IntroductionRow",
    "IntroductionsPage",
    "create",
    "discard",
    "edit",
    "listing",
    "read",
    "record",
    "restore",
    "take",
]

MET = (Step.CONNECTED, Step.HAPPENED)  # from here on, it is where somebody came from
WORDS = (Move.AGREED, Move.DECLINED)  # a side's own; one a day


@dataclass(frozen=True, slots=True)
class Draft:
    """An introduction to write down. No introducer: I make it. No other: it is to me."""

    person_id: UUID
    on: date
    introducer_id: UUID | None = None
    other_id: UUID | None = None
    step: Step = Step.CONNECTED
    ask_id: UUID | None = None
    why: str = ""
    need_id: UUID | None = None  # of one side, which the offer of the other may meet
    offer_id: UUID | None = None


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
    columns = _columns(owner_id, draft)
    with journal(owner_id, Verb.CREATE, at=at, subject=_subject(draft)) as book:
        row = book.add(Introduction(**columns))
        _tell_origin(book, row)
        _tell_match(book, row)
    return rows.saved(book, row.pk)


def edit(owner_id: UUID, introduction_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Another step than the one it stands at replaces its moves. Raises LookupError, Invalid."""
    row = rows.live(Introduction, owner_id, introduction_id)
    columns = _columns(owner_id, draft)
    with journal(owner_id, Verb.EDIT, at=at, subject=_subject(draft)) as book:
        if draft.step != row.step:
            for move in row.moves.all():
                book.remove(move)
        book.change(row, **columns)
        _tell_origin(book, row)
    return rows.saved(book, row.pk)


def take(
    owner_id: UUID, introduction_id: UUID, move: Move, side: Side | None, on: date, *, at: datetime
) -> Saved:
    """One move further. Raises LookupError, Invalid when it cannot be taken from here."""
    row = rows.live(Introduction, owner_id, introduction_id)
    checks.not_before("on", on, row.on)
    if (move, side) not in possible(role_of(row.introducer_id, row.other_id), _standing(row)):
        raise Invalid("move", Problem.OUT_OF_RANGE)
    with journal(owner_id, Verb.ANSWER, at=at, subject=move) as book:
        record_move(book, row, move, side, on)
    return rows.saved(book, row.pk)


def discard(owner_id: UUID, introduction_id: UUID, *, at: datetime) -> Saved:
    """Into the bin; an origin it told of stays with the person. Raises LookupError."""
    row = rows.live(Introduction, owner_id, introduction_id)
    return rows.discard(owner_id, row, at=at, subject=str(row.on))


def restore(owner_id: UUID, introduction_id: UUID, *, at: datetime) -> Saved:
    """Out of the bin. Raises LookupError."""
    row = rows.binned(Introduction, owner_id, introduction_id)
    return rows.restore(owner_id, row, at=at, subject=str(row.on))


def record_move(book: Journal, row: Introduction, move: Move, side: Side | None, on: date) -> None:
    """Write a move down, and with the first one those that the step had told; the step follows."""
    if not row.moves.exists():
        for told in implied(Step(row.step), row.on):
            book.add(_move_row(row, told))
    word = row.moves.filter(on=on, side=side or "", move__in=WORDS).first() if move in WORDS else None
    if word is not None:
        book.change(word, move=move)  # said differently on the same day: that is what counts
    else:
        book.add(_move_row(row, Taken(on, move, side)))
    book.change(row, step=_standing(row).step)
    _tell_origin(book, row)


def record(
    book: Journal, introducer: UUID | None, brought: tuple[UUID, ...], on: date, *, assumed: bool = False
) -> None:
    """`introducer` brought me together with each; without one, I brought the first together with the rest.

    It answers the introducer's ask, and becomes the origin of whoever is new. One that was on its way is
    connected by it.
    """
    if introducer is None:
        for other in brought[1:]:
            if not _connect_open(book, None, brought[0], other, on):
                book.add(
                    Introduction(
                        introducer=None, person_id=brought[0], other_id=other, on=on, assumed=assumed
                    )
                )
        return
    ask = asks.latest(book, introducer, on)
    new = tuple(who for who in brought if not _connect_open(book, introducer, who, None, on))
    asks.record_brought(book, introducer, new, on, ask, assumed=assumed)
    if ask and ask.answers.filter(answer=Answer.INTRODUCED, on=on).first() is None:
        asks.record_answer(book, introducer, on, Answer.INTRODUCED)


def _connect_open(book: Journal, introducer: UUID | None, one: UUID, other: UUID | None, on: date) -> bool:
    """True when an introduction of these was on its way: now they are connected."""
    waiting: Any = Introduction.objects.of(book.owner_id).live()
    waiting = waiting.filter(introducer_id=introducer, step__in=(Step.PROPOSED, Step.ONE_AGREED), on__lte=on)
    for person, beside in ((one, other), (other, one)):
        row = waiting.filter(person_id=person, other_id=beside).order_by("-on").first() if person else None
        if row is not None:
            record_move(book, row, Move.CONNECTED, None, on)
            return True
    return False


def _standing(row: Introduction) -> Standing:
    taken = [
        Taken(on, Move(move), Side(side) if side else None)
        for on, move, side in row.moves.values_list("on", "move", "side")
    ]
    return stand(taken or implied(Step(row.step), row.on))


def _move_row(row: Introduction, taken: Taken) -> IntroductionMove:
    return IntroductionMove(introduction=row, on=taken.on, move=taken.move, side=taken.side or "")


def _columns(owner_id: UUID, draft: Draft) -> dict[str, Any]:
    if draft.introducer_id is None and draft.other_id is None:
        raise Invalid("other_id", Problem.REQUIRED)
    if draft.person_id == draft.other_id:
        raise Invalid("other_id", Problem.SAME_PERSON)
    if draft.introducer_id in (draft.person_id, draft.other_id or draft.person_id):
        raise Invalid("introducer_id", Problem.SAME_PERSON)
    checks.owned("person_id", Person, owner_id, draft.person_id)
    checks.owned("other_id", Person, owner_id, draft.other_id)
    checks.owned("introducer_id", Person, owner_id, draft.introducer_id)
    checks.owned("ask_id", Ask, owner_id, draft.ask_id)
    checks.owned("need_id", Need, owner_id, draft.need_id)
    checks.owned("offer_id", Offer, owner_id, draft.offer_id)
    return {
        "person_id": draft.person_id,
        "introducer_id": draft.introducer_id,
        "other_id": draft.other_id,
        "on": checks.day("on", draft.on),
        "step": draft.step,
        "ask_id": draft.ask_id,
        "why": checks.text("why", draft.why),
        "need_id": draft.need_id,
        "offer_id": draft.offer_id,
    }


def _subject(draft: Draft) -> str:
    return str(draft.on)


def _tell_origin(book: Journal, row: Introduction) -> None:
    if row.introducer_id and row.other_id is None and row.step in MET:
        people.record_origin(book, row.person_id, introduced_by=row.introducer_id)


def _tell_match(book: Journal, row: Introduction) -> None:
    """A need and an offer that led to it are not proposed again."""
    if row.need_id is None or row.offer_id is None:
        return
    known = NeedMatch.objects.of(book.owner_id).filter(need_id=row.need_id, offer_id=row.offer_id).first()
    if known is None:
        book.add(NeedMatch(need_id=row.need_id, offer_id=row.offer_id, reply=MatchReply.PROPOSED, on=row.on))
    else:
        book.change(known, reply=MatchReply.PROPOSED, on=row.on)
