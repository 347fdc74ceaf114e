"""Needs that meet offers, as the user sees them: proposed, promised in one tap, or refused for good."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from rapport.db.models import Need, NeedMatch, Offer
from rapport.db.queries import giving as queries
from rapport.db.queries.giving import NeedRow, OfferRow
from rapport.domain.giving import matches as rules
from rapport.domain.giving.giving import MatchReply
from rapport.domain.giving.giving import Need as NeedFact
from rapport.domain.giving.giving import Offer as OfferFact
from rapport.domain.giving.matches import Shared
from rapport.domain.values import dataclass
from rapport.services import rows
from rapport.services.errors import Invalid, Problem
from rapport.services.giving import giving
from rapport.services.journal.journal import Journal, Verb, journal
from rapport.services.rows import Saved

__all__ = ["Shared", "Suggestion", "promise", "refuse", "suggestions"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two people (me: None) whom a need and an offer could bring together, and why."""

    need: NeedRow
    offer: OfferRow
    reasons: tuple[Shared, ...]


def suggestions(
    owner_id: UUID, needs: Iterable[NeedRow], offers: Iterable[OfferRow]
) -> tuple[Suggestion, ...]:
    """The best fit first, without what was answered. One query."""
    needed, offered = {row.id: row for row in needs}, {row.id: row for row in offers}
    found = rules.matches(
        [NeedFact(row.id, row.what, row.on, _whose(row), row.met_on) for row in needed.values()],
        [OfferFact(row.id, row.what, row.on, _whose(row)) for row in offered.values()],
        queries.answered(owner_id),
    )
    return tuple(Suggestion(needed[each.need_id], offered[each.offer_id], each.reasons) for each in found)


def refuse(owner_id: UUID, need_id: UUID, offer_id: UUID, on: date, *, at: datetime) -> Saved:
    """Not a match: it is not shown again, until this is undone. Raises LookupError."""
    need, offer = _pair(owner_id, need_id, offer_id)
    with journal(owner_id, Verb.ANSWER, at=at, subject=f"{need.what} · {offer.what}") as book:
        pk = _answer(book, need, offer, MatchReply.NO, on)
    return rows.saved(book, pk)


def promise(owner_id: UUID, need_id: UUID, offer_id: UUID, on: date, *, at: datetime) -> Saved:
    """I promise what I can give to whoever needs it. Raises LookupError; Invalid where it is not mine."""
    need, offer = _pair(owner_id, need_id, offer_id)
    if need.person_id is None or offer.person_id is not None:
        raise Invalid("person_id", Problem.REQUIRED)
    with journal(owner_id, Verb.CREATE, at=at, subject=offer.what) as book:
        giving.record_promise(book, need.person_id, offer.what, on, by_me=True, due=None)
        _answer(book, need, offer, MatchReply.PROPOSED, on)
    return rows.saved(book, need.pk)


def _whose(row: NeedRow | OfferRow) -> UUID | None:
    return row.person.id if row.person else None


def _pair(owner_id: UUID, need_id: UUID, offer_id: UUID) -> tuple[Need, Offer]:
    return rows.live(Need, owner_id, need_id), rows.live(Offer, owner_id, offer_id)


def _answer(book: Journal, need: Need, offer: Offer, reply: MatchReply, on: date) -> UUID:
    row = NeedMatch.objects.of(book.owner_id).filter(need=need, offer=offer).first()
    if row is None:
        row = book.add(NeedMatch(need=need, offer=offer, reply=reply, on=on))
    else:
        book.change(row, reply=reply, on=on)
    pk: UUID = row.pk
    return pk
