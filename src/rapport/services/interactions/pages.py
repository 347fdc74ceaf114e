"""One interaction for its form, and everything of one day."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from rapport.db.queries import (
    asks,
    checkins,
    gatherings,
    giving,
    interaction_rows,
    introductions,
    notes,
    opportunities,
    pitches,
)
from rapport.db.queries.asks import AskRow
from rapport.db.queries.checkins import CheckInRow
from rapport.db.queries.gatherings import GatheringRow
from rapport.db.queries.giving import HelpRow
from rapport.db.queries.interaction_rows import InteractionRow, Part
from rapport.db.queries.introductions import IntroductionRow
from rapport.db.queries.notes import NoteRow
from rapport.db.queries.opportunities import OpportunityRow
from rapport.db.queries.pitches import PitchRow
from rapport.domain.values import dataclass

__all__ = [
    "AskRow",
    "CheckInRow",
    "DayPage",
    "GatheringRow",
    "HelpRow",
    "InteractionRow",
    "IntroductionRow",
    "NoteRow",
    "OpportunityRow",
    "Part",
    "PitchRow",
    "of_day",
    "read",
]


@dataclass(frozen=True, slots=True)
class DayPage:
    """What happened on one day."""

    on: date
    interactions: tuple[InteractionRow, ...]
    checkin: CheckInRow | None
    gatherings: tuple[GatheringRow, ...]
    asks: tuple[AskRow, ...]
    introductions: tuple[IntroductionRow, ...]
    pitches: tuple[PitchRow, ...]  # that reached a stage
    helps: tuple[HelpRow, ...]  # promised or given
    opportunities: tuple[OpportunityRow, ...]
    notes: tuple[NoteRow, ...]

    @property
    def is_empty(self) -> bool:
        told = (self.interactions, self.gatherings, self.asks, self.introductions, self.pitches, self.helps)
        return not any((*told, self.opportunities, self.notes, self.checkin))


def read(owner_id: UUID, interaction_id: UUID) -> InteractionRow:
    """One interaction with its rulings. Raises LookupError."""
    found = interaction_rows.one(owner_id, interaction_id)
    if found is None:
        raise LookupError(str(interaction_id))
    return found


def of_day(owner_id: UUID, day: date) -> DayPage:
    """A fixed number of queries, whatever the day held."""
    return DayPage(
        on=day,
        interactions=tuple(interaction_rows.of_day(owner_id, day)),
        checkin=next(iter(checkins.between(owner_id, day, day)), None),
        gatherings=tuple(gatherings.of_day(owner_id, day)),
        asks=tuple(asks.of_day(owner_id, day)),
        introductions=tuple(introductions.of_day(owner_id, day)),
        pitches=tuple(pitches.of_day(owner_id, day)),
        helps=tuple(giving.helps(owner_id, Q(promised_on=day) | Q(given_on=day))),
        opportunities=tuple(opportunities.rows(owner_id, Q(on=day))),
        notes=tuple(notes.rows(owner_id, Q(on=day))),
    )
