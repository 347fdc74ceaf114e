"""What happened with whom."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from rapport.db.models import Gathering, Interaction, Participant, Person
from rapport.domain.interactions.interactions import Channel, Direction, Participation
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
    "record",
    "restore",
    "spaced",
]


@dataclass(frozen=True, slots=True)
class Draft:
    """An interaction to write down."""

    on: date
    people: tuple[Participation, ...]
    channel: Channel = Channel.IN_PERSON
    direction: Direction = Direction.MUTUAL
    minutes: int | None = None
    gathering_id: UUID | None = None
    others: int = 0
    lost_touch: bool = False
    substance: bool | None = None
    note: str = ""
    text: str = ""
    tags: tuple[str, ...] = ()
    assumed: bool = False


def create(owner_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Write an interaction down, judged at once. Raises Invalid."""
    columns = _columns(owner_id, draft)
    with journal(owner_id, Verb.CREATE, at=at, subject=_subject(columns)) as book:
        row = book.add(Interaction(text=checks.text("text", draft.text), assumed=draft.assumed, **columns))
        for part in draft.people:
            book.add(Participant(interaction=row, person_id=part.person_id, memorable=part.memorable))
        closing.after_interaction(book, row, [part.person_id for part in draft.people])
    return rows.saved(book, row.pk)


def edit(owner_id: UUID, interaction_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Tell it as it was; everybody in it is judged again. Raises LookupError, Invalid."""
    row = rows.live(Interaction, owner_id, interaction_id)
    columns = _columns(owner_id, draft)
    with journal(owner_id, Verb.EDIT, at=at, subject=_subject(columns)) as book:
        closing.reopen(book, row)
        book.change(row, **columns)
        _replace_people(book, row, {part.person_id: part.memorable for part in draft.people})
        closing.after_interaction(book, row, [part.person_id for part in draft.people])
    return rows.saved(book, row.pk)


def discard(owner_id: UUID, interaction_id: UUID, *, at: datetime) -> Saved:
    """Into the bin; the people in it are judged without it. Raises LookupError."""
    row = rows.live(Interaction, owner_id, interaction_id)
    with journal(owner_id, Verb.BIN, at=at, subject=row.text or str(row.on)) as book:
        closing.reopen(book, row)
        book.change(row, binned_at=at)
    return rows.saved(book, row.pk)


def restore(owner_id: UUID, interaction_id: UUID, *, at: datetime) -> Saved:
    """Out of the bin. Raises LookupError."""
    row = rows.binned(Interaction, owner_id, interaction_id)
    with journal(owner_id, Verb.RESTORE, at=at, subject=row.text or str(row.on)) as book:
        book.change(row, binned_at=None)
        closing.after_interaction(book, row, list(row.participants.values_list("person_id", flat=True)))
    return rows.saved(book, row.pk)


def _columns(owner_id: UUID, draft: Draft) -> dict[str, Any]:
    """What can be changed later too. Raises Invalid."""
    people = [part.person_id for part in draft.people]
    checks.owned("people", Person, owner_id, *people)
    checks.owned("gathering_id", Gathering, owner_id, draft.gathering_id)
    if len(set(people)) < len(people):
        raise Invalid("people", Problem.SAME_PERSON)
    if not people and not draft.others and draft.gathering_id is None:
        raise Invalid("people", Problem.REQUIRED)
    return {
        "on": checks.day("on", draft.on),
        "channel": draft.channel,
        "direction": draft.direction,
        "minutes": checks.number("minutes", draft.minutes, 0, 1440),
        "gathering_id": draft.gathering_id,
        "others": checks.number("others", draft.others, 0, 100_000),
        "lost_touch": draft.lost_touch,
        "substance": draft.substance,
        "note": checks.text("note", draft.note),
        "tags": checks.tags("tags", draft.tags),
    }


def _subject(columns: dict[str, Any]) -> str:
    """The note's first line, or the day."""
    first, _, _ = columns["note"].partition("\n")
    return first or str(columns["on"])


def _replace_people(book: Journal, row: Interaction, wanted: dict[UUID, bool | None]) -> None:
    """Whoever lies in the bin stays in, unseen, and comes back when restored."""
    there = Participant.objects.of(book.owner_id).filter(
        interaction_id=row.pk, person__binned_at__isnull=True
    )
    parts = {part.person_id: part for part in there.select_related("interaction")}
    for person_id, part in parts.items():
        if person_id in wanted:
            book.change(part, memorable=wanted[person_id])
        else:
            book.remove(part)
    for person_id, memorable in wanted.items():
        if person_id not in parts:
            book.add(Participant(interaction=row, person_id=person_id, memorable=memorable))


def record(book: Journal, draft: Draft) -> UUID:
    """Write an interaction down; next steps that it fulfils are closed."""
    row = book.add(
        Interaction(
            on=draft.on,
            channel=draft.channel,
            direction=draft.direction,
            minutes=draft.minutes,
            gathering_id=draft.gathering_id,
            others=draft.others,
            lost_touch=draft.lost_touch,
            substance=draft.substance,
            note=draft.note,
            text=draft.text,
            tags=spaced(draft.tags),
            assumed=draft.assumed,
        )
    )
    for part in draft.people:
        book.add(Participant(interaction=row, person_id=part.person_id, memorable=part.memorable))
    closing.after_interaction(book, row, [part.person_id for part in draft.people])
    pk: UUID = row.pk
    return pk


def spaced(tags: tuple[str, ...]) -> str:
    """Tags as stored: each with a space on both sides."""
    return f" {' '.join(dict.fromkeys(tags))} " if tags else ""
