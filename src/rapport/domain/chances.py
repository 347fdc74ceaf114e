"""How likely an ask is to lead to an introduction: a prior, and the user's own asks, as one interval.

COACH.md §3.2 and §3.3: the prior yield m of a band is scaled by the personal factor
g = (6 + Y) / (6 + sum of n m), and own outcomes are added to it: Beta(4 m g + y, 4 (1 - m g) + n - y).
An ask silent for d days counts 1 - exp(-d / 4) of a no.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from math import exp, lgamma, log

from rapport.domain.asks import Answer, Ask
from rapport.domain.values import dataclass


class Band(StrEnum):
    """How ready somebody is to introduce me."""

    HIGH = "high"
    MIDDLE = "middle"
    LOW = "low"


BOUNDS = ((0.20, Band.HIGH), (0.06, Band.MIDDLE), (0.0, Band.LOW))  # readiness (COACH.md §3.1)
PRIOR = {Band.HIGH: 0.20, Band.MIDDLE: 0.08, Band.LOW: 0.03}  # introductions an ask (COACH.md §3.2)
PRIOR_TRIES = 4.0  # what the prior weighs, in asks (COACH.md §3.3)
PERSONAL = 6.0  # introductions that the personal factor starts from (COACH.md §3.3)
MOST = 0.9
SILENT_DAYS = 4.0
INTERVAL = 0.8  # how sure the interval is
STEPS = 60  # halvings of the unit interval: exact to the last digit of a float


@dataclass(frozen=True, slots=True)
class Tried:
    """Own asks of one band; those that are open count for a part."""

    came: float = 0.0
    tried: float = 0.0


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


def tally(asks: Iterable[tuple[Ask, Band]], today: date) -> dict[Band, Tried]:
    """What came of the asks so far, by the band of whom was asked."""
    sums = {band: [0.0, 0.0] for band in Band}
    for ask, band in asks:
        came, tried = _counts(ask, today)
        sums[band][0] += came
        sums[band][1] += tried
    return {band: Tried(came, tried) for band, (came, tried) in sums.items()}


def chance(band: Band, record: Mapping[Band, Tried]) -> Chance:
    """Of a yes from somebody of this band."""
    came = sum(each.came for each in record.values())
    expected = sum(each.tried * PRIOR[known] for known, each in record.items())
    prior = min(MOST, PRIOR[band] * (PERSONAL + came) / (PERSONAL + expected))
    own = record.get(band, Tried())
    yes, no = PRIOR_TRIES * prior + own.came, PRIOR_TRIES * (1 - prior) + own.tried - own.came
    tail = (1 - INTERVAL) / 2
    return Chance(
        yes / (yes + no),
        quantile(tail, yes, no),
        quantile(1 - tail, yes, no),
        round(own.came),
        round(own.tried),
    )


def quantile(share: float, a: float, b: float) -> float:
    """Where Beta(a, b) has so much below it."""
    low, high = 0.0, 1.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        if below(middle, a, b) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def below(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b) (NIST DLMF 8.17.22: its continued fraction)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - below(1 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x)) / a
    fraction = 0.0
    for m in range(80, 0, -1):  # from the inside out; 80 pairs are exact for what is asked here
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        fraction = even / (1 + odd / (1 + fraction))
    first = -(a + b) * x / (a + 1)
    return front / (1 + first / (1 + fraction))


def _counts(ask: Ask, today: date) -> tuple[float, float]:
    if ask.answer is Answer.INTRODUCED:
        return 1.0, 1.0
    if not ask.answer.is_open:
        return 0.0, 1.0
    return 0.0, 1 - exp(-max(0, (today - ask.answer_since).days) / SILENT_DAYS)
