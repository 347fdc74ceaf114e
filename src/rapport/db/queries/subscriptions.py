"""Feeds that are read, and what is known of their announcements."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Min, Q

from rapport.db.models import Listing, Subscription
from rapport.domain.gatherings.listings import FeedKind, FeedProblem, ListingStatus
from rapport.domain.imports.announcements import Known
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A feed, as doors show it."""

    id: UUID
    name: str
    url: str
    kind: FeedKind | None  # None: not read yet
    city: str
    fetched_at: datetime | None  # last answer
    next_at: datetime | None
    failures: int
    problem: FeedProblem | None
    detail: str
    allows_local: bool
    is_paused: bool
    ahead: int = 0  # announced dates from today on
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class AnnouncedRow:
    """One date that a feed announces."""

    id: UUID
    name: str
    on: date
    starts_at: datetime | None
    place: str
    city: str
    is_online: bool
    status: ListingStatus
    moved_from: date | None
    time_zone: str  # IANA's name of its place's, or empty


HELD = (ListingStatus.PLANNED, ListingStatus.MOVED)


def feeds(owner_id: UUID, today: date, feed_id: UUID | None = None) -> list[FeedRow]:
    """By name; or that one alone. Two queries."""
    found: Any = Subscription.objects.of(owner_id).live()
    found = found.filter(pk=feed_id) if feed_id else found
    coming = Listing.objects.of(owner_id).filter(on__gte=today, status__in=HELD, subscription__isnull=False)
    counts = {
        pk: (count, first)
        for pk, count, first in coming.values_list("subscription_id")
        .annotate(Count("id"), Min("on"))
        .order_by()
    }
    rows = [_feed(row, *counts.get(row.pk, (0, None))) for row in found]
    return sorted(rows, key=lambda row: (row.name or row.url).casefold())


def announced(owner_id: UUID, feed_id: UUID, today: date, limit: int) -> list[AnnouncedRow]:
    """The next dates of one feed."""
    found = Listing.objects.of(owner_id).filter(subscription_id=feed_id, on__gte=today)
    columns = (
        "id", "name", "on", "starts_at", "place", "city", "is_online", "status", "moved_from", "time_zone",
    )  # fmt: skip
    return [
        AnnouncedRow(pk, name, on, starts_at, place, city, is_online, ListingStatus(status), moved, zone)
        for pk, name, on, starts_at, place, city, is_online, status, moved, zone in found.order_by(
            "on", "starts_at", "folded"
        ).values_list(*columns)[:limit]
    ]


def due(owner_id: UUID, at: datetime) -> list[UUID]:
    """Feeds whose time has come, the one that waited longest first."""
    live: Any = Subscription.objects.of(owner_id).live()
    live = live.filter(is_paused=False, next_at__lte=at)
    return list(live.order_by("next_at").values_list("id", flat=True))


def ahead(owner_id: UUID, today: date) -> list[tuple[Known, UUID | None]]:
    """All announcements from today on, with what each is said to be the same as."""
    live = Listing.objects.of(owner_id).filter(subscription__binned_at__isnull=True, on__gte=today)
    return [(known(row), row.same_as_id) for row in live]


def last_recurring(feed_id: UUID) -> date | None:
    """The farthest day that was worked out of a rule."""
    last: date | None = Listing.objects.filter(subscription_id=feed_id, is_recurring=True).aggregate(
        last=Max("on", filter=~Q(status=ListingStatus.GONE))
    )["last"]
    return last


def known(row: Any) -> Known:
    return Known(
        id=row.pk,
        feed=row.subscription_id,
        uid=row.uid,
        instance=row.instance,
        name=row.name,
        on=row.on,
        starts_at=row.starts_at,
        status=ListingStatus(row.status),
        moved_from=row.moved_from,
        place=row.place,
        city=row.city,
        url=row.url,
        is_answered=bool(row.reply),
        is_second=row.same_as_id is not None,
    )


def _feed(row: Subscription, ahead: int, next_on: date | None) -> FeedRow:
    return FeedRow(
        id=row.pk,
        name=row.name,
        url=row.url,
        kind=FeedKind(row.kind) if row.kind else None,
        city=row.city,
        fetched_at=row.fetched_at,
        next_at=row.next_at,
        failures=row.failures,
        problem=FeedProblem(row.problem) if row.problem else None,
        detail=row.detail,
        allows_local=row.allows_local,
        is_paused=row.is_paused,
        ahead=ahead,
        next_on=next_on,
    )
