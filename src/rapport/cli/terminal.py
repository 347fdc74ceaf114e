"""Asking the person at the terminal; never when the output goes to a program."""

import sys
from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rapport.cli.output import BadInput, CommandError, clean, say


class Cancelled(CommandError):
    """The person said no, or closed the terminal; nothing was saved."""

    def __init__(self) -> None:
        super().__init__(_("Nothing was saved."), "cancelled")


def not_confirmed() -> BadInput:
    """There is nobody to ask, and nobody said yes before."""
    return BadInput(_("Add --yes to save this without being asked. Nothing was saved."), "not_confirmed")


def somebody_is_there(*, as_json: bool) -> bool:
    """Whether questions can be asked and answered."""
    return not as_json and sys.stdin.isatty() and sys.stdout.isatty()


def ask(prompt: str) -> str:
    """One line; a closed terminal cancels."""
    print(clean(prompt), end=" ", flush=True)  # input() itself would write it to standard error
    try:
        return input().strip()
    except EOFError:
        say()
        raise Cancelled from None


def confirm(prompt: str) -> bool:
    """Yes unless the answer begins with a no."""
    choices = pgettext("yes or no, yes being taken for granted", "[Y/n]")
    answer = ask(f"{prompt} {choices}").casefold()
    return not answer.startswith(pgettext("first letter of no", "n"))


def choose(question: str, options: Sequence[str]) -> int:
    """The place of the option whose number was typed; asks until it is one of them."""
    say(question)
    for number, option in enumerate(options, start=1):
        say(f"  {number}  {option}")
    while True:
        typed = ask(_("Number:"))
        if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(options):
            return int(typed) - 1
