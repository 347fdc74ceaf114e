"""What a made-up world and a planner say to each other: all of it, so that either can be written anew.

A world gives lives. A life gives a morning for each day: how one feels, what could be done, what came of
earlier tries. A planner answers with what to do, best first, and how likely it thinks each is. Days are
numbers from 0, day 0 is a Monday. Effort is in units of 45 minutes, energy and closeness from 0 to 1.
What is worth anything is a *meaningful connection*; it counts on the day it comes, which for a message is
days after the try.
"""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from rapport.domain.learning.arms import Arm
from rapport.domain.values import dataclass

WEEK = 7


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody of one's network as one knows them: closeness and fit are what shows, not what is true."""

    number: int
    closeness: float
    fit: float
    dormant: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """One try from before: what a mailbox and a calendar remember."""

    arm: Arm
    came: int
    days_ago: int


@dataclass(frozen=True, slots=True)
class Start:
    """What a planner knows before the first morning."""

    person: int
    contacts: tuple[Contact, ...]
    weekly: float  # units of 45 minutes one says one has, a week
    days: int
    rest_weekday: int | None = WEEK - 1
    past: tuple[Past, ...] = ()
    seed: int = 0  # for a planner that throws dice


@dataclass(frozen=True, slots=True)
class Option:
    """Something that could be done today."""

    key: str  # the same thing has the same key on every day
    arm: Arm  # of an ask: by the readiness that shows
    effort: float
    contact: int | None = None  # their number
    readiness: float | None = None  # of an ask: R of docs/lab.md
    asked_on: int | None = None  # of an ask: the day they were last asked
    age: int = 0  # days: since one met them (follow-up), since it was sent (nudge)
    visits: int = 0  # of a series: how often one was there


@dataclass(frozen=True, slots=True)
class Try:
    """What was done: numbers run from 0 through a life."""

    number: int
    day: int
    option: Option


@dataclass(frozen=True, slots=True)
class News:
    """What became known of a try since the last morning."""

    number: int  # of the try
    came: int  # connections so far
    settled: bool = True  # nothing more will come; silence is never settled


@dataclass(frozen=True, slots=True)
class Morning:
    """A day as it begins."""

    day: int
    energy: float | None  # the check-in, with its noise; None on a day nobody asked
    options: Sequence[Option]
    done: tuple[Try, ...] = ()  # what was done since the last morning
    news: tuple[News, ...] = ()

    @property
    def weekday(self) -> int:
        return self.day % WEEK


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to do today, and what one expects of it."""

    key: str
    expected: float | None = None  # connections from this try
    low: float | None = None  # what is said to hold the true rate in 80 % of cases, from here …
    high: float | None = None  # … to here


class Planner(Protocol):
    """Decides what to do on each day; one for each life."""

    def begin(self, start: Start) -> None: ...

    def plan(self, morning: Morning) -> Sequence[Choice]: ...


class Life(Protocol):
    """One person's months. `morning` and `act` alternate, one of each a day."""

    @property
    def start(self) -> Start: ...

    @property
    def energy(self) -> float:
        """The true one, now."""

    @property
    def came(self) -> int:
        """Connections so far."""

    def morning(self, day: int) -> Morning | None:
        """None once they gave up."""

    def act(self, keys: Sequence[str]) -> Sequence[Try]:
        """Do these today, in this order; what the day cannot hold, or does not offer, is left out."""

    def chance(self, option: Option) -> float:
        """Connections to expect of doing it now, for one who knows everything but the dice."""

    def own(self, option: Option) -> float:
        """The same for one who knows this person's true rates, but of whom they ask only what shows."""

    def outcome(self, number: int) -> int:
        """What comes of a try in the end, known or not yet."""


@runtime_checkable
class Seer(Protocol):
    """A planner that may look behind the world: a bound, never a product."""

    def see(self, life: Life) -> None: ...


class World(Protocol):
    """Where lives are drawn from: the same person and past, the same life."""

    @property
    def name(self) -> str: ...

    def life(self, person: int, days: int, past: int = 0) -> Life:
        """`past`: how many earlier tries they remember."""
