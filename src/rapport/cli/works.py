"""rapport works: what you tried, what came of it, and how sure that is."""

import argparse
from typing import Any

from django.utils.translation import gettext as _

from rapport.cli.output import OK, print_json, say
from rapport.cli.session import add_day, open_session
from rapport.services.coach import coaching, works
from rapport.services.coach.works import Week, Works
from rapport.wording import week as week_words
from rapport.wording import works as words
from rapport.wording.phrases import labelled


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_day(parser, _("the day to look from; today where nothing is said"))
    parser.add_argument(
        "--forget", action="store_true", help=_("begin anew: what was tried so far is learned from no more")
    )


def execute(args: argparse.Namespace) -> int:
    session = open_session(args.on)
    owner_id = session.owner.id
    if args.forget:
        coaching.forget(owner_id, session.today, at=session.now)
    if args.json:
        print_json(works.export(owner_id, session.today, at=session.now))
        return OK
    if args.forget:
        say(_("Forgotten. What happened stays written down; “rapport undo” brings it back."))
    show(works.open_works(owner_id, session.today), works.week(owner_id, session.today))
    return OK


def show(found: Works, week: Week) -> None:
    """The last week; each kind, the best for its time first; then the hours, and before against since."""
    say(words.lead(found))
    if found.tried:
        say()
        for line in week_words.told(week):
            say(line)
    for one in found.ranked:
        cells = words.row(one)
        say()
        say(cells["name"])
        for label, text in _facts(cells):
            say("  " + labelled(label, text))
    for line in (*map(words.hours, found.hours), *map(words.compared, found.compared)):
        say()
        say(line)


def _facts(cells: dict[str, Any]) -> list[tuple[str, str]]:
    before = f" ({cells['remembered']})" if cells["remembered"] else ""
    facts = [
        (_("Tried"), cells["tried"] + before),
        (_("Connections"), cells["came"]),
        (_("To expect of one"), cells["expected"]),
        (_("Minutes"), cells["minutes"]),
    ]
    return [*facts, *([(_("Energy after, of 5"), cells["energy"])] if cells["energy"] else [])]
