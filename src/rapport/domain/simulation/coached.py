"""The product's own coach, living in a made-up world: `plan_day` itself, told what the protocol tells.

A card that the day has only room to start is no try yet: it is left for a day that holds it. One challenge
runs from the first day to the last; the laboratory's month is its first thirty days.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Final
from uuid import UUID

from rapport.domain.challenge.challenge import Challenge
from rapport.domain.challenge.checkins import CheckIn
from rapport.domain.coach.cards import Candidate, Kind, Why
from rapport.domain.coach.coach import Action, History, Settings, plan_day
from rapport.domain.learning.arms import ARMS, ASKS, EVENINGS, UNIT, Arm
from rapport.domain.learning.attempts import Attempt
from rapport.domain.simulation.protocol import Choice, Morning, Option, Start

MONDAY: Final = date(2024, 1, 1)  # day 0
DESK: Final = 10  # minutes to get ready for an evening, as the product's card says
KINDS: Final = {
    Arm.RECONNECT_CLOSE: Kind.RECONNECT,
    Arm.RECONNECT_FAR: Kind.RECONNECT,
    Arm.GIVE: Kind.GIVE,
    Arm.PITCH: Kind.PITCH,
    Arm.FOLLOW_UP: Kind.FOLLOW_UP_HELLO,
    Arm.NUDGE: Kind.NUDGE_PITCH,
    **dict.fromkeys(ASKS, Kind.ASK),
    **dict.fromkeys(EVENINGS, Kind.GO_TO_GATHERING),
}


class Coach:
    """Asks the product each morning, and does what it says."""

    def __init__(self, *, is_flat: bool = False) -> None:
        self._is_flat = is_flat  # "I'm fine, use all my hours", every week anew

    def begin(self, start: Start) -> None:
        rest = frozenset() if start.rest_weekday is None else frozenset({start.rest_weekday})
        self._settings = Settings(
            weekly_minutes=round(start.weekly * UNIT),
            challenge=Challenge(UUID(int=1), MONDAY, start.days, rest_weekdays=rest),
            rest_weekdays=rest,
        )
        self._remembered = tuple(
            Attempt(
                past.arm, MONDAY - timedelta(days=past.days_ago), past.came, settled=True, remembered=True
            )
            for past in start.past
        )
        self._tries: dict[int, Attempt] = {}
        self._checkins: list[CheckIn] = []
        self._candidates: dict[str, tuple[Option, Candidate]] = {}
        self._rng = Random(start.seed)

    def plan(self, morning: Morning) -> Sequence[Choice]:
        today = _day(morning.day)
        energy = None if morning.energy is None else round(1 + 4 * morning.energy)
        self._hear(morning, today)
        history = History(
            checkins=tuple(self._checkins),
            attempts=(*self._remembered, *self._tries.values()),
            active_on=tuple({each.on for each in self._tries.values()}),
        )
        settings = self._settings
        if self._is_flat:
            settings = replace(settings, flat_until=today)
        candidates = [self._candidate(option) for option in morning.options]
        plan = plan_day(history, candidates, settings, today, energy, None, self._rng)
        if energy is not None:
            self._checkins.append(CheckIn(today, energy))
        return [_choice(action) for action in plan.actions if action.candidate.why is not Why.SMALL_TODAY]

    def _candidate(self, option: Option) -> Candidate:
        """What was offered before, unchanged, is the same candidate again."""
        known = self._candidates.get(option.key)
        if known is None or known[0] is not option:
            known = self._candidates[option.key] = option, _candidate(option)
        return known[1]

    def _hear(self, morning: Morning, today: date) -> None:
        for one in morning.done:
            option = one.option
            self._tries[one.number] = Attempt(
                option.arm,
                _day(one.day),
                key=option.key,
                minutes=round(option.effort * UNIT),
                subject_id=_subject(option),
            )
        for each in morning.news:
            known = self._tries[each.number]
            self._tries[each.number] = replace(known, came=each.came, settled=each.settled)


def _candidate(option: Option) -> Candidate:
    is_evening = option.arm in EVENINGS
    return Candidate(
        KINDS[option.arm],
        ARMS[option.arm].way,
        option.key,
        DESK if is_evening else round(option.effort * UNIT),
        Why.EXPECTED,
        numbers=(("days", float(option.age)),) if option.age else (),
        subject_id=_subject(option),
        arm=option.arm,
        readiness=option.readiness or 0.0,
        series_id=_subject(option) if option.arm is Arm.SERIES else None,
    )


def _day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def _subject(option: Option) -> UUID | None:
    """The contact; of a series itself."""
    if option.arm is Arm.SERIES:
        return UUID(int=1 << 64 | int(option.key.split(":")[1]))
    return None if option.contact is None else UUID(int=2 << 64 | option.contact)


def _choice(action: Action) -> Choice:
    terms = dict(action.terms)
    if "estimate" not in terms:
        return Choice(action.candidate.key)
    ready = terms.get("ready", 1.0)
    return Choice(
        action.candidate.key, terms["estimate"] * ready, terms["low"] * ready, terms["high"] * ready
    )
