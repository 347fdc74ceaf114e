"""rapport import FILE…: address books, mailboxes and calendars, shown first, then taken in as one step."""

import argparse
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.cli.output import OK, BadInput, CommandError, complain, print_json, say
from rapport.cli.progress import Progress
from rapport.cli.session import Session, number, open_session
from rapport.cli.terminal import Cancelled, confirm, not_confirmed, somebody_is_there
from rapport.domain.imports.plan import Fate
from rapport.services.imports import bring
from rapport.services.imports.values import File, Plan, as_json
from rapport.wording import imports as words
from rapport.wording.phrases import labelled

PEOPLE_ONLY = frozenset({".vcf", ".json"})  # need no look at whose mailbox it is; a .csv may be letters
SHOWN = 20  # records left out, on the screen; --json has them all
INTERRUPTED = 130


class Interrupted(CommandError):
    """Ctrl-C: what was written so far is taken back."""

    exit_code = INTERRUPTED

    def __init__(self) -> None:
        super().__init__(_("Cancelled. Nothing of it was kept."), "cancelled")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help=_("vCard, LinkedIn, Google or Outlook export, CSV, mailbox, calendar, zip, or a Maildir folder"),
    )
    parser.add_argument("--dry-run", action="store_true", help=_("show what it would bring, save nothing"))
    parser.add_argument("--yes", action="store_true", help=_("save without asking"))
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar=_("COLUMN=FIELD"),
        help=_("what a column of a table holds: name, email, phone, organisation, role, city, note, tags …"),
    )
    parser.add_argument(
        "--me",
        action="append",
        default=[],
        metavar=_("ADDRESS"),
        help=_("an address of yours that a mailbox does not give away"),
    )
    parser.add_argument(
        "--not-me",
        action="append",
        default=[],
        metavar=_("ADDRESS"),
        help=_("one that is not yours after all"),
    )
    parser.add_argument(
        "--pen-pals",
        type=number(0, 10_000),
        default=bring.Choices().both_ways,
        metavar="N",
        help=_("people you wrote to and who wrote to you so often come in; 0: nobody"),
    )


def execute(args: argparse.Namespace) -> int:
    session = open_session()
    files = _files(args.files, _mapping(args.map))
    args.seen = None
    if args.dry_run or not args.yes or not all(file.path.suffix.lower() in PEOPLE_ONLY for file in files):
        plan = args.seen = _plan(session, files, _addresses(args.me))
        if args.dry_run or plan.is_empty:
            return _tell(args, plan, _("It would bring: %(what)s."))
        if not args.yes:
            _agreed(args, plan)
    return _tell(args, _apply(args, session, files), _("Saved: %(what)s. “rapport undo” takes it all back."))


def _agreed(args: argparse.Namespace, plan: Plan) -> None:
    if not args.json:
        _show(plan, _("It would bring: %(what)s."), args.pen_pals)
    if not somebody_is_there(as_json=args.json):
        raise not_confirmed()
    if not confirm(_("Bring this in?")):
        raise Cancelled


def _files(names: list[str], mapping: Mapping[str, str]) -> list[File]:
    files = []
    for name in names:
        path = Path(name).expanduser().absolute()
        if not path.exists():
            raise BadInput(
                _("%(file)s is not there. Nothing was saved.") % {"file": name}, "cannot_read", file=name
            )
        if not (path.is_file() or path.is_dir()):  # reading a pipe or a device may never end
            raise BadInput(
                _("%(file)s is neither a file nor a folder. Nothing was saved.") % {"file": name},
                "cannot_read",
                file=name,
            )
        files.append(File(os.fsencode(path.name).decode(errors="replace"), path, mapping))
    return files


def _mapping(given: list[str]) -> dict[str, str]:
    mapping = {}
    for pair in given:
        column, sign, target = pair.rpartition("=")
        if not sign or not column or not target:
            raise BadInput(
                _("“%(pair)s” should look like this: --map “Vorname=first”.") % {"pair": pair}, "bad_map"
            )
        mapping[column] = target.strip().lower()
    return mapping


def _plan(session: Session, files: list[File], mine: tuple[str, ...]) -> Plan:
    try:
        with Progress() as progress:
            owner_id, at = session.owner.id, session.now
            return bring.plan(owner_id, files, today=session.today, at=at, mine=mine, progress=progress)
    except KeyboardInterrupt:
        raise Interrupted from None


def _apply(args: argparse.Namespace, session: Session, files: list[File]) -> Plan:
    choices = bring.Choices(_addresses(args.not_me), _addresses(args.me), args.pen_pals)
    try:
        with Progress() as progress:
            return bring.apply(
                session.owner.id,
                files,
                at=session.now,
                today=session.today,
                seen=args.seen,
                choices=choices,
                progress=progress,
            )
    except KeyboardInterrupt:
        raise Interrupted from None


def _addresses(given: list[str]) -> tuple[str, ...]:
    return tuple(address.strip().lower() for address in given)


def _tell(args: argparse.Namespace, plan: Plan, saved: str) -> int:
    if args.json:
        print_json(document(plan, args.pen_pals))
    else:
        _show(plan, saved, args.pen_pals)
    return _nothing(args, plan)


def _nothing(args: argparse.Namespace, plan: Plan) -> int:
    """An error where not one record could be read."""
    if (
        plan.is_empty
        and plan.left_out_count
        and not (plan.count(Fate.SEEN) or plan.traces_seen or plan.entries_seen)
    ):
        sentence = _("Nothing could be read. The lines above say why; nothing was saved.")
        return complain(BadInput(sentence, "nothing_read"), as_json=args.json)
    return OK


def document(plan: Plan, least: int) -> dict[str, Any]:
    """What was (or would be) brought in; `people` counts those written with so often, too."""
    pals = plan.pal_fates(least)
    people = {fate.value: plan.count(fate) + pals.get(fate, 0) for fate in Fate}
    return {"saved": plan.batch_id is not None, "people": people, **as_json(plan)}


def _show(plan: Plan, saved: str, least: int) -> None:
    for told in plan.files:
        if told.name:
            unchanged = " " + _("(unchanged since last time)") if told.is_unchanged else ""
            say(labelled(told.name, f"{words.source(told.source)}{unchanged}"))
    for mine in plan.mine:
        say(words.mine(mine))
    if plan.pen_pals:
        say(words.pen_pals(plan.pen_pals, least or bring.Choices().both_ways))
    brought = words.brought(plan, least)
    if brought:
        say(saved % {"what": ", ".join(brought)})
    if seen := plan.count(Fate.SEEN):
        say(words.counted(Fate.SEEN, seen) + ".")
    for said in words.more_seen(plan):
        say(said)
    if not brought and not plan.left_out_count:
        say(_("Nothing new."))
    _show_left_out(plan)


def _show_left_out(plan: Plan) -> None:
    if not plan.left_out_count:
        return
    count = plan.left_out_count
    said = ngettext("%(count)s record was left out:", "%(count)s records were left out:", count)
    say(said % {"count": count})
    for out in plan.left_out[:SHOWN]:
        say(f"  {words.left_out(out)}")
    if count > SHOWN:
        say("  " + _("… and %(count)s more; --json shows them all.") % {"count": count - SHOWN})
