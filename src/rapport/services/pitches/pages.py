"""The board, the list, the ladder and the record of pitches, and the page of one."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from rapport.db.queries import checkins, rest
from rapport.db.queries import pitches as queries
from rapport.db.queries.pitches import PitchRow
from rapport.db.queries.reach import emails
from rapport.db.queries.values import Named
from rapport.domain.challenge.checkins import CheckIn
from rapport.domain.pitches.ladder import LOOK_BACK, Batch, Pick, PickWhy, Week, in_order, propose_batch
from rapport.domain.pitches.pitches import NUDGE_AFTER, Next, NextStep, PitchStep, Stage, next_step
from rapport.domain.pitches.record import Corner, Height, Path, Record, corner, record
from rapport.domain.values import dataclass
from rapport.services.pitches import warm_paths
from rapport.services.pitches.warm_paths import There, Warmth

__all__ = [
    "Column",
    "Corner",
    "Height",
    "Ladder",
    "Named",
    "Next",
    "NextStep",
    "Path",
    "Pick",
    "PickWhy",
    "PitchCard",
    "PitchPage",
    "PitchRow",
    "PitchStep",
    "PitchesPage",
    "Record",
    "Rung",
    "There",
    "Warmth",
    "Week",
    "ladder",
    "listing",
    "page",
    "read",
]


@dataclass(frozen=True, slots=True)
class PitchCard:
    """A pitch, and what it wants next."""

    pitch: PitchRow
    next: NextStep | None
    is_due: bool  # the nudge, or the day it named, has come

    @property
    def nudge_on(self) -> date | None:
        """When to write again."""
        return self.next.on if self.next and self.next.what is Next.NUDGE else None

    def may_rest(self, today: date) -> bool:
        """Its silence may be closed."""
        return bool(self.next and self.next.what is Next.LET_REST and self.next.on <= today)


@dataclass(frozen=True, slots=True)
class Column:
    """One stage of the board; the latest to get there first."""

    stage: Stage
    cards: tuple[PitchCard, ...]


@dataclass(frozen=True, slots=True)
class PitchesPage:
    columns: tuple[Column, ...]  # one for each stage, in their order
    cards: tuple[PitchCard, ...]  # all, by organisation
    dreams: tuple[PitchCard, ...]  # not sent yet: a ladder from easy to scary
    record: Record  # of those sent: a real conversation, or more
    corner: Corner  # the last dreaded ones
    nudge_after: tuple[int, ...]  # working days after sending


@dataclass(frozen=True, slots=True)
class Rung:
    """One dream on the ladder, and who is there."""

    card: PitchCard
    there: There


@dataclass(frozen=True, slots=True)
class Ladder:
    rungs: tuple[Rung, ...]  # from easy to scary
    batch: Batch  # a proposal for the week ahead
    planned: tuple[PitchCard, ...]  # meant to go out this week, by day


@dataclass(frozen=True, slots=True)
class PitchPage:
    """One pitch with what helps to write it."""

    card: PitchCard
    there: There
    corner: Corner  # without this one
    earlier: tuple[PitchRow, ...]  # others with a letter to copy from, the latest first
    nudge_after: tuple[int, ...]
    email: str  # of the person it goes to; "" when none is known


def listing(owner_id: UUID, today: date) -> PitchesPage:
    """All pitches. A fixed number of queries."""
    after = queries.nudge_after(owner_id)
    cards = _cards(owner_id, queries.every(owner_id), today, after)
    columns = {stage: [card for card in cards if card.pitch.stage is stage] for stage in Stage}
    facts = [card.pitch.fact() for card in cards]
    return PitchesPage(
        columns=tuple(Column(stage, _latest_first(found)) for stage, found in columns.items()),
        cards=cards,
        dreams=_laddered(cards),
        record=record(facts),
        corner=corner(facts),
        nudge_after=after,
    )


def ladder(owner_id: UUID, today: date) -> Ladder:
    """The dream list, who is there, and two for the week ahead. A fixed number of queries."""
    cards = _cards(owner_id, queries.every(owner_id), today)
    rungs = _laddered(cards)
    there = warm_paths.to(owner_id, [card.pitch.organisation for card in rungs])
    felt = [
        CheckIn(row.on, row.energy, row.pressure)
        for row in checkins.between(owner_id, today - LOOK_BACK, today)
    ]
    batch = propose_batch([card.pitch.fact() for card in cards], felt, today, rest.days(owner_id))
    planned = [card for card in rungs if card.pitch.planned_on and card.pitch.planned_on >= today]
    return Ladder(
        rungs=tuple(Rung(card, there[card.pitch.organisation]) for card in rungs),
        batch=batch,
        planned=tuple(sorted(planned, key=lambda card: card.pitch.planned_on or today)),
    )


def read(owner_id: UUID, pitch_id: UUID, today: date) -> PitchCard:
    """One pitch with its steps. Raises LookupError."""
    row = queries.one(owner_id, pitch_id)
    if row is None:
        raise LookupError(str(pitch_id))
    return _cards(owner_id, [row], today, queries.nudge_after(owner_id))[0]


def page(owner_id: UUID, pitch_id: UUID, today: date) -> PitchPage:
    """One pitch with who is there, earlier letters, and the record of scary ones. Raises LookupError."""
    listed = listing(owner_id, today)
    card = next((card for card in listed.cards if card.pitch.id == pitch_id), None)
    if card is None:
        raise LookupError(str(pitch_id))
    others = [each.pitch for each in listed.cards if each.pitch.id != pitch_id]
    written = [row for row in others if row.text]
    whom = card.pitch.person.id if card.pitch.person else None
    return PitchPage(
        card=card,
        there=warm_paths.to(owner_id, [card.pitch.organisation])[card.pitch.organisation],
        corner=corner(row.fact() for row in others),
        earlier=tuple(sorted(written, key=lambda row: row.stage_on or date.min, reverse=True)),
        nudge_after=listed.nudge_after,
        email=emails(owner_id, [whom]).get(whom, "") if whom else "",
    )


def _cards(
    owner_id: UUID, rows: Iterable[PitchRow], today: date, after: tuple[int, ...] = NUDGE_AFTER
) -> tuple[PitchCard, ...]:
    is_rest = rest.days(owner_id)
    cards = []
    for row in rows:
        coming = next_step(row.fact(), is_rest, today, after)
        nudge = coming.on if coming and coming.what is Next.NUDGE else None
        named = None if row.stage.is_closed else row.due
        is_due = any(day is not None and day <= today for day in (nudge, named))
        cards.append(PitchCard(row, coming, is_due))
    return tuple(cards)


def _laddered(cards: Iterable[PitchCard]) -> tuple[PitchCard, ...]:
    by_id: Mapping[UUID, PitchCard] = {card.pitch.id: card for card in cards}
    order = in_order(card.pitch.fact() for card in by_id.values())
    return tuple(by_id[pitch.id] for pitch in order if pitch.is_unsent)


def _latest_first(cards: Iterable[PitchCard]) -> tuple[PitchCard, ...]:
    return tuple(sorted(cards, key=lambda card: card.pitch.stage_on or date.min, reverse=True))
