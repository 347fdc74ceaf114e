"""The day's minutes: what the week allows, eased by energy, the first days, the last ones, and time away."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from rapport.domain.challenge import Challenge
from rapport.domain.checkins import CheckIn
from rapport.domain.values import dataclass

RAMP_DAYS = 10  # from RAMP_START to all of it (COACH.md §3.5: .8 → 1 over 10 days)
RAMP_START = 0.8
LANDING_DAYS = 5  # the last days ease off towards a cadence that can last (judgement)
LANDING_END = 0.6
LANDING_FROM = 14  # days: a shorter challenge does not land, it would have no middle
COME_BACK = 0.5  # the first day after time away is half a day (judgement)
AWAY_DAYS = 3  # days one could have acted and did not

ENERGY_START = 0.6  # before anybody said: a fair day, above full speed
ENERGY_STEP = 0.35  # how much one check-in moves it (COACH.md §3.5)
GATE_FROM, GATE_WIDTH = 0.30, 0.25  # no pace at .30, full from .55 (COACH.md §3.5)
REMEMBERED = timedelta(days=14)  # an older check-in says nothing about today
LOW_ENERGY = 2  # of 5: today is for one small thing
GREAT_ENERGY = 5  # of 5: today can bear the step that frightens most


class Shape(StrEnum):
    """How the day was shaped, to be said above the cards."""

    REST = "rest"
    LOW_ENERGY = "low_energy"
    RAMP = "ramp"  # the first days start small
    LANDING = "landing"  # the last days ease off
    COME_BACK = "come_back"  # after days away
    STEADY = "steady"
    NO_CHALLENGE = "no_challenge"


@dataclass(frozen=True, slots=True)
class Pace:
    """What today is given, and why."""

    shape: Shape
    minutes: int


@dataclass(frozen=True, slots=True)
class Week:
    """What the user said about their time."""

    minutes: int
    rest_weekdays: frozenset[int]
    challenge: Challenge | None = None

    def current(self, today: date) -> Challenge | None:
        return self.challenge if self.challenge and today in self.challenge else None

    def is_rest(self, day: date) -> bool:
        """The challenge's own rest days while it runs; the usual ones before and after."""
        if challenge := self.current(day):
            return challenge.is_rest(day)
        return day.weekday() in self.rest_weekdays

    def share(self, today: date) -> float:
        """One day's part of the week's minutes, spread over its days without rest."""
        challenge = self.current(today)
        rest = challenge.rest_weekdays if challenge else self.rest_weekdays
        return self.minutes / max(1, 7 - len(rest))


def pace_of(
    week: Week,
    today: date,
    energy: int | None,
    checkins: Sequence[CheckIn],
    active_on: Iterable[date],
    minutes: int | None = None,
) -> Pace:
    """Today's minutes; `minutes`, how many the user says are free, win over the pace but not over rest."""
    if week.is_rest(today):
        return Pace(Shape.REST, 0)
    gate = gate_of(smoothed_energy(checkins, today, energy))
    low = gate == 0 or (energy is not None and energy <= LOW_ENERGY)
    away = days_away(active_on, today, week) >= AWAY_DAYS
    shape, factor = _stretch(week.current(today), today)
    if away:
        shape, factor = Shape.COME_BACK, factor * COME_BACK
    if low:
        shape = Shape.LOW_ENERGY
    given = week.share(today) * factor * gate if minutes is None else minutes
    return Pace(shape, max(0, round(given)))


def smoothed_energy(checkins: Sequence[CheckIn], today: date, energy: int | None) -> float:
    """0 to 1: each check-in of the last two weeks moves it by a third; `energy` is today's."""
    level = ENERGY_START
    recent = (c for c in checkins if today - REMEMBERED <= c.on < today)
    said = sorted((c.on, c.energy) for c in recent if c.energy is not None)
    if energy is not None:
        said.append((today, energy))
    for _, value in said:
        level += ENERGY_STEP * ((value - 1) / 4 - level)
    return level


def gate_of(level: float) -> float:
    """0 when spent, 1 from a fair day on."""
    return min(1.0, max(0.0, (level - GATE_FROM) / GATE_WIDTH))


def days_away(active_on: Iterable[date], today: date, week: Week) -> int:
    """Days without rest since the last action, today left out; 0 when there never was one."""
    last = max((day for day in active_on if day < today), default=None)
    if last is None:
        return 0
    between = (last + timedelta(days=n) for n in range(1, min((today - last).days, 60)))
    return sum(not week.is_rest(day) for day in between)


def _stretch(challenge: Challenge | None, today: date) -> tuple[Shape, float]:
    """Where in the challenge today lies; without one, the pace it landed in goes on."""
    if challenge is None:
        return Shape.NO_CHALLENGE, LANDING_END
    number, left = challenge.day_number(today), (challenge.ends_on - today).days
    if number < RAMP_DAYS:
        return Shape.RAMP, RAMP_START + (1 - RAMP_START) * (number - 1) / (RAMP_DAYS - 1)
    if left < LANDING_DAYS and challenge.days >= LANDING_FROM:
        return Shape.LANDING, LANDING_END + (1 - LANDING_END) * left / LANDING_DAYS
    return Shape.STEADY, 1.0
