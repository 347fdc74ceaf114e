"""How likely an ask is to lead to an introduction: the coach's own estimate, for asks alone."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from rapport.domain.asks.asks import Answer, Ask
from rapport.domain.learning.arms import Arm
from rapport.domain.learning.attempts import Attempt
from rapport.domain.learning.learning import Learned, learn
from rapport.domain.values import dataclass


class Band(StrEnum):
    """How ready somebody is to introduce me."""

    HIGH = "high"
    MIDDLE = "middle"
    LOW = "low"


BOUNDS = ((0.20, Band.HIGH), (0.06, Band.MIDDLE), (0.0, Band.LOW))  # readiness (COACH.md §3.1)
ARMS_OF = {Band.HIGH: Arm.ASK_HIGH, Band.MIDDLE: Arm.ASK_MIDDLE, Band.LOW: Arm.ASK_LOW}


@dataclass(frozen=True, slots=True)
class Chance:
    """Of a yes, with its 80 % interval, and the own asks it rests on."""

    mean: float
    low: float
    high: float
    came: int
    tried: int


def band_of(readiness: float) -> Band:
    return next(band for least, band in BOUNDS if readiness >= least)


def tally(asks: Iterable[tuple[Ask, Band]], today: date) -> Learned:
    """What came of the asks so far, by the band of whom was asked."""
    return learn((_attempt(ask, band) for ask, band in asks), today)


def chance(band: Band, learned: Learned) -> Chance:
    """Of a yes from somebody of this band."""
    found = learned.of(ARMS_OF[band])
    return Chance(found.mean, found.low, found.high, found.came, round(found.weight))


def _attempt(ask: Ask, band: Band) -> Attempt:
    """Silence is counted from the last thing they said."""
    came = int(ask.answer is Answer.INTRODUCED)
    return Attempt(ARMS_OF[band], ask.answer_since, came, settled=not ask.answer.is_open)
