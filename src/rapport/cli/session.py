"""Whose data this is and which day they live; dates, numbers and names as typed on the command line."""

import argparse
from collections.abc import Callable
from datetime import date, datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rapport import clock
from rapport.cli.output import BadInput
from rapport.domain.days import is_plausible
from rapport.domain.text import BadText, clean
from rapport.domain.values import dataclass
from rapport.services import owners
from rapport.services.owners import OwnerView


@dataclass(frozen=True, slots=True)
class Session:
    """One command's owner, day, instant and language."""

    owner: OwnerView
    today: date
    now: datetime
    language: str  # "en" or "fr"


def open_session(on: date | None = None) -> Session:
    """The owner of this data; `on` or else the day they live, which stands still in a demo."""
    owner = owners.local_owner()
    today = on or clock.owners_day(owner)
    return Session(owner, today, clock.now(), (get_language() or "en")[:2])


def add_day(parser: argparse.ArgumentParser, help_text: str) -> None:
    """--on DATE, where nothing said means today."""
    parser.add_argument("--on", metavar="DATE", type=day, help=help_text)


def day(typed: str) -> date:
    """2019-03-15; BadInput for anything else, for days that no month has, and for those nobody lives."""
    try:
        if len(typed) != len("2019-03-15") or not is_plausible(found := date.fromisoformat(typed)):
            raise ValueError
        return found
    except ValueError:
        raise BadInput(
            _("There is no day “%(typed)s”. Write a day like this: 2019-03-15.") % {"typed": typed[:40]},
            "bad_date",
        ) from None


def number(low: int, high: int) -> Callable[[str], int]:
    """A reader of whole numbers between the two."""

    def read(typed: str) -> int:
        if typed.isascii() and typed.isdigit() and len(typed) < 10 and low <= int(typed) <= high:
            return int(typed)
        raise BadInput(
            _("“%(typed)s” should be a whole number from %(low)s to %(high)s.")
            % {"typed": typed[:40], "low": low, "high": high},
            "bad_number",
        )

    return read


def text(longest: int = 400) -> Callable[[str], str]:
    """A reader of one line of text, of so many characters at most."""

    def read(typed: str) -> str:
        try:
            said = clean(" ".join(typed.split()))
        except BadText as bad:
            raise bad_text(bad) from None
        if len(said) > longest:
            raise BadInput(
                _("That is longer than %(longest)s characters: “%(start)s…”.")
                % {"longest": longest, "start": said[:40]},
                "too_long",
            )
        return said

    return read


def required(typed: str, *, what: str) -> str:
    """The text, unless there is nothing in it."""
    if not typed:
        raise BadInput(_("%(what)s: nothing is written there.") % {"what": what}, "empty")
    return typed


def bad_text(bad: BadText) -> BadInput:
    """A control character, or bytes that are no text in this encoding."""
    if 0xD800 <= bad.code_point <= 0xDFFF:
        sentence = _("Character %(position)s is no text: it was not written as UTF-8. Nothing was saved.")
    else:
        sentence = _("Character %(position)s is a control character (%(character)s). Nothing was saved.")
    facts = {"position": bad.position + 1, "character": f"U+{bad.code_point:04X}"}
    return BadInput(sentence % facts, "bad_text", **facts)
