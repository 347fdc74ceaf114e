"""The board, the list and the dream list of pitches."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from rapport.db.queries import pitches as queries
from rapport.db.queries import rest
from rapport.db.queries.pitches import PitchRow
from rapport.db.queries.values import Named
from rapport.domain.learning import Share, share
from rapport.domain.pitches import PitchStep, Stage, nudge_on, rung
from rapport.domain.values import dataclass

__all__ = [
    "Column",
    "Named",
    "PitchCard",
    "PitchRow",
    "PitchStep",
    "PitchesPage",
    "listing",
    "read",
]


@dataclass(frozen=True, slots=True)
class PitchCard:
    """A pitch, and when it wants a nudge."""

    pitch: PitchRow
    nudge_on: date | None
    is_due: bool  # the nudge, or the day it named, has come


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
    came_of_it: Share  # of those sent: a real conversation, or more


def listing(owner_id: UUID, today: date) -> PitchesPage:
    """All pitches. A fixed number of queries."""
    cards = _cards(owner_id, queries.every(owner_id), today)
    sent = [card.pitch.fact() for card in cards if card.pitch.sent_on]
    columns = {stage: [card for card in cards if card.pitch.stage is stage] for stage in Stage}
    dreams = [card for card in cards if card.pitch.stage in (Stage.DREAM, Stage.DRAFT)]
    return PitchesPage(
        columns=tuple(Column(stage, _latest_first(found)) for stage, found in columns.items()),
        cards=cards,
        dreams=tuple(sorted(dreams, key=lambda card: rung(card.pitch.fact()))),
        came_of_it=share(sum(pitch.came_of_it for pitch in sent), len(sent)),
    )


def read(owner_id: UUID, pitch_id: UUID, today: date) -> PitchCard:
    """One pitch with its steps. Raises LookupError."""
    row = queries.one(owner_id, pitch_id)
    if row is None:
        raise LookupError(str(pitch_id))
    return _cards(owner_id, [row], today)[0]


def _cards(owner_id: UUID, rows: Iterable[PitchRow], today: date) -> tuple[PitchCard, ...]:
    is_rest = rest.days(owner_id)
    cards = []
    for row in rows:
        nudge = nudge_on(row.fact(), is_rest)
        named = None if row.stage.is_closed else row.due
        is_due = any(day is not None and day <= today for day in (nudge, named))
        cards.append(PitchCard(row, nudge, is_due))
    return tuple(cards)


def _latest_first(cards: Iterable[PitchCard]) -> tuple[PitchCard, ...]:
    return tuple(sorted(cards, key=lambda card: card.pitch.stage_on or date.min, reverse=True))
