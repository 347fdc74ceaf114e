"""The page of giving: promises, help, needs and offers, and whom to bring together."""

from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Q

from rapport.db.queries import giving as queries
from rapport.db.queries.giving import HelpRow, NeedRow, OfferRow
from rapport.db.queries.values import Named
from rapport.domain.giving.giving import Balance, balance
from rapport.domain.values import dataclass
from rapport.services.giving.matches import Suggestion, suggestions

__all__ = [
    "Balance",
    "GivePage",
    "HelpRow",
    "Named",
    "NeedRow",
    "OfferRow",
    "Promise",
    "Suggestion",
    "listing",
    "read_help",
    "read_need",
    "read_offer",
]


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Promise:
    """Help promised and not given yet."""

    help: HelpRow
    is_due: bool  # its day has come


@dataclass(frozen=True, slots=True)
class GivePage:
    i_owe: tuple[Promise, ...]  # by due day, then the oldest
    owed_to_me: tuple[Promise, ...]
    given: tuple[HelpRow, ...]  # newest first
    received: tuple[HelpRow, ...]
    my_needs: tuple[NeedRow, ...]  # open ones first
    their_needs: tuple[NeedRow, ...]
    my_offers: tuple[OfferRow, ...]
    their_offers: tuple[OfferRow, ...]
    suggestions: tuple[Suggestion, ...]
    balance: Balance


def listing(owner_id: UUID, today: date) -> GivePage:
    """Four queries."""
    helps = queries.helps(owner_id)
    needs = sorted(queries.needs(owner_id), key=lambda need: need.met_on is not None)
    offers = queries.offers(owner_id)
    promises = _promises(helps, today)
    return GivePage(
        i_owe=tuple(promise for promise in promises if promise.help.by_me),
        owed_to_me=tuple(promise for promise in promises if not promise.help.by_me),
        given=tuple(row for row in helps if row.by_me and not row.is_open),
        received=tuple(row for row in helps if not row.by_me and not row.is_open),
        my_needs=tuple(need for need in needs if need.person is None),
        their_needs=tuple(need for need in needs if need.person),
        my_offers=tuple(offer for offer in offers if offer.person is None),
        their_offers=tuple(offer for offer in offers if offer.person),
        suggestions=suggestions(owner_id, needs, offers),
        balance=balance(row.fact for row in helps),
    )


def read_help(owner_id: UUID, help_id: UUID) -> HelpRow:
    """Raises LookupError."""
    return _only(queries.helps(owner_id, Q(pk=help_id)), help_id)


def read_need(owner_id: UUID, need_id: UUID) -> NeedRow:
    """Raises LookupError."""
    return _only(queries.needs(owner_id, Q(pk=need_id)), need_id)


def read_offer(owner_id: UUID, offer_id: UUID) -> OfferRow:
    """Raises LookupError."""
    return _only(queries.offers(owner_id, Q(pk=offer_id)), offer_id)


def _only(found: list[T], pk: UUID) -> T:
    if not found:
        raise LookupError(str(pk))
    return found[0]


def _promises(helps: list[HelpRow], today: date) -> list[Promise]:
    waiting = sorted(
        (row for row in helps if row.is_open),
        key=lambda row: (row.due_on or date.max, row.promised_on or date.max, row.what),
    )
    return [Promise(row, row.due_on is not None and row.due_on <= today) for row in waiting]
