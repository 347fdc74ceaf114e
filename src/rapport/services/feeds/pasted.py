"""A link or the text of a flyer, pasted: read into a form, looked over, and kept as one announcement."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from rapport.db.models import Listing
from rapport.domain.gatherings.listings import FeedProblem
from rapport.domain.imports.imports import IncomingListing
from rapport.domain.links import web_address
from rapport.domain.text import fold
from rapport.domain.values import dataclass
from rapport.services import checks, owners
from rapport.services.errors import Invalid, Problem
from rapport.services.feeds import listing_rows, subscriptions
from rapport.services.journal.journal import Verb, journal
from rapport.services.rows import Saved, saved

LONGEST: Final = 20_000  # characters of what is pasted


@dataclass(frozen=True, slots=True)
class Draft:
    """An announcement to keep. Times are the owner's."""

    name: str = ""
    on: date | None = None
    starts_at: time | None = None  # None: the whole day
    ends_at: time | None = None  # before starts_at: on the next day
    place: str = ""
    city: str = ""
    is_online: bool = False
    url: str = ""
    price: float | None = None  # 0: free; None: not said
    currency: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was made of it, to be looked over; a question where it says several days."""

    draft: Draft
    days: tuple[date, ...] = ()  # more than one: which is meant?
    others: int = 0  # more dates that the same page announces
    problem: FeedProblem | None = None  # the link could not be read
    detail: str = ""


def is_link(text: str) -> bool:
    """A link alone, and no text: it is fetched, since it was pasted to be read."""
    said = text.strip()
    return len(said.split()) == 1 and "." in said and bool(web_address(said))


def look(
    owner_id: UUID, text: str, *, today: date, language: str, is_stopped: Callable[[], bool] = lambda: False
) -> Looked:
    """Nothing is kept. A link is fetched; text stays here. Raises Stopped (of rapport.net)."""
    said = text.strip()[:LONGEST]
    if is_link(said):
        return _behind(owner_id, said, today, is_stopped)
    from rapport.formats import flyer  # only a pasted text needs the grammar

    found = flyer.read(said, today, language=language)
    draft = Draft(
        name=found.name,
        on=found.on,
        starts_at=found.starts_at,
        ends_at=found.ends_at,
        place=found.place,
        url=found.url,
        price=found.price,
        currency=found.currency,
        about=found.about,
    )
    return Looked(draft, found.days if len(found.days) > 1 else ())


def _behind(owner_id: UUID, link: str, today: date, is_stopped: Callable[[], bool]) -> Looked:
    from rapport.net.fetch import Failed, Wanted
    from rapport.services.feeds import reading as feed_reading

    try:
        url = subscriptions.address(link)
    except Invalid:
        return Looked(Draft(), problem=FeedProblem.FORBIDDEN)
    owner = owners.read(owner_id)
    found = feed_reading.read(Wanted(url), owner.time_zone, today, is_stopped)
    if isinstance(found, Failed):
        return Looked(Draft(url=url), problem=found.problem, detail=found.detail)
    if not found.listings:
        return Looked(Draft(url=url), problem=FeedProblem.NOT_A_FEED)
    first = min(found.listings, key=lambda each: (each.url != url, each.on, each.name))
    zone = ZoneInfo(owner.time_zone)
    return Looked(_draft(first, zone, url), others=len(found.listings) - 1)


def _draft(told: IncomingListing, zone: ZoneInfo, url: str) -> Draft:
    starts = told.starts_at.astimezone(zone) if told.starts_at else None
    ends = told.ends_at.astimezone(zone) if told.ends_at else None
    return Draft(
        name=told.name,
        on=starts.date() if starts else told.on,
        starts_at=starts.time() if starts else None,
        ends_at=ends.time() if ends else None,
        place=told.place,
        city=told.city,
        is_online=told.is_online,
        url=told.url or url,
        price=told.price,
        currency=told.currency,
        about=told.about,
    )


def keep(owner_id: UUID, draft: Draft, *, at: datetime, today: date) -> Saved:
    """As looked over. The same one pasted twice is there once. Raises Invalid."""
    owner = owners.read(owner_id)
    columns = _columns(draft, ZoneInfo(owner.time_zone))
    live: Any = Listing.objects.of(owner_id)
    there = live.filter(subscription=None, uid=columns["uid"], on=columns["on"]).first()
    if there is not None:
        return Saved(there.pk, None)
    with journal(owner_id, Verb.CREATE, at=at, subject=columns["name"]) as book:
        row = book.add(Listing(**columns, time_zone=owner.time_zone, seen_at=at))
        listing_rows.fold_together(owner_id, today)
    return saved(book, row.pk)


def _columns(draft: Draft, zone: ZoneInfo) -> dict[str, Any]:
    name = checks.line("name", draft.name, checks.NAME, required=True)
    if draft.on is None:
        raise Invalid("on", Problem.REQUIRED)
    on = checks.day("on", draft.on)
    starts, ends = _hours(on, draft, zone)
    url = checks.line("url", draft.url, 1000)
    address = web_address(url) if url else ""
    if address is None:
        raise Invalid("url", Problem.NOT_A_LINK)
    if draft.price is not None and not 0 <= draft.price <= 1_000_000:
        raise Invalid("price", Problem.OUT_OF_RANGE)
    place = checks.line("place", draft.place, 400)
    return {
        "uid": (address or f"{fold(name)} {fold(place)}")[:400],
        "name": name,
        "folded": fold(name)[: checks.NAME],
        "on": on,
        "starts_at": starts,
        "ends_at": ends,
        "place": place,
        "city": checks.line("city", draft.city, checks.NAME),
        "is_online": draft.is_online,
        "url": address,
        "price": draft.price,
        "currency": checks.line("currency", draft.currency.upper(), 3),
        "about": checks.text("about", draft.about, 4_000),
    }


def _hours(on: date, draft: Draft, zone: ZoneInfo) -> tuple[datetime | None, datetime | None]:
    if draft.starts_at is None:
        return None, None
    starts = datetime.combine(on, draft.starts_at, zone)
    if draft.ends_at is None:
        return starts, None
    last = on + timedelta(days=1) if draft.ends_at <= draft.starts_at else on
    return starts, datetime.combine(last, draft.ends_at, zone)
