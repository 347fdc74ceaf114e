"""The page a day begins with."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from rapport.db.queries import today as queries
from rapport.domain.challenge.challenge import Board, Challenge
from rapport.domain.coach.coach import Candidate, History, Kind, Plan, Reply, Shape, Weighed, WhyNot
from rapport.domain.coach.open_things import (
    GoalProgress,
    NearGathering,
    OpenAsk,
    OpenFollowUp,
    OpenMessage,
    OpenPitch,
    OpenPromise,
)  # fmt: skip
from rapport.domain.text import fold
from rapport.domain.values import dataclass
from rapport.services.challenge import challenge as challenges
from rapport.services.challenge import checkins
from rapport.services.coach import backfill
from rapport.services.coach import day as coach_day
from rapport.services.journal.journal import Verb, journal
from rapport.services.remember import by_revision

SHOWN: Final = 12  # of what was not chosen
OF_A_KIND: Final = 3
WEIGHED: Final = 40  # candidates whose place is looked up for it
LAST_FELT: Final = 3  # check-ins named as the reason of a lighter day
ASKED_AGAIN: Final = timedelta(days=7)


class Moment(StrEnum):
    """Where today lies."""

    NONE = "none"  # no challenge at all
    AHEAD = "ahead"  # it begins later
    RUNNING = "running"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Other:
    """Something that could be done and is not on the cards."""

    candidate: Candidate
    why_not: WhyNot


@dataclass(frozen=True, slots=True)
class AllHours:
    """ "I'm fine, use all my hours": until when, and whether that week is over."""

    until: date
    is_over: bool


@dataclass(frozen=True, slots=True)
class TodayPage:
    """Everything Today shows, built once, dressed by every door."""

    on: date
    moment: Moment
    challenge: Challenge | None
    board: Board | None
    energy: int | None  # said today, 1 to 5
    pressure: int | None
    plan: Plan
    goals: tuple[GoalProgress, ...]
    follow_ups: tuple[OpenFollowUp, ...]  # due
    messages: tuple[OpenMessage, ...]  # they wrote and wait
    asks: tuple[OpenAsk, ...]  # I asked and wait
    pitches: tuple[OpenPitch, ...]  # sent and waiting
    gatherings: tuple[NearGathering, ...]  # today's
    promises: tuple[OpenPromise, ...]  # help I owe
    done: tuple[str, ...]  # keys of today's cards that are done
    others: tuple[Other, ...]  # what was not chosen, each with why
    hours: AllHours | None  # the override: it runs, or its week is over and it is asked again
    has_past: bool  # a mailbox or calendar is here, and nothing was told of it yet
    felt: tuple[int, ...]  # the last check-ins of energy, the latest first: what eased the pace

    @property
    def day_number(self) -> int | None:
        """1 on the first day; None outside the challenge."""
        running = self.moment is Moment.RUNNING and self.challenge
        return self.challenge.day_number(self.on) if running and self.challenge else None


@by_revision
def open_today(
    owner_id: UUID, today: date, *, energy: int | None = None, minutes: int | None = None
) -> TodayPage:
    """The day's page. `energy` and `minutes` ask what it would be like; unsaid, the check-in counts.

    The same day, said the same, is planned the same: chance is seeded by the owner and the day.
    """
    day = coach_day.gather(owner_id, today, energy, minutes)
    challenge, open_ = day.challenge, day.open
    felt = next((c for c in day.history.checkins if c.on == today), None)
    weighed = day.weigh()
    plan = weighed.plan
    return TodayPage(
        on=today,
        moment=_moment(challenge, today),
        challenge=challenge,
        board=challenges.board(owner_id, challenge, today) if challenge else None,
        energy=day.energy,
        pressure=felt.pressure if felt else None,
        plan=_addressed(owner_id, plan),
        goals=open_.goals,
        follow_ups=open_.follow_ups,
        messages=open_.messages,
        asks=open_.asks,
        pitches=tuple(p for p in open_.pitches if p.pitch.sent_on),
        gatherings=tuple(g for g in open_.gatherings if g.on == today),
        promises=open_.promises,
        done=_done(day.history, today),
        others=_others(weighed),
        hours=_hours(day.told.flat_until, today),
        has_past=backfill.waiting(owner_id),
        felt=_felt(day.history, today),
    )


def feel(
    owner_id: UUID, on: date, *, energy: int | None = None, pressure: int | None = None, at: datetime
) -> UUID:
    """Say how today feels; the plan reshapes at once. Returns the batch, for undo."""
    with journal(owner_id, Verb.CHECK_IN, at=at) as book:
        checkins.record(book, on, energy=energy, pressure=pressure)
        return UUID(str(book.batch.pk))


def _moment(challenge: Challenge | None, today: date) -> Moment:
    if challenge is None:
        return Moment.NONE
    if today in challenge:
        return Moment.RUNNING
    return Moment.AHEAD if challenge.starts_on > today else Moment.OVER


def _addressed(owner_id: UUID, plan: Plan) -> Plan:
    """The plan with an address on each card that a message could go to."""
    people = [a.candidate.subject_id for a in plan.actions if a.candidate.subject_id]
    found = queries.emails(owner_id, people) if people else {}
    actions = tuple(
        replace(a, candidate=replace(a.candidate, email=found.get(a.candidate.subject_id, "")))
        if a.candidate.subject_id
        else a
        for a in plan.actions
    )
    return replace(plan, actions=actions)


def why_not(owner_id: UUID, today: date, wanted: str) -> tuple[Other, ...]:
    """The answer for a card's key, or for all that is about somebody or something of that name."""
    day = coach_day.gather(owner_id, today)
    said = fold(wanted).strip()
    found = [c for c in day.candidates if c.key == wanted.strip()]
    found = found or [c for c in day.candidates if said and said in fold(c.subject)]
    told = day.weigh().why_nots(each.key for each in found[:SHOWN])
    return tuple(Other(each, told[each.key]) for each in found[:SHOWN])


def _others(weighed: Weighed) -> tuple[Other, ...]:
    """What was not chosen, those nearest to it first; on a rest day nothing is weighed."""
    plan = weighed.plan
    if plan.shape is Shape.REST:
        return ()
    chosen = {action.candidate.key for action in plan.actions}
    left = [each for each in weighed.candidates if each.key not in chosen and each.subject][:WEIGHED]
    told = weighed.why_nots(each.key for each in left)
    near = sorted(left, key=lambda each: dict(told[each.key].numbers).get("rank", WEIGHED))
    kinds: Counter[Kind] = Counter()
    shown = []
    for each in near:  # some of each kind, for a long list of one says little
        kinds[each.kind] += 1
        if kinds[each.kind] <= OF_A_KIND:
            shown.append(Other(each, told[each.key]))
    return tuple(shown[:SHOWN])


def _hours(until: date | None, today: date) -> AllHours | None:
    """It is asked again for a week after it ended; then it is forgotten."""
    if until is None or today > until + ASKED_AGAIN:
        return None
    return AllHours(until, today > until)


def _felt(history: History, today: date) -> tuple[int, ...]:
    said = sorted(((c.on, c.energy) for c in history.checkins if c.energy and c.on <= today), reverse=True)
    return tuple(energy for _, energy in said[:LAST_FELT])


def _done(history: History, today: date) -> tuple[str, ...]:
    return tuple(d.key for d in history.done if d.on == today and d.reply is Reply.DONE)
