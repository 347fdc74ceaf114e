"""rapport introductions: who is brought together with whom, and what is next."""

import argparse
from datetime import date

from django.utils.translation import gettext as _

from rapport.cli.output import OK, print_json, say, show_table
from rapport.cli.session import open_session
from rapport.services.asks.introduction_pages import Agenda, Open, agenda
from rapport.wording import introductions as words
from rapport.wording.dates import ago


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none of its own."""


def execute(args: argparse.Namespace) -> int:
    session = open_session()
    found = agenda(session.owner.id, session.today)
    if args.json:
        print_json(document(found))
    else:
        show(found, session.today)
    return OK


def document(found: Agenda) -> dict[str, object]:
    """Every introduction by what is next; the newest 50 of those with nothing next."""
    return {
        "mine": [_one(each) for each in found.mine],
        "waiting": [_one(each) for each in found.waiting],
        "over": [_one(each) for each in found.over],
        "total_over": found.paging.total,
    }


def show(found: Agenda, today: date) -> None:
    """Yours to do, with others, and what there was."""
    parts = (
        (_("Yours to do"), found.mine),
        (_("With others"), found.waiting),
        (_("What there was"), found.over),
    )
    for title, rows in parts:
        if rows:
            say(title)
            show_table([_cells(each, today) for each in rows])
    if not any(rows for _title, rows in parts):
        say(_("No introduction yet. Who should meet whom?"))


def _one(each: Open) -> dict[str, object]:
    row = each.row
    return {
        "id": row.id,
        "on": row.on,
        "introducer": row.introducer,
        "person": row.person,
        "other": row.other,
        "role": row.role,
        "step": each.now.step,
        "next": each.next,
        "why": row.why,
        "met_on": each.met_on,
        "assumed": row.assumed,
    }


def _cells(each: Open, today: date) -> tuple[str, ...]:
    return (
        "  " + words.title(each.row),
        words.role(each.row),
        ago(max(0, (today - each.row.on).days)),
        words.todo(each) or words.because(each, today),
    )
