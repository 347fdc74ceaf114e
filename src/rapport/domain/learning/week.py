"""The last seven days told back: what was tried, what was to be expected of it, what came, one thing learned.

COACH.md §3.8. To be expected is what everything before these days said; the tries of these days count with
what came of them up to now, and those that may still be answered are told apart.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from math import log
from typing import Final

from rapport.domain.learning.arms import ARMS, Arm
from rapport.domain.learning.attempts import Attempt
from rapport.domain.learning.learning import EARLY, Learned, learn, weight_of
from rapport.domain.values import dataclass
from rapport.domain.ways import Way

DAYS: Final = 7
NOTABLE: Final = 1.25  # times: an estimate that moved by less has nothing to tell (judgement)


@dataclass(frozen=True, slots=True)
class Moved:
    """A kind of try of which another thing is to be expected than a week ago."""

    arm: Arm
    before: float  # connections to expect of one try
    now: float
    came: int  # of all one's own tries
    tried: int

    @property
    def is_more(self) -> bool:
        return self.now > self.before


@dataclass(frozen=True, slots=True)
class Week:
    since: date
    until: date
    tried: tuple[tuple[Way, int], ...]  # the most first
    expected: float  # connections, by what was known when the week began
    came: int
    awaited: int  # tries that nothing came of yet, and something may
    learned: Moved | None

    @property
    def tries(self) -> int:
        return sum(count for _, count in self.tried)


def look_back(attempts: Iterable[Attempt], today: date, guesses: Mapping[Arm, float]) -> Week:
    """The week that ends today; tries from before Rapport are no part of it, but were learned from."""
    every, since = tuple(attempts), today - timedelta(days=DAYS - 1)
    week = [one for one in every if since <= one.on <= today and not one.remembered]
    of_week = set(map(id, week))
    before = learn((one for one in every if id(one) not in of_week and one.on <= today), since, guesses)
    ways = Counter(ARMS[one.arm].way for one in week)
    return Week(
        since=since,
        until=today,
        tried=tuple(sorted(ways.items(), key=lambda told: (-told[1], told[0]))),
        expected=sum(before.mean(one.arm) for one in week),
        came=sum(one.came for one in week),
        awaited=sum(not one.came and weight_of(one, today) < 1 for one in week),
        learned=_most_moved({one.arm for one in week}, before, learn(every, today, guesses)),
    )


def _most_moved(arms: set[Arm], before: Learned, now: Learned) -> Moved | None:
    """The one whose estimate moved most, if it moved enough and was tried often enough to tell."""
    moved = [
        Moved(arm, before.mean(arm), now.mean(arm), now.sums[arm].came, now.sums[arm].tried)
        for arm in ARMS
        if arm in arms and now.sums[arm].tried >= EARLY
    ]
    notable = [one for one in moved if _times(one) >= log(NOTABLE)]
    return max(notable, key=_times, default=None)


def _times(one: Moved) -> float:
    """How many times more or less, as a logarithm."""
    return abs(log(one.now / one.before))
