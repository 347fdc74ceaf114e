"""rapport gatherings: where you go, where you were, and what came of it."""

import argparse
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from rapport.cli.actions import add_action
from rapport.cli.output import OK, print_json, say, show_table
from rapport.cli.session import add_day, number, open_session, required, text
from rapport.cli.somebody import one_person
from rapport.domain.gatherings.gatherings import Attendance, GatheringKind
from rapport.services.errors import Invalid
from rapport.services.gatherings.fits import Worth, coming
from rapport.services.gatherings.pages import GatheringRow, GatheringsPage, Yield, listing
from rapport.services.gatherings.yields import Gave, open_yields
from rapport.wording import fit
from rapport.wording import gatherings as words
from rapport.wording.dates import day, short_day
from rapport.wording.gatherings import size

SHOWN = 8  # announced ones
LARGEST = 1_000_000  # people


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = add_action(parser, _("write down a gathering"))
    add.add_argument("name", metavar="NAME", type=text(200), help=_("what it is called"))
    add_day(add, _("its day; today where nothing is said"))
    add.add_argument("--size", type=number(1, LARGEST), metavar="N", help=_("how many people are there"))
    add.add_argument("--kind", choices=[str(kind) for kind in GatheringKind], default=GatheringKind.MEETUP)
    add.add_argument("--place", type=text(200), default="", help=_("where it is"))
    add.add_argument("--stretch", action="store_true", help=_("outside your comfort zone, on purpose"))
    add.add_argument("--invited-by", metavar="PERSON", help=_("who invited you"))
    add.add_argument("--found", type=text(200), default="", metavar="HOW", help=_("how you found it"))
    add.add_argument("--note", type=text(), default="", help=_("anything else"))
    add.add_argument(
        "--attendance", choices=[str(answer) for answer in Attendance],
        help=_("going, unless its day is over: then you went"),
    )  # fmt: skip


def execute(args: argparse.Namespace) -> int:
    if args.action == "add":
        return _add(args)
    session = open_session()
    page = listing(session.owner.id, session.today)
    worth = coming(session.owner.id, session.today).worth
    gave = open_yields(session.owner.id, session.today).series
    if args.json:
        document = {"upcoming": page.upcoming, "past": page.past, "past_total": page.paging.total}
        more = {"worth": [_worth(one) for one in worth], "gave": [_gave(one) for one in gave]}
        print_json(document | {"series": page.series} | more)
    else:
        show(page, worth, gave)
    return OK


def show(page: GatheringsPage, worth: Sequence[Worth] = (), gave: Sequence[Gave] = ()) -> None:
    """Ahead, worth going to, behind, and the series with what to do about them."""
    if not (page.upcoming or page.past or worth):
        say(_("No gathering yet. “rapport gatherings add NAME --on DATE” writes one down."))
        return
    if worth:
        say(_("Worth going to"))
        for one in worth[:SHOWN]:
            say(f"  {one.listing.name}  {short_day(one.listing.on)}")
            say(f"    {fit.sentence(one.fit)}")
    for heading, rows in ((_("Ahead"), page.upcoming), (_("Behind"), page.past)):
        if rows:
            say(heading)
            show_table([_cells(row) for row in rows])
    if page.paging.total > len(page.past):
        say(_("… and %(count)s more before that.") % {"count": page.paging.total - len(page.past)})
    if page.series:
        say(pgettext("heading of several", "Series"))
        show_table([("  " + row.name, _dates(row.dates), _came(row.came)) for row in page.series])
    if gave:
        say(_("What they give you"))
        for each in gave:
            say(f"  {each.told.name}  {words.gave(each.told.came)} {_advice(each)}")


def _add(args: argparse.Namespace) -> int:
    from rapport.cli.entries import as_bad_input  # start-up counts: a list needs neither
    from rapport.services.gatherings import gatherings  # the same

    session = open_session()
    on = args.on or session.today
    attendance = Attendance.GOING if on >= session.today else Attendance.WENT
    draft = gatherings.Draft(
        name=required(args.name, what=_("NAME")),
        on=on,
        attendance=Attendance(args.attendance or attendance),
        size=args.size,
        kind=GatheringKind(args.kind),
        place=args.place,
        found_how=args.found,
        invited_by=one_person(session.owner.id, args.invited_by).id if args.invited_by else None,
        stretch=args.stretch,
        note=args.note,
    )
    try:
        saved = gatherings.create(session.owner.id, draft, at=session.now)
    except Invalid as invalid:
        raise as_bad_input(invalid) from None
    if args.json:
        print_json({"id": saved.id, "batch_id": saved.batch_id, "gathering": draft})
    else:
        say(
            _("Saved: %(name)s on %(day)s. “rapport undo” takes it back.")
            % {"name": draft.name, "day": day(on, session.today)}
        )
    return OK


def _advice(gave: Gave) -> str:
    if gave.series and gave.series.let_go_on:
        return _("You let it go.")
    return words.advice(gave.told.advice, gave.rhythm_days)


def _worth(one: Worth) -> dict[str, Any]:
    return {
        "id": one.listing.id,
        "name": one.listing.name,
        "on": one.listing.on,
        "starts": one.starts,
        "score": round(one.fit.score, 4),
        "why": fit.sentence(one.fit),
        "reasons": one.fit.reasons,
    }


def _gave(one: Gave) -> dict[str, Any]:
    return {
        "name": one.told.name,
        "came": one.told.came,
        "per_hour": one.told.came.rate,
        "advice": one.told.advice,
        "rhythm_days": one.rhythm_days,
        "next_on": one.next_on,
    }


def _cells(row: GatheringRow) -> tuple[str, ...]:
    marks = ", ".join(filter(None, (_("stretch") if row.stretch else "", row.place)))
    return ("  " + row.name, short_day(row.on), size(row.size), marks, _came(row.came))


def _came(came: Yield) -> str:
    """What came of it, in one cell."""
    hellos = came.others + came.hellos
    counts = [
        (ngettext("%(count)s met", "%(count)s met", came.people), came.people),
        (ngettext("%(count)s to remember", "%(count)s to remember", came.memorable), came.memorable),
        (ngettext("%(count)s hello", "%(count)s hellos", hellos), hellos),
    ]
    return ", ".join(said % {"count": count} for said, count in counts if count)


def _dates(count: int) -> str:
    return ngettext("%(count)s time", "%(count)s times", count) % {"count": count}
