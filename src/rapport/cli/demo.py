"""rapport demo: a month that someone else lived, in a directory of its own."""

import argparse
import shlex
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rapport import clock
from rapport.cli.output import OK, BadInput, data_folder, print_json, say
from rapport.cli.progress import Progress
from rapport.services.setup import demo, demo_store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--language",
        choices=[code for code, _name in settings.LANGUAGES],
        help=_("the language it is told in"),
    )


def execute(args: argparse.Namespace) -> int:
    fill = _filler(args.language or _spoken())
    if args.data is None:
        folder = Path(settings.DEMO_DATABASE["NAME"]).parent
        demo_store.enter_demo({}, fill)
    else:
        folder = data_folder()
        _fill_here(fill, folder)
    if args.json:
        print_json({"data": folder})
        return OK
    where = shlex.quote(str(folder))
    say(_("The demo is in %(folder)s: March 2019, as a writer in Portland lived it.") % {"folder": folder})
    say(_("Some of it is assumed, and marked as such. Look around with:"))
    say(f"  rapport today --data {where}")
    say(f"  rapport retro --data {where}")
    return OK


def _spoken() -> str:
    return (get_language() or "en")[:2]


def _filler(language: str) -> Callable[[], None]:
    def fill() -> None:
        with Progress() as progress:
            demo.load(at=clock.now(), language=language, progress=progress)

    return fill


def _fill_here(fill: Callable[[], None], folder: Path) -> None:
    try:
        fill()
    except demo.NotEmpty:
        raise BadInput(
            _(
                "%(folder)s holds somebody’s own data. Choose an empty folder for the demo."
                " Nothing was changed."
            )
            % {"folder": folder},
            "not_empty",
        ) from None
