"""Fields of a draft, checked before anything is written: cleaned values out, or Invalid."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from rapport.domain.days import is_plausible
from rapport.domain.text import BadText, clean
from rapport.services.errors import Invalid, Problem

NAME = 200  # characters, as the columns hold
LINE = 400
TEXT = 100_000  # a long evening's notes; a column has no limit, a page does


def text(field: str, value: str, limit: int = TEXT, *, required: bool = False) -> str:
    """Trimmed, in NFC, with plain line ends."""
    try:
        said = clean(value.replace("\r\n", "\n").replace("\r", "\n")).strip()
    except BadText as error:
        raise Invalid(field, Problem.BAD_TEXT) from error
    if required and not said:
        raise Invalid(field, Problem.REQUIRED)
    if len(said) > limit:
        raise Invalid(field, Problem.TOO_LONG)
    return said


def line(field: str, value: str, limit: int = LINE, *, required: bool = False) -> str:
    """One line: runs of white space become one space."""
    return text(field, " ".join(value.split()), limit, required=required)


def tags(field: str, values: Iterable[str]) -> str:
    """As stored: " vr new-city ", each once, without # or inner spaces."""
    words = ["-".join(value.strip().lstrip("#").split()) for value in values]
    said = dict.fromkeys(line(field, word, 60) for word in words if word)
    return f" {' '.join(said)} " if said else ""


def number(field: str, value: int | None, low: int, high: int) -> int | None:
    if value is not None and not low <= value <= high:
        raise Invalid(field, Problem.OUT_OF_RANGE)
    return value


def day(field: str, value: date) -> date:
    """A day that something can have happened on."""
    if not is_plausible(value):
        raise Invalid(field, Problem.OUT_OF_RANGE)
    return value


def not_before(field: str, value: date | None, start: date | None) -> date | None:
    if value is not None:
        day(field, value)
    if value is not None and start is not None and value < start:
        raise Invalid(field, Problem.TOO_EARLY)
    return value


def owned(field: str, model: Any, owner_id: UUID, *ids: UUID | None) -> None:
    """Every id given names a live row of this owner."""
    wanted = {pk for pk in ids if pk is not None}
    if wanted and model.objects.of(owner_id).live().filter(pk__in=wanted).count() < len(wanted):
        raise Invalid(field, Problem.UNKNOWN)
