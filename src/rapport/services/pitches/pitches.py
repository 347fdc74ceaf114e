"""Pitches and the stages they reach."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from rapport.db.models import Owner, Person, Pitch, PitchStep
from rapport.db.queries import pitches as queries
from rapport.db.queries.pitches import RANK
from rapport.domain.pitches.ladder import moved
from rapport.domain.pitches.pitches import LONGEST_WAIT, MOST_NUDGES, NEVER, NUDGE_AFTER, Stage
from rapport.domain.text import fold
from rapport.domain.values import dataclass
from rapport.services import checks, rows
from rapport.services.errors import Invalid, Problem
from rapport.services.interactions import closing
from rapport.services.journal.journal import Journal, Verb, journal
from rapport.services.rows import Saved

__all__ = [
    "Draft",
    "create",
    "discard",
    "edit",
    "go_through",
    "move",
    "plan",
    "record",
    "reflect",
    "restore",
    "send",
    "set_nudges",
    "step",
    "write",
]


@dataclass(frozen=True, slots=True)
class Draft:
    """A pitch to write down; its stage moves by `step`."""

    organisation: str
    person_id: UUID | None = None
    why: str = ""
    fright: int | None = None  # 1 easy … 5 terrifying
    hopeful: bool | None = None  # did you expect an answer when you sent it?
    through_id: UUID | None = None  # who leads there


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
        closing.after_pitch(book, row.person_id, stage, on)
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
        _reach(book, row, stage, on, due)
    return rows.saved(book, pitch_id)


def write(owner_id: UUID, pitch_id: UUID, text: str, on: date, *, feared: str = "", at: datetime) -> Saved:
    """Keep a letter as far as it is; a dream becomes a draft. Raises LookupError, Invalid."""
    row = rows.live(Pitch, owner_id, pitch_id)
    said = _letter(text, feared)
    with journal(owner_id, Verb.EDIT, at=at, subject=row.organisation) as book:
        book.change(row, **said)
        if not row.steps.exclude(stage=Stage.DREAM).exists():
            _reach(book, row, Stage.DRAFT, checks.day("on", on))
    return rows.saved(book, pitch_id)


def send(
    owner_id: UUID,
    pitch_id: UUID,
    text: str,
    on: date,
    *,
    feared: str = "",
    hopeful: bool | None = None,
    at: datetime,
) -> Saved:
    """It went out, with these words. Raises LookupError, Invalid."""
    row = rows.live(Pitch, owner_id, pitch_id)
    said = _letter(text, feared) | ({} if hopeful is None else {"hopeful": hopeful})
    with journal(owner_id, Verb.EDIT, at=at, subject=row.organisation) as book:
        book.change(row, **said)
        _reach(book, row, Stage.SENT, checks.day("on", on))
    return rows.saved(book, pitch_id)


def reflect(owner_id: UUID, pitch_id: UUID, afterwards: str, *, at: datetime) -> Saved:
    """What really happened, beside what was feared. Raises LookupError, Invalid."""
    row = rows.live(Pitch, owner_id, pitch_id)
    said = checks.text("afterwards", afterwards)
    return rows.change(owner_id, row, at=at, subject=row.organisation, afterwards=said)


def go_through(owner_id: UUID, pitch_id: UUID, person_id: UUID | None, *, at: datetime) -> Saved:
    """Take the warm path that somebody opens; None: go alone. Raises LookupError, Invalid."""
    row = rows.live(Pitch, owner_id, pitch_id)
    checks.owned("through_id", Person, owner_id, person_id)
    return rows.change(owner_id, row, at=at, subject=row.organisation, through_id=person_id)


def move(owner_id: UUID, pitch_id: UUID, by: int, *, at: datetime) -> Saved:
    """One rung towards easy (-1) or scary (1). Raises LookupError."""
    facts = [row.fact() for row in queries.every(owner_id)]
    order = moved(facts, pitch_id, by)
    here = {row.pk: row for row in Pitch.objects.of(owner_id).live()}
    with journal(owner_id, Verb.EDIT, at=at, subject=here[pitch_id].organisation) as book:
        for rung, pk in enumerate(order, start=1):
            book.change(here[pk], rung=rung)
    return rows.saved(book, pitch_id)


def plan(owner_id: UUID, days: Mapping[UUID, date | None], *, at: datetime) -> Saved:
    """Mean to send these on these days; None: some day. Raises LookupError, Invalid."""
    here = {pk: rows.live(Pitch, owner_id, pk) for pk in days}
    subject = ", ".join(row.organisation for row in here.values())
    with journal(owner_id, Verb.EDIT, at=at, subject=subject) as book:
        for pk, on in days.items():
            book.change(here[pk], planned_on=checks.day("planned_on", on) if on else None)
    return rows.saved(book, next(iter(days), owner_id))


def set_nudges(owner_id: UUID, days: Sequence[int], *, at: datetime) -> Saved:
    """After how many working days to write again: two numbers, one, or none at all. Raises Invalid."""
    after = [
        checks.number("second" if n else "first", day, 1, LONGEST_WAIT) or 0 for n, day in enumerate(days)
    ]
    if len(after) > MOST_NUDGES or after != sorted(set(after)):
        raise Invalid("second", Problem.TOO_EARLY)
    stored = [] if tuple(after) == NUDGE_AFTER else after or list(NEVER)
    row = Owner.objects.get(pk=owner_id)
    with journal(owner_id, Verb.SETTINGS, at=at) as book:
        book.change(row, pitch_nudges=stored)
    return rows.saved(book, owner_id)


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
    checks.owned("through_id", Person, owner_id, draft.through_id)
    organisation = checks.line("organisation", draft.organisation, checks.NAME, required=True)
    return {
        "organisation": organisation,
        "folded": fold(organisation)[: checks.NAME],
        "person_id": draft.person_id,
        "why": checks.text("why", draft.why),
        "fright": checks.number("fright", draft.fright, 1, 5),
        "hopeful": draft.hopeful,
        "through_id": draft.through_id,
    }


def _letter(text: str, feared: str) -> dict[str, str]:
    return {"text": checks.text("text", text), "feared": checks.text("feared", feared)}


def _reach(book: Journal, row: Pitch, stage: Stage, on: date, due: date | None = None) -> None:
    """A step; later stages told of the same day were not so."""
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
    closing.after_pitch(book, row.person_id, stage, on)


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
    closing.after_pitch(book, row.person_id, stage, on)
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
