"""rapport help: promises, help given and received, who looks for what."""

import argparse

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.cli.actions import add_action, add_name_options
from rapport.cli.output import OK, BadInput, print_json, say, show_table
from rapport.cli.session import add_day, day, open_session, required, text
from rapport.services.giving.pages import GivePage, HelpRow, NeedRow, OfferRow, Promise, listing
from rapport.wording.dates import short_day
from rapport.wording.giving import because, suggestion


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = add_action(parser, _("write down help, or a promise of it"))
    add.add_argument("person", metavar="PERSON", type=text(200), help=_("whom it is about"))
    add.add_argument("what", metavar="WHAT", nargs="+", type=text(), help=_("what it is"))
    add.add_argument("--received", action="store_true", help=_("they help you; else you help them"))
    add.add_argument("--promised", action="store_true", help=_("promised, and not given yet"))
    add.add_argument("--due", type=day, metavar="DATE", help=_("the day it was promised for"))
    add_day(add, _("the day of it; today where nothing is said"))
    add_name_options(add)


def execute(args: argparse.Namespace) -> int:
    if args.action == "add":
        return _add(args)
    session = open_session()
    page = listing(session.owner.id, session.today)
    if args.json:
        print_json(page)
    else:
        show(page)
    return OK


def show(page: GivePage) -> None:
    """What is promised, who looks for what, and how much went each way."""
    _part(_("You promised"), [_promise_cells(promise) for promise in page.i_owe])
    _part(_("Promised to you"), [_promise_cells(promise) for promise in page.owed_to_me])
    _part(_("They look for"), [_want_cells(need) for need in page.their_needs if need.met_on is None])
    _part(_("They can give"), [_want_cells(offer) for offer in page.their_offers])
    _part(_("You look for"), [("  " + need.what,) for need in page.my_needs if need.met_on is None])
    _part(_("You can give"), [("  " + offer.what,) for offer in page.my_offers])
    _part(_("Given"), [_help_cells(given) for given in page.given])
    _part(_("Received"), [_help_cells(received) for received in page.received])
    for found in page.suggestions:
        say(suggestion(found))
        say("  " + because(found))
    say(
        ngettext("Help given: %(given)s time,", "Help given: %(given)s times,", page.balance.given)
        % {"given": page.balance.given}
        + " "
        + ngettext("received: %(received)s time.", "received: %(received)s times.", page.balance.received)
        % {"received": page.balance.received}
    )


def _part(heading: str, rows: list[tuple[str, ...]]) -> None:
    if rows:
        say(heading)
        show_table(rows)


def _add(args: argparse.Namespace) -> int:
    from rapport.cli import entries, names  # start-up counts: a list needs neither
    from rapport.domain.quicklog.quicklog import Helped, Promised  # the same

    session = open_session(args.on)
    person = required(args.person, what=_("PERSON"))
    what = required(" ".join(args.what).strip(), what=_("WHAT"))
    if args.due and not args.promised:
        raise BadInput(_("--due goes with --promised."), "usage")
    if args.due and args.due < session.today:
        raise BadInput(_("--due lies before the day of the promise."), "too_early")
    people, by_me = (names.named(person),), not args.received
    statement = (
        Promised(session.today, people, what, by_me, args.due)
        if args.promised
        else Helped(session.today, people, what, by_me)
    )
    return entries.enter(session, statement, f"{person} · {what}", args)


def _promise_cells(promise: Promise) -> tuple[str, ...]:
    due = promise.help.due_on
    return ("  " + promise.help.person.name, promise.help.what, short_day(due) if due else "")


def _help_cells(help_: HelpRow) -> tuple[str, ...]:
    return ("  " + help_.person.name, help_.what, short_day(help_.on))


def _want_cells(row: NeedRow | OfferRow) -> tuple[str, ...]:
    return ("  " + (row.person.name if row.person else ""), row.what)
