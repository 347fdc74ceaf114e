"""All constants of one rival world, and what is drawn from them before the first morning."""

from collections.abc import Mapping
from math import exp
from random import Random
from typing import Final

from lab.protocol import WEEK, Arm, Contact
from rapport.domain.simulation.chance import logit, mean, spread, unlogit
from rapport.domain.simulation.life.network import FEWEST, MOST, SURE, Somebody
from rapport.domain.values import dataclass

SEASONAL: Final = (Arm.SMALL, Arm.MIDDLE, Arm.LARGE, Arm.CONFERENCE, Arm.SERIES)
REMEMBERS: Final = 0.8  # of a season, from week to week
DORMANT_WARMTH: Final = 0.7  # on the logit: how much a close tie says more easily yes to being found again


@dataclass(frozen=True, slots=True)
class Temper:
    """How a rival world is."""

    contacts: float
    circles: int
    openness: float  # standard deviation of the circles, on the logit
    by_tie: float  # weight of the tie, on the logit
    shows: float  # correlation of what shows with what is
    dormant: float
    ask: float  # connections from asking somebody at random
    several: float  # further people an introduction brings, on average
    damage: float  # of goodwill, by an ask that fails
    heals: float  # of it, a day
    reconnect: float
    give: float
    pitch: float
    follow_up: float
    follow_up_days: int  # it is worth something
    nudge: float
    wait: float  # days, in the middle
    wait_spread: float  # log-normal
    silent: float
    evenings: Mapping[Arm, float]
    supply: Mapping[Arm, float]  # a week
    nothing: float  # share of evenings that give nothing
    series: float
    met: float
    season: float  # standard deviation, on the logarithm
    drift: float  # the same, a week
    variety: float
    weekly: float
    mood: float
    mood_noise: float
    quits: float  # a day
    drought: float  # days without a connection until one leaves twice as easily


@dataclass(frozen=True, slots=True)
class Circles:
    """Everybody one knows, and the circle each belongs to."""

    people: tuple[Somebody, ...]
    of: tuple[int, ...]


def draw_circles(temper: Temper, rng: Random) -> Circles:
    """Ties and openness are normal, answers logistic; what shows shares `shows` with the truth."""
    count = round(min(max(temper.contacts * spread(rng, 0.25), FEWEST), MOST))
    open_ = [rng.gauss(0, temper.openness) for _ in range(temper.circles)]
    of = tuple(rng.randrange(temper.circles) for _ in range(count))
    ties = [rng.gauss(0, 1) for _ in range(count)]
    fits = [open_[circle] + rng.gauss(0, 0.5) for circle in of]
    pulls = [temper.by_tie * tie + fit for tie, fit in zip(ties, fits, strict=True)]
    yes = _scaled([unlogit(logit(0.06) + pull) for pull in pulls], temper.ask / (1 + temper.several))
    again = _scaled([unlogit(logit(0.18) + DORMANT_WARMTH * tie) for tie in ties], temper.reconnect)
    people = []
    for number in range(count):
        closeness = unlogit(1.2 * _seen(temper, ties[number], rng) - 0.8)
        told = _seen(temper, fits[number], rng)
        fit = 0.8 if told > 1.0 else 0.4 if told > 0.0 else 0.1
        dormant = rng.random() < temper.dormant
        shown = Contact(number, closeness, fit, dormant)
        people.append(Somebody(shown, yes[number], again[number] if dormant else 0.0))
    return Circles(tuple(people), of)


def draw_seasons(temper: Temper, days: int, rng: Random) -> tuple[float, ...]:
    """For each week a factor on all evenings; around 1, and it stays a while."""
    level, factors = rng.gauss(0, temper.season), []
    for _ in range(days // WEEK + 1):
        factors.append(exp(level - temper.season**2 / 2))
        fresh = rng.gauss(0, temper.season * (1 - REMEMBERS**2) ** 0.5)
        level = REMEMBERS * level + fresh
    return tuple(factors)


def draw_drift(temper: Temper, days: int, rng: Random) -> Mapping[Arm, tuple[float, ...]]:
    """For each arm and week a factor that wanders off."""
    paths = {}
    for arm in Arm:
        level, factors = 0.0, []
        for _ in range(days // WEEK + 1):
            factors.append(exp(level))
            level += rng.gauss(0, temper.drift)
        paths[arm] = tuple(factors)
    return paths


def _seen(temper: Temper, truth: float, rng: Random) -> float:
    return temper.shows * truth + rng.gauss(0, (1 - temper.shows**2) ** 0.5)


def _scaled(rates: list[float], wanted: float) -> list[float]:
    usual = mean(rates)
    return [min(SURE, rate * wanted / usual) for rate in rates]
