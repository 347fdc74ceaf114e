"""The text of a flyer: its name, day, hours, place and link, read with the grammar of the quick log.

What it does not say stays empty: the reader's result is shown as a form, and nothing is kept unseen.
"""

import re
from collections.abc import Iterator
from datetime import date, time
from typing import NamedTuple

from rapport.domain.quicklog.quicklog import Directory
from rapport.domain.text import spared
from rapport.domain.values import dataclass
from rapport.formats.feeds.texts import first_link, line
from rapport.formats.quicklog.amounts import clock_at
from rapport.formats.quicklog.parsed import ParsedLine
from rapport.formats.quicklog.tokens import tokenise

MOST = 20_000  # characters that are read
MOST_LINES = 200
MOST_LINE = 500  # characters of a line in which a day is looked for
_LABEL = re.compile(
    r"\s*(?P<label>where|venue|location|place|address|lieu|adresse|où|ou"
    r"|when|date|quand|time|heure|horaires?|hours|price|prix|tarifs?|entry|what|quoi|event|événement)"
    r"\s*[:：–—-]\s*(?P<rest>.+)",
    re.IGNORECASE,
)
_PIN = re.compile(r"\s*(?:📍|🏠|🗺️?|🏢)\s*(?P<rest>.+)")
_SIGN = re.compile(r"^[^\w(«“\"]+")
_PLACES = frozenset({"where", "venue", "location", "place", "address", "lieu", "adresse", "où", "ou"})
_NAMES = frozenset({"what", "quoi", "event", "événement"})
_AT = re.compile(r"(?:^|[\s,])(?:@|at|chez|au|à la|à l[’'])\s*(?P<rest>[A-ZÀ-Ý0-9].*)$")
_STREET = re.compile(
    r"\b(?:\d{1,4}\s*(?:bis|ter)?,?\s+(?:rue|avenue|av\.?|boulevard|bd\.?|place|quai|impasse|allée|cours)\b"
    r"|\d{1,5}\s+(?:[NSEW]{1,2}\.?\s+)?[A-Z][\w'’.-]*(?:\s+[A-Z0-9][\w'’.-]*){0,3}\s+(?:st|street|ave|avenue|blvd|road|rd|way|lane|drive|square)\b)",
    re.IGNORECASE,
)
_FREE = re.compile(r"\b(?:free|free entry|entrée libre|gratuit|gratuite|kostenlos)\b", re.IGNORECASE)
_COST = re.compile(
    r"(?:(?P<before>[€$£])\s?(?P<a>\d{1,4}(?:[.,]\d\d)?))|(?:(?P<b>\d{1,4}(?:[.,]\d\d)?)\s?(?P<after>[€$£]))"
)
_CURRENCIES = {"€": "EUR", "$": "USD", "£": "GBP"}


@dataclass(frozen=True, slots=True)
class Flyer:
    """What a flyer says, as far as it says it."""

    name: str = ""
    on: date | None = None
    days: tuple[date, ...] = ()  # all days it names: more than one is a question
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    url: str = ""
    price: float | None = None
    currency: str = ""
    about: str = ""


def read(text: str, today: date, *, language: str = "en") -> Flyer:
    """Days without a year are the next such day."""
    whole = spared(text[:MOST]).strip()
    lines = [each.strip() for each in whole.split("\n") if each.strip()][:MOST_LINES]
    found = [_moments(each, today, language) for each in lines]
    days = dict.fromkeys(day for one in found for day in one.days)
    if not days:  # "Friday", where no date says which
        days = dict.fromkeys(day for one in found for day in one.loose)
    hours = [hour for one in found for hour in one.hours][:2]
    price, currency = _price(whole)
    return Flyer(
        name=_name(lines, {number for number, one in enumerate(found) if one.days or one.hours}),
        on=next(iter(days)) if len(days) == 1 else None,
        days=tuple(days)[:10],
        starts_at=hours[0] if hours else None,
        ends_at=hours[1] if len(hours) > 1 and hours[1] != hours[0] else None,
        place=_place(lines),
        url=first_link(whole),
        price=price,
        currency=currency,
        about=whole[:2_000],
    )


class Moments(NamedTuple):
    """What a line says of when."""

    days: list[date]
    hours: list[time]
    loose: list[date]  # a day of the week alone, which may be part of a name


def _moments(text: str, today: date, language: str) -> Moments:
    """The days and hours of one line, in the language that finds more of them."""
    first = "fr" if language.lower().startswith("fr") else "en"
    text = text[:MOST_LINE]
    tokens = tokenise(text)
    own = _in(ParsedLine(text, today, first, tokens, Directory()))
    if own.days and own.hours:
        return own
    other = _in(ParsedLine(text, today, "en" if first == "fr" else "fr", tokens, Directory()))
    return max((own, other), key=lambda each: (len(each.days), len(each.hours), len(each.loose)))


def _in(reading: ParsedLine) -> Moments:
    found = Moments([], [], [])
    at = 0
    while at < reading.size:
        clock = clock_at(reading, at)
        if clock and _is_clock(reading, at, clock[1]):
            found.hours.append(clock[0])
            at = clock[1]
            continue
        when = reading.when(at)
        if when and when[0].doubt is None:
            day = when[0].coming if when[0].lean >= 0 else when[0].past
            days = found.days if _has_number(reading, at, when[1]) else found.loose
            if day not in days and (when[1] > at + 1 or not reading.folds[at].isdecimal()):
                days.append(day)
            at = when[1]
            continue
        at += 1
    return found


def _has_number(reading: ParsedLine, at: int, end: int) -> bool:
    """A date, not a day of the week alone."""
    return any(any(char.isdigit() for char in fold) for fold in reading.folds[at:end])


def _is_clock(reading: ParsedLine, at: int, end: int) -> bool:
    """Not the number of a house: an hour says so with its sign, or stands alone."""
    return end > at + 1 or reading.folds[at] in reading.lexicon.clocks


def _name(lines: list[str], dated: set[int]) -> str:
    """What it calls itself; else the first line that is not a day, a place or a link."""
    for each in lines:
        if (found := _LABEL.fullmatch(each)) and found["label"].lower() in _NAMES:
            return line(found["rest"])
    for number, each in enumerate(lines):
        is_place = _LABEL.fullmatch(each) or _PIN.fullmatch(each) or _STREET.search(each)
        if number not in dated and not is_place and not each.lower().startswith(("http", "www.")):
            return line(_SIGN.sub("", each)) or line(each)
    return line(lines[0]) if lines else ""


def _place(lines: list[str]) -> str:
    for each in lines:
        found = _LABEL.fullmatch(each)
        if found and found["label"].lower() in _PLACES:
            return line(found["rest"])
    for pattern in (_PIN, _AT):
        for each in _short(lines):
            if at := pattern.search(each):
                return line(at["rest"])
    return next((line(_SIGN.sub("", each)) for each in _short(lines) if _STREET.search(each)), "")


def _short(lines: list[str]) -> Iterator[str]:
    return (each for each in lines if len(each) <= 120)


def _price(text: str) -> tuple[float | None, str]:
    if found := _COST.search(text):
        amount = (found["a"] or found["b"]).replace(",", ".")
        return float(amount), _CURRENCIES[found["before"] or found["after"]]
    return (0.0, "") if _FREE.search(text) else (None, "")
