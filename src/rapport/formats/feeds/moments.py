"""Days and hours as feeds write them (ISO 8601 and what passes for it), with the zone of the place."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from rapport.formats.ics.properties import FIRST_YEAR, LAST_YEAR, BadValue, Moment, after, span
from rapport.formats.ics.zones import named

_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T ]\s*(\d\d?)(?::?(\d\d)(?::?(\d\d))?)?(?:[.,]\d+)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?"
    r"(?:\[([A-Za-z0-9_+/-]{1,64})\])?",  # RFC 9557
    re.ASCII | re.IGNORECASE,
)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?(?::\d\d)?\s*([ap])?\.?(?:m\.?)?", re.ASCII | re.IGNORECASE)
_A_YEAR = timedelta(days=366)


def moment(value: object, zone: tzinfo) -> Moment | None:
    """A day, or an hour that has its zone (`zone` where it names none); None where it is neither."""
    if isinstance(value, datetime | date) or not isinstance(value, str) or len(value) > 80:
        return None
    found = _ISO.fullmatch(value.strip())
    if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None:
            return day
        if int(found[4]) == 24 and not int(found[5] or 0):  # the end of the day
            day, hour = day + timedelta(days=1), 0
        else:
            hour = int(found[4])
        at = time(hour, int(found[5] or 0), min(int(found[6] or 0), 59))
        place = named(found[8]) if found[8] else None
        offset = _offset(found[7])
        when = datetime.combine(day, at, offset or place or zone)
        return as_shown(when.astimezone(place) if place else when)  # raises at the edges of time
    except (ValueError, OverflowError):
        return None


def clock(value: object) -> time | None:
    """ "7:00 PM", "19h30", "19:00"."""
    found = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) and len(value) < 20 else None
    if not found:
        return None
    hour, half = int(found[1]), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, int(found[2] or 0))
    except ValueError:
        return None


def end_of(start: Moment, end: Moment | None, duration: object) -> datetime | None:
    """When it ends, where both are hours and it makes sense."""
    if not isinstance(start, datetime):
        return None
    if end is None and isinstance(duration, str):
        try:
            length = span(duration)
            end = after(start, length) if length else None
        except (BadValue, OverflowError):
            return None
    if not isinstance(end, datetime) or not start < end < start + _A_YEAR:
        return None
    return end


def as_shown(when: Moment) -> Moment:
    """An hour that the clock skips in spring is the one it shows then."""
    if not isinstance(when, datetime):
        return when
    return when.astimezone(UTC).astimezone(when.tzinfo)


def day_of(when: Moment) -> date:
    return when.date() if isinstance(when, datetime) else when


def zone_name(when: Moment, zone: tzinfo) -> str:
    """IANA's name of the zone: its own, or `zone` where that has the same offset then; else empty."""
    if not isinstance(when, datetime):
        return ""
    own = getattr(when.tzinfo, "key", "")
    if own:
        return str(own)
    key = str(getattr(zone, "key", ""))
    return (
        key
        if key and when.tzinfo is not UTC and when.astimezone(zone).utcoffset() == when.utcoffset()
        else ""
    )


def _offset(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text in "Zz":
        return UTC
    digits = text[1:].replace(":", "")
    length = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return timezone(-length if text[0] == "-" else length)  # ValueError from a day on
