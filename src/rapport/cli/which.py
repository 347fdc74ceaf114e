"""Which of several things written down a line means: chosen by option or at the terminal."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from rapport.cli.output import BadInput
from rapport.cli.terminal import choose
from rapport.domain.quicklog.quicklog import Amend, Bin, Reading, Restore, Statement
from rapport.domain.text import fold
from rapport.services.quicklog.choices import RowChoice
from rapport.services.quicklog.prepare import Prepared
from rapport.services.quicklog.save import SKIP, Choice, Unclear
from rapport.wording.corrections import target
from rapport.wording.questions import which_row


def chosen(row: RowChoice, reference: str) -> Choice:
    """The row of that id, or of that number in the list. BadInput when there is none."""
    for number, each in enumerate(row.targets, start=1):
        if fold(reference.strip()) in (str(each.id), str(number)):
            return each.id
    raise BadInput(
        _("“%(typed)s” cannot be “%(row)s”: give its number or its id.")
        % {"typed": row.typed, "row": reference.strip()},
        "bad_is",
    )


def ask_for(rows: Iterable[RowChoice], settled: Mapping[str, Choice], today: date) -> dict[str, Choice]:
    """Each reference still open, asked at the terminal: one of its rows, or none."""
    answers: dict[str, Choice] = {}
    for row in rows:
        if not row.is_open or row.key in settled:
            continue
        options = [target(each, today) for each in row.targets]
        place = choose(which_row(row.typed, options), [*options, _("none of these")])
        answers[row.key] = row.targets[place].id if place < len(row.targets) else SKIP
    return answers


def narrowed(prepared: Prepared, settled: Mapping[str, Choice]) -> Reading:
    """The reading as it will be kept: what was chosen stands for what could be meant."""
    statements = (_narrowed(said, settled) for said in prepared.reading.statements)
    return replace(prepared.reading, statements=tuple(said for said in statements if said is not None))


def _narrowed(said: Statement, settled: Mapping[str, Choice]) -> Statement | None:
    if not isinstance(said, Bin | Restore | Amend) or said.ref.key not in settled:
        return said
    choice = settled[said.ref.key]
    meant = tuple(each for each in said.ref.targets if each.id == choice)
    return replace(said, ref=replace(said.ref, targets=meant)) if meant else None


def lines_of(unclear: Unclear, today: date) -> list[str]:
    """Every reference that is open, its rows by number, and how to say which."""
    lines = []
    for row in unclear.rows:
        options = [target(each, today) for each in row.targets]
        lines.append(f"  {which_row(row.typed, options)}")
        lines += [f"    {number}  {option}" for number, option in enumerate(options, start=1)]
        how = _('Add its day, or --is "%(typed)s=1".') % {"typed": row.typed}
        lines.append(f"    {how}")
    return lines
