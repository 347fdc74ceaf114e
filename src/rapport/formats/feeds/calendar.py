"""iCalendar as listings: the instances of formats/ics, with what an announcement says beside its dates."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import BinaryIO
from urllib.parse import unquote

from rapport.domain.gatherings.listings import FeedKind, ListingStatus
from rapport.domain.imports.imports import IncomingFeed, IncomingListing, Quarantined, Trouble, Where
from rapport.formats import ics
from rapport.formats.feeds import texts
from rapport.formats.feeds.moments import as_shown, day_of, end_of
from rapport.formats.feeds.origin import Origin, Window
from rapport.formats.ics.properties import Moment

HEAD = 16 * 1024  # bytes in which a calendar says what it is called
_NAME = re.compile(
    rb"^(?:X-WR-CALNAME|NAME)(?:;[^:\r\n]*)?:((?:[^\r\n]|\r?\n[ \t])*)", re.MULTILINE | re.IGNORECASE
)
_FOLD = re.compile(rb"\r?\n[ \t]")
_GEO = re.compile(r"(-?\d{1,3}(?:\.\d{1,20})?)\s*[;,]\s*(-?\d{1,3}(?:\.\d{1,20})?)", re.ASCII)
_OFF = re.compile(
    r"[\[(*\s]*(?:cancell?ed|annulée?s?|abgesagt|cancelado|cancelada|annullato|afgelast)\b[\])*]*\s*[:–—-]*\s*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"^Address:\n(\S.*)$", re.MULTILINE)
_ONLINE = ("online", "en ligne", "virtual", "virtuel", "zoom", "webinar", "google meet", "microsoft teams")


def read(
    data: BinaryIO, origin: Origin, window: Window
) -> Iterator[IncomingListing | IncomingFeed | Quarantined]:
    """Every date within the window, then what the calendar says of itself."""
    head = data.read(HEAD)
    data.seek(0)
    name = _name(head)
    record = 0
    for event in ics.events(data, ics.Window(*window), home=origin.zone):
        record = event.where.record
        if isinstance(event, Quarantined):
            yield event
        else:
            yield _listing(event, name)
    yield IncomingFeed(Where(record + 1), FeedKind.ICS, name)


def is_called_off(title: str) -> bool:
    """ "CANCELLED: Drinks", "[Annulé] Apéro"."""
    return _OFF.match(title) is not None


def without_cancelled(title: str) -> str:
    """ "CANCELLED: Drinks" without its first word; a title of that word alone as it is."""
    return _OFF.sub("", title, count=1).strip() or title


def _listing(event: ics.CalendarEvent, calendar: str) -> IncomingListing | Quarantined:
    title = texts.line(event.title)
    if not title:
        return Quarantined(event.where, Trouble.NO_NAME, expected="SUMMARY")
    start, about = as_shown(event.start), texts.plain(event.description)
    planned = _as(event.planned, start)
    is_off = event.status is ics.Status.CANCELLED or is_called_off(title)
    place, link = texts.line(event.place, texts.MAX_PLACE), texts.link(event.place)
    is_met = bool(_GEO.fullmatch(event.geo.strip()))  # Luma: the link of the page stands where a place would
    listing = IncomingListing(
        where=event.where,
        uid=texts.line(event.uid, texts.MAX_UID),
        name=without_cancelled(title),
        on=day_of(start),
        starts_at=start if isinstance(start, datetime) else None,
        ends_at=end_of(start, event.end, None),
        instance=_instance(planned) if event.is_series else "",
        time_zone=str(getattr(start.tzinfo, "key", "")) if isinstance(start, datetime) else "",
        is_recurring=event.is_series,
        place=_told_below(about) if link else place,
        is_online=not is_met and (bool(link or event.conference) or place.lower().startswith(_ONLINE)),
        url=texts.link(event.url) or link or texts.first_link(about) or event.conference[: texts.MAX_URL],
        about=about,
        host=_host(event, calendar),
    )
    return _placed(_standing(listing, planned, is_off=is_off), event.geo)


def _standing(listing: IncomingListing, planned: Moment, *, is_off: bool) -> IncomingListing:
    """Whether it takes place, and on the day of its series."""
    if is_off:
        return replace(listing, status=ListingStatus.CANCELLED)
    if listing.is_recurring and planned != (listing.starts_at or listing.on):
        return replace(listing, status=ListingStatus.MOVED, moved_from=day_of(planned))
    return listing


def _placed(listing: IncomingListing, geo: str) -> IncomingListing:
    found = _GEO.fullmatch(geo.strip())
    if not found:
        return listing
    latitude, longitude = float(found[1]), float(found[2])
    if not (abs(latitude) <= 90 and abs(longitude) <= 180) or latitude == longitude == 0:
        return listing
    return replace(listing, latitude=latitude, longitude=longitude)


def _instance(planned: Moment) -> str:
    """Which date of its series: by the day, so that another hour on it is the same date."""
    return f"{day_of(planned):%Y%m%d}"


def _as(planned: Moment, start: Moment) -> Moment:
    """The moment of the series on the clock of the start, where both are hours."""
    if isinstance(planned, datetime) and isinstance(start, datetime):
        return as_shown(planned.astimezone(start.tzinfo))
    return planned


def _told_below(about: str) -> str:
    """The place that Luma writes into the description."""
    found = _ADDRESS.search(about)
    return texts.line(found[1], texts.MAX_PLACE) if found else ""


def _host(event: ics.CalendarEvent, calendar: str) -> str:
    named = texts.line(unquote(event.organiser.name)) if event.organiser else ""
    return named if named and "@" not in named else calendar


def _name(head: bytes) -> str:
    found = _NAME.search(head)
    if not found:
        return ""
    said = _FOLD.sub(b"", found[1]).decode("utf-8", "replace").strip()
    return texts.line(re.sub(r"\\(.)", lambda part: " " if part[1] in "nN" else part[1], said))
