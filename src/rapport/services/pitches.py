"""Pitches and the stages they reach."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from rapport.db.models import Person, Pitch, PitchStep
from rapport.db.queries.pitches import RANK
from rapport.domain.pitches import Stage
from rapport.domain.text import fold
from rapport.domain.values import dataclass
from rapport.services import checks, rows
from rapport.services.later import later
from rapport.services.rows import Saved
from rapport.services.undo import Journal, Verb, journal

if TYPE_CHECKING:
    from rapport.services.pitch_pages import listing, read

__all__ = [
    "Draft",
    "create",
    "discard",
    "edit",
    "listing",
    "read",
    "record",
    "restore",
    "step",
]

__getattr__ = later("rapport.services.pitch_pages", "listing", "read")


@dataclass(frozen=True, slots=True)
class Draft:
    """A pitch to write down; its stage moves by `step`."""

    organisation: str
    person_id: UUID | None = None
    why: str = ""
    fright: int | None = None  # 1 easy … 5 terrifying
    hopeful: bool | None = None  # did you expect an answer when you sent it?


def create(
    owner_id: UUID,
    draft: Draft,
    stage: Stage,
    on: date,
    due: date | None = None,
    *,
    at: datetime,
) -> Saved:
    """A new pitch at this stage since that day: a dream, a draft, or sent already. Raises Invalid."""
    columns = _columns(owner_id, draft)
    checks.not_before("due", due, checks.day("on", on))
    with journal(owner_id, Verb.CREATE, at=at, subject=columns["organisation"]) as book:
        row = book.add(Pitch(**columns))
        book.add(PitchStep(pitch=row, on=on, stage=stage, due=due))
    return rows.saved(book, row.pk)


def edit(owner_id: UUID, pitch_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Raises LookupError, Invalid."""
    row = rows.live(Pitch, owner_id, pitch_id)
    columns = _columns(owner_id, draft)
    return rows.change(owner_id, row, at=at, subject=columns["organisation"], **columns)


def step(
    owner_id: UUID, pitch_id: UUID, stage: Stage, on: date, due: date | None = None, *, at: datetime
) -> Saved:
    """It reached a stage. Later stages told of the same day were not so. Raises LookupError, Invalid."""
    row = rows.live(Pitch, owner_id, pitch_id)
    checks.not_before("due", due, checks.day("on", on))
    with journal(owner_id, Verb.EDIT, at=at, subject=row.organisation) as book:
        there: PitchStep | None = None
        for known in row.steps.filter(on=on):
            if known.stage == stage:
                there = known
            elif RANK[Stage(known.stage)] > RANK[stage]:
                book.remove(known)
        if there is None:
            book.add(PitchStep(pitch=row, on=on, stage=stage, due=due))
        else:
            book.change(there, due=due)
    return rows.saved(book, pitch_id)


def discard(owner_id: UUID, pitch_id: UUID, *, at: datetime) -> Saved:
    """Into the bin, with its steps. Raises LookupError."""
    row = rows.live(Pitch, owner_id, pitch_id)
    return rows.discard(owner_id, row, at=at, subject=row.organisation)


def restore(owner_id: UUID, pitch_id: UUID, *, at: datetime) -> Saved:
    """Out of the bin. Raises LookupError."""
    row = rows.binned(Pitch, owner_id, pitch_id)
    return rows.restore(owner_id, row, at=at, subject=row.organisation)


def _columns(owner_id: UUID, draft: Draft) -> dict[str, Any]:
    checks.owned("person_id", Person, owner_id, draft.person_id)
    organisation = checks.line("organisation", draft.organisation, checks.NAME, required=True)
    return {
        "organisation": organisation,
        "folded": fold(organisation)[: checks.NAME],
        "person_id": draft.person_id,
        "why": checks.text("why", draft.why),
        "fright": checks.number("fright", draft.fright, 1, 5),
        "hopeful": draft.hopeful,
    }


def record(
    book: Journal,
    organisation: str,
    on: date,
    stage: Stage,
    *,
    person_id: UUID | None = None,
    fright: int | None = None,
    hopeful: bool | None = None,
    due: date | None = None,
    assumed: bool = False,
) -> UUID:
    """Take the open pitch to that organisation a stage further; make one where none is open."""
    row, closed = _newest(book, organisation)
    if row is None or (closed and stage in (Stage.DREAM, Stage.DRAFT, Stage.SENT)):
        row = book.add(Pitch(organisation=organisation, folded=fold(organisation), assumed=assumed))
    said: dict[str, object] = {}
    said |= {"person_id": person_id} if person_id else {}
    said |= {"fright": fright} if fright is not None else {}
    said |= {"hopeful": hopeful} if hopeful is not None else {}
    book.change(row, **said)
    book.add(PitchStep(pitch=row, on=on, stage=stage, due=due))
    pk: UUID = row.pk
    return pk


def _newest(book: Journal, organisation: str) -> tuple[Pitch | None, bool]:
    """The pitch to that organisation whose last step is the latest, and whether that step closed it."""
    steps = (
        PitchStep.objects.of(book.owner_id)
        .filter(pitch__folded=fold(organisation), pitch__binned_at__isnull=True)
        .select_related("pitch")
    )
    last = max(steps, key=lambda step: (step.on, RANK[Stage(step.stage)]), default=None)
    return (last.pitch, Stage(last.stage).is_closed) if last else (None, False)
