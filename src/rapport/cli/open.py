"""rapport open: a fresh link to the Rapport that runs."""

import argparse

from django.utils.translation import gettext as _

from rapport.cli.output import CommandError, data_folder
from rapport.cli.serve import show_running
from rapport.services.keeping import serving


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-browser", action="store_true", help=_("print the link, open nothing"))


def execute(args: argparse.Namespace) -> int:
    running = serving.running(data_folder())
    if running is None:
        raise CommandError(_("Rapport does not run. “rapport serve” starts it."), "not_running")
    return show_running(running, as_json=args.json, browser=not args.no_browser)
