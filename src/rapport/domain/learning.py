"""What came of what was tried, with how little a small number says."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from math import exp, sqrt
from uuid import UUID

from rapport.domain.arms import ARMS, Arm
from rapport.domain.attempts import Attempt
from rapport.domain.distributions import beta_quantile, gamma_quantile
from rapport.domain.values import dataclass
from rapport.domain.ways import Way as Way


@dataclass(frozen=True, slots=True)
class Share:
    """`came` of `tried`, with the interval of the true rate."""

    came: int
    tried: int
    low: float
    high: float

    @property
    def rate(self) -> float | None:
        return self.came / self.tried if self.tried else None


Z_95 = 1.959964  # two-sided 95 % of the normal distribution


def share(came: int, tried: int, z: float = Z_95) -> Share:
    """The Wilson score interval (Wilson 1927); with nothing tried it is 0 to 1."""
    if not 0 <= came <= tried:
        raise ValueError(f"{came} of {tried}")
    if tried == 0:
        return Share(0, 0, 0.0, 1.0)
    rate = came / tried
    middle = (rate + z * z / (2 * tried)) / (1 + z * z / tried)
    half = z / (1 + z * z / tried) * sqrt(rate * (1 - rate) / tried + z * z / (4 * tried * tried))
    return Share(came, tried, max(0.0, middle - half), min(1.0, middle + half))


# Odds that people say aloud; the gaps (no 1 in 7, no 7 in 10) keep neighbours apart.
FRIENDLY = (
    (0, 1), (1, 100), (1, 50), (1, 30), (1, 20), (1, 15), (1, 12), (1, 10), (1, 8), (1, 6), (1, 5),
    (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4), (4, 5), (9, 10), (19, 20), (1, 1),
)  # fmt: skip


def friendly(rate: float) -> tuple[int, int]:
    """The nearest odds people say aloud, as (n, of)."""
    return min(FRIENDLY, key=lambda odds: abs(odds[0] / odds[1] - rate))


PRIOR_TRIES = 4.0  # what the prior of a message weighs, in tries (COACH.md §3.3)
PRIOR_VISITS = 1.5  # the same for a gathering
PERSONAL = 6.0  # connections that the personal factor starts from (COACH.md §3.3)
MOST = 0.9  # the chance of a message, before it was tried
SILENT_DAYS = 4.0  # a try silent for d days counts 1 - exp(-d / 4)
CLOSED_DAYS = 11  # from then on silence is a no, until an answer comes all the same
INTERVAL = 0.8  # how sure the interval is
Z_80 = 1.281552  # two-sided 80 % of the normal distribution
LATEST = 6  # visits after which a series must earn its place again (COACH.md §3.4)
EARLY = 3  # tries: fewer say too little to tell


@dataclass(frozen=True, slots=True)
class Estimate:
    """Connections to expect of one try, by a first guess and own tries, with an 80 % interval."""

    prior: float  # the first guess, by the personal factor
    mean: float
    low: float
    high: float
    came: int  # connections, in one's own tries
    tried: int
    weight: float = 0.0  # of those tries: the ones still silent count in part

    @property
    def is_early(self) -> bool:
        """Too early to tell."""
        return self.tried < EARLY


class Sums:
    """Own tries of one arm, added up."""

    __slots__ = ("came", "good", "tried", "weight")

    def __init__(self) -> None:
        self.came = self.good = self.tried = 0
        self.weight = 0.0

    def add(self, came: int, weight: float) -> None:
        self.came += came
        self.good += came > 0
        self.tried += 1
        self.weight += weight


class Learned:
    """What one's own tries say of the next one."""

    def __init__(self, attempts: Iterable[Attempt], today: date, priors: Mapping[Arm, float]) -> None:
        self.priors = {arm: priors.get(arm, facts.prior) for arm, facts in ARMS.items()}
        self.sums = {arm: Sums() for arm in ARMS}
        self.visits: dict[UUID, list[Attempt]] = defaultdict(list)
        self.today = today
        for attempt in attempts:
            if attempt.on <= today:
                self.sums[attempt.arm].add(attempt.came, weight_of(attempt, today))
                if attempt.arm is Arm.SERIES and attempt.subject_id:
                    self.visits[attempt.subject_id].append(attempt)
        came = sum(each.came for each in self.sums.values())
        expected = sum(each.weight * self.priors[arm] for arm, each in self.sums.items())
        self.factor = (PERSONAL + came) / (PERSONAL + expected)  # one's own, over everything tried

    def prior(self, arm: Arm) -> float:
        """The first guess, by the personal factor."""
        guess = self.priors[arm] * self.factor
        return guess if ARMS[arm].many else min(MOST, guess)

    def mean(self, arm: Arm) -> float:
        """Connections to expect of one try."""
        own = self.sums[arm]
        if ARMS[arm].many:
            return (PRIOR_VISITS * self.prior(arm) + own.came) / (PRIOR_VISITS + own.weight)
        return (PRIOR_TRIES * self.prior(arm) + own.good) / (PRIOR_TRIES + own.weight)

    def of(self, arm: Arm) -> Estimate:
        """The same with its interval, and the tries it rests on."""
        return _estimate(self.prior(arm), self.sums[arm], many=ARMS[arm].many)

    def of_series(self, series_id: UUID) -> Estimate:
        """A series one has been to: its last visits against what such series give."""
        own = Sums()
        for visit in sorted(self.visits.get(series_id, ()), key=lambda visit: visit.on)[-LATEST:]:
            own.add(visit.came, weight_of(visit, self.today))
        return _estimate(self.mean(Arm.SERIES), own, many=True)


def learn(attempts: Iterable[Attempt], today: date, priors: Mapping[Arm, float] | None = None) -> Learned:
    """COACH.md §3.3. `priors`: the user's own first guesses, where they changed any."""
    return Learned(attempts, today, priors or {})


def weight_of(attempt: Attempt, today: date) -> float:
    """How much of a try has been seen: the answers that would have come by now."""
    days = (today - attempt.on).days
    if attempt.settled or days >= CLOSED_DAYS or (attempt.came and not ARMS[attempt.arm].many):
        return 1.0
    return 1 - exp(-days / SILENT_DAYS)


def _estimate(prior: float, own: Sums, *, many: bool) -> Estimate:
    if many:
        shape, per = PRIOR_VISITS * prior + own.came, PRIOR_VISITS + own.weight
        low, high = (gamma_quantile(z, shape) / per for z in (-Z_80, Z_80))
        return Estimate(prior, shape / per, low, high, own.came, own.tried, own.weight)
    yes = PRIOR_TRIES * prior + own.good
    no = max(0.0, PRIOR_TRIES * (1 - prior) + own.weight - own.good)
    tail = (1 - INTERVAL) / 2
    low, high = (beta_quantile(share_, yes, no) for share_ in (tail, 1 - tail))
    return Estimate(prior, yes / (yes + no), low, high, own.came, own.tried, own.weight)
