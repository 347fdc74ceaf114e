"""Between reading a line and keeping it: changes to the reading; and the look back after saving."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from rapport.db.models import Batch, Change, Participant, Person, PitchStep
from rapport.domain.pitches.pitches import Stage
from rapport.domain.quicklog.amendments import Changes, amend
from rapport.domain.quicklog.quicklog import Amend, Bin, Restore
from rapport.domain.values import dataclass
from rapport.services.quicklog.prepare import Prepared, match_names
from rapport.services.quicklog.save import RulingGiven, rulings_given


@dataclass(frozen=True, slots=True)
class LoggedLine:
    """A line saved earlier: what it said, and what the referee says of it now."""

    text: str
    is_undone: bool
    rulings: tuple[RulingGiven, ...]
    people_made: tuple[tuple[UUID, str], ...]
    tables: tuple[str, ...]  # kinds of rows it made, in the order they were written
    sent_pitch: bool  # whether it says that a pitch was sent
    into_bin: bool  # whether something went into the bin
    out_of_bin: bool


def amended(owner_id: UUID, prepared: Prepared, changes: Changes, today: date) -> Prepared:
    """The line with the user's changes, its names matched again. Raises BadChange."""
    reading = amend(prepared.reading, changes, today)
    left = {said.ref.key for said in reading.statements if isinstance(said, Bin | Restore | Amend)}
    rows = tuple(row for row in prepared.rows if row.key in left)
    return replace(prepared, reading=reading, names=match_names(owner_id, reading), rows=rows)


def read_back(owner_id: UUID, batch_id: UUID) -> LoggedLine:
    """What a saved line brought. Raises LookupError."""
    batch = Batch.objects.of(owner_id).filter(pk=batch_id).first()
    if batch is None:
        raise LookupError(str(batch_id))
    changes = list(
        Change.objects.filter(batch=batch).order_by("position").values_list("table", "row", "before", "after")
    )
    rows = [(table, row) for table, row, before, _after in changes if before is None]
    interactions = [row for table, row, *_ in changes if table == "Interaction"]
    moves = {_bin_move(before, after) for _table, _row, before, after in changes}
    there = Participant.objects.of(owner_id).filter(interaction_id__in=interactions)
    new = [row for table, row in rows if table == "Person"]
    steps = [row for table, row in rows if table == "PitchStep"]
    sent = PitchStep.objects.of(owner_id).filter(pk__in=steps, stage=Stage.SENT)
    people = Person.objects.of(owner_id).live().filter(pk__in=new).order_by("folded", "id")
    return LoggedLine(
        text=batch.subject,
        is_undone=batch.undone_at is not None,
        rulings=rulings_given(owner_id, interactions, there.values_list("person_id", flat=True)),
        people_made=tuple(people.values_list("id", "name")),
        tables=tuple(dict.fromkeys(table for table, _ in rows)),
        sent_pitch=sent.exists(),
        into_bin=(False, True) in moves,
        out_of_bin=(True, False) in moves,
    )


def _bin_move(before: dict[str, Any] | None, after: dict[str, Any] | None) -> tuple[bool, bool]:
    """Whether a row lay in the bin before a change, and after it."""
    return bool(before and before.get("binned_at")), bool(after and after.get("binned_at"))
