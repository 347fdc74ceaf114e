"""A schema.org Event, in whichever markup it stood, as a listing (schema.org/Event)."""

import re
from collections.abc import Iterator
from datetime import date, datetime, tzinfo
from typing import Any, NamedTuple

from rapport.domain.gatherings.listings import ListingStatus
from rapport.domain.imports.imports import IncomingListing, Where
from rapport.formats.feeds import texts
from rapport.formats.feeds.calendar import is_called_off, without_cancelled
from rapport.formats.feeds.moments import clock, day_of, end_of, moment, zone_name
from rapport.formats.feeds.origin import Origin
from rapport.formats.ics.properties import Moment

Node = dict[str, Any]
MOST_OFFERS = 50
_NUMBER = re.compile(r"\d{1,7}(?:[.,]\d{1,2})?(?!\d)", re.ASCII)
_FREE = frozenset({"free", "gratuit", "gratuite", "kostenlos", "gratis", "libre", "entrée libre"})
_CURRENCY = re.compile(r"[A-Z]{3}")
_SYMBOLS = {"€": "EUR", "$": "USD", "£": "GBP", "A$": "AUD"}


class Place(NamedTuple):
    name: str = ""
    city: str = ""
    latitude: float | None = None
    longitude: float | None = None
    is_online: bool = False
    url: str = ""


def each(value: Any) -> Iterator[Any]:
    """One or several, as one."""
    if isinstance(value, list):
        yield from value[:MOST_OFFERS]
    elif value is not None:
        yield value


def first(value: Any) -> Any:
    return next(each(value), None)


def listing(node: Node, origin: Origin, where: Where) -> IncomingListing | None:
    """None where it has no name or no day: an announcement that cannot be gone to."""
    zone = origin.zone
    title = texts.title(_text(node.get("name")))
    start = _start(node, zone)
    if not title or start is None:
        return None
    name = without_cancelled(title)
    place, about = _place(node, origin.url), texts.plain(first(node.get("description")))
    url = texts.link(_text(node.get("url")), origin.url)
    price, currency = _price(node)
    status, moved_from = _standing(node, title, start, zone)
    end = moment(_text(node.get("endDate")), zone)
    return IncomingListing(
        where=where,
        uid=_uid(node, url, name, place.name, origin.url),
        name=name,
        on=day_of(start),
        starts_at=start if isinstance(start, datetime) else None,
        ends_at=end_of(start, end, _text(node.get("duration"))),
        time_zone=zone_name(start, zone),
        place=place.name,
        city=place.city,
        latitude=place.latitude,
        longitude=place.longitude,
        is_online=place.is_online,
        url=url or place.url or origin.url[: texts.MAX_URL],
        about=about,
        host=_name_of(node.get("organizer")),
        size=_size(node),
        price=price,
        currency=currency,
        status=status,
        moved_from=moved_from,
    )


def _start(node: Node, zone: tzinfo) -> Moment | None:
    start = moment(_text(node.get("startDate")), zone)
    hour = clock(_text(node.get("startTime")))
    if start is not None and not isinstance(start, datetime) and hour is not None:
        return datetime.combine(start, hour, zone)
    return start


def _uid(node: Node, url: str, name: str, place: str, page: str) -> str:
    """The same when its day changes: so it is never made of the day."""
    own = first(node.get("identifier"))
    if isinstance(own, dict):
        own = own.get("value")
    said = texts.line(own, texts.MAX_UID) or texts.line(node.get("@id"), texts.MAX_UID)
    if said and not said.startswith("_:"):
        return said
    return (url if url != page else "") or texts.made_up(texts.line(name).casefold(), place)


def _standing(node: Node, name: str, start: Moment, zone: tzinfo) -> tuple[ListingStatus, date | None]:
    said = _text(node.get("eventStatus")).rsplit("/", 1)[-1].lower()
    if said in ("eventcancelled", "eventpostponed", "cancelled", "canceled", "postponed") or is_called_off(
        name
    ):
        return ListingStatus.CANCELLED, None  # postponed, and no other day is known: not on this one
    before = moment(_text(node.get("previousStartDate")), zone)
    if said == "eventrescheduled" and before is not None and day_of(before) != day_of(start):
        return ListingStatus.MOVED, day_of(before)
    return (ListingStatus.MOVED if said == "eventrescheduled" else ListingStatus.PLANNED), None


def _place(node: Node, base: str) -> Place:
    """Where it is; online alone only where no other place is named."""
    mode = _text(node.get("eventAttendanceMode")).rsplit("/", 1)[-1].lower()
    state = _text(node.get("eventStatus")).rsplit("/", 1)[-1].lower()
    found, online = Place(), Place()
    for one in each(node.get("location")):
        kinds = (
            {texts.line(kind).rsplit("/", 1)[-1] for kind in each(one.get("@type"))}
            if isinstance(one, dict)
            else set()
        )
        if "VirtualLocation" in kinds:
            online = Place(is_online=True, url=texts.link(_text(one.get("url")), base))
        elif not found.name:
            found = _at(one, base)
    if mode == "onlineeventattendancemode" or state == "eventmovedonline":
        return Place(is_online=True, url=online.url or found.url)
    is_there = found.name or found.city or found.is_online or found.latitude is not None
    return found if is_there else online


def _at(one: Any, base: str) -> Place:
    if not isinstance(one, dict):
        said = texts.line(one, texts.MAX_PLACE)
        url = texts.link(said)
        return Place(is_online=True, url=url) if url else Place(said)
    address, city = _address(
        one.get("address") or (one if "streetAddress" in one or "addressLocality" in one else None)
    )
    name = texts.line(first(one.get("name")), texts.MAX_NAME)
    if texts.link(name) and not address:
        return Place(is_online=True, url=texts.link(name))
    parts = [name] if name and name.casefold() not in address.casefold() else []
    whole = texts.line(", ".join([*parts, address] if address else parts), texts.MAX_PLACE)
    latitude, longitude = _geo(first(one.get("geo")) or one)
    return Place(whole, city, latitude, longitude)


def _address(value: Any) -> tuple[str, str]:
    one = first(value)
    if not isinstance(one, dict):
        return texts.line(one, texts.MAX_PLACE), ""
    city = texts.line(_name_of(one.get("addressLocality")))
    town = " ".join(filter(None, (texts.line(one.get("postalCode"), 20), city)))
    parts = (texts.line(first(one.get("streetAddress"))), town, _name_of(one.get("addressCountry")))
    return ", ".join(filter(None, parts)), city


def _geo(value: Any) -> tuple[float | None, float | None]:
    if not isinstance(value, dict):
        return None, None
    latitude, longitude = _float(value.get("latitude")), _float(value.get("longitude"))
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        return None, None
    return (None, None) if latitude == longitude == 0 else (latitude, longitude)


def _float(value: Any) -> float | None:
    said = texts.line(first(value), 40).replace(",", ".")
    try:
        number = float(said)
    except ValueError:
        return None
    return number if number - number == 0 else None  # neither infinite nor no number


def _price(node: Node) -> tuple[float | None, str]:
    """The least that it costs to come, and in what."""
    if (
        texts.line(node.get("isAccessibleForFree")).lower() == "true"
        or node.get("isAccessibleForFree") is True
    ):
        return 0.0, ""
    found: list[tuple[float, str]] = []
    for offer in each(node.get("offers")):
        if not isinstance(offer, dict):
            continue
        for key in ("lowPrice", "price"):
            said = texts.line(first(offer.get(key)), 40)
            amount = _amount(said)
            if amount is not None:
                found.append((amount, _currency(texts.line(offer.get("priceCurrency"), 8), said)))
                break
    return min(found, default=(None, ""))


def _amount(said: str) -> float | None:
    if said.casefold() in _FREE:
        return 0.0
    number = _NUMBER.search(said.replace(" ", ""))
    return float(number[0].replace(",", ".")) if number and "-" not in said[: number.start() + 1] else None


def _currency(code: str, price: str) -> str:
    if _CURRENCY.fullmatch(code.upper()):
        return code.upper()
    return next((_SYMBOLS[symbol] for symbol in _SYMBOLS if symbol in price), "")


def _size(node: Node) -> int | None:
    """How many have room; the number who come is said nowhere in the standard."""
    for key in (
        "maximumPhysicalAttendeeCapacity",
        "maximumAttendeeCapacity",
        "maximumVirtualAttendeeCapacity",
    ):
        said = texts.line(first(node.get(key)), 12)
        if said.isascii() and said.isdecimal() and 0 < int(said) <= 1_000_000:
            return int(said)
    return None


def _name_of(value: Any) -> str:
    one = first(value)
    return texts.line(first(one.get("name")) if isinstance(one, dict) else one)


def _text(value: Any) -> str:
    """The value, or the one it is wrapped in."""
    one = first(value)
    if isinstance(one, dict):
        one = one.get("@value") or one.get("url") or one.get("@id")
    return one if isinstance(one, str) else texts.line(one)
