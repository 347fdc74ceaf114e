"""A sample read as the product reads it, by somebody in Paris."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from rapport.domain.gatherings.listings import ListingStatus
from rapport.domain.imports.imports import IncomingFeed, IncomingListing, Quarantined
from rapport.formats import feeds

SAMPLES = Path(__file__).parents[2] / "samples" / "feeds"
WINDOW = feeds.Window(date(2026, 3, 1), date(2026, 12, 31))
PARIS = feeds.Origin("https://x.example/ev/", "", "Europe/Paris")
Told = IncomingListing | IncomingFeed | Quarantined


def read(data: BinaryIO) -> Iterator[Told]:
    return feeds.read(data, PARIS, WINDOW)


def sample(name: str) -> list[Told]:
    return list(read(BytesIO((SAMPLES / name).read_bytes())))


def listings(name: str) -> list[IncomingListing]:
    return [each for each in sample(name) if isinstance(each, IncomingListing)]


def the(name: str) -> IncomingListing:
    [found] = listings(name)
    return found


def feed(name: str) -> IncomingFeed:
    [found] = [each for each in sample(name) if isinstance(each, IncomingFeed)]
    return found


def said(each: Told) -> str:
    """As expected.py writes it."""
    if isinstance(each, Quarantined):
        return f"out: {each.trouble}"
    if isinstance(each, IncomingFeed):
        return ""
    when = f"{each.starts_at:%Y-%m-%d %H:%M%z}" if each.starts_at else f"{each.on}"
    marks = {ListingStatus.MOVED: f" (moved from {each.moved_from})", ListingStatus.CANCELLED: " (cancelled)"}
    where = "online" if each.is_online else each.place
    place, zone = f" @ {where}" if where else "", f" [{each.time_zone}]" if each.time_zone else ""
    return f"{when} {each.name}{marks.get(each.status, '')}{place}{zone}"
