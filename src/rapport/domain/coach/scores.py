"""What a candidate weighs: connections to expect of 45 minutes, by one's own tries.

score = (duty × late + (estimate × ready + after) / effort) × goal × put_off × again

estimate: connections of one try (domain.learning); after: those that follow-ups may bring of the people met,
.6 × met × estimate of a follow-up (COACH.md §3.4); effort: units of 45 minutes, nine minutes to get into it
among them. duty: what others wait for, or what one set a day for oneself. The rest are factors of 1 where
there is nothing to say.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from math import sqrt
from typing import Final
from uuid import UUID

from rapport.domain.asks.asks import BETWEEN_ASKS
from rapport.domain.challenge.pace import Pace
from rapport.domain.coach.cards import Action, Candidate, Kind, Reply, Why
from rapport.domain.coach.values import History, Settings
from rapport.domain.giving.reciprocity import balance
from rapport.domain.learning.arms import ARMS, ASKS, EVENINGS, UNIT, Arm
from rapport.domain.learning.learning import Estimate, learn

SERIES: Final = Arm.SERIES  # looked up once: members of enums are slow to find
GIVE: Final = Arm.GIVE
FOLLOW_UP: Final = Arm.FOLLOW_UP
NOT_FOR_ME: Final = Reply.NOT_FOR_ME
# A day has four cards: what is tiny must give more for its minutes. Chosen on design worlds (docs/lab.md).
STARTING = 9  # minutes it takes to get into anything
FOLLOWED = 0.6  # of the people met, a follow-up reaches (COACH.md §3.4)
NOT_FOR_ME_FOR = timedelta(days=30)
DUTY = {  # what others wait for comes before what one chooses, and fades when it is long overdue (judgement)
    Kind.KEEP_PROMISE: 10.0,
    Kind.FOLLOW_UP: 10.0,
    Kind.ANSWER: 9.0,
    Kind.GO_TO_GATHERING: 9.0,
    Kind.DEBRIEF: 8.0,
    Kind.PITCH: 7.0,
    Kind.CHOOSE_GOALS: 1.0,
    Kind.LOG_SOMEONE: 0.5,
}
SET_A_DAY = {Kind.GO_TO_GATHERING: (Why.ON_TODAY, Why.ON_TOMORROW), Kind.PITCH: (Why.DUE_TODAY, Why.OVERDUE)}
FRESH_HALF_LIFE = 4  # days
USUAL_READINESS = {Arm.ASK_HIGH: 0.27, Arm.ASK_MIDDLE: 0.11, Arm.ASK_LOW: 0.035}  # in the middle of the band
READIEST = 1.6  # times the usual, at most
GIVE_DUE = 1.0  # COACH.md §3.7: the next slot offers a give
FADES = 42  # days until something overdue weighs nothing: never a debt
JUST_LATE, AHEAD = 1.1, 0.9
GOAL_PULL = 2.0  # a goal of which one a day is still to do makes three of one
PUT_OFF = 0.85  # each time it was answered "not today" lately
AGAIN = 0.85  # each card of its kind that today already has
STOPPED, STOPPED_AFTER = 0.3, 6  # of the first guess, after so many tries: left alone (COACH.md §3.6)
MAY_STOP = (Arm.FOLLOW_UP, Arm.NUDGE)
Terms = tuple[tuple[str, float], ...]


class Outlook:
    """The history, summed up once: what is closed, and what each arm gives for its effort."""

    def __init__(self, history: History, settings: Settings, today: date, pace: Pace) -> None:
        self.today, self.pace, self.weekly_minutes = today, pace, settings.weekly_minutes
        self.closed, self.put_off = _answers(history, today)
        self.learned = learn(history.attempts, today, settings.priors)
        self.asked = _asked(history, today)
        given = balance(history.attempts, today)
        self.owes, self.is_give_due = given.owes, given.is_give_due
        self.follow_up = self.learned.mean(Arm.FOLLOW_UP)
        self.stopped = {arm for arm in MAY_STOP if self._has_stopped(arm)}
        self.rates: dict[Arm | UUID, tuple[float, float, float]] = {}
        self.estimates: dict[Arm | UUID, Estimate] = {}

    def weigh(self, candidate: Candidate) -> float:
        """The score before anything else is chosen; the same formula as `score_of`, without the naming."""
        worth = self.duty(candidate)
        if worth:
            worth *= late_factor(candidate.due_on, self.today)
        about = candidate.arm if candidate.series_id is None else _about(candidate)
        if about is not None:
            estimate, after, effort = self.rates.get(about) or self._rate(candidate, about)
            worth += (estimate * ready_factor(candidate) + after) / effort
        if candidate.key in self.put_off:
            worth *= self._put_off(candidate)
        return worth * self._goal(candidate) if candidate.numbers else worth

    def duty(self, candidate: Candidate) -> float:
        """What others wait for, what a day was set for, or a give that is due."""
        return duty_of(candidate) or (GIVE_DUE if self.is_give_due and candidate.arm is GIVE else 0.0)

    def action(self, candidate: Candidate, same_kind: int = 0) -> Action:
        """The candidate with its terms, and the score they make."""
        terms = (*self._own(candidate), *self._expected(candidate), *self._pushed(candidate, same_kind))
        return Action(candidate, score_of(terms), terms)

    def effort(self, candidate: Candidate) -> float:
        """Minutes, the evening counted."""
        return ARMS[candidate.arm].minutes if candidate.arm else candidate.minutes

    def tried(self, candidate: Candidate) -> int:
        """Own tries of its arm."""
        return self.learned.sums[candidate.arm].tried if candidate.arm else 0

    def _rate(self, candidate: Candidate, about: Arm | UUID) -> tuple[float, float, float]:
        """Connections of one try, those that grow from it, and what it takes in units of 45 minutes."""
        facts = ARMS[candidate.arm or Arm.SERIES]
        mean = self._estimate(about).mean if isinstance(about, UUID) else self.learned.mean(about)
        self.rates[about] = mean, FOLLOWED * facts.met * self.follow_up, facts.effort + STARTING / UNIT
        return self.rates[about]

    def _expected(self, candidate: Candidate) -> Terms:
        """What one try may bring, and what it takes; nothing where there is nothing to learn from it."""
        about = _about(candidate)
        if about is None:
            return ()
        estimate, after, effort = self.rates.get(about) or self._rate(candidate, about)
        grows = (("after", after),) if after else ()
        return (("estimate", estimate), ("effort", effort), *grows)

    def _own(self, candidate: Candidate) -> Terms:
        """Where the estimate comes from."""
        about = _about(candidate)
        if about is None:
            return ()
        it = self._estimate(about)
        names = ("prior", "came", "tried", "low", "high", "energy")
        values = (it.prior, it.came, it.tried, it.low, it.high, self.pace.energy)
        return tuple(zip(names, values, strict=True))

    def _estimate(self, about: Arm | UUID) -> Estimate:
        if about not in self.estimates:
            of = self.learned.of_series(about) if isinstance(about, UUID) else self.learned.of(about)
            self.estimates[about] = of
        return self.estimates[about]

    def _pushed(self, candidate: Candidate, same_kind: int) -> Terms:
        """What stands for or against it today, beside what it may bring; what says nothing is left out."""
        duty = self.duty(candidate)
        factors = {
            "ready": ready_factor(candidate),
            "late": late_factor(candidate.due_on, self.today) if duty else 1.0,
            "goal": self._goal(candidate),
            "put_off": self._put_off(candidate),
            "again": AGAIN**same_kind,
        }
        said = [(name, value) for name, value in factors.items() if value != 1]
        return ((("duty", duty), *said)) if duty else tuple(said)

    def _put_off(self, candidate: Candidate) -> float:
        times = self.put_off.get(candidate.key, 0)
        return PUT_OFF**times if times else 1.0

    def _goal(self, candidate: Candidate) -> float:
        """A goal pulls, as long as one's own tries do not say that it brings little."""
        if len(candidate.numbers) < 2:
            return 1.0
        numbers = dict(candidate.numbers)
        open_ = numbers.get("of", 0.0) - numbers.get("done", 0.0)
        if open_ <= 0:
            return 1.0
        pull = GOAL_PULL * min(1.0, open_ / max(1.0, numbers.get("days_left", 1.0)))
        if candidate.arm:
            pull *= min(
                1.0,
                dict(self._expected(candidate))["estimate"] / max(1e-9, self.learned.priors[candidate.arm]),
            )
        return 1 + pull

    def _has_stopped(self, arm: Arm) -> bool:
        tried = self.learned.sums[arm].tried
        return tried >= STOPPED_AFTER and self.learned.mean(arm) < STOPPED * self.learned.priors[arm]


def score_of(terms: Iterable[tuple[str, float]]) -> float:
    """The formula above, from its terms alone."""
    found: Mapping[str, float] = dict(terms)
    worth = found.get("duty", 0.0) * found.get("late", 1.0)
    if "effort" in found:
        ready = found["estimate"] * found.get("ready", 1.0)
        worth += (ready + found.get("after", 0.0)) / found["effort"]
    return worth * found.get("goal", 1.0) * found.get("put_off", 1.0) * found.get("again", 1.0)


def _about(candidate: Candidate) -> Arm | UUID | None:
    """What its estimate is of: the series one has been to, or the arm."""
    return candidate.series_id if candidate.arm is SERIES and candidate.series_id else candidate.arm


def duty_of(candidate: Candidate) -> float:
    """What others wait for, or what a day was set for; 0 for what is free to choose."""
    whys = SET_A_DAY.get(candidate.kind)
    return DUTY.get(candidate.kind, 0.0) if whys is None or candidate.why in whys else 0.0


def ready_factor(candidate: Candidate) -> float:
    """Against the usual one of its arm: how ready who is asked, how fresh the meeting."""
    arm = candidate.arm
    if arm in USUAL_READINESS and candidate.readiness:
        return min(READIEST, sqrt(candidate.readiness / USUAL_READINESS[arm]))
    return freshness(candidate) if arm is FOLLOW_UP else 1.0


def freshness(candidate: Candidate) -> float:
    """Of somebody met: worth half after four days, counted from the day after (COACH.md §3.6)."""
    days = next((value for name, value in candidate.numbers if name == "days"), 1.0)
    return float(2.0 ** (-max(0.0, days - 1) / FRESH_HALF_LIFE))


def late_factor(due_on: date | None, today: date) -> float:
    """1 when due, a little more once overdue, less as weeks pass, and a little less when still ahead."""
    if due_on is None:
        return 1.0
    late = (today - due_on).days
    if late <= 0:
        return 1.0 if late == 0 else AHEAD
    return JUST_LATE * max(0.0, 1 - late / FADES)


def is_evening(candidate: Candidate) -> bool:
    """It takes this evening, and one may still choose."""
    return candidate.kind is Kind.GO_TO_GATHERING and candidate.arm in EVENINGS and not duty_of(candidate)


def _answers(history: History, today: date) -> tuple[dict[str, int], dict[str, int]]:
    """Keys that are closed with the days they stay so (0: today only), and how often others were put off."""
    closed: dict[str, int] = {}
    put_off: dict[str, int] = {}
    since = today - NOT_FOR_ME_FOR
    for done in [done for done in history.done if since < done.on <= today]:
        if done.reply is NOT_FOR_ME:
            closed[done.key] = max(closed.get(done.key, 0), (done.on - since).days)
        elif done.on == today:
            closed.setdefault(done.key, 0)
        elif done.reply is Reply.NOT_TODAY:
            put_off[done.key] = put_off.get(done.key, 0) + 1
    return closed, put_off


def _asked(history: History, today: date) -> dict[UUID, date]:
    """Who was asked within the month, and when last."""
    since = today - BETWEEN_ASKS
    found = {person: on for person, on in history.asked if on > since}
    for attempt in [each for each in history.attempts if each.on > since and each.arm in ASKS]:
        if attempt.subject_id:
            found[attempt.subject_id] = max(attempt.on, found.get(attempt.subject_id, attempt.on))
    return found
