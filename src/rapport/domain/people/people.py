"""Who someone is, and who a typed name means."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt
from uuid import UUID

from rapport.domain.text import fold
from rapport.domain.values import dataclass


class ContactKind(StrEnum):
    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    OTHER = "other"


class Reach(StrEnum):
    """Could you meet for a coffee? What the user says, over what the map says."""

    NEAR = "near"
    FAR = "far"


class Told(StrEnum):
    """How close the user says they are."""

    CLOSE = "close"
    NOT_CLOSE = "not_close"


@dataclass(frozen=True, slots=True)
class Place:
    """A point on the earth, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Person:
    """The facts about one person that rules need."""

    id: UUID
    name: str
    known_before: bool = False
    told: Told | None = None
    reach: Reach | None = None
    city: str = ""
    place: Place | None = None
    organisation: str = ""
    introduced_by: UUID | None = None
    met_at: UUID | None = None  # the gathering
    tags: tuple[str, ...] = ()
    cadence_days: int | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """How one met someone: through a person, at a gathering, or neither is known."""

    person_id: UUID | None = None
    gathering_id: UUID | None = None
    on: date | None = None


EARTH_KM = 6371.0  # mean radius


def distance_km(a: Place, b: Place) -> float:
    """Great-circle distance in kilometres (haversine formula)."""
    lat_a, lat_b = radians(a.latitude), radians(b.latitude)
    d_lat, d_lon = lat_b - lat_a, radians(b.longitude - a.longitude)
    h = sin(d_lat / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(d_lon / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(h))


class Match(StrEnum):
    """What a typed name turned out to be."""

    KNOWN = "known"
    AMBIGUOUS = "ambiguous"  # several people go by it
    MAYBE = "maybe"  # close to somebody known, but not the same
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who a typed name may mean: one id when known, several to choose from otherwise."""

    match: Match
    ids: tuple[UUID, ...] = ()


SHORT_WORD = 4  # letters: a shorter word must be typed right ("Ana" is not "Ann")
LONG_WORD = 8  # letters: from here on two slips are forgiven, below one


def resolve(typed: str, people: Iterable[tuple[UUID, str, Sequence[str]]]) -> Resolution:
    """Whom `typed` means among (id, name, aliases); accents and case do not matter.

    A whole name or alias wins; else a first or last name; else names that differ by a slip are offered.
    """
    wanted = fold(typed).split()
    whole: list[UUID] = []
    part: list[UUID] = []
    near: list[UUID] = []
    for person_id, name, aliases in people:
        spellings = [fold(spelling).split() for spelling in (name, *aliases)]
        if wanted in spellings:
            whole.append(person_id)
        elif any(_is_part(wanted, spelling) for spelling in spellings):
            part.append(person_id)
        elif any(_is_near(wanted, spelling) for spelling in spellings):
            near.append(person_id)
    for found in (whole, part):
        if len(found) == 1:
            return Resolution(Match.KNOWN, (found[0],))
        if found:
            return Resolution(Match.AMBIGUOUS, tuple(found))
    return Resolution(Match.MAYBE, tuple(near)) if near else Resolution(Match.UNKNOWN)


def _is_part(wanted: list[str], spelling: list[str]) -> bool:
    """Every word typed is a word of the name: "Priya" or "Shah Priya" for Priya Shah."""
    return len(wanted) < len(spelling) + 1 and all(word in spelling for word in wanted)


def _is_near(wanted: list[str], spelling: list[str]) -> bool:
    if len(wanted) == len(spelling) and len("".join(wanted)) > 5:
        return all(_slip(a, b) for a, b in zip(wanted, spelling, strict=True))
    return len(wanted) > len(spelling) and all(word in wanted for word in spelling)  # "Mary Chen" for Mary


def _slip(a: str, b: str) -> bool:
    """The same word but for a letter wrong, missing, doubled or swapped."""
    from rapidfuzz.distance import OSA  # start-up counts: only when a name is not known as typed

    if a == b or len(a) < SHORT_WORD:
        return a == b
    slips = 2 if len(a) >= LONG_WORD else 1
    return bool(OSA.distance(a, b, score_cutoff=slips) <= slips)
