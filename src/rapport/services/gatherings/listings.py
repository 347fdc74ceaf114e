"""Announced gatherings answered: going, maybe, not for me."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from rapport.db.models import Gathering, Listing
from rapport.db.queries import listings as queries
from rapport.db.queries.listings import ListingRow
from rapport.domain.gatherings.gatherings import Attendance, kind_in
from rapport.domain.gatherings.listings import ListingReply
from rapport.domain.gatherings.topics import topics_in
from rapport.domain.text import fold
from rapport.services import checks, owners
from rapport.services.gatherings import gatherings
from rapport.services.gatherings.fits import clock_of, spot_of
from rapport.services.interactions.interactions import spaced
from rapport.services.journal.journal import Journal, Verb, journal
from rapport.services.owners import OwnerView
from rapport.services.rows import Saved, saved

__all__ = ["ListingRow", "forgive", "read", "refused", "reply"]

ATTENDANCE = {ListingReply.GOING: Attendance.GOING, ListingReply.MAYBE: Attendance.MAYBE}


def read(owner_id: UUID, listing_id: UUID) -> ListingRow:
    """Raises LookupError."""
    row = queries.one(owner_id, listing_id)
    if row is None:
        raise LookupError(str(listing_id))
    return row


def refused(owner_id: UUID, today: date) -> tuple[ListingRow, ...]:
    """What was said no to and is still ahead, the next first."""
    return tuple(queries.refused(owner_id, today))


def reply(
    owner_id: UUID, listing_id: UUID, said: ListingReply, *, at: datetime, is_stretch: bool = False
) -> Saved:
    """Going and maybe make it a gathering of mine, or find the one it is; the id is the gathering's.

    Not for me hides it, with all dates of the same entry. Raises LookupError.
    """
    row = _row(owner_id, listing_id)
    with journal(owner_id, Verb.ANSWER, at=at, subject=row.name) as book:
        gathering = _gathering(book, row, said, is_stretch=is_stretch)
        book.change(row, reply=said, gathering_id=gathering.pk if gathering else None)
    return saved(book, gathering.pk if gathering else row.pk)


def forgive(owner_id: UUID, listing_id: UUID, *, at: datetime) -> Saved:
    """Not a no after all: it is proposed again. Raises LookupError."""
    row = _row(owner_id, listing_id)
    with journal(owner_id, Verb.ANSWER, at=at, subject=row.name) as book:
        book.change(row, reply="")
    return saved(book, row.pk)


def _row(owner_id: UUID, listing_id: UUID) -> Listing:
    row: Listing | None = Listing.objects.of(owner_id).filter(pk=listing_id).first()
    if row is None:
        raise LookupError(str(listing_id))
    return row


def _gathering(book: Journal, row: Listing, said: ListingReply, *, is_stretch: bool) -> Gathering | None:
    """The gathering that the listing is, as it was answered."""
    there = _there(book, row)
    if said is ListingReply.NOT_FOR_ME:
        if there is not None:
            book.change(there, attendance=Attendance.SKIPPED)
        return there
    attendance = ATTENDANCE[said]
    if there is not None:
        book.change(there, attendance=attendance, stretch=there.stretch or is_stretch)
        return there
    made: Gathering = book.add(_made(row, owners.read(book.owner_id), attendance, is_stretch))
    gatherings.join_series(book, made)
    return made


def _there(book: Journal, row: Listing) -> Gathering | None:
    """The one it was linked to, or one of the same name on the same day."""
    live = Gathering.objects.of(book.owner_id).live()
    linked = live.filter(pk=row.gathering_id).first() if row.gathering_id else None
    return linked or live.filter(folded=fold(row.name)[: checks.NAME], on=row.on).first()


def _made(row: Listing, owner: OwnerView, attendance: Attendance, is_stretch: bool) -> Gathering:
    zone = ZoneInfo(owner.time_zone)
    spot = None if row.is_online else spot_of(row.city, row.place, owner)
    has_spot = row.latitude is not None and row.longitude is not None
    return Gathering(
        name=row.name,
        folded=fold(row.name)[: checks.NAME],
        on=row.on,
        starts_at=clock_of(row.starts_at, zone),
        ends_at=clock_of(row.ends_at, zone) if row.starts_at else None,
        size=row.size,
        kind=kind_in(row.name),
        place=row.place[: checks.NAME],
        city=row.city,
        latitude=row.latitude if has_spot else spot.latitude if spot else None,
        longitude=row.longitude if has_spot else spot.longitude if spot else None,
        is_online=row.is_online,
        url=row.url,
        price=row.price,
        currency=row.currency,
        topics=spaced(topics_in(f"{row.name} {row.about}", owner.topics)),
        found_how=_found_how(row),
        stretch=is_stretch,
        attendance=attendance,
    )


def _found_how(row: Listing) -> str:
    feed = row.subscription
    said = (feed.name or feed.url) if feed else row.host
    return said[: checks.NAME]
