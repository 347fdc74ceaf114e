"""A plan for a large network and a busy year, beside a sort of the same cards by a score made before."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from statistics import median
from time import process_time
from uuid import UUID

from bench.measure import table
from rapport.domain.challenge.challenge import Challenge
from rapport.domain.challenge.checkins import CheckIn
from rapport.domain.coach.cards import Candidate, Done, Kind, Reply, Why, card
from rapport.domain.coach.coach import History, Settings, plan_day
from rapport.domain.learning.arms import ARMS, Arm
from rapport.domain.learning.attempts import Attempt

CANDIDATES = 5_000
A_YEAR = 365  # days
TODAY = date(2024, 6, 5)
RUNS = 25
ASKS = (Arm.ASK_HIGH, Arm.ASK_MIDDLE, Arm.ASK_LOW)
OTHERS = (
    (Kind.RECONNECT, Arm.RECONNECT_FAR, 0.25),
    (Kind.PITCH, Arm.PITCH, 0.005),
    (Kind.GIVE, Arm.GIVE, 0.05),
    (Kind.FOLLOW_UP_HELLO, Arm.FOLLOW_UP, 0.005),
    (Kind.KEEP_PROMISE, None, 0.005),
)


def compare() -> str:
    """Milliseconds of processor time, and the ratio that must stay below three."""
    rng = Random(11)
    candidates, history = some_candidates(rng), a_year(rng)
    settings = Settings(weekly_minutes=900, challenge=Challenge(UUID(int=1), TODAY - timedelta(days=12), 30))
    score = {each.key: rng.random() for each in candidates}

    def plan() -> object:
        return plan_day(history, candidates, settings, TODAY, 4, 120, Random(1))

    def sort() -> object:
        return sorted(candidates, key=lambda each: score[each.key], reverse=True)

    planned, sorted_ = in_turns(plan, sort)
    return table(
        [
            (f"{len(candidates):,} candidates, {len(history.attempts):,} tries", "ms", "times the sort"),
            ("plan_day", f"{planned * 1e3:.2f}", f"{planned / sorted_:.2f} (goal: at most 3)"),
            ("a sort by a score made before", f"{sorted_ * 1e3:.2f}", "1"),
        ]
    )


def some_candidates(rng: Random) -> list[Candidate]:
    """Most are people to ask, as ready as it comes; the rest is what an address book has."""
    kinds = [(kind, arm) for kind, arm, _ in OTHERS]
    shares = [share for *_, share in OTHERS]
    found = []
    for number in range(CANDIDATES):
        about = UUID(int=rng.getrandbits(128))
        if rng.random() < sum(shares):
            kind, arm = rng.choices(kinds, shares)[0]
        else:
            kind, arm = Kind.ASK, rng.choice(ASKS)
        days = (("days", float(rng.randrange(1, 5))),)
        made = card(kind, Why.EXPECTED, about, days)
        due_on = TODAY if kind is Kind.KEEP_PROMISE else None
        found.append(
            replace(
                made,
                subject_id=about,
                subject=f"Person {number}",
                arm=arm,
                readiness=rng.random(),
                due_on=due_on,
            )
        )
    return found


def a_year(rng: Random) -> History:
    """What was tried and done, a check-in a day, and who was asked of late."""
    attempts, done, checkins, asked = [], [], [], []
    for ago in range(A_YEAR, 0, -1):
        on = TODAY - timedelta(days=ago)
        checkins.append(CheckIn(on, rng.randint(2, 5)))
        for _ in range(rng.randint(3, 5)):
            arm = rng.choice(list(ARMS))
            who = UUID(int=rng.getrandbits(128))
            key = f"{arm}:{who}"
            attempts.append(
                Attempt(arm, on, int(rng.random() < 0.2), rng.random() < 0.5, key, 20, subject_id=who)
            )
            done.append(Done(on, ARMS[arm].way, key, Reply.DONE, 20))
            if arm in ASKS:
                asked.append((who, on))
    return History(tuple(done), tuple(checkins), (), tuple(attempts), tuple(asked))


def in_turns(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """Seconds of each, in the middle of many runs; in turns, so that a busy moment falls on both."""
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(RUNS):
        for run, times in ((one, took[0]), (other, took[1])):
            began = process_time()
            run()
            times.append(process_time() - began)
    return median(took[0]), median(took[1])
