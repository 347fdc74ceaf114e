"""Interactions as pages show them: who took part, what was ruled, where."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from rapport.db.models import Interaction as Row
from rapport.db.models import Participant
from rapport.db.models import Ruling as RulingRow
from rapport.db.queries.values import Named, named
from rapport.domain.challenge.referee import Reason, Ruling, Verdict
from rapport.domain.interactions.interactions import Channel, Direction
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One person in an interaction, and what the referee says of it."""

    person: Named
    memorable: bool | None
    ruling: Ruling | None


@dataclass(frozen=True, slots=True)
class InteractionRow:
    id: UUID
    on: date
    channel: Channel
    direction: Direction
    minutes: int | None
    gathering: Named | None
    others: int
    lost_touch: bool
    substance: bool | None
    note: str
    text: str  # the line it was logged with
    tags: tuple[str, ...]
    assumed: bool
    people: tuple[Part, ...]  # by name

    def part_of(self, person_id: UUID) -> Part | None:
        return next((part for part in self.people if part.person.id == person_id), None)


COLUMNS = (
    "id", "on", "channel", "direction", "minutes", "gathering_id", "gathering__name", "gathering__binned_at",
    "others", "lost_touch", "substance", "note", "text", "tags", "assumed",
)  # fmt: skip


def one(owner_id: UUID, interaction_id: UUID) -> InteractionRow | None:
    found = _rows(owner_id, Row.objects.of(owner_id).live().filter(pk=interaction_id))
    return found[0] if found else None


def with_person(owner_id: UUID, person_id: UUID) -> list[InteractionRow]:
    """Newest first."""
    theirs = Participant.objects.of(owner_id).filter(person_id=person_id).values("interaction_id")
    return _rows(owner_id, Row.objects.of(owner_id).live().filter(pk__in=theirs))


def at_gathering(owner_id: UUID, gathering_id: UUID) -> list[InteractionRow]:
    return _rows(owner_id, Row.objects.of(owner_id).live().filter(gathering_id=gathering_id))


def of_day(owner_id: UUID, day: date) -> list[InteractionRow]:
    return _rows(owner_id, Row.objects.of(owner_id).live().filter(on=day))


def some(owner_id: UUID, ids: Iterable[UUID]) -> list[InteractionRow]:
    return _rows(owner_id, Row.objects.of(owner_id).live().filter(pk__in=list(ids)))


def _rows(owner_id: UUID, rows: Any) -> list[InteractionRow]:
    """Three queries, however many rows."""
    parts = _parts(owner_id, rows)
    return [
        InteractionRow(
            id=pk,
            on=on,
            channel=Channel(channel),
            direction=Direction(direction),
            minutes=minutes,
            gathering=named(gathering, name, binned),
            others=others,
            lost_touch=lost,
            substance=substance,
            note=note,
            text=text,
            tags=tuple(tags.split()),
            assumed=assumed,
            people=parts.get(pk, ()),
        )
        for pk, on, channel, direction, minutes, gathering, name, binned, others, lost, substance, note, text,
        tags, assumed in rows.order_by("-on", "-id").values_list(*COLUMNS)
    ]  # fmt: skip


def _parts(owner_id: UUID, rows: Any) -> dict[UUID, tuple[Part, ...]]:
    rulings = rulings_of(owner_id, rows)
    found: dict[UUID, list[Part]] = defaultdict(list)
    there = Participant.objects.of(owner_id).filter(
        interaction__in=rows.values("pk"), person__binned_at__isnull=True
    )
    columns = there.order_by("person__folded", "person_id").values_list(
        "interaction_id", "person_id", "person__name", "memorable"
    )
    for interaction, person, name, memorable in columns:
        found[interaction].append(Part(Named(person, name), memorable, rulings.get((interaction, person))))
    return {pk: tuple(parts) for pk, parts in found.items()}


def rulings_of(owner_id: UUID, rows: Any) -> dict[tuple[UUID, UUID], Ruling]:
    """By interaction and person."""
    columns = RulingRow.objects.of(owner_id).filter(interaction__in=rows.values("pk"))
    return {
        (interaction, person): Ruling(
            Verdict(verdict), tuple(Reason(reason) for reason in reasons), tuple(UUID(pk) for pk in evidence)
        )
        for interaction, person, verdict, reasons, evidence in columns.values_list(
            "interaction_id", "person_id", "verdict", "reasons", "evidence"
        )
    }
