"""When a message was sent: RFC 5322 dates as they come, and the dates of From_ lines."""

import re
from calendar import timegm
from datetime import UTC, date, datetime
from email.utils import parsedate_tz

MONTHS = {name: at for at, name in enumerate(b"jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
EARLIEST = 315_532_800  # seconds: 1 January 1980; whatever is older comes from a clock that was never set
LATEST = 4_102_444_800  # seconds: 1 January 2100
FURTHEST_ZONE = 14 * 3600  # seconds: Kiribati; whatever is further is no zone, and the time is read as UTC
LONGEST = 200  # bytes of a date that are looked at
REMEMBERED = 20_000  # days

USUAL = re.compile(
    rb"\s*(?:\w{3},)?\s*(\d\d? \w{3} \d{4}) (\d\d):(\d\d)(?::(\d\d))? +(?:([+-])(\d\d)(\d\d)|GMT|UTC?\b|Z\b)"
)
POSTMARK = re.compile(
    rb"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (\w{3}) +(\d\d?) (\d\d):(\d\d)(?::(\d\d))?"
    rb"(?: +([+-])(\d\d)(\d\d)| +[A-Z]{1,5})? (\d{4})\s*$"
)


class Dates:
    """Reads dates; days are remembered, for most messages share theirs with others."""

    def __init__(self) -> None:
        self._days: dict[bytes, int] = {}

    def read(self, value: bytes) -> datetime | None:
        """A Date header's value in UTC; None when it is no date, or none that mail can have."""
        if usual := USUAL.match(value):
            day, hour, minute, second, sign, zone_hours, zone_minutes = usual.groups()
            start = self._days.get(day) or self._start_of(day)
            if start and hour < b"24" and minute < b"60":
                seconds = start + int(hour) * 3600 + int(minute) * 60
                if second is not None:
                    seconds += int(second)
                if sign is not None:
                    seconds -= _zone(sign, zone_hours, zone_minutes)
                return _moment(seconds)
        return _unusual(value)

    def _start_of(self, day: bytes) -> int:
        """Seconds to midnight of "3 Mar 2019"; 0 when there is no such day."""
        number, month, year = day.split()
        try:
            ordinal = date(int(year), MONTHS[month.lower()], int(number)).toordinal()
        except (KeyError, ValueError):
            return 0
        if len(self._days) >= REMEMBERED:
            self._days.clear()
        start = self._days[day] = (ordinal - 719_163) * 86_400  # days before 1970
        return start


def of_from_line(line: bytes) -> datetime | None:
    """The date at the end of a From_ line, which counts as UTC without a zone."""
    found = POSTMARK.search(line[-LONGEST:])
    if found is None:
        return None
    month, day, hour, minute, second, sign, zone_hours, zone_minutes, year = found.groups()
    try:
        at = datetime(
            int(year), MONTHS[month.lower()], int(day), int(hour), int(minute), int(second or 0), tzinfo=UTC
        )
    except (KeyError, ValueError):
        return None
    return _moment(int(at.timestamp()) - (_zone(sign, zone_hours, zone_minutes) if sign else 0))


def of_received(value: bytes) -> datetime | None:
    """The date behind the last semicolon of a Received header."""
    return Dates().read(value.rpartition(b";")[2].strip())


def _zone(sign: bytes, hours: bytes, minutes: bytes) -> int:
    """Seconds ahead of UTC."""
    ahead = int(hours) * 3600 + int(minutes) * 60
    if ahead > FURTHEST_ZONE or minutes > b"59":
        return 0
    return ahead if sign == b"+" else -ahead


def _unusual(value: bytes) -> datetime | None:
    """What the standard library makes of it: named zones, missing seconds, years of two digits."""
    try:
        parts = parsedate_tz(value[:LONGEST].decode("latin-1"))
        if parts is None:
            return None
        date(*parts[:3])  # there is such a day
        zone = parts[9] or 0
        ahead = zone if abs(zone) <= FURTHEST_ZONE else 0
        return _moment(timegm(parts[:6]) - ahead)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


def _moment(seconds: int) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if EARLIEST <= seconds < LATEST else None
