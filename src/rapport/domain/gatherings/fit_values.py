"""What is weighed when a gathering is ranked, and what comes out: reasons with their numbers."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from rapport.domain.gatherings.gatherings import GatheringKind, SizeBand, band_of
from rapport.domain.gatherings.yields import Estimate
from rapport.domain.people.people import Place
from rapport.domain.values import dataclass


class Sign(StrEnum):
    """What speaks for a gathering, or against it."""

    SERIES_GAVE = "series_gave"  # people to remember, when one was there before
    SERIES_GAVE_NOTHING = "series_gave_nothing"
    SIZE_GAVE = "size_gave"  # one's own yield of that size, better than was to be expected
    SIZE_GAVE_LITTLE = "size_gave_little"
    SMALL = "small"
    LARGE = "large"
    CONFERENCE = "conference"
    COMES_AGAIN = "comes_again"
    NEAR = "near"
    FAR = "far"
    ONLINE = "online"
    ON_TOPIC = "on_topic"
    IS_FREE = "is_free"  # nothing else stands in the calendar
    IS_BUSY = "is_busy"
    REST_DAY = "rest_day"
    NO_COST = "no_cost"
    COSTS = "costs"
    INVITED = "invited"  # somebody brings one there
    KNOWN_THERE = "known_there"  # people of mine were at earlier dates, or host it
    STRETCH = "stretch"  # outside what one knows, on purpose


@dataclass(frozen=True, slots=True)
class Reason:
    """One sign, how much it weighs, and what it is about."""

    sign: Sign
    factor: float
    numbers: tuple[tuple[str, float], ...] = ()
    names: tuple[str, ...] = ()

    def number(self, name: str) -> float:
        return dict(self.numbers)[name]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A gathering ahead, announced or written down. Hours are local to the owner, without a zone."""

    id: UUID
    name: str
    key: str  # of its series, or its folded name
    on: date
    starts: datetime | None = None
    ends: datetime | None = None
    size: int | None = None
    kind: GatheringKind = GatheringKind.MEETUP
    comes_again: bool = False
    place: Place | None = None
    is_online: bool = False
    price: float | None = None
    currency: str = ""
    words: str = ""  # what is written about it
    invited_by: str = ""
    known: tuple[str, ...] = ()  # who of mine may be there
    is_stretch: bool = False  # the user says so

    @property
    def band(self) -> SizeBand | None:
        return band_of(self.size, self.kind)


@dataclass(frozen=True, slots=True)
class Busy:
    """Something in one's own calendar."""

    starts: datetime
    ends: datetime
    title: str = ""


@dataclass(frozen=True, slots=True)
class Me:
    """What gatherings are measured by."""

    place: Place | None = None
    topics: tuple[str, ...] = ()
    rest_weekdays: frozenset[int] = frozenset()
    busy: tuple[Busy, ...] = ()
    knows_calendar: bool = False  # an empty evening means something
    stretched_on: tuple[date, ...] = ()  # gone to or planned


@dataclass(frozen=True, slots=True)
class Fit:
    """A rank with its reasons, those that weigh most first."""

    id: UUID
    score: float  # people to remember an hour, weighed
    estimate: Estimate  # of the visit
    minutes: int
    reasons: tuple[Reason, ...]

    def has(self, sign: Sign) -> bool:
        return any(reason.sign is sign for reason in self.reasons)
