"""What came of what was tried, with how little a small number says."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from math import exp, sqrt
from operator import attrgetter
from typing import Final
from uuid import UUID

from rapport.domain.learning.arms import ARMS, ASKS, Arm
from rapport.domain.learning.attempts import Attempt
from rapport.domain.learning.distributions import beta_quantile, gamma_quantile
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


# The constants were chosen on made-up worlds kept for design (docs/lab.md), where they ranked the ways better
# than those of COACH.md §3.3: a first guess weighs as many connections whatever it is a guess of.
GUESS = 1.4  # connections that a first guess counts for
GUESS_OF_KIN = 2.5  # the same where the arm's kin were tried too
# Evenings of one kind differ: most give little, a few much. Their counts vary this many times as widely as
# counts of chance do, so that each says that much less (quasi-likelihood, McCullagh and Nelder 1989).
EVENINGS_VARY = 2.0  # variance of what an evening brings, by its mean; chosen on made-up worlds
KIN = 1.0  # connections that the common factor of kin starts from
PERSONAL = 10.0  # connections that the personal factor starts from
MOST = 0.9  # the chance of a message, before it was tried
LEAST = 1e-6  # a guess of nothing at all would never learn
SILENT_DAYS = 4.0  # a try silent for d days counts 1 - exp(-d / 4)
CLOSED_DAYS = 11  # from then on silence is a no, until an answer comes all the same
INTERVAL = 0.8  # how sure the interval is
TRUSTED = 0.7  # of guess and tries: how much the interval rests on; on made-up worlds it then holds 8 in 10
Z_80 = 1.281552  # two-sided 80 % of the normal distribution
LATEST = 6  # visits after which a series must earn its place again (COACH.md §3.4)
EARLY = 3  # tries: fewer say too little to tell
ARM_AND_CAME = attrgetter("arm", "came")
SERIES: Final = Arm.SERIES  # looked up once: a member of an enum takes longer to find than to compare
FAMILIES = (ASKS, frozenset({Arm.RECONNECT_CLOSE, Arm.RECONNECT_FAR}))  # who says yes to one does to another


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

    def add(self, came: int, weight: float, times: int = 1) -> None:
        """So many tries that each brought as many."""
        self.came += came * times
        self.good += times if came > 0 else 0
        self.tried += times
        self.weight += weight


class Learned:
    """What one's own tries say of the next one."""

    def __init__(self, attempts: Iterable[Attempt], today: date, priors: Mapping[Arm, float]) -> None:
        self.priors = {arm: priors.get(arm, facts.prior) for arm, facts in ARMS.items()}
        self.sums = {arm: Sums() for arm in ARMS}
        self.visits: dict[UUID, list[Attempt]] = defaultdict(list)
        self.today = today
        every, closed = list(attempts), today - timedelta(days=CLOSED_DAYS)
        for (arm, number), times in Counter(map(ARM_AND_CAME, every)).items():
            self.sums[arm].add(number, times, times)
        for attempt in [each for each in every if each.on > closed]:  # not all of it is seen yet
            if attempt.on > today:
                self.sums[attempt.arm].add(attempt.came, -1.0, -1)
            else:
                self.sums[attempt.arm].weight -= 1 - weight_of(attempt, today)
        for attempt in [each for each in every if each.arm is SERIES] if self.sums[SERIES].tried else ():
            if attempt.subject_id and attempt.on <= today:
                self.visits[attempt.subject_id].append(attempt)
        counted = {arm: seen(each, many=ARMS[arm].many) for arm, each in self.sums.items()}
        came = sum(each for each, _ in counted.values())
        expected = sum(weight * self.priors[arm] for arm, (_, weight) in counted.items())
        self.factor = (PERSONAL + came) / (PERSONAL + expected)  # one's own, over everything tried
        self.kin = {arm: self._kin_factor(family) for family in FAMILIES for arm in family}

    def prior(self, arm: Arm) -> float:
        """The first guess, by the personal factor and by what its kin gave."""
        guess = self.priors[arm] * self.factor * self.kin.get(arm, 1.0)
        return guess if ARMS[arm].many else min(MOST, guess)

    def mean(self, arm: Arm) -> float:
        """Connections to expect of one try."""
        guess, (came, weight) = self._guess(arm), seen(self.sums[arm], many=ARMS[arm].many)
        return (guess + came) / (guess / max(self.prior(arm), LEAST) + weight)

    def of(self, arm: Arm) -> Estimate:
        """The same with its interval, and the tries it rests on."""
        return estimate(self.prior(arm), self.sums[arm], many=ARMS[arm].many, guess=self._guess(arm))

    def of_series(self, series_id: UUID) -> Estimate:
        """A series one has been to: its last visits against what such series give."""
        own = Sums()
        for visit in sorted(self.visits.get(series_id, ()), key=lambda visit: visit.on)[-LATEST:]:
            own.add(visit.came, weight_of(visit, self.today))
        return estimate(self.mean(Arm.SERIES), own, many=True)

    def _guess(self, arm: Arm) -> float:
        return GUESS_OF_KIN if arm in self.kin else GUESS

    def _kin_factor(self, family: Iterable[Arm]) -> float:
        """What this family gave, against what was to be expected of it."""
        came = sum(self.sums[arm].good for arm in family)
        expected = sum(self.sums[arm].weight * self.priors[arm] for arm in family) * self.factor
        return (KIN + came) / (KIN + expected)


def learn(attempts: Iterable[Attempt], today: date, priors: Mapping[Arm, float] | None = None) -> Learned:
    """COACH.md §3.3. `priors`: the user's own first guesses, where they changed any."""
    return Learned(attempts, today, priors or {})


def seen(own: Sums, *, many: bool) -> tuple[float, float]:
    """Connections that count, and in how many tries: an evening says less than a message, a yes or a no."""
    return (own.came / EVENINGS_VARY, own.weight / EVENINGS_VARY) if many else (own.good, own.weight)


def weight_of(attempt: Attempt, today: date) -> float:
    """How much of a try has been seen: the answers that would have come by now."""
    days = (today - attempt.on).days
    if attempt.settled or days >= CLOSED_DAYS or (attempt.came and not ARMS[attempt.arm].many):
        return 1.0
    return 1 - exp(-days / SILENT_DAYS)


def estimate(prior: float, own: Sums, *, many: bool, guess: float = GUESS) -> Estimate:
    """Gamma for a number of people, Beta for a yes: the guess, and own tries added to it by what they say.

    The interval trusts both less than the mean does: days, people and one's own strength differ by more than
    counting tells.
    """
    came, weight = seen(own, many=many)
    mean = (guess + came) / (guess / max(prior, LEAST) + weight)
    trusted = TRUSTED * (GUESS / max(prior, LEAST) + weight)
    if many:
        low, high = (gamma_quantile(z, trusted * mean) / trusted for z in (-Z_80, Z_80))
    else:
        mean, tail = min(mean, 1.0), (1 - INTERVAL) / 2
        yes, no = trusted * mean, max(LEAST, trusted * (1 - mean))
        low, high = (beta_quantile(each, yes, no) for each in (tail, 1 - tail))
    return Estimate(prior, mean, low, high, own.came, own.tried, own.weight)
