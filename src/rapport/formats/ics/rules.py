"""Recurrence rules, looked at before anything expands them (RFC 5545 §3.3.10).

dateutil, which expands them in the end, looks for the next date until the year 9999: a rule that asks for
30 February keeps it busy for many seconds, one that asks for every second for ever. They are refused here.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice

from dateutil.rrule import rrulestr

from rapport.domain.imports.imports import Trouble
from rapport.formats.ics.properties import BadValue, Moment, moment

MAX_INSTANCES = 1_000  # of one event in one slice
SLICE = timedelta(days=2 * 365)  # expanded at a time
MAX_TIMES = 24  # in a day: hours × minutes
MAX_STEPS = 50_000  # times looked at from the first date on: 136 years of days
MAX_LENGTH = 2_000  # characters of a rule
_CENTURIES = 400  # years after which the calendar repeats itself, weekdays included
_PROBED = 40  # years, at least, in which the rule must come true once

_TOO_FAST = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_WEEKDAYS = re.compile(r"(?:[+-]?[0-9]{1,2})?(?:MO|TU|WE|TH|FR|SA|SU)")
_NUMBERS = {  # the largest, whether it may count from the end, how many may stand there
    "BYSECOND": (59, False, 1), "BYMINUTE": (59, False, MAX_TIMES), "BYHOUR": (23, False, MAX_TIMES),
    "BYMONTHDAY": (31, True, 62), "BYYEARDAY": (366, True, 366), "BYWEEKNO": (53, True, 106),
    "BYMONTH": (12, False, 12), "BYSETPOS": (366, True, 31),
}  # fmt: skip
_FROM_ZERO = frozenset({"BYSECOND", "BYMINUTE", "BYHOUR"})
_LEFT_ASIDE = frozenset({"RSCALE", "SKIP"})  # RFC 7529, for calendars that are Gregorian all the same


class BadRule(ValueError):
    """A rule that is not followed, and why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


def checked(text: str, start: Moment, last: date) -> str:
    """The rule as dateutil reads it, to be followed up to `last`. `start` has its zone. Raises BadRule."""
    parts = _parts(text)
    if "UNTIL" in parts:
        parts.pop("COUNT", None)  # both is one too many
        parts["UNTIL"] = _until(parts["UNTIL"], start)
    times = _size(parts, "BYHOUR") * _size(parts, "BYMINUTE")
    interval = int(parts["INTERVAL"]) if parts["FREQ"] == "DAILY" else 1
    steps = max((last - _day(start)).days, 0) // interval * times
    if times > MAX_TIMES or steps > MAX_STEPS:
        raise BadRule(Trouble.RECURS_TOO_OFTEN)
    plain = _joined({key: value for key, value in parts.items() if key not in ("UNTIL", "COUNT")})
    _refuse_never(plain, start)
    rule = _joined(parts)
    if times > 1:
        _refuse_crowds(rule, start, last)
    return rule


def yearly(text: str, start: date) -> None:
    """A rule for changing the clock: once a year. Raises BadRule."""
    parts = _parts(text)
    if (
        parts["FREQ"] != "YEARLY"
        or _size(parts, "BYHOUR") * _size(parts, "BYMINUTE") > 1
        or "BYYEARDAY" in parts
    ):
        raise BadRule(Trouble.RECURS_TOO_OFTEN)
    parts.pop("UNTIL", None)
    _refuse_never(_joined(parts), max(start, date(FIRST_YEAR_OF_RULES, 1, 1)))


FIRST_YEAR_OF_RULES = 1600  # Windows begins its time zones in 1601


def _parts(text: str) -> dict[str, str]:
    if len(text) > MAX_LENGTH:
        raise BadRule(Trouble.RECURS_TOO_OFTEN)
    parts: dict[str, str] = {}
    for part in text.upper().replace(" ", "").strip(";").split(";"):
        key, _, value = part.partition("=")
        if key.startswith("X-") or key in _LEFT_ASIDE:
            if key == "RSCALE" and value != "GREGORIAN":
                raise BadRule(Trouble.NOT_UNDERSTOOD)
            continue
        check = _CHECKS.get(key)
        if check is None or key in parts or not value:
            raise BadRule(Trouble.NOT_UNDERSTOOD)
        check(value)
        parts[key] = value
    if "FREQ" not in parts:
        raise BadRule(Trouble.NOT_UNDERSTOOD)
    if parts["FREQ"] not in ("MONTHLY", "YEARLY") and "BYDAY" in parts:
        parts["BYDAY"] = re.sub(r"[+-]?[0-9]+", "", parts["BYDAY"])  # "the first Monday of the day"
    return {"INTERVAL": "1", **parts}


def _frequency(value: str) -> None:
    if value in _TOO_FAST:
        raise BadRule(Trouble.RECURS_TOO_OFTEN)
    if value not in _FREQUENCIES:
        raise BadRule(Trouble.NOT_UNDERSTOOD)


def _positive(value: str) -> None:
    if not (value.isascii() and value.isdecimal()):
        raise BadRule(Trouble.NOT_UNDERSTOOD)
    if len(value) > 6 or int(value) == 0:
        raise BadRule(Trouble.RECURS_TOO_OFTEN)


def _weekdays(value: str) -> None:
    days = value.split(",")
    if len(days) > 60:
        raise BadRule(Trouble.RECURS_TOO_OFTEN)
    if not all(_WEEKDAYS.fullmatch(day) and abs(int(day[:-2] or 1)) in range(1, 54) for day in days):
        raise BadRule(Trouble.NOT_UNDERSTOOD)


def _numbers(key: str) -> Callable[[str], None]:
    largest, from_end, most = _NUMBERS[key]
    least = 0 if key in _FROM_ZERO else 1

    def check(value: str) -> None:
        numbers = value.split(",")
        if len(numbers) > most:
            raise BadRule(Trouble.RECURS_TOO_OFTEN)
        for number in numbers:
            if not re.fullmatch(r"[+-]?[0-9]{1,3}", number) or (number[0] == "-" and not from_end):
                raise BadRule(Trouble.NOT_UNDERSTOOD)
            if not least <= abs(int(number)) <= largest:
                raise BadRule(Trouble.NOT_UNDERSTOOD)

    return check


def _any(value: str) -> None:
    """UNTIL is read where the start is known."""


def _week_start(value: str) -> None:
    if not re.fullmatch("MO|TU|WE|TH|FR|SA|SU", value):
        raise BadRule(Trouble.NOT_UNDERSTOOD)


_CHECKS: dict[str, Callable[[str], None]] = {
    "FREQ": _frequency,
    "INTERVAL": _positive,
    "COUNT": _positive,
    "UNTIL": _any,
    "WKST": _week_start,
    "BYDAY": _weekdays,
    **{key: _numbers(key) for key in _NUMBERS},
}


def _until(value: str, start: Moment) -> str:
    """The last moment, a date or UTC as the start is. A date beside an hour means to its end."""
    try:
        until = moment(value)
    except BadValue:
        raise BadRule(Trouble.BAD_DATE) from None
    if not isinstance(start, datetime):
        return _day(until).strftime("%Y%m%d")
    zone: tzinfo | None = start.tzinfo
    if not isinstance(until, datetime):
        until = datetime(until.year, until.month, until.day, 23, 59, 59, tzinfo=zone)
    elif until.tzinfo is None:
        until = until.replace(tzinfo=zone)
    return until.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _refuse_never(rule: str, start: Moment) -> None:
    """Does it ever come true? Asked near the end of time, where dateutil gives up soon."""
    shifted = _naive(start)
    shifted = shifted.replace(year=shifted.year + (9999 - _PROBED - shifted.year) // _CENTURIES * _CENTURIES)
    try:
        found = next(iter(rrulestr(rule, dtstart=shifted)), None)
    except (ValueError, TypeError):
        raise BadRule(Trouble.NOT_UNDERSTOOD) from None
    if found is None:
        raise BadRule(Trouble.RECURS_TOO_OFTEN)


def _refuse_crowds(rule: str, start: Moment, last: date) -> None:
    """No slice may hold more than MAX_INSTANCES."""
    first = _naive(start)
    bare = re.sub(r"(UNTIL=\d+T\d+)Z", r"\1", rule)  # to the day is close enough for counting
    times = iter(rrulestr(bare, dtstart=first))
    window: list[datetime] = []
    for when in islice(times, MAX_STEPS):
        if when.date() > last:
            return
        window.append(when)
        if len(window) > MAX_INSTANCES and when - window[-MAX_INSTANCES - 1] <= SLICE:
            raise BadRule(Trouble.RECURS_TOO_OFTEN)


def _size(parts: dict[str, str], key: str) -> int:
    return len(set(parts[key].split(","))) if key in parts else 1


def _joined(parts: dict[str, str]) -> str:
    return ";".join(f"{key}={value}" for key, value in parts.items())


def _day(when: Moment) -> date:
    return when.date() if isinstance(when, datetime) else when


def _naive(when: Moment) -> datetime:
    return datetime.combine(_day(when), when.time() if isinstance(when, datetime) else time(0))
