"""Announcements as they were read, written down; gatherings of mine that hang on them kept in step.

Rows of a feed can be read again at any time, so no batch remembers them. What it changes in a gathering of
mine is a batch of its own: it can be taken back, and is not done a second time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from rapport.db.models import Gathering, Listing, Owner, Subscription
from rapport.db.queries import subscriptions as queries
from rapport.domain.gatherings.listings import FeedKind, ListingStatus
from rapport.domain.imports.announcements import Followed, follow, same
from rapport.domain.imports.imports import IncomingListing
from rapport.domain.text import fold
from rapport.domain.values import dataclass
from rapport.services.journal.journal import Journal, Verb, journal

KEPT: Final = timedelta(days=60)  # that an unanswered date stays after it was
STEP: Final = 200  # rows written at a time


@dataclass(frozen=True, slots=True)
class Kept:
    """What a reading changed."""

    told: int = 0  # dates that the feed announces
    new: int = 0
    moved: int = 0
    cancelled: int = 0
    gone: int = 0
    batch_id: UUID | None = None  # what it changed in gatherings of mine


def save(
    feed: Subscription, told: Iterable[IncomingListing], kind: FeedKind, *, at: datetime, today: date
) -> Kept:
    """Write down what a feed tells now. Inside a transaction."""
    zone = ZoneInfo(Owner.objects.values_list("time_zone", flat=True).get(pk=feed.owner_id))
    ours = [_ours(each, feed.city, zone) for each in told]
    rows = {row.pk: row for row in Listing.objects.of(feed.owner_id).filter(subscription=feed)}
    changes = follow([queries.known(row) for row in rows.values()], ours, kind, today)
    before = {pk: _held(row) for pk, row in rows.items() if row.gathering_id}
    made = [_made(each, feed, at) for each in changes.new]
    Listing.objects.bulk_create(made, STEP)
    fresh = [each for each in changes.followed if _change(rows[each.known.id], each, at)]
    gone = [rows[each.id] for each in changes.gone]
    for row in gone:
        row.status = ListingStatus.GONE
    touched = [*(rows[each.known.id] for each in changes.followed), *gone]
    Listing.objects.bulk_update(touched, COLUMNS, STEP)
    batch_id = _keep_in_step(feed, touched, before, zone, at)
    _forget(feed.owner_id, today)
    fold_together(feed.owner_id, today)
    return Kept(
        told=len(ours),
        new=len(made),
        moved=sum(each.status is ListingStatus.MOVED for each in fresh),
        cancelled=sum(each.status is ListingStatus.CANCELLED for each in fresh),
        gone=len(gone),
        batch_id=batch_id,
    )


COLUMNS: Final = (
    "instance", "name", "folded", "on", "starts_at", "ends_at", "time_zone", "is_recurring", "place", "city",
    "latitude", "longitude", "is_online", "url", "about", "host", "size", "price", "currency", "status",
    "moved_from", "seen_at",
)  # fmt: skip
_SAID: Final = (
    "instance", "name", "on", "starts_at", "ends_at", "time_zone", "is_recurring", "place", "city",
    "latitude", "longitude", "is_online", "url", "about", "host", "size", "price", "currency",
)  # fmt: skip


def columns_of(told: IncomingListing) -> dict[str, Any]:
    """What a row says of it."""
    return {name: getattr(told, name) for name in _SAID} | {"folded": fold(told.name)[:200]}


def fold_together(owner_id: UUID, today: date) -> None:
    """Say of what several feeds announce which is the one that is shown."""
    known = queries.ahead(owner_id, today)
    found = same([each for each, _same in known])
    moved = [(each.id, found.get(each.id)) for each, before in known if found.get(each.id) != before]
    for pk, head in moved:
        Listing.objects.filter(pk=pk).update(same_as=head)


def _ours(told: IncomingListing, city: str, zone: ZoneInfo) -> IncomingListing:
    """On the owner's day; in the city of the feed where it names no place of its own."""
    on = told.starts_at.astimezone(zone).date() if told.starts_at else told.on
    return replace(told, on=on, city=told.city or ("" if told.is_online else city))


def _made(told: IncomingListing, feed: Subscription, at: datetime) -> Listing:
    return Listing(
        owner_id=feed.owner_id,
        subscription=feed,
        uid=told.uid,
        status=told.status,
        moved_from=told.moved_from,
        seen_at=at,
        **columns_of(told),
    )


def _change(row: Listing, followed: Followed, at: datetime) -> bool:
    """Set the row; whether that is news."""
    was = (row.status, row.on, row.starts_at)
    for name, value in columns_of(followed.told).items():
        setattr(row, name, value)
    row.status, row.moved_from, row.seen_at = followed.status, followed.moved_from, at
    return was != (row.status, row.on, row.starts_at)


def _held(row: Listing) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("on", "starts_at", "ends_at", "place", "status")}


def _keep_in_step(
    feed: Subscription,
    rows: Sequence[Listing],
    before: dict[UUID, dict[str, Any]],
    zone: ZoneInfo,
    at: datetime,
) -> UUID | None:
    changed = [row for row in rows if row.pk in before and _held(row) != before[row.pk]]
    if not changed:
        return None
    with journal(feed.owner_id, Verb.FEED, at=at, subject=feed.name or feed.url) as book:
        for row in changed:
            _step(book, row, before[row.pk], zone)
    batch_id: UUID = book.batch.pk
    return batch_id if book.changes else None


def _step(book: Journal, row: Listing, was: dict[str, Any], zone: ZoneInfo) -> None:
    """Only what the feed changed, and only where the gathering still says what the feed said before."""
    live: Any = Gathering.objects.of(book.owner_id).live()
    mine: Gathering | None = live.filter(pk=row.gathering_id).first()
    if mine is None:
        return
    fields: dict[str, Any] = {}
    if row.status == ListingStatus.CANCELLED and mine.cancelled_on is None:
        fields["cancelled_on"] = book.today()
    elif row.status != ListingStatus.CANCELLED and was["status"] == ListingStatus.CANCELLED:
        fields["cancelled_on"] = None
    hours = {"on": row.on, "starts_at": _clock(row.starts_at, zone), "ends_at": _clock(row.ends_at, zone)}
    old = {
        "on": was["on"],
        "starts_at": _clock(was["starts_at"], zone),
        "ends_at": _clock(was["ends_at"], zone),
    }
    if old != hours and (mine.on, mine.starts_at) == (old["on"], old["starts_at"]) and _is_free(mine, row.on):
        fields |= hours
    if row.place != was["place"] and mine.place == was["place"][:200]:
        fields["place"] = row.place[:200]
    book.change(mine, **fields)


def _clock(at: datetime | None, zone: ZoneInfo) -> Any:
    return at.astimezone(zone).time().replace(tzinfo=None, microsecond=0) if at else None


def _is_free(mine: Gathering, on: date) -> bool:
    """No other of that name is on the new day."""
    others = Gathering.objects.of(mine.owner_id).live().filter(folded=mine.folded, on=on)
    return not others.exclude(pk=mine.pk).exists()


def _forget(owner_id: UUID, today: date) -> None:
    """What nobody answered, long after."""
    old = Listing.objects.of(owner_id).filter(on__lt=today - KEPT, reply="", gathering=None)
    old.delete()
