"""One content line in its parts: name, parameters, value (RFC 5545 §3.1, parameters also RFC 6868)."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from unicodedata import normalize

from rapport.domain.text import spared
from rapport.formats.ics.lines import decoded

Moment = date | datetime  # a datetime without a zone is read in the zone of its calendar

FIRST_YEAR, LAST_YEAR = 1900, 2200  # what lies outside was never meant: 1601 is Outlook's "no date"

_NAME = re.compile(rb"([A-Za-z0-9-]{1,64})[;:]")
_PARAMETERS = re.compile(r'(?:"[^"]*"|[^":]++|:(?=//))*+:')  # up to a colon outside quotes and addresses
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";]|")*+)')  # also a quote that is never closed
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_CARET = re.compile(r"\^([n'^])")
_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(?:[.]\d+)?(Z)?)?", re.ASCII)
_SPAN = re.compile(
    r"([+-])?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?",
    re.ASCII,
)


class BadValue(ValueError):
    """Not a value of its type."""


class Property(NamedTuple):
    line: int
    parameters: dict[str, str]  # names in upper case, values without quotes
    value: str  # as it stands, not unescaped


def name_of(text: bytes) -> str:
    """The name in upper case; empty where the line has none."""
    found = _NAME.match(text)
    return found[1].decode().upper() if found else ""


def parsed(number: int, name: str, text: bytes) -> Property:
    """The parts of a line that begins with that name."""
    rest = decoded(text[len(name) :])
    if rest.startswith(":"):
        return Property(number, {}, rest[1:].strip())
    found = _PARAMETERS.match(rest)
    end = found.end() if found else rest.find(":") + 1  # a quote that is never closed
    if not end:
        return Property(number, {}, "")
    parameters = {key.upper(): _parameter(value) for key, value in _PARAMETER.findall(rest[: end - 1])}
    return Property(number, parameters, rest[end:].strip())


def text_of(value: str, most: int) -> str:
    """Text as it was meant: unescaped, NFC, without control characters, at most `most` characters."""
    if len(value) > most * 4:
        value = value[: most * 4]  # longer than any escaping makes it
    plain = _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)
    return normalize("NFC", spared(plain)).strip()[:most].rstrip()


def moment(value: str, *, is_date: bool = False) -> Moment:
    """A date, or a time: in UTC when it says so, else without a zone. Raises BadValue."""
    found = _MOMENT.fullmatch(value.strip().upper().replace("-", "").replace(":", ""))
    if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        raise BadValue(value)
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None or is_date:
            return day
        second = min(int(found[6] or 0), 59)  # 60 is a leap second
        return datetime(
            day.year, day.month, day.day, int(found[4]), int(found[5]), second,
            tzinfo=UTC if found[7] else None,
        )  # fmt: skip
    except ValueError as error:
        raise BadValue(value) from error


def span(value: str) -> timedelta:
    """A duration, never less than nothing. Raises BadValue."""
    found = _SPAN.fullmatch(value.strip().upper())
    if not found or not any(found.groups()[1:]):
        raise BadValue(value)
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return timedelta(0) if found[1] == "-" else length


def after(start: datetime, length: timedelta) -> datetime:
    """Days on the clock of the place, hours as they pass (RFC 5545 §3.3.6)."""
    day = start + timedelta(days=length.days)
    if day.tzinfo is None:
        return day + timedelta(seconds=length.seconds)
    return (day.astimezone(UTC) + timedelta(seconds=length.seconds)).astimezone(day.tzinfo)


def moments(held: Property) -> Iterator[tuple[Moment, str]]:
    """The values of an RDATE or EXDATE, each with the end or duration of a period. Raises BadValue."""
    is_date = held.parameters.get("VALUE", "").upper() == "DATE"
    for value in held.value.split(","):
        start, _, end = value.partition("/")
        if start.strip():
            yield moment(start, is_date=is_date), end.strip()


def _parameter(value: str) -> str:
    plain = value.replace('"', "").strip()
    if "^" not in plain:
        return plain
    return _CARET.sub(lambda found: {"n": "\n", "'": '"', "^": "^"}[found[1]], plain)
