"""When a message was sent: RFC 5322 dates as they come, and the dates of From_ lines.

All in seconds since 1970, in UTC.
"""

import re
from datetime import date

MONTHS = {name: at for at, name in enumerate(b"jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
EARLIEST = 315_532_800  # seconds: 1 January 1980; whatever is older comes from a clock that was never set
LATEST = 4_102_444_800  # seconds: 1 January 2100
FURTHEST_ZONE = 14 * 3600  # seconds: Kiribati; whatever is further is no zone, and the time is read as UTC
LONGEST = 200  # bytes of a date that are looked at
REMEMBERED = 20_000  # days, and as many ends
USUAL_LENGTH = 40  # bytes; a longer date is read, not remembered

DAY = rb"\s*(?:\w{3},)?\s*(\d\d? \w{3} \d{4})"
usual_day = re.compile(DAY).fullmatch
USUAL = re.compile(DAY + rb" (\d\d):(\d\d)(?::(\d\d))? +(?:([+-])(\d\d)(\d\d)|GMT|UTC?\b|Z\b)")
POSTMARK = re.compile(
    rb"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (\w{3}) +(\d\d?) (\d\d):(\d\d)(?::(\d\d))?"
    rb"(?: +([+-])(\d\d)(\d\d)| +[A-Z]{1,5})? (\d{4})\s*$"
)


class Dates:
    """Reads dates, and remembers their parts, which return: " Fri, 1 Mar 2019", " 10:00", ":00 +0100"."""

    def __init__(self) -> None:
        self._days: dict[bytes, int] = {}
        self._minutes: dict[bytes, int] = {}
        self._ends: dict[bytes, int] = {}

    def read(self, value: bytes) -> int | None:
        """A Date header's value; None when it is no date, or none that mail can have."""
        try:
            seconds = self._days[value[:-15]] + self._minutes[value[-15:-9]] + self._ends[value[-9:]]
        except KeyError:
            return self._new_day(value) or self._new(value)
        return seconds if EARLIEST <= seconds < LATEST else None

    def _new_day(self, value: bytes) -> int | None:
        """Where nothing but the day is new; None where more is."""
        past_midnight, end = self._minutes.get(value[-15:-9]), self._ends.get(value[-9:])
        if past_midnight is None or end is None or len(value) > USUAL_LENGTH:
            return None
        day = usual_day(value, 0, len(value) - 15)
        start = _start_of(day[1]) if day else 0
        if not start:
            return None
        self._remember(self._days, value[:-15], start)
        return _mail_s(start + past_midnight + end)

    def _remember(self, known: dict[bytes, int], part: bytes, seconds: int) -> None:
        if len(known) >= REMEMBERED:
            known.clear()
        known[part] = seconds

    def _new(self, value: bytes) -> int | None:
        """One of its parts was not met before, or it is written in another way."""
        usual = USUAL.match(value)
        if usual is None:
            return _unusual(value)
        day, hour, minute, second, sign, zone_hours, zone_minutes = usual.groups()
        start = _start_of(day)
        if not start or hour >= b"24" or minute >= b"60":
            return _unusual(value)
        past_midnight = int(hour) * 3600 + int(minute) * 60
        ahead = _zone(sign, zone_hours, zone_minutes) if sign else 0
        end = int(second or 0) - ahead
        said = usual[0]  # without what stands behind the zone: "(CET)"
        if len(said) > USUAL_LENGTH:
            return _mail_s(start + past_midnight + end)
        if sign and second and said.startswith(b":", len(said) - 9):
            self._remember(self._days, said[:-15], start)
            self._minutes[said[-15:-9]] = past_midnight
            self._remember(self._ends, said[-9:], end)
        return _mail_s(start + past_midnight + end)


def of_from_line(line: bytes) -> int | None:
    """The date at the end of a From_ line, which counts as UTC without a zone."""
    found = POSTMARK.search(line[-LONGEST:])
    if found is None:
        return None
    month, day, hour, minute, second, sign, zone_hours, zone_minutes, year = found.groups()
    start = _start_of(b"%b %b %b" % (day, month, year))
    if not start or hour >= b"24" or minute >= b"60" or (second or b"") >= b"60":
        return None
    seconds = int(hour) * 3600 + int(minute) * 60 + int(second or 0)
    return _mail_s(start + seconds - (_zone(sign, zone_hours, zone_minutes) if sign else 0))


def of_received(value: bytes) -> int | None:
    """The date behind the last semicolon of a Received header."""
    return Dates().read(value.rpartition(b";")[2].strip())


def _start_of(day: bytes) -> int:
    """Seconds to midnight of "3 Mar 2019"; 0 when there is no such day."""
    number, month, year = day.split()
    try:
        ordinal = date(int(year), MONTHS[month.lower()], int(number)).toordinal()
    except (KeyError, ValueError):
        return 0
    return (ordinal - 719_163) * 86_400  # days before 1970


def _zone(sign: bytes, hours: bytes, minutes: bytes) -> int:
    """Seconds ahead of UTC."""
    ahead = int(hours) * 3600 + int(minutes) * 60
    if ahead > FURTHEST_ZONE or minutes > b"59":
        return 0
    return ahead if sign == b"+" else -ahead


def _unusual(value: bytes) -> int | None:
    """What the standard library makes of it: named zones, missing seconds, years of two digits."""
    from calendar import timegm  # not loaded where all dates are usual
    from email.utils import parsedate_tz

    try:
        parts = parsedate_tz(value[:LONGEST].decode("latin-1"))
        if parts is None:
            return None
        date(*parts[:3])  # there is such a day
        zone = parts[9] or 0
        ahead = zone if abs(zone) <= FURTHEST_ZONE else 0
        return _mail_s(timegm(parts[:6]) - ahead)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


def _mail_s(seconds: int) -> int | None:
    """None for a time that no mail can have."""
    return seconds if EARLIEST <= seconds < LATEST else None
