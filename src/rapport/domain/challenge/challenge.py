"""The time-boxed month: its days, its rest, its goals, and the board."""

from collections.abc import Iterable, Sequence
from dataclasses import field
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from rapport.domain.challenge.referee import Rule, Verdict
from rapport.domain.values import dataclass
from rapport.domain.ways import Way


@dataclass(frozen=True, slots=True)
class ActionGoal:
    """Something the user means to do, this often over the whole challenge."""

    way: Way
    count: int


@dataclass(frozen=True, slots=True)
class Challenge:
    id: UUID
    starts_on: date
    days: int
    name: str = ""
    intention: str = ""
    rest_weekdays: frozenset[int] = frozenset({6})  # 0 Monday … 6 Sunday
    rest_dates: frozenset[date] = frozenset()
    rule: Rule = field(default_factory=Rule)
    action_goals: tuple[ActionGoal, ...] = ()
    hope_count: int | None = None  # connections hoped for; never owed
    hope: str = ""
    ended_on: date | None = None  # stopped early: the last day that belongs to it

    @property
    def ends_on(self) -> date:
        """The last day."""
        planned = self.starts_on + timedelta(days=self.days - 1)
        return min(planned, self.ended_on) if self.ended_on else planned

    def __contains__(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on

    def dates(self) -> list[date]:
        return [self.starts_on + timedelta(days=n) for n in range((self.ends_on - self.starts_on).days + 1)]

    def day_number(self, day: date) -> int:
        """1 on the first day."""
        return (day - self.starts_on).days + 1

    def is_rest(self, day: date) -> bool:
        return day.weekday() in self.rest_weekdays or day in self.rest_dates


class Square(StrEnum):
    """Where a day of the board stands."""

    PAST = "past"
    TODAY = "today"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class BoardDay:
    on: date
    number: int
    square: Square
    is_rest: bool
    verdicts: tuple[tuple[Verdict, int], ...]  # how often each was given, in the order of Verdict

    def count(self, verdict: Verdict) -> int:
        return dict(self.verdicts).get(verdict, 0)


@dataclass(frozen=True, slots=True)
class Board:
    challenge: Challenge
    days: tuple[BoardDay, ...]
    today: BoardDay | None  # None before and after the challenge

    @property
    def connections(self) -> int:
        return sum(day.count(Verdict.CONNECTION) for day in self.days)


def make_board(challenge: Challenge, rulings: Iterable[tuple[date, Verdict]], today: date) -> Board:
    """One square a day; rulings outside the challenge are left out."""
    tally: dict[date, dict[Verdict, int]] = {}
    for on, verdict in rulings:
        counts = tally.setdefault(on, {})
        counts[verdict] = counts.get(verdict, 0) + 1
    days = tuple(_board_day(challenge, on, tally.get(on, {}), today) for on in challenge.dates())
    return Board(challenge, days, next((day for day in days if day.on == today), None))


def _board_day(challenge: Challenge, on: date, counts: dict[Verdict, int], today: date) -> BoardDay:
    square = Square.TODAY if on == today else Square.PAST if on < today else Square.AHEAD
    verdicts = tuple((verdict, counts[verdict]) for verdict in Verdict if verdict in counts)
    return BoardDay(on, challenge.day_number(on), square, challenge.is_rest(on), verdicts)


def overlapping(new: Challenge, others: Sequence[Challenge]) -> Challenge | None:
    """The first challenge that shares a day with the new one; a day belongs to one challenge at most."""
    for other in others:
        if other.id != new.id and other.starts_on <= new.ends_on and new.starts_on <= other.ends_on:
            return other
    return None
