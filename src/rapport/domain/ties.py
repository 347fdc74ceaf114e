"""You and one person: how close, how long silent, when due again. All from the shared history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, log, sqrt

from rapport.domain.exchanges import is_two_way
from rapport.domain.interactions import Direction, Meeting
from rapport.domain.people import Told

HALF_LIFE = 90  # days: a quiet quarter halves what an exchange weighs (COACH.md §3.1)
LIVE = 3.0  # a meeting or call of two, against one message received (COACH.md §3.1)
WRITTEN = 1.5  # a message I wrote: who starts says more than who answers (COACH.md §3.1)
RECEIVED = 1.0
USUAL_MINUTES = 45  # a coffee; longer weighs more, by the square root
FAINT = 0.25  # a courtesy, or a hello that neither will remember (judgement)
MEMORY = timedelta(days=5 * 365)  # older exchanges are history: they weigh less than a millionth
MEETINGS_FOR = 2 * 365  # days in which meetings of two are counted (COACH.md §3.1)
DORMANT_AFTER = 365  # days without a contact (COACH.md §3.1)
REAL_CONTACTS = 2  # a tie that slept was once awake: one meeting is no tie

TOLD_CLOSE = 0.75  # "they would take my call": at least this close (COACH.md §3.1)
TOLD_NOT_CLOSE = 0.20  # at most

# closeness = 1 / (1 + exp(1.2 - x)), x = the sum over four signs of weight * (sign - centre) / spread.
# The weights are COACH.md §3.1's; with one story at hand, fixed centres and spreads (judgement: a tie met
# once or twice in a year or two) stand in for the user's own mean and deviation.
RECENCY_AND_FREQUENCY = (0.9, 1.0, 1.0)  # of ln(1 + decayed sum of exchanges)
RECIPROCITY = (0.5, 0.5, 0.35)  # of 2 min(theirs, mine) / (theirs + mine)
MEETINGS = (0.4, 0.7, 0.7)  # of ln(1 + meetings of two in two years)
SPAN = (0.3, 0.9, 0.7)  # of ln(1 + years between first and last)
THRESHOLD = 1.2


@dataclass(frozen=True, slots=True)
class Tie:
    """One tie in numbers."""

    closeness: float  # 0 stranger … 1
    interactions: int
    first_on: date | None
    last_on: date | None  # the last day they took part


def tie_of(story: Sequence[Meeting], told: Told | None, today: date) -> Tie:
    """Closeness with its count and dates."""
    days = [meeting.on for meeting in story]
    return Tie(closeness(story, told, today), len(days), min(days, default=None), last_on(story))


def closeness(story: Sequence[Meeting], told: Told | None, today: date) -> float:
    """From 0 (stranger) to 1: grows with exchanges, fades with silence, bounded by what the user says.

    Looks back MEMORY and no further, so a story cut there is enough.
    """
    seen = _from_history([meeting for meeting in story if today - MEMORY <= meeting.on <= today], today)
    if told is Told.CLOSE:
        return max(seen, TOLD_CLOSE)
    return min(seen, TOLD_NOT_CLOSE) if told is Told.NOT_CLOSE else seen


def last_on(story: Sequence[Meeting]) -> date | None:
    """The last day they took part: a meeting, a call, a message of theirs."""
    there = (m.on for m in story if is_two_way(m) or m.direction is Direction.INBOUND)
    return max(there, default=None)


def due_on(cadence_days: int | None, last: date | None) -> date | None:
    """When to be in touch again; None without a cadence or a last time."""
    return last + timedelta(days=cadence_days) if cadence_days and last else None


def _from_history(story: Sequence[Meeting], today: date) -> float:
    if not story:
        return 0.0
    decayed = theirs = mine = 0.0
    for meeting in story:
        received, written = _parts(meeting)
        weight = _weight(meeting)
        decayed += (received + written) * weight * 2 ** (-(today - meeting.on).days / HALF_LIFE)
        theirs += weight if received else 0.0
        mine += weight if written else 0.0
    days = [meeting.on for meeting in story]
    signs = (
        (RECENCY_AND_FREQUENCY, log(1 + decayed)),
        (RECIPROCITY, 2 * min(theirs, mine) / (theirs + mine)),
        (MEETINGS, log(1 + sum(_is_of_two(m) for m in story if (today - m.on).days <= MEETINGS_FOR))),
        (SPAN, log(1 + (max(days) - min(days)).days / 365.25)),
    )
    x = sum(weight * (sign - centre) / spread for (weight, centre, spread), sign in signs)
    return 1 / (1 + exp(THRESHOLD - x))


def _parts(meeting: Meeting) -> tuple[float, float]:
    """What came from them and what from me."""
    if is_two_way(meeting):
        return (LIVE / 2, LIVE / 2) if meeting.channel.is_live else (RECEIVED, WRITTEN)
    return (RECEIVED, 0.0) if meeting.direction is Direction.INBOUND else (0.0, WRITTEN)


def _weight(meeting: Meeting) -> float:
    """Less in a crowd (one part of it each), more with time spent (from half to twice)."""
    weight = 1 / (1 + meeting.others)
    if meeting.channel.is_live and meeting.minutes is not None:
        weight *= min(2.0, max(0.5, sqrt(meeting.minutes / USUAL_MINUTES)))
    faint = meeting.memorable is False or meeting.substance is False
    return weight * FAINT if faint else weight


def _is_of_two(meeting: Meeting) -> bool:
    faint = meeting.memorable is False or meeting.substance is False
    return meeting.channel.is_live and is_two_way(meeting) and not meeting.others and not faint
