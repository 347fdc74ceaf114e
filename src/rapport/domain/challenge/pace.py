"""The day's minutes: what the week allows, eased by energy, the first days, the last ones, and time away.

A bank of effort (COACH.md §3.5): every day without rest pays in its part of the week, times the ramp and
1 - answers × (1 - gate × capacity); what was done is taken out. An evening may overdraw it, and the debt is
the rest that follows. Time away pays in next to nothing, so that nothing is ever owed. Answers: how far one's
check-ins answer to effort (domain.challenge.load); where lighter days do not lift them, days are eased less.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date, timedelta
from enum import StrEnum

from rapport.domain.challenge.challenge import Challenge
from rapport.domain.challenge.checkins import CheckIn
from rapport.domain.challenge.load import Response
from rapport.domain.values import dataclass

RAMP_DAYS = 10  # from RAMP_START to all of it (COACH.md §3.5: .8 → 1 over 10 days)
RAMP_START = 0.8
LANDING_DAYS = 5  # the last days ease off towards a cadence that can last (judgement)
LANDING_END = 0.6
LANDING_FROM = 14  # days: a shorter challenge does not land, it would have no middle
COME_BACK = 0.5  # the first day after time away is half a day (judgement)
AWAY_DAYS = 3  # days one could have acted and did not: two are skipped freely
KEPT = 0.7  # of a week: the most the bank keeps (COACH.md §3.5)
DAY_MOST = 2.0  # parts of a day: the most one day is given, however full the bank

ENERGY_START = 0.6  # before anybody said: a fair day, above full speed
ENERGY_STEP = 0.35  # how much one check-in moves it (COACH.md §3.5)
GATE_FROM, GATE_WIDTH = 0.30, 0.25  # no pace at .30, full from .55 (COACH.md §3.5)
# A week of less energy than this lowers the capacity, any other raises it. COACH.md §3.5 has .50 and .62,
# which throttles whoever always feels so so: on made-up worlds it cost connections and kept nobody in.
TIRED = 0.42
LESS, MORE = 0.8, 1.12  # by what
CAPACITY_LEAST = 0.2
LIGHTER = 0.9  # of a full pace: below, the day is called lighter
REMEMBERED = timedelta(days=14)  # an older check-in says nothing about today
ANSWERS = (
    0.5  # of what was guessed that effort takes: below, lighter days do not help (domain.challenge.load)
)
LOOK_BACK = timedelta(days=84)  # what the bank, the capacity and the answer to effort are reckoned from
A_DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)
LOW_ENERGY = 2  # of 5: today is for one small thing
GREAT_ENERGY = 5  # of 5: today can bear the step that frightens most


class Shape(StrEnum):
    """How the day was shaped, to be said above the cards."""

    REST = "rest"
    LOW_ENERGY = "low_energy"
    AFTER_EFFORT = "after_effort"  # the last days took more than their part
    LIGHTER = "lighter"  # check-ins were low of late
    UNMOVED = "unmoved"  # they were, but lighter days did not lift them: hardly eased
    RAMP = "ramp"  # the first days start small
    LANDING = "landing"  # the last days ease off
    COME_BACK = "come_back"  # after days away
    STEADY = "steady"
    ALL_HOURS = "all_hours"  # as the user asked, for a week
    NO_CHALLENGE = "no_challenge"


@dataclass(frozen=True, slots=True)
class Pace:
    """What today is given, and why."""

    shape: Shape
    minutes: int
    energy: float = ENERGY_START  # 0 to 1, smoothed over the check-ins
    gate: float = 1.0  # how far today's energy opens the pace
    capacity: float = 1.0  # what the weeks so far say one can carry, of the hours one named
    bank: int = 0  # minutes: may be owed, as rest
    answers: float = 1.0  # how far check-ins answer to effort, of what was guessed: so far days are eased

    @property
    def lighter(self) -> float:
        """By how much of a full day."""
        return eased(self.gate, self.capacity, self.answers)


@dataclass(frozen=True, slots=True)
class Week:
    """What the user said about their time."""

    minutes: int
    rest_weekdays: frozenset[int]
    challenge: Challenge | None = None
    holidays: frozenset[date] = frozenset()
    flat_until: date | None = None  # all the hours, up to this day

    def current(self, today: date) -> Challenge | None:
        return self.challenge if self.challenge and today in self.challenge else None

    def is_rest(self, day: date) -> bool:
        """The challenge's own rest days while it runs; the usual ones before and after; holidays always."""
        if day in self.holidays:
            return True
        if challenge := self.current(day):
            return challenge.is_rest(day)
        return day.weekday() in self.rest_weekdays

    def is_flat(self, day: date) -> bool:
        """In the week the user chose."""
        return self.flat_until is not None and self.flat_until - A_WEEK < day <= self.flat_until

    def share(self, today: date) -> float:
        """One day's part of the week's minutes, spread over its days without rest."""
        challenge = self.current(today)
        rest = challenge.rest_weekdays if challenge else self.rest_weekdays
        return self.minutes / max(1, 7 - len(rest))


@dataclass(frozen=True, slots=True)
class Past:
    """What the pace looks back on."""

    checkins: Sequence[CheckIn] = ()
    active_on: Iterable[date] = ()
    spent: Mapping[date, float] = field(default_factory=dict)  # minutes; unsaid, an active day spent its part


def pace_of(week: Week, today: date, energy: int | None, past: Past, minutes: int | None = None) -> Pace:
    """Today's minutes; `minutes`, how many the user says are free, win over the pace but not over rest."""
    if week.is_rest(today):
        return Pace(Shape.REST, 0)
    active = {day for day in past.active_on if day < today} | {day for day in past.spent if day < today}
    ledger = _Ledger(week, past.checkins, today, energy)
    ledger.run(active, past.spent, today)
    given = min(ledger.bank, DAY_MOST * week.share(today) * ledger.factor) if minutes is None else minutes
    shape = ledger.shape(energy)
    bank, minutes = round(ledger.bank), max(0, round(given))
    return Pace(shape, minutes, ledger.energy, ledger.gate, ledger.capacity, bank, ledger.answers)


class _Ledger:
    """The bank, day by day."""

    def __init__(self, week: Week, checkins: Sequence[CheckIn], today: date, energy: int | None) -> None:
        self.week, self.today = week, today
        since = today - LOOK_BACK
        said = sorted((c.on, c.energy) for c in checkins if since <= c.on < today and c.energy is not None)
        self.felt = dict[date, list[int]]()
        for on, value in [*said, *([(today, energy)] if energy is not None else [])]:
            self.felt.setdefault(on, []).append(value)
        self.energy, self.gate, self.capacity = ENERGY_START, 1.0, 1.0
        self.bank = self.factor = 0.0
        self.stage, self.idle, self.last_felt = Shape.STEADY, 0, date.min
        self.response = Response()

    @property
    def answers(self) -> float:
        return self.response.share

    def run(self, active: set[date], spent: Mapping[date, float], today: date) -> None:
        """From the first day anything is known of to the morning of today."""
        challenge = self.week.challenge
        firsts = [day for day in (min(active, default=None), min(self.felt, default=None)) if day]
        if challenge and challenge.starts_on <= today:
            firsts.append(challenge.starts_on)
        first = max(today - LOOK_BACK, min([*firsts, today]))
        begins, ends = (challenge.starts_on, challenge.ends_on) if challenge else (date.max, date.min)
        during, outside = self.week.share(begins), self.week.share(ends + A_DAY if challenge else ends)
        if today - first > LOOK_BACK - A_WEEK:  # nobody began there: one was in the middle of it
            week = sum(spent.get(first + timedelta(days=number), 0.0) for number in range(7))
            self.response.effort = week / 7 / max(1.0, during if begins <= first <= ends else outside)
        began = False
        for number in range((today - first).days + 1):
            day = first + timedelta(days=number)
            is_rest = self.week.is_rest(day)
            self._feel(day, full_week=number >= 7)
            runs = begins <= day <= ends
            share, running = (during, challenge) if runs else (outside, None)
            paid = 0.0 if is_rest else self._pay_in(day, share, running)
            took = 0.0
            if day in active:
                took = spent.get(day, max(0.0, min(paid, self.bank)))
                began, self.idle = True, 0
            elif began and not is_rest and self.gate > 0 and self.bank > 0:  # one could have acted
                self.idle += 1
            self.bank -= took
            self.response.spend(took / max(1.0, share))

    def _feel(self, day: date, *, full_week: bool) -> None:
        """What the check-in of the day says, and on a Monday what the week did."""
        if day - self.last_felt > REMEMBERED:
            self.energy = ENERGY_START
        for value in self.felt.get(day, ()):
            self.energy = felt(self.energy, value)
            self.last_felt = day
            if day < self.today:  # what is said today opens today, and teaches from tomorrow on
                self.response.feel((value - 1) / 4)
        if full_week and day.weekday() == 0 and day - self.last_felt < A_WEEK:
            self.capacity = next_capacity(self.capacity, self.energy)

    def _pay_in(self, day: date, share: float, challenge: Challenge | None) -> float:
        """The day's part; next to nothing after time away."""
        if flat := self.week.is_flat(day):
            self.stage, self.factor, self.gate, self.capacity = Shape.ALL_HOURS, 1.0, 1.0, 1.0
        else:
            self.gate = gate_of(self.energy)
            self.stage, self.factor = _stretch(challenge, day)
        paid = share * self.factor * (1 - eased(self.gate, self.capacity, self.answers))
        before, self.bank = self.bank, min(self.bank + paid, max(self.bank, KEPT * self.week.minutes, paid))
        if self.idle >= AWAY_DAYS:
            self.bank = min(self.bank, COME_BACK * paid)
            self.stage = self.stage if flat else Shape.COME_BACK
        return self.bank - before

    def shape(self, energy: int | None) -> Shape:
        """What to say of today."""
        if self.stage is Shape.ALL_HOURS:
            return self.stage
        if self.gate == 0 or (energy is not None and energy <= LOW_ENERGY):
            return Shape.LOW_ENERGY
        if self.stage is Shape.COME_BACK:
            return self.stage
        if self.bank <= 0:
            return Shape.AFTER_EFFORT
        if self.gate * self.capacity < LIGHTER and self.answers < ANSWERS:
            return Shape.UNMOVED
        if eased(self.gate, self.capacity, self.answers) > 1 - LIGHTER:
            return Shape.LIGHTER
        return self.stage


def eased(gate: float, capacity: float, answers: float) -> float:
    """By how much of a full day a day is lighter: only as far as check-ins answer to effort."""
    return answers * (1 - gate * capacity)


def next_capacity(capacity: float, energy: float) -> float:
    """After a week: less for the tired, and again more for the others."""
    return max(CAPACITY_LEAST, capacity * LESS) if energy < TIRED else min(1.0, capacity * MORE)


def smoothed_energy(checkins: Sequence[CheckIn], today: date, energy: int | None) -> float:
    """0 to 1: each check-in of the last two weeks moves it by a third; `energy` is today's."""
    level = ENERGY_START
    recent = (c for c in checkins if today - REMEMBERED <= c.on < today)
    said = sorted((c.on, c.energy) for c in recent if c.energy is not None)
    if energy is not None:
        said.append((today, energy))
    for _, value in said:
        level = felt(level, value)
    return level


def felt(level: float, value: int) -> float:
    """Energy from 0 to 1, after a check-in of 1 to 5."""
    return level + ENERGY_STEP * ((value - 1) / 4 - level)


def gate_of(level: float) -> float:
    """0 when spent, 1 from a fair day on."""
    return min(1.0, max(0.0, (level - GATE_FROM) / GATE_WIDTH))


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
