"""rapport log --file: a diary previewed, then saved as one step; the same file again adds nothing."""

import argparse
import codecs
import sys
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.cli import rulings
from rapport.cli.output import OK, BadInput, CommandError, complain, print_json, say
from rapport.cli.progress import Progress
from rapport.cli.session import Session
from rapport.cli.terminal import Cancelled, confirm, not_confirmed, somebody_is_there
from rapport.domain.challenge.referee import Verdict
from rapport.formats.diary import ProblemCode
from rapport.services.quicklog.diary import LARGEST, Open, Outcome, take_in
from rapport.wording import system
from rapport.wording.dates import day
from rapport.wording.diary import problem, questions
from rapport.wording.kinds import tally
from rapport.wording.verdicts import counted

STANDARD_INPUT = "-"
EXCERPT = 70  # characters of an entry to show
SHOWN = 20  # lines with a problem; --json has them all
INTERRUPTED = 130
MEGABYTE = 1024 * 1024  # bytes


class Interrupted(CommandError):
    """Ctrl-C while the diary was read: the transaction was rolled back."""

    exit_code = INTERRUPTED

    def __init__(self) -> None:
        super().__init__(_("Cancelled. Nothing was saved."), "cancelled")


def execute(args: argparse.Namespace, session: Session) -> int:
    if args.on or args.means or args.new or args.skip:
        raise BadInput(
            _("A diary says its days and names itself: --on, --is, --new and --skip go with a line."), "usage"
        )
    data = _read(args.file)
    encoding = _encoding(args.encoding, data)
    if args.dry_run or not args.yes:
        preview = _take_in(args, session, data, encoding, keep=False)
        if args.dry_run:
            return _tell(args, preview)
        if not args.json:
            show_preview(preview)
        _agreed(args, preview)
    return _tell(args, _take_in(args, session, data, encoding, keep=True))


def show_preview(outcome: Outcome) -> None:
    """What saving would do."""
    _show_counts(outcome, _("To save: %(what)s."))
    _show_left_out(outcome)


def document(outcome: Outcome) -> dict[str, Any]:
    """What was (or would be) saved, and every line that was left out."""
    return {
        "saved": outcome.batch_id is not None,
        "batch_id": outcome.batch_id,
        "taken": outcome.taken,
        "seen": outcome.seen,
        "people_made": outcome.people_made,
        "open": [
            {"line": e.line, "on": e.on, "text": e.text, "questions": questions(e)} for e in outcome.open
        ],
        "problems": [
            {
                "line": p.line,
                "code": p.code,
                "expected": p.expected,
                "found": p.found,
                "excerpt": p.excerpt,
                "sentence": problem(p),
            }
            for p in outcome.problems
        ],
        "rulings": [rulings.as_json(ruling) for ruling in outcome.rulings],
    }


def _read(name: str) -> bytes:
    """The file, unless it is larger than a diary may be."""
    try:
        data = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).expanduser().read_bytes()
    except OSError as error:
        raise BadInput(
            _("%(file)s cannot be read (%(reason)s). Nothing was saved.")
            % {"file": name, "reason": system.reason(error)},
            "cannot_read",
        ) from None
    if len(data) > LARGEST:
        raise BadInput(
            _(
                "%(file)s is over %(megabytes)s MB, so nothing was saved. "
                "Cut it in parts: an entry that is here already is never added twice."
            )
            % {"file": name, "megabytes": LARGEST // MEGABYTE},
            "too_large",
        )
    return data


def _encoding(name: str | None, data: bytes) -> str | None:
    """A text encoding by its proper name; None where the file itself says, or where UTF-8 is meant."""
    if name is None:
        return None
    try:
        "".encode(name)
        proper = codecs.lookup(name).name
    except (LookupError, ValueError):
        raise BadInput(
            _("“%(name)s” is no text encoding. Known ones are utf-8, cp1252, mac-roman …") % {"name": name},
            "bad_encoding",
        ) from None
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return None if marked and proper.startswith("utf") else proper


def _take_in(
    args: argparse.Namespace, session: Session, data: bytes, encoding: str | None, *, keep: bool
) -> Outcome:
    try:
        with Progress() as progress:
            return take_in(
                session.owner.id,
                data,
                at=session.now,
                language=session.language,
                name="" if args.file == STANDARD_INPUT else Path(args.file).name,
                keep=keep,
                encoding=encoding,
                progress=progress,
            )
    except KeyboardInterrupt:
        raise Interrupted from None


def _agreed(args: argparse.Namespace, preview: Outcome) -> None:
    """Yes, said at the terminal; there is nothing to agree to when nothing is new."""
    if not preview.taken:
        return
    if not somebody_is_there(as_json=args.json) or args.file == STANDARD_INPUT:
        raise not_confirmed()
    if not confirm(_("Save this?")):
        raise Cancelled


def _tell(args: argparse.Namespace, outcome: Outcome) -> int:
    if args.json:
        print_json(document(outcome))
    elif args.dry_run:
        show_preview(outcome)
    else:
        _show_counts(outcome, _("Saved: %(what)s. “rapport undo” takes it all back."))
        _show_left_out(outcome)
    nothing_kept = not (outcome.taken or outcome.seen)
    if not (nothing_kept and (outcome.problems or outcome.open)):
        return OK
    sentence = _("%(file)s: nothing could be saved. The lines above say why.") % {"file": args.file}
    return complain(BadInput(sentence, "nothing_saved"), as_json=args.json)


def _show_counts(outcome: Outcome, saved: str) -> None:
    if outcome.taken:
        say(_entries(len(outcome.taken)))
        say(saved % {"what": tally(kind for taken in outcome.taken for kind in taken.kinds)})
    if outcome.people_made:
        new = ngettext("%(count)s new person.", "%(count)s new people.", outcome.people_made)
        say(new % {"count": outcome.people_made})
    if verdicts := _verdicts(outcome):
        say(_("The referee says: %(verdicts)s.") % {"verdicts": verdicts})
    if outcome.seen:
        seen = ngettext(
            "%(count)s entry was here already.", "%(count)s entries were here already.", outcome.seen
        ) % {"count": outcome.seen}
        say(seen if outcome.taken else _("Nothing new: %(seen)s") % {"seen": seen})
    if not (outcome.taken or outcome.seen or outcome.open or outcome.problems):
        say(_("There is no entry in it. An entry begins with its date: 2019-03-15: coffee with Mary"))


def _entries(count: int) -> str:
    return ngettext("%(count)s entry is clear.", "%(count)s entries are clear.", count) % {"count": count}


def _verdicts(outcome: Outcome) -> str:
    given = [ruling.verdict for ruling in outcome.rulings if ruling.in_challenge]
    return ", ".join(counted(verdict, given.count(verdict)) for verdict in Verdict if verdict in given)


def _show_left_out(outcome: Outcome) -> None:
    """Every entry and line that only its writer can put right, with its number."""
    lines = [(entry.line, _open_entry(entry)) for entry in outcome.open]
    lines += [(found.line, problem(found)) for found in outcome.problems]
    if not lines:
        return
    say()
    left_out = ngettext("%(count)s entry is left out:", "%(count)s entries are left out:", len(lines))
    say(left_out % {"count": len(lines)})
    for _line, said in sorted(lines)[:SHOWN]:
        say(f"  {said}")
    if len(lines) > SHOWN:
        say("  " + _("… and %(count)s more; --json shows them all.") % {"count": len(lines) - SHOWN})
    if any(found.code is ProblemCode.NOT_UTF8 for found in outcome.problems):
        say(_("If an older program wrote it, add --encoding cp1252."))


def _open_entry(entry: Open) -> str:
    asked = " ".join(questions(entry))
    return _("Line %(line)s (%(day)s): %(questions)s “%(excerpt)s”") % {
        "line": entry.line,
        "day": day(entry.on),
        "questions": asked,
        "excerpt": entry.text[:EXCERPT],
    }
