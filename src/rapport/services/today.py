"""The page a day begins with."""

from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from random import Random
from uuid import UUID

from rapport.db.queries import owners
from rapport.db.queries import today as queries
from rapport.domain.challenge import Board, Challenge
from rapport.domain.coach import History, Plan, Reply, Settings, plan_day
from rapport.domain.proposals import (
    GoalProgress,
    NearGathering,
    OpenAsk,
    OpenFollowUp,
    OpenMessage,
    OpenPitch,
    OpenPromise,
    propose,
)  # fmt: skip
from rapport.domain.values import dataclass
from rapport.services import challenge as challenges
from rapport.services import checkins
from rapport.services.remember import by_revision
from rapport.services.undo import Verb, journal


class Moment(StrEnum):
    """Where today lies."""

    NONE = "none"  # no challenge at all
    AHEAD = "ahead"  # it begins later
    RUNNING = "running"
    OVER = "over"


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
    weekly_minutes, rest, nudge_after = owners.spare_time(owner_id)
    challenge = challenges.current(owner_id, today)
    history = queries.history(owner_id, today)
    felt = next((c for c in history.checkins if c.on == today), None)
    said = energy if energy is not None else felt.energy if felt else None
    open_ = queries.open_things(owner_id, challenge, today, rest, nudge_after)
    settings = Settings(weekly_minutes, challenge, rest)
    candidates = propose(open_, today, said)
    plan = plan_day(history, candidates, settings, today, said, minutes, Random(f"{owner_id}:{today}"))
    return TodayPage(
        on=today,
        moment=_moment(challenge, today),
        challenge=challenge,
        board=challenges.board(owner_id, challenge, today) if challenge else None,
        energy=said,
        pressure=felt.pressure if felt else None,
        plan=_addressed(owner_id, plan),
        goals=open_.goals,
        follow_ups=open_.follow_ups,
        messages=open_.messages,
        asks=open_.asks,
        pitches=tuple(p for p in open_.pitches if p.pitch.sent_on),
        gatherings=tuple(g for g in open_.gatherings if g.on == today),
        promises=open_.promises,
        done=_done(history, today),
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


def _done(history: History, today: date) -> tuple[str, ...]:
    return tuple(d.key for d in history.done if d.on == today and d.reply is Reply.DONE)
