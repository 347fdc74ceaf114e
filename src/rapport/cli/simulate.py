"""rapport simulate: a pace tried on made-up people before you choose it. A model, not a forecast."""

import argparse

from django.utils.translation import gettext as _

from rapport.cli.output import OK, print_json, say
from rapport.cli.progress import Progress
from rapport.cli.session import number, open_session
from rapport.services.coach import simulate
from rapport.services.coach.simulate import DAYS, Outcome, Pace
from rapport.wording import simulate as words

MOST_HOURS = 60
MOST_PEOPLE = 500
MOST_SEED = 999_999_999


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--pace", choices=[pace.value.replace("_", "-") for pace in Pace], metavar="P",
        help=_("one pace alone: gentler, usual or all-hours; else all of them side by side"),
    )  # fmt: skip
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--weeks", type=number(1, 12), metavar="N", help=_("how many weeks; 4 at first"))
    length.add_argument("--days", type=number(*DAYS), metavar="N", help=_("how many days"))
    parser.add_argument(
        "--hours", type=number(1, MOST_HOURS), metavar="N", help=_("hours a week; else those you named")
    )
    parser.add_argument("--people", type=number(2, MOST_PEOPLE), metavar="N", help=_("how many people"))
    parser.add_argument(
        "--seed", type=number(0, MOST_SEED), metavar="N", default=0, help=_("other people, other luck")
    )


def execute(args: argparse.Namespace) -> int:
    """Ctrl-C ends it; nothing is written down."""
    session = open_session()
    minutes = args.hours * 60 if args.hours else session.owner.weekly_minutes
    days = args.days or (args.weeks or 4) * 7
    paces = (Pace(args.pace.replace("-", "_")),) if args.pace else tuple(Pace)
    with Progress() as progress:
        outcomes = simulate.simulate(
            minutes, days, paces, people=args.people, seed=args.seed, progress=progress
        )
    if args.json:
        print_json({"is_a_model": True, "weekly_minutes": minutes, "seed": args.seed, "paces": outcomes})
    else:
        show(outcomes)
    return OK


def show(outcomes: tuple[Outcome, ...]) -> None:
    """Each pace with its figures, and how it compares."""
    say(str(words.A_MODEL))
    for one in outcomes:
        cells = words.row(one)
        say()
        say(cells["name"])
        say("  " + _("Connections: %(connections)s; four in five people had %(between)s.") % cells)
        lived = _("Gave up: %(dropped)s. Energy: %(energy)s of 5. Hours a week, really: %(minutes)s.")
        say("  " + lived % cells)
    for line in words.told(outcomes):
        say()
        say(line)
