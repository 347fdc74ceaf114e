"""Time zones as calendars name them: IANA's name, Windows' name, a definition of their own, an offset.

A name that is known is worth more than the definition beside it: programs write the rules of one year only.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from icalendar import Timezone
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from rapport.formats.ics.lines import decoded
from rapport.formats.ics.properties import Moment
from rapport.formats.ics.rules import BadRule, yearly

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,3}")
_OFFSET = re.compile(
    r"\(?(?:UTC|GMT)\s*(?:([+-])\s*(\d{1,2})[:.]?(\d\d)?)?\s*(?:\).*)?", re.DOTALL | re.ASCII
)
_UTC_NAMES = frozenset({"UTC", "Z", "GMT", "ETC/UTC", "TZONE://MICROSOFT/UTC", "COORDINATED UNIVERSAL TIME"})
_RULE = re.compile(r"^RRULE(?:;[^:\r\n]*)?:([^\r\n]*)", re.MULTILINE | re.IGNORECASE)
_FIRST = re.compile(r"^DTSTART(?:;[^:\r\n]*)?:(\d{4})(\d\d)(\d\d)", re.MULTILINE | re.IGNORECASE | re.ASCII)
_PART = re.compile(r"^BEGIN:(?:STANDARD|DAYLIGHT)", re.MULTILINE | re.IGNORECASE)
_MOST_PARTS = 150  # changes of the clock written out one by one
_SAMPLES = (date(1999, 1, 15), date(2024, 7, 15))  # any two: a zone must be able to answer


class Zones:
    """The zones of one calendar."""

    def __init__(self, home: tzinfo) -> None:
        self.own = home  # of times that name none
        self._unknown: dict[str, int] = {}  # names nobody knows, and the line that used each first
        self._told = 0  # how many of them
        self._definitions: dict[str, tuple[str, bytes]] = {}

    def name_own(self, name: str) -> None:
        """X-WR-TIMEZONE: the zone of times that name none."""
        self.own = self._known(name) or self.own

    def define(self, name: str, place: str, text: bytes) -> None:
        self._definitions.setdefault(name, (place, text))

    def aware(self, moment: Moment, name: str = "", line: int = 0) -> Moment:
        """The same moment with its zone; a date stays a date."""
        if not isinstance(moment, datetime) or moment.tzinfo is not None:
            return moment
        zone = self._known(name) if name else self.own
        if zone is None:
            self._unknown.setdefault(name, line)
            zone = self.own
        return moment.replace(tzinfo=zone)

    def knows(self, name: str) -> bool:
        """Whether times with that name can be read already; a definition may still come."""
        return not name or self._known(name) is not None

    def newly_unknown(self) -> list[tuple[str, int]]:
        """Names that nobody knows, each told once."""
        new = list(self._unknown.items())[self._told :]
        self._told = len(self._unknown)
        return new

    def utc(self, moment: Moment, hour: int = 0) -> datetime:
        """The moment in UTC; a date begins at that hour of the calendar's own zone."""
        if not isinstance(moment, datetime):
            moment = datetime.combine(moment, time(hour), self.own)
        return moment.astimezone(UTC)

    def _known(self, name: str) -> tzinfo | None:
        place, text = self._definitions.get(name, ("", b""))
        return (
            named(name)
            or (named(place) if place else None)
            or (_defined(text) if text else None)
            or _shown(name)
            or _offset(name)
        )


@lru_cache(maxsize=512)
def named(name: str) -> tzinfo | None:
    """The zone of that name, also behind a vendor's prefix: /example.org/Europe/Paris."""
    name = name.strip().strip('"')
    if name.upper() in _UTC_NAMES:
        return UTC
    if name in WINDOWS_TO_OLSON:
        return _zone(WINDOWS_TO_OLSON[name])
    parts = name.strip("/").split("/")[-6:]
    shortest = 2 if len(parts) > 1 else 1  # the last word alone is no name when there was a path
    candidates = ("/".join(parts[start:]) for start in range(len(parts) - shortest + 1))
    return next((zone for zone in map(_zone, candidates) if zone), None)


def _zone(key: str) -> tzinfo | None:
    if not _KEY.fullmatch(key):
        return None
    try:
        return ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: the name of a folder
        return None


@lru_cache(maxsize=64)
def _shown(name: str) -> tzinfo | None:
    """Windows' zones as its settings show them: (UTC+01:00) Brussels, Paris; Eastern Time (US & Canada)."""
    offset, _, places = name.strip().strip('"').partition(")")
    standard = _offset(offset + ")")
    if standard is None or not places:
        return None
    windows = places.strip().replace(" Time (US & Canada)", " Standard Time")
    keys = [_cities().get(place.strip().casefold().replace(" ", "_"), "") for place in places.split(",")]
    found = (_zone(key) for key in [WINDOWS_TO_OLSON.get(windows, ""), *keys] if key)
    return next((zone for zone in found if zone and _without_summer(zone) == standard.utcoffset(None)), None)


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    """The city in each IANA name."""
    return {key.rsplit("/", 1)[-1].casefold(): key for key in sorted(available_timezones()) if "/" in key}


def _without_summer(zone: tzinfo) -> timedelta:
    """The lesser of its offsets in January and July."""
    return min(datetime(2024, month, 15, tzinfo=zone).utcoffset() or timedelta() for month in (1, 7))


def _offset(name: str) -> tzinfo | None:
    """(UTC+01:00) Somewhere: its hours, without summer time, where nothing better is said."""
    found = _OFFSET.fullmatch(name.strip())
    if not found:
        return None
    hours, minutes = int(found[2] or 0), int(found[3] or 0)
    if hours > 14 or minutes > 59:
        return None
    length = timedelta(hours=hours, minutes=minutes)
    return timezone(-length if found[1] == "-" else length)


@lru_cache(maxsize=64)
def _defined(text: bytes) -> tzinfo | None:
    """The zone that a definition describes; None where its rules are endless or make no sense."""
    plain = decoded(text)
    try:
        first = [date(int(year), int(month), int(day)) for year, month, day in _FIRST.findall(plain)]
        for rule in _RULE.findall(plain):
            yearly(rule, max(first))
        if not 1 <= len(_PART.findall(plain)) <= _MOST_PARTS:
            return None
        component: Any = Timezone.from_ical(text)
        zone: tzinfo = component.to_tz(lookup_tzid=False)
        for sample in _SAMPLES:
            if zone.utcoffset(datetime.combine(sample, time(12))) is None:
                return None
    except BadRule:
        return None
    except Exception:  # what the library raises on a foreign definition is not documented, and many kinds
        return None
    return zone
