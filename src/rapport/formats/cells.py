"""What stands in one field of a record: tidied, shortened for show, and read as a day or a web address."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from unicodedata import is_normalized, normalize

from rapport.domain.days import is_plausible
from rapport.domain.imports.imports import EXCERPT
from rapport.domain.links import web_address
from rapport.domain.text import fold, spared

# Control characters, halves of characters, and what stands for lost ones; \x0b is a line end within a cell.
FORBIDDEN = re.compile("[\x00-\x08\x0c-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")

_ADDRESS = re.compile(r"[^\s<>@,;:\"]+@[^\s<>@,;:\"]+")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_NAMED = (
    re.compile(
        r"(?P<day>\d{1,2})(?:er|st|nd|rd|th|\.)?[ -](?:de |of )?(?P<name>[^\W\d]+)\.?,?[ -](?:de )?"
        r"(?P<year>\d{4})"
    ),
    re.compile(r"(?P<name>[^\W\d]+)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})"),
)
_NUMBERS = re.compile(r"(\d{1,2})([/.])(\d{1,2})[/.](\d{4}|\d{2})")
_CLOCK = re.compile(
    r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([AaPp])?\.?\s*(?:[Mm]\.?)?\s*(?:UTC|GMT|Z)?"
)
_CENTURY = 70  # a year of two digits below it lies in this century, as spreadsheets have it


def tidy(text: str) -> str:
    """The text in NFC, without control characters, trimmed; its lines stay lines."""
    if not text.isascii() or not text.isprintable():
        if "\r" in text or "\x0b" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
        if FORBIDDEN.search(text):
            text = spared(text)
        if not is_normalized("NFC", text):
            text = normalize("NFC", text)
    return text.strip()


def one_line(text: str) -> str:
    """The same as `tidy`, on one line: names, roles, cities."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()  # what nearly all cells are
    text = tidy(text)
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


def excerpt(text: str) -> str:
    """How a refused record begins, for show."""
    return " ".join(spared(text[: 4 * EXCERPT]).split())[:EXCERPT]


def mail_address(text: str) -> str | None:
    """The address in a cell ("mailto:ana@x.org", "Ana <ana@x.org>"); None when there is none, or several."""
    if "@" not in text:
        return None
    bare = text.strip()
    if _ADDRESS.fullmatch(bare):
        return bare
    found = _ADDRESS.findall(bare.removeprefix("mailto:"))
    return found[0] if len(found) == 1 else None


def link(text: str) -> str | None:
    """The web address in a cell, with its scheme; None when it is none."""
    text = text.strip()
    return web_address(text) if text and "@" not in text else None


@lru_cache(maxsize=4096)
def a_day(text: str, *, month_first: bool = False) -> date | None:
    """A day as exports write it: 2026-03-05, 05 Mar 2026, 5 mars 2026, March 5, 2026, 05/03/2026."""
    text = " ".join(text.split())
    found = _ISO.fullmatch(text)
    if found:
        return _date(*(int(part) for part in found.groups()))
    for pattern in _NAMED:
        found = pattern.fullmatch(text)
        if found:
            month = _months().get(fold(found["name"]))
            return _date(int(found["year"]), month, int(found["day"])) if month else None
    found = _NUMBERS.fullmatch(text)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if year < 100:
        year += 2000 if year < _CENTURY else 1900
    swap = month_first and found[2] == "/"
    month, day = (first, second) if swap else (second, first)
    return _date(year, month, day) or _date(year, day, month)


@cache
def _months() -> dict[str, int]:
    """By their names in five languages; most files need none, and the lexicons take time to load."""
    from rapport.formats.quicklog.lexicon_en import ENGLISH
    from rapport.formats.quicklog.lexicon_fr import FRENCH

    return {
        **ENGLISH.months,
        **FRENCH.months,
        "jan": 1, "fev": 2, "mrz": 3, "mai": 5, "okt": 10, "dez": 12,
        "januar": 1, "februar": 2, "marz": 3, "juni": 6, "juli": 7, "oktober": 10, "dezember": 12,
        "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8,
        "septiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12, "ene": 1, "abr": 4, "ago": 8,
        "dic": 12,
    }  # fmt: skip


def _date(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if is_plausible(found) else None


def a_moment(text: str, *, month_first: bool = False) -> datetime | None:
    """A day and a time in UTC: "2026-03-05 09:30:00 UTC", "3/5/26, 9:30 AM"."""
    text = " ".join(text.replace("\u202f", " ").replace("T", " ").split())  # "9:30\u202fAM"
    for found in _CLOCK.finditer(text):
        day = a_day(text[: found.start()].rstrip(" ,"), month_first=month_first)
        hour = int(found[1])
        if found[4]:
            hour = hour % 12 + (12 if found[4] in "Pp" else 0)
        if day is None or hour > 23 or int(found[2]) > 59 or int(found[3] or 0) > 59:
            return None
        return datetime(day.year, day.month, day.day, hour, int(found[2]), int(found[3] or 0), tzinfo=UTC)
    return None


def listed(text: str, separators: str = ",;") -> list[str]:
    """The items of a cell that holds several, each tidied; empty ones left out."""
    for separator in separators[1:]:
        text = text.replace(separator, separators[0])
    return [item for part in text.split(separators[0]) if (item := one_line(part))]


def once(items: Iterable[str]) -> tuple[str, ...]:
    """The same items in their order, each once; empty ones left out."""
    return tuple(dict.fromkeys(item for item in items if item))


def day_is_unclear(text: str) -> bool:
    """Whether a date may be read two ways: 05/03/2026, day or month first?"""
    found = _NUMBERS.fullmatch(" ".join(text.split()))
    if not found or found[2] != "/":
        return False
    first, second = int(found[1]), int(found[3])
    return first != second and max(first, second) <= 12
