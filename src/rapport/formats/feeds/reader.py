"""Which form a feed has, and reading it."""

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from rapport.domain.imports.imports import IncomingFeed, IncomingListing, Quarantined, Trouble, Where
from rapport.formats.feeds.origin import Origin, Window

HEAD = 4 * 1024  # bytes looked at to know a feed
MOST_LISTINGS = 1_000  # of one feed
MOST_BYTES = 10 * 1024 * 1024
_ICS = (b"begin:vcalendar", b"begin:vevent", b"begin:vtimezone")
_XML = (b"<rss", b"<feed", b"<rdf:rdf", b"<atom:feed")

Told = IncomingListing | IncomingFeed | Quarantined


def read(data: BinaryIO, origin: Origin, window: Window, *, start: int = 0) -> Iterator[Told]:
    """Every date that the feed announces within the window, in its order; what it says of itself comes last.

    Records up to number `start` are left aside.
    """
    told = 0
    for item in _forms(data, origin, window):
        if isinstance(item, IncomingListing):
            told += 1
            if told == MOST_LISTINGS + 1:
                yield Quarantined(item.where, Trouble.TOO_MANY)
            if told > MOST_LISTINGS:
                continue
        if item.where.record > start:
            yield item


def _forms(data: BinaryIO, origin: Origin, window: Window) -> Iterator[Told]:
    whole = data.read(MOST_BYTES + 1)
    if len(whole) > MOST_BYTES:
        yield Quarantined(Where(1), Trouble.TOO_LARGE)
        return
    if whole.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        whole = whole.decode("utf-16", "replace").encode("utf-8", "replace")
    head = whole[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_ICS) or b"\nbegin:vevent" in head:
        from rapport.formats.feeds import calendar

        yield from calendar.read(io.BytesIO(whole), origin, window)
    elif any(mark in head for mark in _XML) and b"<html" not in head:
        from rapport.formats.feeds import syndication

        yield from syndication.read(whole, origin, window)
    else:
        from rapport.formats.feeds import pages

        yield from pages.read(whole, origin, window)
