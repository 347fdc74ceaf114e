"""rapport asks: whom you asked for an introduction, and what they said."""

import argparse

from django.utils.translation import gettext as _

from rapport.cli.actions import add_action, add_name_options
from rapport.cli.output import OK, print_json, say, show_table
from rapport.cli.session import add_day, open_session, required, text
from rapport.services.asks.pages import AskRow, AsksPage, OpenAsk, listing
from rapport.wording.dates import ago, short_day
from rapport.wording.words import word


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = add_action(parser, _("write down an ask"))
    add.add_argument("person", metavar="PERSON", type=text(200), help=_("whom you asked"))
    add.add_argument(
        "--for", dest="target", default="", type=text(), metavar="TEXT",
        help=_("an introduction to whom or what; nothing means anyone"),
    )  # fmt: skip
    add_day(add, _("the day you asked; today where nothing is said"))
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


def document(page: AsksPage) -> dict[str, object]:
    """Every ask, those that wait with what to do about them."""
    return {
        "total": page.total,
        "counts": dict(page.counts),
        "waiting": [
            {
                **_ask(waiting.ask),
                "waiting_since": waiting.waiting_since,
                "waiting_days": waiting.waiting_days,
                "reminder": waiting.reminder,
                "next_on": waiting.next_on,
            }
            for waiting in page.waiting
        ],
        "answered": [_ask(ask) for ask in page.answered],
    }


def show(page: AsksPage) -> None:
    """Those that wait, those that were answered, and how often each answer came."""
    if not page.total:
        say(_("You have asked nobody yet. “rapport asks add PERSON --for TEXT” writes an ask down."))
        return
    if page.waiting:
        say(_("Waiting"))
        show_table([_waiting_cells(waiting) for waiting in page.waiting])
    if page.answered:
        say(_("Answered"))
        show_table([_answered_cells(ask) for ask in page.answered])
    say()
    say(
        ", ".join(
            _("%(answer)s: %(count)s") % {"answer": word(answer), "count": count}
            for answer, count in page.counts
            if count
        )
    )


def _add(args: argparse.Namespace) -> int:
    from rapport.cli import entries, names  # start-up counts: a list needs neither
    from rapport.domain.quicklog.quicklog import Asked  # the same

    session = open_session(args.on)
    person = required(args.person, what=_("PERSON"))
    statement = Asked(session.today, (names.named(person),), args.target)
    return entries.enter(session, statement, " · ".join(filter(None, (person, args.target))), args)


def _ask(ask: AskRow) -> dict[str, object]:
    return {
        "id": ask.id,
        "on": ask.on,
        "person": ask.person,
        "target": ask.target,
        "wanted": ask.wanted,
        "organisation": ask.organisation,
        "text": ask.text,
        "heard_on": ask.heard_on,
        "answer": ask.answer,
        "answers": ask.answers,
        "introduced": ask.introduced,
        "reminded_on": ask.reminded_on,
        "assumed": ask.assumed,
    }


def _waiting_cells(waiting: OpenAsk) -> tuple[str, ...]:
    ask = waiting.ask
    return (
        "  " + ask.person.name,
        ago(waiting.waiting_days),
        word(ask.answer),
        word(waiting.reminder),
        ask.target,
    )


def _answered_cells(ask: AskRow) -> tuple[str, ...]:
    brought = ", ".join(person.name for person in ask.introduced)
    return (
        "  " + ask.person.name,
        short_day(ask.answered_on or ask.on),
        word(ask.answer),
        brought,
        ask.target,
    )
