"""Feeds of gatherings that the user asked for: written down, changed, paused, let go. Reading: `feeds`."""

from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from rapport.db.models import Subscription
from rapport.db.queries import subscriptions as queries
from rapport.db.queries.subscriptions import AnnouncedRow, FeedRow
from rapport.domain.values import dataclass
from rapport.services import checks, rows
from rapport.services.errors import Invalid, Problem
from rapport.services.rows import Saved

__all__ = [
    "AnnouncedRow",
    "Draft",
    "FeedPage",
    "FeedRow",
    "address",
    "columns",
    "discard",
    "edit",
    "listing",
    "pause",
    "read",
    "refuse_taken",
    "restore",
]

MOST_SHOWN = 100  # announced dates on the page of a feed
_CALENDARS = ("webcal://", "webcals://", "feed://")  # what calendar programs open: https under another name


@dataclass(frozen=True, slots=True)
class Draft:
    """A feed to ask for, or what its page should say."""

    url: str
    name: str = ""  # empty: what the feed calls itself
    city: str = ""  # where its gatherings are, when they do not say
    allows_local: bool = False  # the address may be one of the local network


@dataclass(frozen=True, slots=True)
class FeedPage:
    feed: FeedRow
    announced: tuple[AnnouncedRow, ...]  # the next dates first


def listing(owner_id: UUID, today: date) -> tuple[FeedRow, ...]:
    """By name, with what each announces. Two queries."""
    return tuple(queries.feeds(owner_id, today))


def read(owner_id: UUID, feed_id: UUID, today: date) -> FeedPage:
    """Raises LookupError."""
    found = queries.feeds(owner_id, today, feed_id)
    if not found:
        raise LookupError(str(feed_id))
    return FeedPage(found[0], tuple(queries.announced(owner_id, feed_id, today, MOST_SHOWN)))


def edit(owner_id: UUID, feed_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Another address is read as a new one would be. Raises LookupError, Invalid."""
    row = rows.live(Subscription, owner_id, feed_id)
    said = columns(draft)
    refuse_taken(owner_id, said["url"], feed_id)
    said["name"] = said["name"] or row.name
    if said["url"] != row.url or said["allows_local"] != row.allows_local:
        said |= {"etag": "", "modified": "", "digest": "", "failures": 0, "problem": "", "detail": ""}
        said["next_at"] = at
    return rows.change(owner_id, row, at=at, subject=said["name"], **said)


def pause(owner_id: UUID, feed_id: UUID, *, is_paused: bool, at: datetime) -> Saved:
    """Not read until it is wanted again. Raises LookupError."""
    row = rows.live(Subscription, owner_id, feed_id)
    return rows.change(owner_id, row, at=at, subject=row.name or row.url, is_paused=is_paused)


def discard(owner_id: UUID, feed_id: UUID, *, at: datetime) -> Saved:
    """Into the bin with what it announces; gatherings of mine stay. Raises LookupError."""
    row = rows.live(Subscription, owner_id, feed_id)
    return rows.discard(owner_id, row, at=at, subject=row.name or row.url)


def restore(owner_id: UUID, feed_id: UUID, *, at: datetime) -> Saved:
    """Out of the bin. Raises LookupError, Invalid when it was asked for again since."""
    row = rows.binned(Subscription, owner_id, feed_id)
    refuse_taken(owner_id, row.url)
    return rows.restore(owner_id, row, at=at, subject=row.name or row.url)


def columns(draft: Draft) -> dict[str, Any]:
    """Raises Invalid."""
    return {
        "url": address(draft.url),
        "name": checks.line("name", draft.name, checks.NAME),
        "city": checks.line("city", draft.city, checks.NAME),
        "allows_local": draft.allows_local,
    }


def address(typed: str) -> str:
    """The address as it is fetched: webcal is https, and so is what has no scheme. Raises Invalid."""
    said = checks.line("url", typed, 1000, required=True)
    for scheme in _CALENDARS:
        if said.lower().startswith(scheme):
            said = "https://" + said[len(scheme) :]
    if "://" not in said:
        said = f"https://{said}"
    try:
        parts = urlsplit(said)
        is_web = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_web = False
    if not is_web or any(char.isspace() for char in said):
        raise Invalid("url", Problem.NOT_A_LINK)
    return said


def refuse_taken(owner_id: UUID, url: str, besides: UUID | None = None) -> None:
    """Raises Invalid when this address is read already."""
    live: Any = Subscription.objects.of(owner_id).live()
    found = live.filter(url=url)
    if (found.exclude(pk=besides) if besides else found).exists():
        raise Invalid("url", Problem.TAKEN)
