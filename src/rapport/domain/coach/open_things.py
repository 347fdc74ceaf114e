"""What is open today, as narrow values: what the candidates of a day are made of."""

from dataclasses import field
from datetime import date
from uuid import UUID

from rapport.domain.asks.asks import Ask
from rapport.domain.learning.arms import Arm
from rapport.domain.pitches.pitches import NUDGE_AFTER, Pitch
from rapport.domain.values import dataclass
from rapport.domain.ways import Way


@dataclass(frozen=True, slots=True)
class Who:
    """A person as a card names them."""

    id: UUID
    name: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class OpenFollowUp:
    id: UUID
    due_on: date
    what: str = ""
    who: Who | None = None


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """Help I promised and have not given."""

    id: UUID
    who: Who
    what: str
    promised_on: date
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class OpenHello:
    """Met, not memorable, and nothing since."""

    who: Who
    on: date
    where: str = ""  # the gathering


@dataclass(frozen=True, slots=True)
class OpenMessage:
    """They wrote; I have not answered."""

    who: Who
    on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class OpenAsk:
    ask: Ask
    who: Who


@dataclass(frozen=True, slots=True)
class OpenPitch:
    """Not closed: a dream, a draft, or sent."""

    pitch: Pitch
    email: str = ""


@dataclass(frozen=True, slots=True)
class NearGathering:
    """Today (going or maybe), or yesterday with nothing logged."""

    id: UUID
    name: str
    on: date


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """How far an action goal is; `done` and `of` over the whole challenge."""

    way: Way
    done: int
    of: int
    days_left: int  # today counted, rest days not


@dataclass(frozen=True, slots=True)
class DormantTie:
    who: Who
    last_on: date
    shared: str = ""  # the last thing we shared
    worth: float = 0.0  # 0 to 1: what it was, how fresh it is, what may come of it (domain.coach.reconnect)
    strength: float = 0.0  # 0 to 1: what the tie was


@dataclass(frozen=True, slots=True)
class CloseTie:
    """Someone who could be asked."""

    who: Who
    closeness: float
    readiness: float  # 0 to 1 (domain.asks.introducers)


@dataclass(frozen=True, slots=True)
class Ahead:
    """A gathering to come of which one has not said yet whether one goes."""

    id: UUID  # of the gathering, of what a feed announces, or of the series
    name: str
    on: date
    arm: Arm
    fit: float = 0.0  # 0 to 1: among gatherings of its kind (domain.gatherings.fit)
    series_id: UUID | None = None  # one has been there before: what it gave is known


@dataclass(frozen=True, slots=True)
class OpenNeed:
    """What someone met lately is looking for."""

    id: UUID
    who: Who
    what: str
    on: date


@dataclass(frozen=True, slots=True)
class Open:
    """What is open today, as narrow values."""

    follow_ups: tuple[OpenFollowUp, ...] = ()
    promises: tuple[OpenPromise, ...] = ()
    hellos: tuple[OpenHello, ...] = ()
    messages: tuple[OpenMessage, ...] = ()
    asks: tuple[OpenAsk, ...] = ()
    pitches: tuple[OpenPitch, ...] = ()
    gatherings: tuple[NearGathering, ...] = ()
    goals: tuple[GoalProgress, ...] = ()
    dormant: tuple[DormantTie, ...] = ()  # the most promising first
    close: tuple[CloseTie, ...] = ()
    needs: tuple[OpenNeed, ...] = ()
    ahead: tuple[Ahead, ...] = ()  # the best fit first
    nudge_after: tuple[int, ...] = NUDGE_AFTER  # working days after sending a pitch
    knows_anybody: bool = True
    has_goals: bool = True
    rest_weekdays: frozenset[int] = field(default_factory=frozenset)
    rest_dates: frozenset[date] = field(default_factory=frozenset)

    def is_rest(self, day: date) -> bool:
        return day.weekday() in self.rest_weekdays or day in self.rest_dates
