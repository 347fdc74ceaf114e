"""Reading the feeds that the user asked for: at once when one is added, then every few hours.

Nothing is fetched unless somebody added the feed; a feed that fails is asked less and less often, one that
is gone is not asked again.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID

from django.db import transaction
from django.db.models import F

from rapport.db.models import Listing, Owner, Subscription
from rapport.db.queries import subscriptions as queries
from rapport.domain.gatherings.listings import FeedKind, FeedProblem, ListingStatus
from rapport.domain.imports.imports import Quarantined
from rapport.domain.values import dataclass
from rapport.net.fetch import Failed, Wanted, never
from rapport.services import owners, places
from rapport.services.feeds import listing_rows, subscriptions
from rapport.services.feeds import reading as feed_reading
from rapport.services.feeds.listing_rows import Kept
from rapport.services.feeds.reading import Read
from rapport.services.feeds.subscriptions import Draft
from rapport.services.journal.journal import Verb, journal
from rapport.services.owners import OwnerView
from rapport.services.rows import Saved, live, saved

EVERY: Final = timedelta(hours=6)
LONGEST_PAUSE: Final = timedelta(days=7)
AT_LEAST: Final = timedelta(minutes=1)  # between two readings, however often a button is pressed
STRETCH: Final = timedelta(days=300)  # dates of a rule must reach so far, else it is read anew


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one reading brought."""

    feed_id: UUID
    problem: FeedProblem | None = None
    detail: str = ""
    kept: Kept = Kept()
    left_out: tuple[Quarantined, ...] = ()
    feeds: tuple[str, ...] = ()  # others that the page points to
    is_unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    saved: Saved
    outcome: Outcome


class Unreadable(Exception):
    """Nothing was saved: the address gave no gatherings, and why."""

    def __init__(self, problem: FeedProblem, detail: str = "", feeds: tuple[str, ...] = ()) -> None:
        super().__init__(problem)
        self.problem, self.detail, self.feeds = problem, detail, feeds


def add(
    owner_id: UUID,
    draft: Draft,
    *,
    at: datetime,
    today: date,
    anyway: bool = False,
    is_stopped: Callable[[], bool] = never,
) -> Added:
    """Read it at once and write it down with what it announces. Raises Invalid, Unreadable, Stopped.

    `anyway`: also when it cannot be read just now.
    """
    said = subscriptions.columns(draft)
    subscriptions.refuse_taken(owner_id, said["url"])
    found = feed_reading.read(
        Wanted(said["url"], allows_local=draft.allows_local),
        _zone(owner_id, said["city"]),
        today,
        is_stopped,
    )
    problem = _problem(found)
    if problem is not None and not anyway:
        raise Unreadable(
            problem,
            found.detail if isinstance(found, Failed) else "",
            found.feeds if isinstance(found, Read) else (),
        )
    name = said["name"] or (found.name if isinstance(found, Read) else "") or _host(said["url"])
    said["name"] = name[:200]
    with transaction.atomic():
        subscriptions.refuse_taken(owner_id, said["url"])  # somebody may have been quicker
        with journal(owner_id, Verb.CREATE, at=at, subject=said["name"]) as book:
            row = book.add(Subscription(**said))
        outcome = _keep(row, found, at, today)
    return Added(saved(book, row.pk), outcome)


def refresh(
    owner_id: UUID, feed_id: UUID, *, at: datetime, today: date, is_stopped: Callable[[], bool] = never
) -> Outcome:
    """Read it again, now. Raises LookupError, Stopped."""
    row = live(Subscription, owner_id, feed_id)
    if row.fetched_at is not None and at - row.fetched_at < AT_LEAST:
        return Outcome(row.pk, is_unchanged=True)
    found = feed_reading.read(_wanted(row, today), _zone(owner_id, row.city), today, is_stopped)
    with transaction.atomic():
        again: Any = Subscription.objects.select_for_update().filter(owner_id=owner_id, binned_at=None)
        row = again.filter(pk=feed_id, url=row.url).first()
        if row is None:  # let go, or led elsewhere, while it was read
            raise LookupError(str(feed_id))
        outcome = _keep(row, found, at, today)
        Owner.objects.filter(pk=owner_id).update(revision=F("revision") + 1)
    return outcome


def refresh_all(owner_id: UUID, *, at: datetime, today: date) -> list[Outcome]:
    """Every feed that is not paused, due or not."""
    wanted = [feed.id for feed in subscriptions.listing(owner_id, today) if not feed.is_paused]
    return [refresh(owner_id, pk, at=at, today=today) for pk in wanted]


def refresh_due(now: Callable[[], datetime], today_of: Callable[[OwnerView], date]) -> list[Outcome]:
    """Those whose time has come, of everybody: what the server does beside its pages."""
    done = []
    for owner_id in Owner.objects.filter(is_demo=False).values_list("id", flat=True):
        for feed_id in queries.due(owner_id, now()):
            try:
                done.append(refresh(owner_id, feed_id, at=now(), today=today_of(owners.read(owner_id))))
            except LookupError:
                continue  # let go meanwhile
    return done


def _keep(row: Subscription, found: Read | Failed, at: datetime, today: date) -> Outcome:
    if isinstance(found, Failed):
        return _note(row, found, at)
    problem = _problem(found)
    if problem is not None and row.kind == FeedKind.PAGE and not found.left_out:
        problem = None  # a page of gatherings that announces none just now
    if problem is not None:
        return _note(row, Failed(problem), at)
    kept = Kept()
    if not found.is_unchanged:
        kind = found.kind or FeedKind(row.kind)
        row.kind, row.digest = kind, found.digest
        kept = listing_rows.save(row, found.listings, kind, at=at, today=today)
    else:
        told = Listing.objects.of(row.owner_id).filter(subscription=row).exclude(status=ListingStatus.GONE)
        told.update(seen_at=at)
    row.etag, row.modified, row.problem, row.detail, row.failures = found.etag, found.modified, "", "", 0
    row.fetched_at, row.next_at = at, at + EVERY
    row.save(update_fields=READING)
    return Outcome(
        row.pk, kept=kept, left_out=found.left_out, feeds=found.feeds, is_unchanged=found.is_unchanged
    )


READING: Final = (
    "kind", "etag", "modified", "digest", "fetched_at", "next_at", "failures", "problem", "detail",
)  # fmt: skip


def _note(row: Subscription, failed: Failed, at: datetime) -> Outcome:
    """Asked less often the more often it fails; never again when it is gone for good."""
    row.failures = min(row.failures + 1, 1000)
    pause = min(EVERY * 2 ** min(row.failures - 1, 6), LONGEST_PAUSE)
    pause = max(pause, timedelta(seconds=failed.wait or 0))
    row.fetched_at = at
    row.next_at = None if failed.problem is FeedProblem.GONE else at + pause
    row.problem, row.detail = failed.problem, failed.detail
    row.save(update_fields=READING)
    return Outcome(row.pk, failed.problem, failed.detail)


def _problem(found: Read | Failed) -> FeedProblem | None:
    if isinstance(found, Failed):
        return found.problem
    return FeedProblem.NOT_A_FEED if found.kind is None and not found.is_unchanged else None


def _wanted(row: Subscription, today: date) -> Wanted:
    """With what is known from the last time, unless dates of a rule have to be worked out further."""
    last = queries.last_recurring(row.pk)
    is_short = last is not None and last < today + STRETCH
    if is_short or not row.kind:
        return Wanted(row.url, allows_local=row.allows_local)
    return Wanted(row.url, row.etag, row.modified, row.allows_local)


def _zone(owner_id: UUID, city: str) -> str:
    """Of times that name none: the feed's city's, else the owner's."""
    owner = owners.read(owner_id)
    return (places.time_zone(city, owner.place) if city else "") or owner.time_zone


def _host(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")
