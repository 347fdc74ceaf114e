"""rapport pitches: the dream list, what is on its way, and what came of it."""

import argparse

from django.utils.translation import gettext as _

from rapport.cli.actions import add_action, add_name_options
from rapport.cli.output import OK, BadInput, plain, print_json, say, show_table
from rapport.cli.session import add_day, day, number, open_session, required, text
from rapport.domain.pitches import Stage
from rapport.services.pitch_pages import PitchCard, PitchesPage, listing
from rapport.wording.dates import short_day
from rapport.wording.pitches import came_of_it
from rapport.wording.words import heading

YES_NO = {"yes": True, "no": False}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = add_action(parser, _("write down a pitch, or take it a stage further"))
    add.add_argument("organisation", metavar="ORG", type=text(200), help=_("to whom"))
    add.add_argument(
        "--stage", choices=[str(stage) for stage in Stage], default=Stage.DREAM,
        help=_("how far it is; a dream where nothing is said"),
    )  # fmt: skip
    add.add_argument("--to", type=text(200), metavar="PERSON", help=_("the person there"))
    add.add_argument("--fright", type=number(1, 5), metavar="N", help=_("from 1 (easy) to 5 (terrifying)"))
    add.add_argument("--hopeful", choices=list(YES_NO), help=_("do you expect an answer?"))
    add.add_argument("--due", type=day, metavar="DATE", help=_("the day of the call, or of the next step"))
    add_day(add, _("the day it got there; today where nothing is said"))
    add_name_options(add)


def execute(args: argparse.Namespace) -> int:
    if args.action == "add":
        return _add(args)
    session = open_session()
    page = listing(session.owner.id, session.today)
    if args.json:
        print_json(document(page))
    else:
        show(page)
    return OK


def document(page: PitchesPage) -> dict[str, object]:
    """Every pitch, and what came of those sent."""
    pitches = [{**plain(card.pitch), "nudge_on": card.nudge_on, "is_due": card.is_due} for card in page.cards]
    return {"pitches": pitches, "came_of_it": page.came_of_it}


def show(page: PitchesPage) -> None:
    """Stage by stage; what is still a dream goes from easy to scary."""
    if not page.cards:
        say(_("No pitch yet. “rapport pitches add ORG” puts one on the list."))
        return
    for column in page.columns:
        cards = page.dreams if column.stage is Stage.DREAM else column.cards
        found = [card for card in cards if card.pitch.stage is column.stage]
        if found:
            say(heading(column.stage))
            show_table([_cells(card) for card in found])
    share = page.came_of_it
    if share.tried:
        say()
        say(came_of_it(share))


def _add(args: argparse.Namespace) -> int:
    from rapport.cli import entries, names  # start-up counts: a list needs neither
    from rapport.domain.quicklog import Pitched, Span  # the same

    session = open_session(args.on)
    organisation = required(args.organisation, what=_("ORG"))
    if args.due and args.due < session.today:
        raise BadInput(_("--due lies before the day of the pitch."), "too_early")
    statement = Pitched(
        session.today,
        organisation,
        Span(0, len(organisation)),
        Stage(args.stage),
        person=names.named(args.to) if args.to else None,
        fright=args.fright,
        hopeful=YES_NO[args.hopeful] if args.hopeful else None,
        due=args.due,
    )
    return entries.enter(session, statement, organisation, args)


def _cells(card: PitchCard) -> tuple[str, ...]:
    pitch = card.pitch
    since = short_day(pitch.stage_on) if pitch.stage_on else ""
    fright = _("scary %(figure)s of 5") % {"figure": pitch.fright} if pitch.fright else ""
    due = _("next step %(day)s") % {"day": short_day(pitch.due)} if pitch.due else ""
    nudge = _("time to write again") if card.is_due and not pitch.due else ""
    return ("  " + pitch.organisation, since, fright, due or nudge, pitch.person.name if pitch.person else "")
