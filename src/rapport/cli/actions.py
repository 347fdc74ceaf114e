"""What several commands take: `add` behind the name of a list, and options that settle who is meant."""

import argparse

from django.utils.translation import gettext as _


def add_action(parser: argparse.ArgumentParser, summary: str) -> argparse.ArgumentParser:
    """The parser of `add`; `--data` and `--json` stand before it or after it."""
    actions = parser.add_subparsers(dest="action", metavar="add")
    add = actions.add_parser("add", help=summary, description=summary)
    add.add_argument("--data", metavar="DIR", default=argparse.SUPPRESS, help=_("where the data is"))
    add.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help=_("print one JSON document")
    )
    return add


def add_name_options(parser: argparse.ArgumentParser) -> None:
    """What settles a name without asking."""
    settled = parser.add_argument_group(_("names that could mean several people"))
    settled.add_argument(
        "--is", dest="means", action="append", default=[], metavar="NAME=PERSON",
        help=_("the NAME typed is this PERSON (id or full name)"),
    )  # fmt: skip
    settled.add_argument(
        "--new", action="append", default=[], metavar="NAME", help=_("the NAME typed is someone new")
    )
    settled.add_argument(
        "--skip", action="append", default=[], metavar="NAME", help=_("leave the NAME typed out")
    )
