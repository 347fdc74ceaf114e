"""rapport people: everybody, or those a few words fit."""

import argparse
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.cli.output import OK, print_json, say, show_table
from rapport.cli.session import Session, number, open_session
from rapport.services.people_pages import PeopleFilter, PersonRow, Sort, listing

USUAL = 50  # people
MOST = 1_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "query", nargs="*", metavar="QUERY", help=_("words that must be in the name, city, note, tags …")
    )
    parser.add_argument("--tag", default="", help=_("only people with this tag"))
    parser.add_argument("--city", default="", help=_("only people in this city"))
    parser.add_argument(
        "--connections", action="store_true", help=_("only those who counted in your challenge")
    )
    parser.add_argument(
        "--sort", choices=[str(sort) for sort in Sort], default=Sort.NAME, help=_("by name, unless you say")
    )
    parser.add_argument(
        "--limit", type=number(1, MOST), default=USUAL, metavar="N",
        help=_("how many at most; %(usual)s where nothing is said") % {"usual": USUAL},
    )  # fmt: skip


def execute(args: argparse.Namespace) -> int:
    session = open_session()
    wanted = PeopleFilter(
        search=" ".join(args.query),
        tag=args.tag.strip().lstrip("#"),
        city=args.city.strip(),
        only_connections=args.connections,
        challenge_id=_challenge(session) if args.connections else None,
        sort=Sort(args.sort),
    )
    rows, total = _first(session.owner.id, wanted, args.limit)
    if args.json:
        print_json({"total": total, "people": rows})
        return OK
    show_table([_cells(row) for row in rows])
    if not rows:
        say(
            _("Nobody fits.")
            if any((args.query, args.tag, args.city, args.connections))
            else _("Nobody is here yet.")
        )
    elif len(rows) < total:
        say(
            ngettext("%(shown)s of %(total)s person.", "%(shown)s of %(total)s people.", total)
            % {"shown": len(rows), "total": total}
            + " "
            + _("--limit shows more.")
        )
    return OK


def _challenge(session: Session) -> UUID | None:
    """The challenge that runs, is to come, or ended last."""
    from rapport.services import challenge  # start-up counts: most lists need no challenge

    found = challenge.current(session.owner.id, session.today)
    return found.id if found else None


def _first(owner_id: UUID, wanted: PeopleFilter, limit: int) -> tuple[list[PersonRow], int]:
    """So many of them, and how many there are in all."""
    found = listing(owner_id, wanted, page=1)
    rows = list(found.rows)
    while len(rows) < limit and found.paging.has_next:
        found = listing(owner_id, wanted, page=found.paging.page + 1)
        rows += found.rows
    return rows[:limit], found.paging.total


def _cells(row: PersonRow) -> tuple[str, str, str, str, str]:
    work = ", ".join(filter(None, (row.role, row.organisation)))
    last = row.last_on.isoformat() if row.last_on else ""
    return (row.name, work, row.city, last, " ".join(f"#{tag}" for tag in row.tags))
