"""What argparse says of its own accord, in the reader's language: it looks its words up at each use."""

import argparse
from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, ngettext

WHAT: Final = "%(what)s"  # stands for argparse's nameless placeholder, which no translator could move
SAID: Final[Mapping[str, str | Promise]] = {
    "usage: ": gettext_lazy("usage:"),
    "positional arguments": gettext_lazy("positional arguments"),
    "options": gettext_lazy("options"),
    "show this help message and exit": gettext_lazy("show this help message and exit"),
    "show program's version number and exit": gettext_lazy("show program's version number and exit"),
    "argument %(argument_name)s: %(message)s": gettext_lazy("argument %(argument_name)s: %(message)s"),
    "unrecognized arguments: %s": gettext_lazy("unrecognized arguments: %(what)s"),
    "unexpected option string: %s": gettext_lazy("unexpected option string: %(what)s"),
    "not allowed with argument %s": gettext_lazy("not allowed with argument %(what)s"),
    "ignored explicit argument %r": gettext_lazy("ignored explicit argument “%(what)s”"),
    "the following arguments are required: %s": gettext_lazy(
        "the following arguments are required: %(what)s"
    ),
    "one of the arguments %s is required": gettext_lazy("one of the arguments %(what)s is required"),
    "expected one argument": gettext_lazy("expected one argument"),
    "expected at most one argument": gettext_lazy("expected at most one argument"),
    "expected at least one argument": gettext_lazy("expected at least one argument"),
    "ambiguous option: %(option)s could match %(matches)s": gettext_lazy(
        "ambiguous option: %(option)s could match %(matches)s"
    ),
    "invalid %(type)s value: %(value)r": gettext_lazy("invalid %(type)s value: “%(value)s”"),
    "invalid choice: %(value)r (choose from %(choices)s)": gettext_lazy(
        "invalid choice: “%(value)s” (choose from %(choices)s)"
    ),
}


def speak() -> None:
    """Put our words in the place of argparse's own look-up."""
    for name, look_up in (("_", translated), ("gettext", translated), ("ngettext", plural)):
        if hasattr(argparse, name):
            setattr(argparse, name, look_up)


def translated(message: str) -> str:
    """One message; one that is not known stays as it is."""
    said = SAID.get(message)
    if said is None:
        return message
    space = " " if message.endswith(" ") else ""
    return str(said).replace(WHAT, "%s") + space  # no %r: words in quotes are quoted by the translation


def plural(one: str, many: str, count: int) -> str:
    """The only message of argparse with a number that its user, not its programmer, can meet."""
    if one != "expected %s argument":
        return one if count == 1 else many
    said = ngettext("expected %(what)s argument", "expected %(what)s arguments", count)
    return said.replace(WHAT, "%s")
