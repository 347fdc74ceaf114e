"""The lines of a debrief: read, and each name settled as somebody known or somebody new."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from django.utils.translation import gettext as _

from rapport.cli.output import BadInput
from rapport.cli.session import bad_text
from rapport.cli.somebody import one_person
from rapport.cli.terminal import choose
from rapport.domain.gatherings.debrief import BadPiece, Entry, entry_told
from rapport.domain.people.people import Match
from rapport.domain.text import BadText, clean, fold
from rapport.services.gatherings import debriefs
from rapport.services.gatherings.debriefs import Who
from rapport.services.people.lookup import Somebody
from rapport.wording.questions import which_person

STANDARD_INPUT = "-"
LARGEST = 200_000  # bytes of a file of lines: more is no evening


def given(words: Sequence[str], file: str | None) -> list[str]:
    """From the command itself, and from a file."""
    lines = list(words)
    if file is not None:
        try:
            raw = (
                sys.stdin.buffer.read(LARGEST)
                if file == STANDARD_INPUT
                else Path(file).read_bytes()[:LARGEST]
            )
            lines += raw.decode("utf-8-sig").splitlines()
        except (OSError, ValueError):
            raise BadInput(
                _("%(file)s cannot be read as text. Nothing was saved.") % {"file": file}, "no_file"
            ) from None
    try:
        return [said for line in lines if (said := clean(line).strip())]
    except BadText as bad:
        raise bad_text(bad) from None


def settled(owner_id: UUID, lines: Sequence[str], args: argparse.Namespace, *, may_ask: bool) -> list[Entry]:
    """Everybody met, each told who they are. BadInput for a line that is not understood, and open names."""
    entries = [_read(line) for line in lines]
    skipped, new = {fold(name) for name in args.skip}, {fold(name) for name in args.new}
    means = _means(owner_id, args)
    unused = (skipped | new | means.keys()) - {fold(entry.name) for entry in entries}
    if unused:
        raise BadInput(_("The lines name nobody called “%(name)s”.") % {"name": min(unused)}, "no_such_name")
    found: list[Entry] = []
    for entry in entries:
        key = fold(entry.name)
        if key in means:
            found.append(replace(entry, name=means[key].name, person_id=means[key].id))
        elif key in new:
            found.append(entry)
        elif key not in skipped:
            found += _who(owner_id, entry, may_ask=may_ask)
    _refuse_twins(found)
    return found


def _read(line: str) -> Entry:
    try:
        entry = entry_told(line)
    except BadPiece as piece:
        raise BadInput(
            _("“%(piece)s” is not understood. After the name and a semicolon, write: needs …, promised …,"
              " or then … (with a day at its end if you like).") % {"piece": str(piece)[:60]},
            "bad_line",
        ) from None  # fmt: skip
    if entry.is_empty:
        raise BadInput(_("A line says whom you met first: “%(line)s”.") % {"line": line[:60]}, "bad_line")
    return entry


def _means(owner_id: UUID, args: argparse.Namespace) -> dict[str, Somebody]:
    """Whom --is means, by folded name."""
    found = {}
    for pair in args.means:
        name, equals, reference = pair.partition("=")
        if not equals:
            raise BadInput(_('--is wants NAME=PERSON, for example --is "Mary=Mary Castellan".'), "bad_is")
        found[fold(name.strip())] = one_person(owner_id, reference)
    return found


def _who(owner_id: UUID, entry: Entry, *, may_ask: bool) -> list[Entry]:
    """Somebody known, somebody new, or, by an answer, nobody."""
    meant = debriefs.who(owner_id, entry.name)
    if meant.is_sure:
        return [replace(entry, name=meant.people[0].name, person_id=meant.people[0].id)]
    if not meant.people:
        return [entry]
    names = [one.name for one in meant.people]
    question = which_person(entry.name, _match(meant), names)
    if not may_ask:
        sentence = _(
            'Write the full name, or add --is "%(typed)s=%(name)s"; for someone new, --new "%(typed)s".'
        )
        how = sentence % {"typed": entry.name, "name": names[0]}
        raise BadInput(
            f"{question}\n  {how}", "unclear", names=[{"typed": entry.name, "candidates": meant.people}]
        )
    options = [*names, _("someone new: %(name)s") % {"name": entry.name}, _("leave the name out")]
    place = choose(question, options)
    if place < len(names):
        return [replace(entry, name=names[place], person_id=meant.people[place].id)]
    return [entry] if place == len(names) else []


def _match(meant: Who) -> Match:
    return Match.AMBIGUOUS if len(meant.people) > 1 else Match.MAYBE


def _refuse_twins(entries: Sequence[Entry]) -> None:
    seen: set[object] = set()
    for entry in entries:
        key = entry.person_id or fold(entry.name)
        if key in seen:
            raise BadInput(_("%(name)s stands here twice.") % {"name": entry.name}, "twice")
        seen.add(key)
