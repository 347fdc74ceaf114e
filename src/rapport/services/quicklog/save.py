"""Saving what a line says, as one batch, and what the referee says of it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from rapport.db.models import Ruling
from rapport.domain.challenge.referee import Reason, Verdict
from rapport.domain.quicklog.amendments import NAMELESS
from rapport.domain.quicklog.company import as_notes
from rapport.domain.quicklog.quicklog import Question, Reading, TakeBack
from rapport.domain.values import dataclass
from rapport.services.challenge.rejudged import Rejudged, named
from rapport.services.journal.journal import Journal, Verb, journal
from rapport.services.journal.undo import Done, undo
from rapport.services.quicklog.choices import NameChoice, RowChoice
from rapport.services.quicklog.prepare import Prepared
from rapport.services.quicklog.rows import Writer
from rapport.services.quicklog.scribe import Scribe


class Pick(StrEnum):
    """What a name may be besides somebody known."""

    NEW = "new"  # make a new person
    SKIP = "skip"  # leave this name out


NEW, SKIP = Pick.NEW, Pick.SKIP
Choice = UUID | Pick

MAY_STAY_OPEN = frozenset({Question.PRONOUN, *NAMELESS})  # shown, but the reading stands as it is


class Unclear(ValueError):
    """The line leaves something open that only its writer can say; nothing was saved."""

    def __init__(
        self,
        names: tuple[NameChoice, ...],
        questions: tuple[tuple[Question, str], ...],
        rows: tuple[RowChoice, ...] = (),
    ) -> None:
        typed = [*(n.typed for n in names), *(r.typed for r in rows)]
        super().__init__(", ".join([*typed, *(f"{q}: {text}" for q, text in questions)]))
        self.names = names
        self.rows = rows
        self.questions = questions  # with the words they are about


@dataclass(frozen=True, slots=True)
class RulingGiven:
    """What the referee says of one person in one interaction, after saving."""

    interaction_id: UUID
    person_id: UUID
    person: str
    on: date
    verdict: Verdict
    reasons: tuple[Reason, ...]
    in_challenge: bool
    is_new: bool  # about an interaction of this very line; else an earlier one that it changed


@dataclass(frozen=True, slots=True)
class Logged:
    """What was saved, how to take it back, and whether it counts."""

    batch_id: UUID | None  # None: the line held nothing to save
    rulings: tuple[RulingGiven, ...]
    interactions: tuple[UUID, ...]
    people_made: tuple[UUID, ...]
    kinds: tuple[str, ...]  # the statements saved, by name
    undone: Done | None = None  # what the line took back
    moved: tuple[Rejudged, ...] = ()  # other exchanges judged otherwise, beside those of `rulings`


def save(
    owner_id: UUID, prepared: Prepared, choices: Mapping[str, Choice] | None = None, *, at: datetime
) -> Logged:
    """Write the line down as one batch. Raises Unclear, Invalid or CannotUndo, and saves nothing."""
    picked = settle_names(prepared, choices or {})
    left_out = {name.key for name in prepared.names if name.key not in picked}
    reading = as_notes(prepared.reading, left_out)
    for said in reading.statements:
        if isinstance(said, TakeBack) and said.batch_id is not None:  # a line of its own
            done = undo(owner_id, said.batch_id, at=at)
            return Logged(None, (), (), (), (TakeBack.__name__,), done)
    with journal(owner_id, Verb.LOG, at=at, subject=reading.text) as book:
        scribe = write(book, reading, picked)
        batch_id = book.batch.pk if book.changes else None
    return logged(owner_id, scribe, batch_id)


def settle_names(prepared: Prepared, choices: Mapping[str, Choice]) -> dict[str, UUID | None]:
    """Each name's person and each reference's row; None: make a new person. What is left out is missing.

    Raises Unclear, also when a choice is no longer to be had.
    """
    open_names = tuple(n for n in prepared.names if n.is_open and n.key not in choices)
    text = prepared.reading.text
    questions = tuple(
        (doubt.question, text[doubt.span.start : doubt.span.end])
        for doubt in prepared.reading.doubts
        if doubt.question not in MAY_STAY_OPEN
    )
    open_rows = tuple(row for row in prepared.rows if _row_of(row, choices) is None)
    if open_names or questions or open_rows:
        raise Unclear(open_names, questions, open_rows)
    picked: dict[str, UUID | None] = {}
    for row in prepared.rows:
        if isinstance(chosen := _row_of(row, choices), UUID):
            picked[row.key] = chosen
    for name in prepared.names:
        choice = choices.get(name.key)
        if isinstance(choice, UUID):
            picked[name.key] = choice
        elif choice is not SKIP:
            picked[name.key] = None if choice is NEW or not name.candidates else name.candidates[0].id
    return picked


def _row_of(row: RowChoice, choices: Mapping[str, Choice]) -> UUID | Pick | None:
    """The row that is meant, or SKIP; None while that is open."""
    choice = choices.get(row.key)
    if choice is SKIP or choice in {target.id for target in row.targets}:
        return choice
    return None if row.is_open or choice is not None else row.targets[0].id


def write(
    book: Journal, reading: Reading, picked: Mapping[str, UUID | None], *, assumed: bool = False
) -> Scribe:
    """Write every statement of a reading into an open journal."""
    scribe = Writer(book, reading, dict(picked), assumed=assumed)
    scribe.write()
    return scribe


def logged(owner_id: UUID, scribe: Scribe, batch_id: UUID | None) -> Logged:
    """To be asked when the journal is closed: the rulings are made then."""
    given = rulings_given(owner_id, scribe.interactions, scribe.people)
    kinds = tuple(type(statement).__name__ for statement in scribe.reading.statements)
    told = {*scribe.interactions, *(one.interaction_id for one in given)}
    moved = named(owner_id, (one for one in scribe.book.moved if one.interaction_id not in told))
    return Logged(batch_id, given, tuple(scribe.interactions), tuple(scribe.made), kinds, moved=moved)


def rulings_given(
    owner_id: UUID, interactions: Iterable[UUID], people: Iterable[UUID]
) -> tuple[RulingGiven, ...]:
    """The rulings on these interactions, and on earlier ones that now rest on them."""
    new = {str(pk) for pk in interactions}
    rows = (
        Ruling.objects.of(owner_id)
        .filter(person_id__in=list(people))
        .order_by("on", "person__folded", "id")
        .values_list(
            "interaction_id",
            "person_id",
            "person__name",
            "on",
            "verdict",
            "reasons",
            "evidence",
            "challenge_id",
        )
    )
    return tuple(
        RulingGiven(
            interaction_id=interaction,
            person_id=person,
            person=name,
            on=on,
            verdict=Verdict(verdict),
            reasons=tuple(Reason(reason) for reason in reasons),
            in_challenge=challenge is not None,
            is_new=str(interaction) in new,
        )
        for interaction, person, name, on, verdict, reasons, evidence, challenge in rows
        if str(interaction) in new or not new.isdisjoint(evidence)
    )
