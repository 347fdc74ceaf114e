"""What came of the pitches: by rung, warm or cold, and after the ones that were dreaded."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from rapport.domain.learning.learning import Share, share
from rapport.domain.pitches.pitches import FRIGHTENING, Pitch
from rapport.domain.values import dataclass

EARLY = 5  # tries: fewer say too little to compare
LAST = 5  # dreaded ones that are remembered


class Height(StrEnum):
    """How far up the ladder."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


class Path(StrEnum):
    WARM = "warm"  # somebody led there
    COLD = "cold"


@dataclass(frozen=True, slots=True)
class Record:
    """Of those sent: came to a real conversation, of how many, with intervals."""

    all: Share
    waiting: int  # of them still without an answer
    by_height: tuple[tuple[Height, Share], ...]  # heights with any, from low to high
    by_path: tuple[tuple[Path, Share], ...]

    @property
    def is_early(self) -> bool:
        return self.all.tried < EARLY


@dataclass(frozen=True, slots=True)
class Corner:
    """The dreaded ones that were sent all the same, and what happened."""

    dreaded: int = 0
    answered: int = 0
    calls: int = 0  # of those answered
    waiting: int = 0
    last: tuple[Pitch, ...] = ()  # the latest first


def record(pitches: Iterable[Pitch]) -> Record:
    every = list(pitches)
    sent = [pitch for pitch in every if pitch.sent_on]
    top = max((pitch.rung or 0 for pitch in every), default=0)
    heights = [(code, [p for p in sent if height(p, top) is code]) for code in Height]
    paths = [(code, [p for p in sent if path(p) is code]) for code in Path]
    return Record(
        _share(sent),
        sum(pitch.stage.is_waiting for pitch in sent),
        tuple((height_, _share(found)) for height_, found in heights if found),
        tuple((path_, _share(found)) for path_, found in paths if found),
    )


def height(pitch: Pitch, top: int) -> Height | None:
    """By its fright where that was said; else by the third of the ladder it stood on; None for neither."""
    if pitch.fright is not None:
        if pitch.fright >= FRIGHTENING:
            return Height.HIGH
        return Height.MIDDLE if pitch.fright == FRIGHTENING - 1 else Height.LOW
    if pitch.rung is None or top < len(Height):
        return None
    return list(Height)[min(2, (pitch.rung - 1) * 3 // top)]


def path(pitch: Pitch) -> Path:
    return Path.WARM if pitch.through_id else Path.COLD


def corner(pitches: Iterable[Pitch]) -> Corner:
    """What happened after the scary ones."""
    dreaded = [pitch for pitch in pitches if pitch.is_scary and pitch.sent_on]
    dreaded.sort(key=lambda pitch: (pitch.sent_on or date.min, str(pitch.id)), reverse=True)
    return Corner(
        len(dreaded),
        sum(pitch.was_answered for pitch in dreaded),
        sum(pitch.came_of_it for pitch in dreaded),
        sum(pitch.stage.is_waiting for pitch in dreaded),
        tuple(dreaded[:LAST]),
    )


def _share(sent: list[Pitch]) -> Share:
    return share(sum(pitch.came_of_it for pitch in sent), len(sent))
