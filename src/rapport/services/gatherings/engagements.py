"""One's own calendar, as far as it takes evenings away: a file read, and kept until the next one.

What it holds is made again from the calendar at any time, so no batch remembers it.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import F

from rapport.db.models import Engagement, Owner
from rapport.db.queries import engagements as queries
from rapport.domain.gatherings.listings import FeedKind, ListingStatus
from rapport.domain.imports.imports import IncomingFeed, IncomingListing
from rapport.services import owners
from rapport.services.reading import reading
from rapport.services.reading.wish import Wish

__all__ = ["LARGEST", "NotACalendar", "count", "forget", "take_in"]

AHEAD: Final = timedelta(days=120)  # how far gatherings are looked at
LARGEST: Final = 20 * 1024 * 1024  # bytes of a calendar
MOST: Final = 5_000  # times that are kept
LONGEST: Final = timedelta(hours=20)  # a longer one is a journey or a reminder, not an evening
OWN: Final = "https://calendar.invalid/"  # a file has no address; nothing is fetched


class NotACalendar(Exception):
    """Nothing was kept: the file holds no calendar."""


def take_in(owner_id: UUID, data: bytes, *, today: date) -> int:
    """Replace what is known by what this file says of the next months; how many times are taken."""
    zone = owners.read(owner_id).time_zone
    found = list(_read(data, zone, today))[:MOST]
    with transaction.atomic():
        Engagement.objects.of(owner_id).delete()
        Engagement.objects.bulk_create(
            [
                Engagement(owner_id=owner_id, starts_at=starts, ends_at=ends, title=title[:200])
                for starts, ends, title in found
            ],
            batch_size=500,
        )
        _moved_on(owner_id)
    return len(found)


def forget(owner_id: UUID) -> None:
    """Keep nothing of it."""
    with transaction.atomic():
        Engagement.objects.of(owner_id).delete()
        _moved_on(owner_id)


def count(owner_id: UUID) -> int:
    """How many times of one's own calendar are known."""
    return queries.count(owner_id)


def _read(data: bytes, zone: str, today: date) -> Iterator[tuple[datetime, datetime, str]]:
    """By the process that reads all foreign files. Raises NotACalendar."""
    told: IncomingFeed | None = None
    with TemporaryDirectory(prefix="rapport-calendar-") as folder:
        path = Path(folder) / "calendar"
        path.write_bytes(data)
        until = (today + AHEAD).isoformat()
        wish = Wish(str(path), feed=OWN, since=today.isoformat(), until=until, zone=zone)
        with suppress(ValueError):  # a line cut off by a reader that was stopped
            for heard in reading.read(wish):
                if isinstance(heard, IncomingFeed):
                    told = heard
                elif isinstance(heard, IncomingListing) and (taken := _taken(heard)):
                    yield taken
    if told is None or told.kind is not FeedKind.ICS:
        raise NotACalendar


def _taken(told: IncomingListing) -> tuple[datetime, datetime, str] | None:
    """A time of the day, not cancelled."""
    starts, ends = told.starts_at, told.ends_at
    if told.status is ListingStatus.CANCELLED or starts is None or ends is None:
        return None
    return (starts, ends, told.name) if timedelta(0) < ends - starts <= LONGEST else None


def _moved_on(owner_id: UUID) -> None:
    """Pages are made anew."""
    Owner.objects.filter(pk=owner_id).update(revision=F("revision") + 1)
