"""You and one person: how close, how long silent, when due again. All from the shared history.

Two kinds of history count: what the user wrote down (a story of meetings), and what mailboxes and calendars
tell (sums of traces). From traces alone nobody is taken for very close: who write much may be colleagues.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import exp, fsum, log, sqrt
from statistics import fmean, pstdev
from typing import NamedTuple

from rapport.domain.history.history import Sums
from rapport.domain.interactions.exchanges import is_two_way
from rapport.domain.interactions.interactions import Direction, Meeting
from rapport.domain.people.people import Told
from rapport.domain.values import dataclass

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

# closeness = 1 / (1 + exp(1.2 - x)), x = the sum over the signs of weight * (sign - centre) / spread, with
# the weights of COACH.md §3.1. Centre and spread are the user's own mean and deviation where a mailbox has
# ENOUGH two-way contacts to tell them; else fixed ones stand in (judgement: a tie met once or twice in a year
# or two, answers within half a day).
WEIGHTS = (0.9, 0.5, 0.4, 0.3, 0.5)
THRESHOLD = 1.2
ENOUGH = 30  # contacts: the error of a mean is then below a fifth of a deviation
LEAST_SPREAD = 0.1  # a mailbox in which all are alike tells nobody apart
TRACES_ALONE = 0.5  # how far traces alone are believed, against UNKNOWN (rho of COACH.md §3.1)
UNKNOWN = 0.25  # closeness of somebody about whom nothing is believed
BELIEVED_AFTER = 3  # exchanges written down: from then on traces are believed in full (judgement)


class Signs(NamedTuple):
    """What closeness is read from; in the order of WEIGHTS."""

    exchanges: float  # ln(1 + decayed sum): recency and frequency
    reciprocity: float  # 2 min(theirs, mine) / (theirs + mine)
    meetings: float  # ln(1 + meetings of two in two years)
    span: float  # ln(1 + years between first and last)
    promptness: float | None  # -ln(1 + median hours to a reply, both ways); None: nobody replied to anybody


@dataclass(frozen=True, slots=True)
class Scale:
    """What is usual: where a sign is neither near nor far, and how much it varies."""

    centres: tuple[float, ...]
    spreads: tuple[float, ...]
    lifetime: float | None = None  # the third with most history begins here (domain.history.Sums.lifetime)


FIXED = Scale((1.0, 0.5, 0.7, 0.9, -2.56), (1.0, 0.35, 0.7, 0.7, 1.2))


@dataclass(frozen=True, slots=True)
class Tie:
    """One tie in numbers."""

    closeness: float  # 0 stranger … 1
    interactions: int
    first_on: date | None
    last_on: date | None  # the last day they took part


def tie_of(
    story: Sequence[Meeting],
    told: Told | None,
    today: date,
    traces: Sums | None = None,
    scale: Scale = FIXED,
) -> Tie:
    """Closeness with its count and dates. A contact of any kind restarts the silence; none sets it back."""
    days = [meeting.on for meeting in story]
    last = max(filter(None, (last_on(story), traces.last_in if traces else None)), default=None)
    near = closeness(story, told, today, traces, scale)
    return Tie(near, len(days), min(days, default=None), last)


def closeness(
    story: Sequence[Meeting],
    told: Told | None,
    today: date,
    traces: Sums | None = None,
    scale: Scale = FIXED,
) -> float:
    """From 0 (stranger) to 1: grows with exchanges, fades with silence, bounded by what the user says.

    Looks back MEMORY and no further, so a story cut there is enough. Traces never make less close than the
    story does alone. What is both written down and in a mailbox counts twice; meetings of two do not.
    """
    past = [meeting for meeting in story if today - MEMORY <= meeting.on <= today]
    seen = _squash(_signs(past, None, today), FIXED) if past else 0.0
    if traces is not None:
        seen = max(seen, _believed(past, traces, today, scale))
    if told is Told.CLOSE:
        return max(seen, TOLD_CLOSE)
    return min(seen, TOLD_NOT_CLOSE) if told is Told.NOT_CLOSE else seen


def scale_of(all_traces: Iterable[Sums], today: date) -> Scale | None:
    """The user's own mean and deviation of each sign, over two-way contacts; None below ENOUGH of them."""
    two_way = [traces for traces in all_traces if traces.is_two_way]
    if len(two_way) < ENOUGH:
        return None
    columns = list(zip(*(_signs((), traces, today) for traces in two_way), strict=True))
    known = [[value for value in column if value is not None] for column in columns]
    lifetimes = sorted((traces.lifetime for traces in two_way), reverse=True)
    return Scale(
        tuple(fmean(c) if c else usual for c, usual in zip(known, FIXED.centres, strict=True)),
        tuple(max(pstdev(c), LEAST_SPREAD) if c else u for c, u in zip(known, FIXED.spreads, strict=True)),
        lifetimes[len(lifetimes) // 3],
    )


def was_strong(traces: Sums, scale: Scale) -> bool:
    """Once among the third with most history: worth waking when it sleeps (COACH.md §3.1)."""
    return traces.is_two_way and scale.lifetime is not None and traces.lifetime >= scale.lifetime


def is_dormant(traces: Sums, scale: Scale, today: date, last_written_down: date | None = None) -> bool:
    """Once strong, and no two-way contact for DORMANT_AFTER days; `last_written_down` is the user's own."""
    last = max(filter(None, (traces.last_two_way, last_written_down)), default=None)
    return was_strong(traces, scale) and last is not None and (today - last).days >= DORMANT_AFTER


@dataclass(frozen=True, slots=True)
class Explanation:
    """What traces tell about a tie, in numbers for one sentence."""

    closeness: float
    messages: int
    since: date | None
    answer_hours: float | None  # median of theirs
    meetings: int  # of two, in MEETINGS_FOR
    last_on: date | None


def explain(traces: Sums, near: float, today: date) -> Explanation:
    return Explanation(
        near,
        traces.mails_in + traces.mails_out,
        traces.first_on,
        traces.their_hours(),
        sum(count for _month, count in _months(traces, today)),
        traces.last_on,
    )


def last_on(story: Sequence[Meeting]) -> date | None:
    """The last day they took part: a meeting, a call, a message of theirs."""
    there = (m.on for m in story if is_two_way(m) or m.direction is Direction.INBOUND)
    return max(there, default=None)


def due_on(cadence_days: int | None, last: date | None) -> date | None:
    """When to be in touch again; None without a cadence or a last time."""
    return last + timedelta(days=cadence_days) if cadence_days and last else None


def _believed(past: Sequence[Meeting], traces: Sums, today: date, scale: Scale) -> float:
    """Story and traces together; traces are believed by half, and in full once enough is written down."""
    near = _squash(_signs(past, traces, today), scale)
    noted = min(1.0, sum(not _is_faint(meeting) for meeting in past) / BELIEVED_AFTER)
    belief = TRACES_ALONE + (1 - TRACES_ALONE) * noted if near > UNKNOWN else TRACES_ALONE
    return UNKNOWN + belief * (near - UNKNOWN)


def _squash(signs: Signs, scale: Scale) -> float:
    x = sum(
        weight * (sign - centre) / spread
        for weight, sign, centre, spread in zip(WEIGHTS, signs, scale.centres, scale.spreads, strict=True)
        if sign is not None
    )
    return 1 / (1 + exp(THRESHOLD - x))


def _signs(story: Sequence[Meeting], traces: Sums | None, today: date) -> Signs:
    parts = [(meeting, *_parts(meeting), _weight(meeting)) for meeting in story]
    # `fsum` is exact: those of one day have no order, and a tie must not differ in its last digit by it.
    decayed = fsum(
        (received + written) * weight * 2 ** (-(today - meeting.on).days / HALF_LIFE)
        for meeting, received, written, weight in parts
    )
    theirs = fsum(weight for _, received, _, weight in parts if received)
    mine = fsum(weight for _, _, written, weight in parts if written)
    days = [meeting.on for meeting in story]
    months: dict[str, int] = {}
    for meeting in story:
        if (today - meeting.on).days <= MEETINGS_FOR and _is_of_two(meeting):
            month = f"{meeting.on:%Y-%m}"
            months[month] = months.get(month, 0) + 1
    promptness = None
    if traces is not None:
        decayed += traces.decayed(today)
        theirs, mine = theirs + traces.theirs, mine + traces.mine
        days += [day for day in (traces.first_on, traces.last_on) if day]
        for month, count in _months(traces, today):  # a meeting written down is in the calendar too
            months[month] = max(count, months.get(month, 0))
        promptness = _promptness(traces)
    years = (max(days) - min(days)).days / 365.25 if days else 0.0
    both = 2 * min(theirs, mine) / (theirs + mine) if theirs + mine else 0.0
    return Signs(log(1 + decayed), both, log(1 + sum(months.values())), log(1 + years), promptness)


def _promptness(traces: Sums) -> float | None:
    """The mean of both sides: who keeps the other waiting is as far as who is kept."""
    hours = [found for found in (traces.their_hours(), traces.my_hours()) if found is not None]
    return -fmean(log(1 + each) for each in hours) if hours else None


def _months(traces: Sums, today: date) -> list[tuple[str, int]]:
    """Meetings of two by month, of the months that MEETINGS_FOR reaches."""
    first, last = f"{today - timedelta(days=MEETINGS_FOR):%Y-%m}", f"{today:%Y-%m}"
    return [(month, count) for month, count in traces.meetings if first <= month <= last]


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
    return weight * FAINT if _is_faint(meeting) else weight


def _is_of_two(meeting: Meeting) -> bool:
    return meeting.channel.is_live and is_two_way(meeting) and not meeting.others and not _is_faint(meeting)


def _is_faint(meeting: Meeting) -> bool:
    return meeting.memorable is False or meeting.substance is False
