"""rapport people: everybody, or those a few words fit."""

import argparse
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.cli.output import OK, print_json, say, show_table
from rapport.cli.session import Session, number, open_session
from rapport.domain.people_filters import Closeness, Due, LastContact, PeopleFilter, Sort, is_everybody
from rapport.services.people.pages import PersonRow, listing

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
        "--close",
        choices=list(map(str, Closeness)),
        help=_("how close you are; dormant: once close, silent now"),
    )
    parser.add_argument("--since", choices=list(map(str, LastContact)), help=_("when you were last in touch"))
    parser.add_argument(
        "--due", nargs="?", const=Due.ANY, choices=list(map(str, Due)),
        help=_("only those you mean to be in touch with by today"),
    )  # fmt: skip
    parser.add_argument("--needs", default="", metavar="WORDS", help=_("who looks for this; * is anything"))
    parser.add_argument("--offers", default="", metavar="WORDS", help=_("who can give this; * is anything"))
    parser.add_argument("--through", default="", metavar="REF", help=_("whom you met through this person"))
    parser.add_argument(
        "--sort", choices=list(map(str, Sort)),
        help=_("by name, unless you say; the closest first where you look for words"),
    )  # fmt: skip
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
        close=Closeness(args.close) if args.close else None,
        since=LastContact(args.since) if args.since else None,
        due=Due(args.due) if args.due else None,
        needs=args.needs.strip(),
        offers=args.offers.strip(),
        through=_through(session.owner.id, args.through),
        only_connections=args.connections,
        challenge_id=_challenge(session) if args.connections else None,
        sort=Sort(args.sort) if args.sort else None,
    )
    rows, total = _first(session, wanted, args.limit)
    if args.json:
        print_json({"total": total, "people": rows})
        return OK
    show_table([_cells(row) for row in rows])
    if not rows:
        say(_("Nobody fits.") if not is_everybody(wanted) else _("Nobody is here yet."))
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
    from rapport.services.challenge import challenge  # start-up counts: most lists need no challenge

    found = challenge.current(session.owner.id, session.today)
    return found.id if found else None


def _through(owner_id: UUID, reference: str) -> UUID | None:
    if not reference.strip():
        return None
    from rapport.cli.somebody import one_person  # start-up counts: most lists ask for nobody

    return one_person(owner_id, reference).id


def _first(session: Session, wanted: PeopleFilter, limit: int) -> tuple[list[PersonRow], int]:
    """So many of them, and how many there are in all."""
    owner_id, today = session.owner.id, session.today
    found = listing(owner_id, wanted, page=1, today=today)
    rows = list(found.rows)
    while len(rows) < limit and found.paging.has_next:
        found = listing(owner_id, wanted, page=found.paging.page + 1, today=today)
        rows += found.rows
    return rows[:limit], found.paging.total


def _cells(row: PersonRow) -> tuple[str, str, str, str, str]:
    work = ", ".join(filter(None, (row.role, row.organisation)))
    last = row.last_on.isoformat() if row.last_on else ""
    return (row.name, work, row.city, last, " ".join(f"#{tag}" for tag in row.tags))
