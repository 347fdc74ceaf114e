"""Meetings of people: one date each, some in a series."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from rapport.domain.values import dataclass


class GatheringKind(StrEnum):
    MEETUP = "meetup"
    PANEL = "panel"
    WORKSHOP = "workshop"
    PARTY = "party"
    CONFERENCE = "conference"
    OTHER = "other"


class Attendance(StrEnum):
    GOING = "going"
    MAYBE = "maybe"
    WENT = "went"
    SKIPPED = "skipped"


SMALL_SIZE = 100  # people: at most this many is small (MARKET.md: a prior only, the user's own yield decides)


@dataclass(frozen=True, slots=True)
class Gathering:
    id: UUID
    name: str
    on: date
    size: int | None = None  # people there; None: not said
    kind: GatheringKind = GatheringKind.MEETUP
    attendance: Attendance = Attendance.GOING
    series_id: UUID | None = None
    invited_by: UUID | None = None
    stretch: bool = False

    @property
    def is_small(self) -> bool | None:
        """None when the size is not known."""
        return None if self.size is None else self.size <= SMALL_SIZE
