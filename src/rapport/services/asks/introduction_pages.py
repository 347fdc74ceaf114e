"""Introductions by what is next, and one of them with its moves."""

from datetime import date
from uuid import UUID

from rapport.db.queries import introductions as queries
from rapport.db.queries.introductions import IntroductionRow
from rapport.db.queries.reach import emails
from rapport.db.queries.values import Paging
from rapport.domain.asks.introductions import (
    FADES,
    Circumstances,
    Move,
    Next,
    Role,
    Side,
    Standing,
    Taken,
    implied,
    next_step,
    possible,
    said_no,
    stand,
)  # fmt: skip
from rapport.domain.values import dataclass

__all__ = ["Agenda", "IntroductionPage", "Open", "Paging", "agenda", "before", "declined", "one"]


@dataclass(frozen=True, slots=True)
class Open:
    """An introduction, where it stands, and what is next."""

    row: IntroductionRow
    now: Standing
    next: Next | None
    met_on: date | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """All introductions by what is next; those of one's own to do come with the longest waiting first."""

    mine: tuple[Open, ...]  # mine to take further
    waiting: tuple[Open, ...]  # in others' hands, what ends first before what ends later
    over: tuple[Open, ...]  # nothing is next: newest first, a page of them
    paging: Paging


@dataclass(frozen=True, slots=True)
class IntroductionPage:
    """One introduction with all there is to do about it."""

    open: Open
    taken: tuple[Taken, ...]  # oldest first
    possible: frozenset[tuple[Move, Side | None]]
    emails: dict[UUID, str]


def agenda(owner_id: UUID, today: date, page: int = 1) -> Agenda:
    """Every introduction; of those with nothing next, 50 a page. Three queries."""
    found = _stand(owner_id, queries.every(owner_id), queries.moves(owner_id), today)
    mine = [each for each in found if each.next and each.next.is_mine]
    waiting = [each for each in found if each.next and not each.next.is_mine]
    over = [each for each in found if each.next is None]
    paging = Paging(page, len(over))
    return Agenda(
        mine=tuple(sorted(mine, key=lambda each: (each.next and each.next.since) or each.row.on)),
        waiting=tuple(sorted(waiting, key=lambda each: (each.next and each.next.due_on) or date.max)),
        over=tuple(paging.of(over)),
        paging=paging,
    )


def one(owner_id: UUID, introduction_id: UUID, today: date) -> IntroductionPage:
    """Raises LookupError. Four queries."""
    row = queries.one(owner_id, introduction_id)
    if row is None:
        raise LookupError(str(introduction_id))
    moves = queries.moves(owner_id, [introduction_id])
    (open_,) = _stand(owner_id, [row], moves, today)
    named = [somebody.id for somebody in (row.introducer, row.person, row.other) if somebody]
    taken = moves.get(row.id) or implied(row.step, row.on)
    usual = list(Move)
    return IntroductionPage(
        open_,
        tuple(sorted(taken, key=lambda each: (each.on, usual.index(each.move)))),
        possible(row.role, open_.now),
        emails(owner_id, named),
    )


def before(owner_id: UUID, one: UUID, other: UUID) -> Open | None:
    """The last time I meant to bring these two together, if ever. Two queries."""
    found = queries.between(owner_id, one, other)[:1]
    told = _stand(owner_id, found, queries.moves(owner_id, [row.id for row in found]), date.max)
    return told[0] if told else None


def declined(owner_id: UUID) -> frozenset[frozenset[UUID]]:
    """Pairs of whom one said no to meeting the other: not to be proposed again. Two queries."""
    moves = queries.moves(owner_id)
    return frozenset(
        frozenset((row.person.id, row.other.id))
        for row in queries.every(owner_id)
        if row.other and said_no((row.person.id, row.other.id), _now(row, moves))
    )


def _stand(
    owner_id: UUID, rows: list[IntroductionRow], moves: dict[UUID, tuple[Taken, ...]], today: date
) -> list[Open]:
    standing = {row.id: _now(row, moves) for row in rows}
    to_me = [row for row in rows if row.role is Role.RECEIVED]
    lately = [(row.person.id, standing[row.id].connected_on) for row in to_me]
    connected = {who: on for who, on in lately if on and today <= on + FADES}
    met = queries.met_since(owner_id, connected) if connected else {}
    found = []
    for row in rows:
        met_on = met.get(row.person.id) if row.role is Role.RECEIVED else None
        about = Circumstances(row.role, row.giver, row.ask_id is not None, met_on)
        found.append(Open(row, standing[row.id], next_step(standing[row.id], about, today), met_on))
    return found


def _now(row: IntroductionRow, moves: dict[UUID, tuple[Taken, ...]]) -> Standing:
    return stand(moves.get(row.id) or implied(row.step, row.on))
