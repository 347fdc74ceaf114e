"""rapport work: what the browser's imports run in; by hand, it goes on with those that were interrupted."""

import argparse
from uuid import UUID

from django.utils.translation import gettext as _

from rapport import clock
from rapport.cli.output import OK, BadInput, data_folder, print_json, say
from rapport.cli.session import open_session
from rapport.services.imports import jobs


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", nargs="?", help=_("one import; else all that wait"))


def execute(args: argparse.Namespace) -> int:
    session = open_session()
    waiting = [_id(args.id)] if args.id else [
        view.id
        for view in jobs.recent(session.owner.id, data_folder(), limit=100)
        if view.state in (jobs.State.READING, jobs.State.APPLYING) and not view.is_at_work
    ]  # fmt: skip
    done = []
    for import_id in waiting:
        try:
            view = jobs.work(session.owner.id, data_folder(), import_id, now=clock.now, today=session.today)
        except LookupError:
            raise BadInput(_("There is no import %(id)s.") % {"id": import_id}, "no_such_import") from None
        done.append({"id": view.id, "state": view.state})
    if args.json:
        print_json({"imports": done})
    elif not done:
        say(_("Nothing waits."))
    for one in done if not args.json else ():
        say(f"{one['id']}: {one['state']}")
    return OK


def _id(typed: str) -> UUID:
    try:
        return UUID(typed)
    except ValueError:
        raise BadInput(_("There is no import %(id)s.") % {"id": typed[:40]}, "no_such_import") from None
