"""A web page with events in it: JSON-LD, microdata, h-event; and the feeds it points to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from rapport.domain.gatherings.listings import FeedKind
from rapport.domain.imports.imports import IncomingFeed, IncomingListing, Where
from rapport.domain.text import fold
from rapport.formats.feeds import jsonld, microdata, microformats, texts
from rapport.formats.feeds.events import Node, listing
from rapport.formats.feeds.origin import Origin, Window

MOST_EVENTS = 2_000  # of one page
MOST_FEEDS = 5
_FEED_TYPES = ("text/calendar", "application/rss+xml", "application/atom+xml")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)


def read(data: bytes, origin: Origin, window: Window) -> Iterator[IncomingListing | IncomingFeed]:
    """Its events within the window, each once, then what the page says of itself."""
    said = _CHARSET.search(data[:4096])
    root = texts.tree(texts.decoded(data, origin.charset, said[1].decode("ascii") if said else ""))
    found: list[IncomingListing] = []
    if root is not None:
        origin = _based(root, origin)
        found = [one for one in within(root, origin) if window.holds(one.on)]
    for number, one in enumerate(told_apart(found), 1):
        yield replace(one, where=Where(number))
    title = _title(root) if root is not None else ""
    feeds = tuple(_feeds(root, origin.url)) if root is not None else ()
    yield IncomingFeed(Where(len(found) + 1), FeedKind.PAGE, title, (), feeds)


def within(root: Any, origin: Origin) -> list[IncomingListing]:
    """All events in a tree, in the first markup that has any."""
    for nodes in (_scripts(root), microdata.events(root), microformats.events(root)):
        found: dict[tuple[str, object, str], IncomingListing] = {}
        for _count, node in zip(range(MOST_EVENTS), nodes, strict=False):
            one = listing(node, origin, Where(1))
            if one is not None:
                found.setdefault((fold(one.name), one.starts_at or one.on, one.city), one)
        if found:
            return list(found.values())
    return []


def told_apart(found: Iterable[IncomingListing]) -> Iterator[IncomingListing]:
    """Several days under one uid are the dates of one gathering."""
    every = list(found)
    counts: dict[str, int] = {}
    for one in every:
        counts[one.uid] = counts.get(one.uid, 0) + 1
    for one in every:
        if counts[one.uid] > 1:
            hour = f"T{one.starts_at:%H%M}" if one.starts_at else ""
            one = replace(one, instance=f"{one.on:%Y%m%d}{hour}", is_recurring=True)
        yield one


def _scripts(root: Any) -> Iterator[Node]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            yield from jsonld.events(script.text or "")


def _based(root: Any, origin: Origin) -> Origin:
    for base in root.iter("base"):
        return replace(origin, url=texts.link(base.get("href"), origin.url) or origin.url)
    return origin


def _title(root: Any) -> str:
    for meta in root.iter("meta"):
        if meta.get("property") == "og:site_name" and texts.line(meta.get("content")):
            return texts.line(meta.get("content"))
    return next((texts.line(title.text) for title in root.iter("title")), "")


def _feeds(root: Any, base: str) -> Iterator[str]:
    found: dict[str, None] = {}
    for element in root.iter("link", "a"):
        kind, target = (element.get("type") or "").lower(), element.get("href") or ""
        if kind in _FEED_TYPES or target.startswith("webcal:") or target.split("?")[0].endswith(".ics"):
            whole = texts.link(re.sub(r"^webcals?:", "https:", target), base)
            if whole and whole != base:
                found.setdefault(whole)
    yield from list(found)[:MOST_FEEDS]
