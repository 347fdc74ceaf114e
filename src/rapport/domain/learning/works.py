"""What works for me: each kind of try with what came of it, and what so few tries can tell.

Nothing is compared that cannot be: a difference is told only where two 80 % intervals lie apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from statistics import fmean
from typing import Final

from rapport.domain.learning.arms import ARMS, Arm
from rapport.domain.learning.attempts import Attempt
from rapport.domain.learning.learning import EARLY, Z_80, Estimate, Learned, Share, learn, share
from rapport.domain.values import dataclass
from rapport.domain.ways import Way

ENOUGH: Final = 5  # tries on each side before two shares are compared (judgement)


class DayPart(StrEnum):
    """When something was done."""

    MORNING = "morning"  # before 12
    AFTERNOON = "afternoon"  # before 17
    EVENING = "evening"


def part_of(hour: int) -> DayPart:
    if hour < 12:
        return DayPart.MORNING
    return DayPart.AFTERNOON if hour < 17 else DayPart.EVENING


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of try."""

    arm: Arm
    estimate: Estimate
    usual: float  # the first guess that everybody begins with, connections a try
    guess: float  # the one that counts: the usual, or the user's own
    remembered: int  # tries from before Rapport among them
    minutes: int  # of one try: as said, else the usual effort
    minutes_said: bool
    energy_after: float | None  # mean of the check-ins after it, 1 low … 5 high
    energy_known: int  # how many

    @property
    def is_early(self) -> bool:
        """Too early to tell."""
        return self.estimate.is_early

    @property
    def worth(self) -> float:
        """Connections to expect of 45 minutes."""
        return self.estimate.mean / ARMS[self.arm].effort


@dataclass(frozen=True, slots=True)
class Hours:
    """One part of the day: how many of the tries in it led to somebody."""

    part: DayPart
    led: Share

    @property
    def is_early(self) -> bool:
        return self.led.tried < EARLY


@dataclass(frozen=True, slots=True)
class Compared:
    """The tries of one way before Rapport, and since."""

    way: Way
    before: Share
    since: Share

    @property
    def tells(self) -> bool:
        """The two intervals lie apart."""
        return self.before.high < self.since.low or self.since.high < self.before.low


@dataclass(frozen=True, slots=True)
class Works:
    lines: tuple[Line, ...]  # every kind, in the order of the codes
    hours: tuple[Hours, ...]
    compared: tuple[Compared, ...]
    came: int  # connections in all
    tried: int
    first_on: date | None  # of the tries since Rapport

    @property
    def ranked(self) -> tuple[Line, ...]:
        """Those one has tried, the best for its time first."""
        return tuple(sorted((one for one in self.lines if one.estimate.tried), key=lambda one: -one.worth))


def look_at(attempts: Iterable[Attempt], today: date, guesses: Mapping[Arm, float]) -> Works:
    """Of all tries, those from before Rapport too."""
    every = tuple(attempts)
    by_arm: dict[Arm, list[Attempt]] = defaultdict(list)
    for one in every:
        by_arm[one.arm].append(one)
    learned = learn(every, today, guesses)
    return Works(
        lines=tuple(_line(arm, by_arm[arm], learned, guesses) for arm in ARMS),
        hours=tuple(_hours(every)),
        compared=tuple(_compared(every)),
        came=sum(one.came for one in every),
        tried=len(every),
        first_on=min((one.on for one in every if not one.remembered), default=None),
    )


def _line(arm: Arm, tries: list[Attempt], learned: Learned, guesses: Mapping[Arm, float]) -> Line:
    minutes = [one.minutes for one in tries if one.minutes]
    felt = [one.energy_after for one in tries if one.energy_after is not None]
    return Line(
        arm=arm,
        estimate=learned.of(arm),
        usual=ARMS[arm].prior,
        guess=guesses.get(arm, ARMS[arm].prior),
        remembered=sum(one.remembered for one in tries),
        minutes=round(fmean(minutes) if minutes else ARMS[arm].minutes),
        minutes_said=bool(minutes),
        energy_after=fmean(felt) if felt else None,
        energy_known=len(felt),
    )


def _hours(tries: Iterable[Attempt]) -> list[Hours]:
    found: dict[DayPart, list[Attempt]] = defaultdict(list)
    for one in tries:
        if one.hour is not None:
            found[part_of(one.hour)].append(one)
    return [Hours(part, _led(found[part])) for part in DayPart if part in found]


def _compared(tries: tuple[Attempt, ...]) -> list[Compared]:
    """Only where both sides hold enough to be compared at all."""
    found = []
    for way in Way:
        of_way = [one for one in tries if ARMS[one.arm].way is way]
        before = [one for one in of_way if one.remembered]
        since = [one for one in of_way if not one.remembered and one.settled]
        if len(before) >= ENOUGH and len(since) >= ENOUGH:
            found.append(Compared(way, _led(before), _led(since)))
    return found


def _led(tries: list[Attempt]) -> Share:
    """How many of them led to somebody."""
    return share(sum(one.came > 0 for one in tries), len(tries), Z_80)
