"""Single fields as typed, read or refused with a code."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from rapport.domain.days import is_plausible
from rapport.domain.text import BadText, clean, fold


class Wrong(StrEnum):
    """Why a change cannot be taken."""

    NOT_A_DATE = "not_a_date"
    IN_THE_FUTURE = "in_the_future"
    OUT_OF_RANGE = "out_of_range"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    BAD_TEXT = "bad_text"
    UNKNOWN = "unknown"
    NOTHING_LEFT = "nothing_left"
    OVERTAKEN = "overtaken"  # what was shown is no longer the last thing done


class Refused(Exception):
    """A field that cannot be read, and why."""

    def __init__(self, why: Wrong) -> None:
        super().__init__(why.value)
        self.why = why


def date_of(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Refused(Wrong.NOT_A_DATE) from None
    if not is_plausible(day):
        raise Refused(Wrong.NOT_A_DATE)
    return day


def number(low: int, high: int) -> Callable[[str], int | None]:
    def read(text: str) -> int | None:
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) < 10 and low <= int(text) <= high):
            raise Refused(Wrong.OUT_OF_RANGE)
        return int(text)

    return read


def text_of(longest: int, *, needed: bool = False) -> Callable[[str], str]:
    def read(text: str) -> str:
        try:
            text = clean(text).strip()
        except BadText:
            raise Refused(Wrong.BAD_TEXT) from None
        if len(text) > longest:
            raise Refused(Wrong.TOO_LONG)
        if needed and not fold(text).strip():
            raise Refused(Wrong.EMPTY)
        return text

    return read


def one_of(codes: type[StrEnum]) -> Callable[[str], StrEnum]:
    def read(text: str) -> StrEnum:
        try:
            return codes(text)
        except ValueError:
            raise Refused(Wrong.UNKNOWN) from None

    return read


def yes_no(text: str) -> bool | None:
    try:
        return {"yes": True, "no": False, "": None}[text]
    except KeyError:
        raise Refused(Wrong.UNKNOWN) from None


def due(text: str) -> date | None:
    return date_of(text) if text else None
