"""rapport debrief: everybody met at a gathering, one line for each; then what counts, and what is next."""

import argparse
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.cli import debrief_lines, rulings
from rapport.cli.actions import add_name_options
from rapport.cli.entries import as_bad_input, rule_of
from rapport.cli.output import OK, BadInput, print_json, say, show_table
from rapport.cli.session import Session, add_day, number, open_session, text
from rapport.cli.terminal import Cancelled, ask, confirm, not_confirmed, somebody_is_there
from rapport.domain.gatherings.debrief import Entry
from rapport.services.errors import Invalid
from rapport.services.gatherings import debriefed, debriefs
from rapport.services.gatherings.debriefed import Debriefed
from rapport.services.gatherings.debriefs import GatheringRow
from rapport.services.rows import Saved
from rapport.wording.dates import day, short_day, spoken_day

MINUTES, OTHERS = 1440, 100_000  # a day; the largest fair


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "gathering", metavar="GATHERING", nargs="?", default="", type=text(200),
        help=_("its name or id; without one, the gathering that waits to be told of"),
    )  # fmt: skip
    parser.add_argument(
        "lines", metavar="PERSON", nargs="*", type=text(2000),
        help=_(
            "somebody you met; a star says that you would both remember it:"
            " “Nora Lindqvist *; needs a headline; promised the template; then a coffee 2019-03-20”"
        ),
    )  # fmt: skip
    parser.add_argument("--file", metavar="FILE", help=_("one line per person; - reads standard input"))
    add_day(parser, _("which of its dates; the latest where nothing is said"))
    parser.add_argument("--minutes", metavar="N", type=number(1, MINUTES), help=_("how long you were there"))
    parser.add_argument(
        "--others", metavar="N", type=number(0, OTHERS), default=0, help=_("hellos without a name")
    )
    parser.add_argument("--note", metavar="TEXT", type=text(), default="", help=_("anything else"))
    parser.add_argument("--no-reminders", action="store_true", help=_("no reminder to write within two days"))
    parser.add_argument("--yes", action="store_true", help=_("save without asking"))
    add_name_options(parser)


def execute(args: argparse.Namespace) -> int:
    session = open_session()
    lines = debrief_lines.given(args.lines, args.file)
    there = somebody_is_there(as_json=args.json) and not args.yes
    said = bool(lines or args.others or args.note)
    if not (said or there or args.gathering):
        return _waiting(args, session)
    row = _gathering(args, session)
    if not said:
        if not there:
            raise BadInput(
                _("Who did you meet? One line for each, after the name of the gathering."), "usage"
            )
        lines = _asked(row, session)
    entries = debrief_lines.settled(session.owner.id, lines, args, may_ask=there)
    if not args.json:
        _preview(row, entries, session)
    if not args.yes:
        if not there:
            raise not_confirmed()
        if not confirm(_("Save this?")):
            raise Cancelled
    return _keep(args, session, row, entries)


def document(row: GatheringRow, entries: Sequence[Entry], saved: Saved, found: Debriefed) -> dict[str, Any]:
    """What was saved, and what it brought."""
    return {
        "saved": True,
        "batch_id": saved.batch_id,
        "gathering": _named(row),
        "entries": entries,
        "people_made": [{"id": pk, "name": name} for pk, name in found.people_made],
        "rulings": [rulings.as_json(one) for one in found.rulings],
        "steps": [
            {"id": step.id, "person": step.person, "what": step.what, "due_on": step.due_on}
            for step in found.steps
        ],
        "promises": [{"id": one.id, "person": one.person, "what": one.what} for one in found.promises],
    }


def _waiting(args: argparse.Namespace, session: Session) -> int:
    """What could be told of, where nothing was said."""
    rows = debriefs.waiting(session.owner.id, session.today, session.now)
    if args.json:
        print_json({"saved": False, "waiting": [_named(row) for row in rows]})
    elif rows:
        say(_("Still to tell of"))
        show_table([("  " + row.name, short_day(row.on)) for row in rows])
        say(_("“rapport debrief GATHERING PERSON…” tells who was there, a line for each."))
    else:
        say(_("No gathering waits to be told of. “rapport debrief GATHERING PERSON…” tells of any."))
    return OK


def _gathering(args: argparse.Namespace, session: Session) -> GatheringRow:
    """The one that is named, or that waits; BadInput when it is none or several."""
    if args.gathering:
        found = debriefs.find(session.owner.id, args.gathering, session.today, args.on)
    else:
        waiting = debriefs.waiting(session.owner.id, session.today, session.now)
        found = tuple(row for row in waiting if args.on in (None, row.on))
    if len(found) == 1:
        return found[0]
    if not found:
        raise BadInput(
            _("No gathering is called “%(name)s”. “rapport gatherings” lists them, “rapport gatherings add”"
              " writes one down.") % {"name": args.gathering}
            if args.gathering
            else _("No gathering waits to be told of. Say which one it was."),
            "no_gathering",
        )  # fmt: skip
    listed = "\n".join(f"  {row.name}  {short_day(row.on)}  {row.id}" for row in found)
    sentence = _("Which gathering? Write more of its name, its id, or --on with its day:")
    raise BadInput(f"{sentence}\n{listed}", "ambiguous", gatherings=[_named(row) for row in found])


def _asked(row: GatheringRow, session: Session) -> list[str]:
    """One line after the other, until an empty one."""
    say(
        _("%(name)s, %(day)s. Who did you meet? One line for each; an empty line ends.")
        % {"name": row.name, "day": spoken_day(row.on, session.today)}
    )
    lines = []
    while line := ask(">"):
        lines.append(line)
    if not lines:
        raise Cancelled
    return lines


def _preview(row: GatheringRow, entries: Sequence[Entry], session: Session) -> None:
    say(f"{row.name} · {day(row.on, session.today)}")
    for entry in entries:
        parts = [
            entry.name if entry.person_id else _("%(name)s (new)") % {"name": entry.name},
            _("to remember") if entry.memorable else _("a hello"),
            entry.need and _("needs: %(what)s") % {"what": entry.need},
            entry.promise and _("you promised: %(what)s") % {"what": entry.promise},
            entry.step and _("next: %(what)s") % {"what": entry.step},
            entry.step_on and spoken_day(entry.step_on, session.today),
        ]
        say("  " + " · ".join(str(part) for part in parts if part))


def _keep(args: argparse.Namespace, session: Session, row: GatheringRow, entries: Sequence[Entry]) -> int:
    draft = debriefs.Draft(tuple(entries), args.minutes, args.others, args.note, not args.no_reminders)
    try:
        saved = debriefs.save(session.owner.id, row.id, draft, on=session.today, at=session.now)
    except Invalid as invalid:
        raise as_bad_input(invalid) from None
    assert saved.batch_id
    found = debriefed.read_back(session.owner.id, saved.batch_id)
    if args.json:
        print_json(document(row, entries, saved, found))
        return OK
    say()
    rulings.show(found.rulings, session.today, rule_of(session))
    for step in found.steps:
        if step.person:
            parts = {
                "name": step.person.name,
                "what": step.what,
                "day": spoken_day(step.due_on, session.today),
            }
            said = _("Next: %(name)s, %(what)s, %(day)s.") if step.what else _("Write to %(name)s: %(day)s.")
            say(said % parts)
    count = len(entries) + args.others
    told = ngettext("Saved: %(name)s, %(count)s person.", "Saved: %(name)s, %(count)s people.", count)
    say(told % {"name": row.name, "count": count} + " " + _("“rapport undo” takes it back."))
    return OK


def _named(row: GatheringRow) -> dict[str, Any]:
    return {"id": row.id, "name": row.name, "on": row.on}
