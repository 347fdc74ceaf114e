"""rapport backup FILE: a checked copy of everything, in one file."""

import argparse
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport import clock
from rapport.cli.backups import as_command_error
from rapport.cli.output import OK, print_json, say
from rapport.services.keeping import backups
from rapport.services.keeping.sealed import Refused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", type=Path, help=_("where to write it, for example rapport.zip")
    )


def execute(args: argparse.Namespace) -> int:
    file: Path = args.file.expanduser().absolute()
    try:
        manifest = backups.backup(file, clock.now())
    except Refused as refused:
        raise as_command_error(refused, str(args.file)) from refused
    if args.json:
        print_json({"file": file, "manifest": manifest})
        return OK
    people = manifest.tables.get("rapport_person", 0)
    say(_("Everything is in %(file)s, read back and checked.") % {"file": file})
    say(
        ngettext("It holds %(count)s person.", "It holds %(count)s people.", people) % {"count": people}
        + " "
        + _("Keep it somewhere safe: it is not encrypted.")
    )
    return OK
