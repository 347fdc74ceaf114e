"""rapport feeds: calendars you follow; added, and read again."""

import argparse
from typing import Any

from django.utils.translation import gettext as _

from rapport.cli.actions import add_action
from rapport.cli.output import FAILED, OK, BadInput, CommandError, print_json, say, show_table
from rapport.cli.session import Session, open_session, text
from rapport.services.errors import Invalid, Problem
from rapport.services.feeds import subscriptions
from rapport.services.feeds.subscriptions import AnnouncedRow, Draft, FeedRow
from rapport.wording import subscriptions as words
from rapport.wording.dates import short_day
from rapport.wording.phrases import labelled
from rapport.wording.questions import problem

SHOWN = 5  # announced dates of a feed that was just added


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--refresh", action="store_true", help=_("read all of them again, now"))
    add = add_action(parser, _("follow a calendar: it is read at once"))
    add.add_argument("url", metavar="URL", type=text(1000), help=_("its address: iCal, RSS or a web page"))
    add.add_argument("--name", type=text(200), default="", help=_("what you call it"))
    add.add_argument("--city", type=text(200), default="", help=_("where its gatherings are"))
    add.add_argument("--local", action="store_true", help=_("it is on my own network, and may be read"))


def execute(args: argparse.Namespace) -> int:
    if args.action == "add":
        return _add(args)
    session = open_session()
    failed = _refresh(session, quiet=args.json) if args.refresh else []
    rows = subscriptions.listing(session.owner.id, session.today)
    if args.json:
        print_json({"feeds": rows})
    else:
        show(rows)
    return FAILED if failed else OK


def show(rows: tuple[FeedRow, ...]) -> None:
    """Each with what it announces, or what is the matter."""
    if not rows:
        say(_("You follow no calendar yet. “rapport feeds add URL” follows one."))
        return
    show_table([(row.name, words.kind(row.kind), _state(row)) for row in rows])
    for row in rows:
        if row.problem:
            said = words.problem(row.problem, row.detail)
            say(labelled(row.name, f"{said} {words.advice(row.problem)}"))


def _state(row: FeedRow) -> str:
    return _("paused") if row.is_paused else words.ahead(row)


def _refresh(session: Session, *, quiet: bool) -> list[Any]:
    """Those that could not be read."""
    _refuse_demo(session)
    from rapport.services.feeds import feeds  # it opens connections: loaded only when one is asked for

    outcomes = feeds.refresh_all(session.owner.id, at=session.now, today=session.today)
    names = {row.id: row.name for row in subscriptions.listing(session.owner.id, session.today)}
    for outcome in outcomes if not quiet else ():
        if outcome.problem is None:
            say(labelled(names[outcome.feed_id], words.brought(outcome.kept)))
        for told in words.left_out(outcome.left_out):
            say(f"  {told}")
    return [outcome for outcome in outcomes if outcome.problem]


def _add(args: argparse.Namespace) -> int:
    from rapport.services.feeds import feeds  # the same

    session = open_session()
    _refuse_demo(session)
    draft = Draft(args.url, args.name, args.city, args.local)
    try:
        added = feeds.add(session.owner.id, draft, at=session.now, today=session.today)
    except Invalid as invalid:
        said = _("You follow this one already.") if invalid.code is Problem.TAKEN else problem(invalid.code)
        raise BadInput(said, invalid.code) from None
    except feeds.Unreadable as unreadable:
        raise _unreadable(unreadable) from None
    page = subscriptions.read(session.owner.id, added.saved.id, session.today)
    if args.json:
        document = {"id": added.saved.id, "batch_id": added.saved.batch_id}
        print_json(
            document | {"feed": page.feed, "announced": page.announced, "told": added.outcome.kept.told}
        )
        return OK
    say(words.added(added.outcome.kept) + " " + _("“rapport undo” takes it back."))
    show_table([_cells(row) for row in page.announced[:SHOWN]])
    for told in words.left_out(added.outcome.left_out):
        say(told)
    return OK


def _cells(row: AnnouncedRow) -> tuple[str, ...]:
    return ("  " + row.name, short_day(row.on), _("online") if row.is_online else row.place or row.city)


def _unreadable(found: Any) -> CommandError:
    """What is the matter, what helps, and where else its page points to."""
    said = [words.problem(found.problem, found.detail), words.advice(found.problem)]
    if found.feeds:
        said.append(_("This page points to: %(feeds)s") % {"feeds": ", ".join(found.feeds)})
    return CommandError(" ".join(said), str(found.problem))


def _refuse_demo(session: Session) -> None:
    if session.owner.is_demo:
        raise CommandError(_("This is the demo: it stands still, and reads nothing from outside."), "demo")
