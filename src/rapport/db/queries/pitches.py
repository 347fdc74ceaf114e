"""Pitches with their stages, as pages show them."""

from collections import defaultdict
from datetime import date
from typing import Any
from uuid import UUID

from rapport.db.models import Owner
from rapport.db.models import Pitch as Row
from rapport.db.models import PitchStep as StepRow
from rapport.db.queries.values import Named, named
from rapport.domain.pitches.pitches import Pitch, PitchStep, Stage, policy
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class PitchRow:
    id: UUID
    organisation: str
    person: Named | None
    why: str
    fright: int | None  # 1 easy … 5 terrifying
    hopeful: bool | None
    rung: int | None  # the user's own order, from easy to scary
    planned_on: date | None
    through: Named | None  # a warm path
    text: str  # the letter, as drafted or sent
    feared: str  # what might go wrong, before sending
    afterwards: str  # what really happened
    stage: Stage
    stage_on: date | None  # the day it got there
    due: date | None  # the day of the call, or of the next step
    sent_on: date | None
    steps: tuple[PitchStep, ...]  # in date order
    assumed: bool

    def fact(self) -> Pitch:
        """What the rules read."""
        return Pitch(
            self.id,
            self.organisation,
            self.steps,
            person_id=self.person.id if self.person else None,
            fright=self.fright,
            hopeful=self.hopeful,
            rung=self.rung,
            planned_on=self.planned_on,
            through_id=self.through.id if self.through else None,
            feared=self.feared,
            afterwards=self.afterwards,
        )


COLUMNS = (
    "id", "organisation", "person_id", "person__name", "person__binned_at", "why", "fright", "hopeful",
    "rung", "planned_on", "through_id", "through__name", "through__binned_at", "text", "feared",
    "afterwards", "assumed",
)  # fmt: skip


def every(owner_id: UUID) -> list[PitchRow]:
    """By organisation."""
    return _rows(owner_id, Row.objects.of(owner_id).live())


def of_person(owner_id: UUID, person_id: UUID) -> list[PitchRow]:
    return _rows(owner_id, Row.objects.of(owner_id).live().filter(person_id=person_id))


def of_day(owner_id: UUID, day: date) -> list[PitchRow]:
    """Those that reached a stage on that day."""
    moved = StepRow.objects.of(owner_id).filter(on=day).values("pitch_id")
    return _rows(owner_id, Row.objects.of(owner_id).live().filter(pk__in=moved))


def one(owner_id: UUID, pitch_id: UUID) -> PitchRow | None:
    found = _rows(owner_id, Row.objects.of(owner_id).live().filter(pk=pitch_id))
    return found[0] if found else None


def nudge_after(owner_id: UUID) -> tuple[int, ...]:
    """Working days after sending on which to write again, as the user wants it."""
    return policy(Owner.objects.values_list("pitch_nudges", flat=True).get(pk=owner_id))


def _rows(owner_id: UUID, rows: Any) -> list[PitchRow]:
    """Two queries."""
    steps: dict[UUID, list[PitchStep]] = defaultdict(list)
    reached = StepRow.objects.of(owner_id).filter(pitch__in=rows.values("pk"))
    for pitch, on, stage, due in reached.values_list("pitch_id", "on", "stage", "due"):
        steps[pitch].append(PitchStep(on, Stage(stage), due))
    columns = rows.order_by("folded", "id").values_list(*COLUMNS, named=True)
    return [_row(row, in_order(steps[row.id])) for row in columns]


def _row(row: Any, steps: tuple[PitchStep, ...]) -> PitchRow:
    pitch = Pitch(row.id, row.organisation, steps)
    last = steps[-1] if steps else None
    return PitchRow(
        id=row.id,
        organisation=row.organisation,
        person=named(row.person_id, row.person__name, row.person__binned_at),
        why=row.why,
        fright=row.fright,
        hopeful=row.hopeful,
        rung=row.rung,
        planned_on=row.planned_on,
        through=named(row.through_id, row.through__name, row.through__binned_at),
        text=row.text,
        feared=row.feared,
        afterwards=row.afterwards,
        stage=pitch.stage,
        stage_on=last.on if last else None,
        due=last.due if last else None,
        sent_on=pitch.sent_on,
        steps=steps,
        assumed=row.assumed,
    )


RANK = {stage: rank for rank, stage in enumerate(Stage)}


def in_order(steps: list[PitchStep]) -> tuple[PitchStep, ...]:
    """By day; on one day the later stage stands last."""
    return tuple(sorted(steps, key=lambda step: (step.on, RANK[step.stage])))
