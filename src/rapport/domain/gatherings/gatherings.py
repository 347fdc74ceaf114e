"""Meetings of people: one date each, some in a series."""

from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from rapport.domain.text import fold
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


class SizeBand(StrEnum):
    """How large, as the coach counts it (COACH.md §3.2)."""

    FEW = "few"  # at most 30
    SMALL = "small"  # at most 100
    LARGE = "large"
    CONFERENCE = "conference"


FEW_SIZE = 30  # people
SMALL_SIZE = 100  # people: at most this many is small (MARKET.md: a prior only, the user's own yield decides)
CROWD_SIZE = 500  # people: from here on it is met like a conference, whatever it is called

KIND_WORDS: Final = (  # what a name says of its kind, folded; the first that fits
    (GatheringKind.CONFERENCE, ("conference", "congress", "congres", "summit", "symposium", "convention",
                                "colloque", "salon", "forum", "assises")),
    (GatheringKind.WORKSHOP, ("workshop", "atelier", "masterclass", "hackathon", "training", "formation")),
    (GatheringKind.PANEL, ("panel", "talk", "talks", "lecture", "table ronde", "debat", "conversation",
                           "keynote", "rencontre avec")),
    (GatheringKind.PARTY, ("party", "drinks", "soiree", "fete", "aperitif", "apero", "happy hour",
                           "vernissage", "picnic", "pique-nique")),
)  # fmt: skip


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


def band_of(size: int | None, kind: GatheringKind) -> SizeBand | None:
    """None when neither size nor kind tells."""
    if kind is GatheringKind.CONFERENCE or (size or 0) >= CROWD_SIZE:
        return SizeBand.CONFERENCE
    if size is None:
        return None
    if size <= FEW_SIZE:
        return SizeBand.FEW
    return SizeBand.SMALL if size <= SMALL_SIZE else SizeBand.LARGE


def kind_in(name: str) -> GatheringKind:
    """What the words of a name say it is; a meetup where they say nothing."""
    said = f" {' '.join(fold(name).replace('-', ' ').split())} "
    for kind, words in KIND_WORDS:
        if any(f" {word} " in said or f" {word}s " in said for word in words):
            return kind
    return GatheringKind.MEETUP
