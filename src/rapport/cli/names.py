"""Who is meant: people named on the command line, chosen by option or at the terminal."""

import argparse
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rapport.cli.output import BadInput
from rapport.cli.terminal import choose
from rapport.domain.people.people import Match
from rapport.domain.quicklog.quicklog import Name, Span
from rapport.domain.text import fold
from rapport.services.quicklog.choices import NameChoice
from rapport.services.quicklog.prepare import Prepared
from rapport.services.quicklog.save import NEW, SKIP, Choice, Unclear
from rapport.wording.questions import question, which_person


def named(typed: str) -> Name:
    """A person named by an argument of the command."""
    return Name(typed, Span(0, len(typed)), marked=True)


def from_options(owner_id: UUID, prepared: Prepared, args: argparse.Namespace) -> dict[str, Choice]:
    """What --is, --new and --skip settle. BadInput for a name that is not in the line."""
    settled: dict[str, Choice] = {}
    for name in args.new:
        settled[_key_of(prepared, name)] = NEW
    for name in args.skip:
        settled[_key_of(prepared, name)] = SKIP
    for pair in args.means:
        name, equals, reference = pair.partition("=")
        if not equals:
            raise BadInput(_('--is wants NAME=PERSON, for example --is "Mary=Mary Castellan".'), "bad_is")
        row = next((row for row in prepared.rows if fold(row.typed) == fold(name.strip())), None)
        if row is not None:
            from rapport.cli import which  # start-up counts: few lines correct another

            settled[row.key] = which.chosen(row, reference)
            continue
        from rapport.cli.somebody import one_person  # start-up counts: few lines need it

        settled[_key_of(prepared, name)] = one_person(owner_id, reference).id
    return settled


def ask_for(names: Iterable[NameChoice], settled: Mapping[str, Choice]) -> dict[str, Choice]:
    """Each name still open, asked at the terminal: somebody known, someone new, or nobody."""
    answers: dict[str, Choice] = {}
    for name in names:
        if not name.is_open or name.key in settled:
            continue
        options = [candidate.name for candidate in name.candidates]
        place = choose(
            which_person(name.typed, name.match, options),
            [*options, _("someone new: %(name)s") % {"name": name.typed}, _("leave the name out")],
        )
        people: list[Choice] = [candidate.id for candidate in name.candidates]
        answers[name.key] = [*people, NEW, SKIP][place]
    return answers


def shown(prepared: Prepared, settled: Mapping[str, Choice]) -> dict[str, str]:
    """By folded name: how the preview shows who is meant."""
    return {name.key: _shown(name, settled.get(name.key)) for name in prepared.names}


def _shown(name: NameChoice, choice: Choice | None) -> str:
    if choice is SKIP:
        return _("%(name)s (left out)") % {"name": name.typed}
    if choice is NEW or (choice is None and name.match is Match.UNKNOWN):
        return _("%(name)s (new)") % {"name": name.typed}
    if choice is None and name.is_open:
        return _("%(name)s (who?)") % {"name": name.typed}
    picked = name.candidates[0].id if choice is None else choice
    return next((c.name for c in name.candidates if c.id == picked), name.typed)


def as_bad_input(unclear: Unclear, today: date) -> BadInput:
    """Every question a line leaves open, and how to answer it without being asked."""
    lines = [_("The line leaves something open, so nothing was saved.")]
    for name in unclear.names:
        options = [candidate.name for candidate in name.candidates]
        lines.append(f"  {which_person(name.typed, name.match, options)}")
        lines.append(f"    {_how_to_say(name)}")
    if unclear.rows:
        from rapport.cli import which  # start-up counts: few lines correct another

        lines += which.lines_of(unclear, today)
    lines += [f"  {question(code, words)}" for code, words in unclear.questions]
    names = [
        {"typed": name.typed, "match": name.match, "candidates": name.candidates} for name in unclear.names
    ]
    questions = [{"code": code, "words": words} for code, words in unclear.questions]
    rows = [{"typed": row.typed, "candidates": row.targets} for row in unclear.rows]
    return BadInput("\n".join(lines), "unclear", names=names, questions=questions, rows=rows)


def _how_to_say(name: NameChoice) -> str:
    facts = {"typed": name.typed, "name": name.candidates[0].name, "id": name.candidates[0].id}
    if len({fold(candidate.name) for candidate in name.candidates}) < len(name.candidates):
        return _('Add --is "%(typed)s=%(id)s" with the id that “rapport people --json” shows.') % facts
    return (
        _('Write the full name, or add --is "%(typed)s=%(name)s"; for someone new, --new "%(typed)s".')
        % facts
    )


def _key_of(prepared: Prepared, name: str) -> str:
    key = fold(name.strip())
    for row in prepared.rows:
        if fold(row.typed) == key:
            return row.key
    if key not in {choice.key for choice in prepared.names}:
        raise BadInput(_("The line names nobody called “%(name)s”.") % {"name": name.strip()}, "no_such_name")
    return key
