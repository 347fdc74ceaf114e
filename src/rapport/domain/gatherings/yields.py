"""What gatherings give: people to remember, for each series, size and hour, and what to do about it.

Yields are learned as in COACH.md §3.2 and §3.3: a guess before the first visit, then the visits themselves.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from datetime import date
from enum import StrEnum
from math import sqrt
from typing import Final
from uuid import UUID

from rapport.domain.gatherings.gatherings import GatheringKind, SizeBand, band_of
from rapport.domain.learning import learning
from rapport.domain.learning.arms import ARMS, Arm
from rapport.domain.learning.learning import LATEST, PERSONAL, Share, Sums, share
from rapport.domain.values import dataclass

Z_95: Final = 1.959964

GOOD_SHARE: Final = 0.1  # of those met: the interval lies above one in ten
FEWEST: Final = 2  # people to remember that make a gathering worth a return
ENOUGH_VISITS: Final = 3  # before a series can be said to give nothing
ENOUGH_MET: Final = 5  # people: below, a share says nothing


# By size, what is expected before anything is known, the way there included.
BANDS: Final[dict[SizeBand | None, Arm]] = {
    SizeBand.FEW: Arm.SMALL,
    SizeBand.SMALL: Arm.MIDDLE,
    SizeBand.LARGE: Arm.LARGE,
    SizeBand.CONFERENCE: Arm.CONFERENCE,
    None: Arm.MIDDLE,  # nobody said how large
}


@dataclass(frozen=True, slots=True)
class Visit:
    """One gathering gone to, and what came of it."""

    id: UUID
    name: str
    key: str  # of its series, or of its folded name: what makes dates belong together
    on: date
    size: int | None = None
    kind: GatheringKind = GatheringKind.MEETUP
    minutes: int | None = None  # spent there
    memorable: int = 0  # people met for the first time whom one would remember
    met: int = 0  # all people met for the first time, passing words counted
    opened: int = 0  # opportunities that came up there, or through whom one met there
    introduced: int = 0  # people whom those met there introduced to me

    @property
    def band(self) -> SizeBand | None:
        return band_of(self.size, self.kind)

    @property
    def hours(self) -> float:
        """Spent there; where nobody said, what such a gathering usually takes."""
        return (self.minutes or ARMS[BANDS[self.band]].minutes) / 60


@dataclass(frozen=True, slots=True)
class Rate:
    """`count` people in so many hours, with the interval of the true rate an hour."""

    count: int
    hours: float
    low: float
    high: float

    @property
    def per_hour(self) -> float:
        return self.count / self.hours if self.hours else 0.0


def rate(count: int, hours: float, z: float = Z_95) -> Rate:
    """The score interval of a Poisson rate: the roots of (count - rate × hours)² = z² × rate × hours."""
    if hours <= 0:
        return Rate(count, 0.0, 0.0, 0.0)
    middle, half = count + z * z / 2, z * sqrt(count + z * z / 4)
    return Rate(count, hours, max(0.0, middle - half) / hours, (middle + half) / hours)


@dataclass(frozen=True, slots=True)
class Estimate:
    """People to remember in one visit: what to expect, and between what (80 %)."""

    mean: float
    low: float
    high: float
    visits: int  # it was learned from
    people: int  # to remember, in those visits


def estimate(prior: float, visits: int, people: int) -> Estimate:
    """As the coach learns of anything that may bring several people (domain.learning)."""
    own = Sums()
    own.came, own.tried, own.weight = people, visits, float(visits)
    found = learning.estimate(prior, own, many=True)
    return Estimate(found.mean, found.low, found.high, visits, people)


@dataclass(frozen=True, slots=True)
class Came:
    """What several visits gave together."""

    visits: int = 0
    memorable: int = 0
    met: int = 0
    hours: float = 0.0
    opened: int = 0
    introduced: int = 0

    @property
    def share(self) -> Share:
        """Of those met, how many to remember."""
        return share(min(self.memorable, self.met), self.met)

    @property
    def rate(self) -> Rate:
        return rate(self.memorable, self.hours)

    @property
    def is_early(self) -> bool:
        """Too little to say anything."""
        return self.visits < ENOUGH_VISITS and self.met < ENOUGH_MET


def together(visits: Iterable[Visit]) -> Came:
    found = list(visits)
    return Came(
        visits=len(found),
        memorable=sum(v.memorable for v in found),
        met=sum(v.met for v in found),
        hours=sum(v.hours for v in found),
        opened=sum(v.opened for v in found),
        introduced=sum(v.introduced for v in found),
    )


class Advice(StrEnum):
    """What to do about a series, or a kind of gathering."""

    TOO_EARLY = "too_early"
    GO_REGULARLY = "go_regularly"  # it gives: set a rhythm
    KEEP_RHYTHM = "keep_rhythm"  # it gives, and its rhythm is set
    GO_IF_AGAIN = "go_if_again"  # it gave, and has no second date yet
    AS_YOU_LIKE = "as_you_like"
    LET_GO = "let_go"  # it gives nothing
    THREE_PEOPLE = "three_people"  # so large that it needs a plan: three people to find


@dataclass(frozen=True, slots=True)
class SeriesYield:
    """All visits of one name or series."""

    key: str
    name: str  # as it was last called
    last_on: date
    came: Came
    advice: Advice


@dataclass(frozen=True, slots=True)
class SizeYield:
    band: SizeBand
    came: Came
    expected: Estimate  # of the next visit


def by_series(
    visits: Sequence[Visit], *, again: Container[str] = (), with_rhythm: Container[str] = ()
) -> list[SeriesYield]:
    """Those that gave most to remember first.

    `again`: keys of what comes again; `with_rhythm`: keys of series that are gone to regularly already.
    """
    groups: dict[str, list[Visit]] = defaultdict(list)
    for visit in sorted(visits, key=lambda v: (v.on, v.name)):
        groups[visit.key].append(visit)
    found = [
        SeriesYield(
            key,
            some[-1].name,
            some[-1].on,
            together(some),
            _advice(some, comes_again=len(some) > 1 or key in again, has_rhythm=key in with_rhythm),
        )
        for key, some in groups.items()
    ]
    return sorted(found, key=lambda s: (-s.came.memorable, -s.came.rate.low, s.name, s.key))


def by_size(visits: Sequence[Visit]) -> list[SizeYield]:
    """One for each size that was gone to, the smallest first."""
    learned = Learned(visits)
    found = []
    for band in SizeBand:
        some = [visit for visit in visits if visit.band is band]
        if some:
            found.append(SizeYield(band, together(some), learned.of_band(band)))
    return found


def _advice(visits: Sequence[Visit], *, comes_again: bool, has_rhythm: bool) -> Advice:
    came, late = together(visits), together(visits[-ENOUGH_VISITS:])
    is_good = came.memorable >= FEWEST and came.share.low >= GOOD_SHARE
    if visits[-1].band is SizeBand.CONFERENCE and not is_good:
        return Advice.THREE_PEOPLE
    if len(visits) >= ENOUGH_VISITS and not late.memorable and not late.opened and not late.introduced:
        return Advice.LET_GO
    if is_good and not comes_again:
        return Advice.GO_IF_AGAIN
    if is_good:
        return Advice.KEEP_RHYTHM if has_rhythm else Advice.GO_REGULARLY
    return Advice.TOO_EARLY if came.is_early else Advice.AS_YOU_LIKE


class Learned:
    """What one's own visits say of the next one."""

    def __init__(self, visits: Sequence[Visit]) -> None:
        self.bands: dict[SizeBand | None, list[Visit]] = defaultdict(list)
        self.series: dict[str, list[Visit]] = defaultdict(list)
        for visit in sorted(visits, key=lambda v: v.on):
            self.bands[visit.band].append(visit)
            self.series[visit.key].append(visit)
        expected = sum(ARMS[BANDS[visit.band]].prior for visit in visits)
        people = sum(visit.memorable for visit in visits)
        self.factor = (PERSONAL + people) / (PERSONAL + expected)  # one's own, over all gatherings

    def of_band(self, band: SizeBand | None, *, recurring: bool = False) -> Estimate:
        """A gathering of that size where one has not been."""
        is_circle = recurring and band in (SizeBand.FEW, SizeBand.SMALL, None)
        arm = Arm.SERIES if is_circle else BANDS[band]
        some = self.bands.get(band, []) if band else []
        return estimate(ARMS[arm].prior * self.factor, len(some), sum(visit.memorable for visit in some))

    def of_series(self, key: str, band: SizeBand | None) -> Estimate | None:
        """A series or a name where one has been, from its last visits; None when one was never there."""
        some = self.series.get(key, [])[-LATEST:]
        if not some:
            return None
        before = self.of_band(band or some[-1].band, recurring=True).mean
        return estimate(before, len(some), sum(visit.memorable for visit in some))


def usual_minutes(band: SizeBand | None) -> int:
    """How long such a gathering takes, where nobody says."""
    return round(ARMS[BANDS[band]].minutes)
