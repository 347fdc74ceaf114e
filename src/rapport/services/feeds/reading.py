"""Reading one feed: fetched by `net`, read by the process that reads all foreign files, given back as values.

Nothing is written here, and no transaction is open while it waits for a server.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Final
from urllib.parse import urlsplit

from rapport.domain.gatherings.listings import FeedKind
from rapport.domain.imports.imports import IncomingFeed, IncomingListing, Quarantined
from rapport.domain.values import dataclass
from rapport.net.fetch import Failed, Fetched, Stopped, Wanted, fetch, never
from rapport.services.reading import reading
from rapport.services.reading.wish import Wish

AHEAD: Final = timedelta(days=366)  # how far announcements are followed
BEHIND: Final = timedelta(days=1)  # an evening may end after midnight
PATIENCE: Final = 45.0  # seconds after which no further page is opened


@dataclass(frozen=True, slots=True)
class Read:
    """What a feed says now."""

    url: str  # after redirects
    is_unchanged: bool = False
    kind: FeedKind | None = None  # None: no feed at all
    name: str = ""
    listings: tuple[IncomingListing, ...] = ()
    left_out: tuple[Quarantined, ...] = ()
    feeds: tuple[str, ...] = ()  # others that it points to
    etag: str = ""
    modified: str = ""
    digest: str = ""


def read(wanted: Wanted, zone: str, today: date, is_stopped: Callable[[], bool] = never) -> Read | Failed:
    """Fetch and read it, with the pages behind what it announces without a day. Raises Stopped."""
    ends = monotonic() + PATIENCE
    answer = fetch(wanted, is_stopped=is_stopped)
    if isinstance(answer, Failed):
        return answer
    if answer.is_unchanged:
        return Read(answer.url, is_unchanged=True, etag=answer.etag, modified=answer.modified)
    found, behind = _parsed(answer, zone, today, is_stopped)
    listings = list(found.listings)
    for url in _of_the_same_host(behind, answer.url):
        if monotonic() > ends:
            break  # the rest comes with a later reading of it, or not at all
        page = fetch(Wanted(url, allows_local=wanted.allows_local), is_stopped=is_stopped)
        if isinstance(page, Fetched):
            listings += _parsed(page, zone, today, is_stopped)[0].listings
    if is_stopped():
        raise Stopped
    return replace(
        found,
        listings=tuple(listings),
        etag=answer.etag,
        modified=answer.modified,
        digest=sha256(answer.body).hexdigest(),
    )


def _of_the_same_host(urls: tuple[str, ...], url: str) -> list[str]:
    """The user asked for this host and for no other."""
    return [each for each in urls if urlsplit(each).hostname == urlsplit(url).hostname]


def _parsed(
    answer: Fetched, zone: str, today: date, is_stopped: Callable[[], bool]
) -> tuple[Read, tuple[str, ...]]:
    """What it says, and the pages behind what says no day. Raises Stopped."""
    listings, left_out = list[IncomingListing](), list[Quarantined]()
    told: IncomingFeed | None = None
    with TemporaryDirectory(prefix="rapport-feed-") as folder:
        path = Path(folder) / "feed"
        path.write_bytes(answer.body)
        wish = Wish(
            str(path),
            feed=answer.url,
            charset=answer.charset,
            since=(today - BEHIND).isoformat(),
            until=(today + AHEAD).isoformat(),
            zone=zone,
        )
        with suppress(ValueError):  # a line cut off by a reader that was stopped
            for heard in _heard(wish, is_stopped):
                if isinstance(heard, IncomingListing):
                    listings.append(heard)
                elif isinstance(heard, Quarantined):
                    left_out.append(heard)
                elif isinstance(heard, IncomingFeed):
                    told = heard
    is_feed = told is not None and (told.kind is not FeedKind.PAGE or bool(listings))
    read = Read(
        url=answer.url,
        kind=told.kind if told and is_feed else None,
        name=told.name if told else "",
        listings=tuple(listings),
        left_out=tuple(left_out),
        feeds=told.feeds if told else (),
    )
    return read, told.behind if told else ()


def _heard(wish: Wish, is_stopped: Callable[[], bool]) -> Iterator[reading.Heard]:
    try:
        yield from reading.read(wish, is_stopped)
    except reading.Cancelled:
        raise Stopped from None
