"""Between reading a line and keeping it: changes to the reading; and the look back after saving."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from rapport.db.models import Batch, Change, Participant, Person, PitchStep
from rapport.domain.amendments import Changes, amend
from rapport.domain.pitches import Stage
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


def amended(owner_id: UUID, prepared: Prepared, changes: Changes, today: date) -> Prepared:
    """The line with the user's changes, its names matched again. Raises BadChange."""
    reading = amend(prepared.reading, changes, today)
    return replace(prepared, reading=reading, names=match_names(owner_id, reading))


def read_back(owner_id: UUID, batch_id: UUID) -> LoggedLine:
    """What a saved line brought. Raises LookupError."""
    batch = Batch.objects.of(owner_id).filter(pk=batch_id).first()
    if batch is None:
        raise LookupError(str(batch_id))
    made = (
        Change.objects.filter(batch=batch, before__isnull=True)
        .order_by("position")
        .values_list("table", "row")
    )
    rows = list(made)
    interactions = [row for table, row in rows if table == "Interaction"]
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
    )
