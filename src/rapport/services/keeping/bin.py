"""The bin: what was discarded, for 30 days, and then gone for good."""

from collections.abc import Callable
from datetime import datetime, timedelta
from math import ceil
from uuid import UUID

from django.db import transaction
from django.db.models import F

from rapport.db.models import Batch, Challenge, Change, Owner
from rapport.db.queries import bin as queries
from rapport.db.queries import challenge as challenges
from rapport.db.queries.bin import TABLES, Binned, Noun
from rapport.db.queries.values import Paging
from rapport.domain.challenge.challenge import overlapping
from rapport.domain.values import dataclass
from rapport.services import rows
from rapport.services.asks import asks, introductions, letters
from rapport.services.errors import Invalid, Problem
from rapport.services.feeds import subscriptions
from rapport.services.gatherings import gatherings
from rapport.services.giving import giving
from rapport.services.interactions import followups, interactions, notes
from rapport.services.people import filters, people
from rapport.services.pitches import opportunities, pitches
from rapport.services.rows import Saved

__all__ = [
    "KEPT",
    "BinPage",
    "BinRow",
    "Binned",
    "Noun",
    "Paging",
    "Purged",
    "discard",
    "listing",
    "purge",
    "restore",
]

KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class BinRow:
    binned: Binned
    days_left: int  # 0: goes with the next purge


@dataclass(frozen=True, slots=True)
class BinPage:
    rows: tuple[BinRow, ...]  # the last one binned first
    paging: Paging


@dataclass(frozen=True, slots=True)
class Purged:
    """How much went for good."""

    rows: int  # all tables together
    batches: int  # no longer to be undone


def listing(owner_id: UUID, *, at: datetime, page: int = 1) -> BinPage:
    """Everything in the bin, 50 a page. Three queries."""
    found, paging = queries.page(owner_id, page)
    return BinPage(tuple(BinRow(each, _days_left(each.binned_at, at)) for each in found), paging)


def _days_left(binned_at: datetime, at: datetime) -> int:
    return max(0, ceil((binned_at + KEPT - at) / timedelta(days=1)))


RESTORE: dict[Noun, Callable[..., Saved]] = {
    Noun.PERSON: people.restore,
    Noun.INTERACTION: interactions.restore,
    Noun.GATHERING: gatherings.restore,
    Noun.SERIES: gatherings.restore_series,
    Noun.ASK: asks.restore,
    Noun.INTRODUCTION: introductions.restore,
    Noun.PITCH: pitches.restore,
    Noun.HELP: giving.restore_help,
    Noun.NEED: giving.restore_need,
    Noun.OFFER: giving.restore_offer,
    Noun.FOLLOW_UP: followups.restore,
    Noun.OPPORTUNITY: opportunities.restore,
    Noun.NOTE: notes.restore,
    Noun.FILTER: filters.restore,
    Noun.FEED: subscriptions.restore,
    Noun.LETTER: letters.restore,
}


DISCARD: dict[Noun, Callable[..., Saved]] = {
    Noun.PERSON: people.discard,
    Noun.INTERACTION: interactions.discard,
    Noun.GATHERING: gatherings.discard,
    Noun.SERIES: gatherings.discard_series,
    Noun.ASK: asks.discard,
    Noun.INTRODUCTION: introductions.discard,
    Noun.PITCH: pitches.discard,
    Noun.HELP: giving.discard_help,
    Noun.NEED: giving.discard_need,
    Noun.OFFER: giving.discard_offer,
    Noun.FOLLOW_UP: followups.discard,
    Noun.OPPORTUNITY: opportunities.discard,
    Noun.NOTE: notes.discard,
    Noun.FILTER: filters.discard,
    Noun.FEED: subscriptions.discard,
    Noun.LETTER: letters.discard,
}


def discard(owner_id: UUID, noun: Noun, pk: UUID, *, at: datetime) -> Saved:
    """Into the bin, for 30 days. Raises LookupError."""
    return DISCARD[noun](owner_id, pk, at=at)


def restore(owner_id: UUID, noun: Noun, pk: UUID, *, at: datetime) -> Saved:
    """Out of the bin. Raises LookupError, Invalid when something else took its place."""
    if noun is Noun.CHALLENGE:
        return _restore_challenge(owner_id, pk, at)
    return RESTORE[noun](owner_id, pk, at=at)


def _restore_challenge(owner_id: UUID, pk: UUID, at: datetime) -> Saved:
    row = rows.binned(Challenge, owner_id, pk)
    if overlapping(challenges.value(row), challenges.every(owner_id)):
        raise Invalid("starts_on", Problem.TAKEN)
    return rows.restore(owner_id, row, at=at, subject=row.name)


def purge(owner_id: UUID, *, at: datetime) -> Purged:
    """Remove for good what was binned over 30 days ago, and every undo that could bring its text back."""
    with transaction.atomic():
        ids: set[UUID] = set()
        count = 0
        for model, *_ in TABLES.values():
            old = model.objects.of(owner_id).filter(binned_at__lt=at - KEPT)
            ids |= queries.hanging(model, old.values_list("pk", flat=True))
            deleted, _by_table = old.delete()
            count += deleted
        batches = _forget(owner_id, ids)
        if count:
            Owner.objects.filter(pk=owner_id).update(revision=F("revision") + 1)
    return Purged(count, batches)


def _forget(owner_id: UUID, ids: set[UUID]) -> int:
    """Drop each batch that holds an image of one of these rows: it could no longer be taken back whole."""
    remembered: set[UUID] = set()
    wanted = sorted(ids, key=str)
    for start in range(0, len(wanted), 500):  # SQLite takes a limited number of values at once
        changes = Change.objects.of(owner_id).filter(row__in=wanted[start : start + 500])
        remembered |= set(changes.values_list("batch_id", flat=True))
    batches = Batch.objects.of(owner_id).filter(pk__in=remembered)
    count: int = batches.count()
    batches.delete()
    return count
