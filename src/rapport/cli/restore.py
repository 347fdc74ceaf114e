"""rapport restore FILE: put a backup in the place of the data, after checking it through."""

import argparse
from datetime import datetime
from importlib import import_module
from pathlib import Path

from django.utils.translation import gettext as _

from rapport import clock
from rapport.cli.backups import as_command_error
from rapport.cli.output import OK, data_folder, print_json, say
from rapport.services.keeping import backups, upgrade
from rapport.services.keeping.sealed import Refused
from rapport.wording.dates import day


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help=_("a file that “rapport backup” made"))


def execute(args: argparse.Namespace) -> int:
    data = data_folder()
    import_module("rapport.config.paths").prepare(data)
    try:
        restored, kept = backups.restore(
            args.file.expanduser().absolute(), data, upgrade.newest_known(), clock.now()
        )
    except Refused as refused:
        raise as_command_error(refused, str(args.file)) from refused
    upgrade.bring_up_to_date(data, clock.now())
    if args.json:
        print_json({"manifest": restored, "kept": kept})
        return OK
    made_at = datetime.fromisoformat(restored.made_at).astimezone()
    say(
        _("The data is as it was on %(day)s at %(hour)s.")
        % {"day": day(made_at.date()), "hour": f"{made_at:%H:%M}"}
    )
    if kept:
        say(_("What was there before is kept in %(file)s.") % {"file": kept})
    return OK
