"""Today's one to four actions, with the numbers that ranked them.

A way is chosen by what it may bring for its effort (domain.coach.scores), and within a way whoever is most
ready, fitting or fresh. Cards are taken best first, and each takes its minutes until the day's are used up;
the order does not depend on the minutes, so more of them only add.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from random import Random
from typing import Final

from rapport.domain.challenge.pace import LOOK_BACK, Pace, Past, Week, pace_of
from rapport.domain.challenge.pace import Shape as Shape
from rapport.domain.coach.cards import Action as Action
from rapport.domain.coach.cards import Candidate as Candidate
from rapport.domain.coach.cards import Done as Done
from rapport.domain.coach.cards import Kind as Kind
from rapport.domain.coach.cards import Reply as Reply
from rapport.domain.coach.cards import Why as Why
from rapport.domain.coach.choosing import SMALL as SMALL
from rapport.domain.coach.choosing import Choosing
from rapport.domain.coach.reasons import held_back, outranked, ruled_out
from rapport.domain.coach.scores import Outlook
from rapport.domain.coach.values import History as History
from rapport.domain.coach.values import Plan as Plan
from rapport.domain.coach.values import Settings as Settings
from rapport.domain.coach.values import Verdict as Verdict
from rapport.domain.coach.values import WhyNot as WhyNot
from rapport.domain.learning.arms import ARMS
from rapport.domain.ways import Way as Way

MOST_ACTIONS = 4
DONE: Final = Reply.DONE  # looked up once: members of enums are slow to find
COMING_BACK_ACTIONS = 2


def plan_day(
    history: History,
    candidates: Sequence[Candidate],
    settings: Settings,
    today: date,
    energy: int | None,
    minutes: int | None,
    rng: Random,
) -> Plan:
    """Choose the day's actions: never more than four, never over its minutes, none on a rest day.

    There is room for one small action (10 minutes) whatever the pace; with low energy that is all.
    What was done today uses up its part. `minutes`: how many are free, if the user says so.
    """
    return weigh(history, candidates, settings, today, energy, minutes, rng).plan


def weigh(
    history: History,
    candidates: Sequence[Candidate],
    settings: Settings,
    today: date,
    energy: int | None,
    minutes: int | None,
    rng: Random,
) -> "Weighed":
    """The same day, with the answers why anything else is not on its cards."""
    seed, history = rng.getrandbits(32), _of_late(history, today)
    pace = _pace(history, settings, today, energy, minutes)
    if pace.shape is Shape.REST:
        return Weighed(Plan(today, pace.shape, 0, (), pace), candidates, None, 0)
    cards = _cards(history, settings, pace.shape, today)
    outlook = Outlook(history, settings, today, pace)
    given = SMALL if pace.shape is Shape.LOW_ENERGY else max(pace.minutes, SMALL)
    left = given - sum(past.minutes for past in _done_on(history, today))
    choosing = Choosing(outlook, history, minutes, seed)
    choosing.lay_out(candidates)
    actions = choosing.fill(choosing.ranked(cards), left)
    over = sum(action.candidate.minutes for action in actions) - left
    plan = Plan(today, pace.shape, given + max(0, over if actions else 0), actions, pace)
    return Weighed(plan, candidates, partial(Choosing, outlook, history, minutes, seed), cards)


class Weighed:
    """A planned day, and all that was weighed for it."""

    def __init__(
        self,
        plan: Plan,
        candidates: Sequence[Candidate],
        choosing: Callable[[], Choosing] | None,
        cards: int,
    ) -> None:
        self.plan, self.candidates = plan, candidates
        self._choosing, self._cards = choosing, cards  # None on a rest day: nothing is weighed

    def why_nots(self, keys: Iterable[str]) -> dict[str, WhyNot]:
        """Why the candidates of these keys are not on the cards."""
        wanted = list(keys)
        if self._choosing is None:
            return dict.fromkeys(wanted, WhyNot(Verdict.REST))
        choosing = self._choosing()
        choosing.lay_out(self.candidates)
        first = {each.candidate.key for each in choosing.ranked(self._cards)}
        by_key = {each.key: each for each in self.candidates}
        chosen = {action.candidate.key for action in self.plan.actions}

        def answer(key: str) -> WhyNot:
            if key in chosen:
                return WhyNot(Verdict.CHOSEN)
            if key not in by_key:
                return WhyNot(Verdict.UNKNOWN)
            candidate = by_key[key]
            return (
                ruled_out(candidate, choosing.outlook)
                or held_back(candidate, choosing)
                or outranked(candidate, choosing, self.plan, first)
            )

        return {key: answer(key) for key in wanted}


def _of_late(history: History, today: date) -> History:
    """With the cards that still matter, so that a long history is gone through once; every try is kept."""
    since = today - LOOK_BACK
    return replace(history, done=tuple([each for each in history.done if each.on >= since]))


def _pace(history: History, settings: Settings, today: date, energy: int | None, minutes: int | None) -> Pace:
    week = Week(
        settings.weekly_minutes,
        settings.rest_weekdays,
        settings.challenge,
        settings.holidays,
        settings.flat_until,
    )
    active_on = {past.on for past in history.done if past.reply is DONE}
    past = Past(history.checkins, active_on.union(history.active_on), _spent(history, today))
    return pace_of(week, today, energy, past, minutes)


def _spent(history: History, today: date) -> Mapping[date, float]:
    """Minutes of each day before today: what was tried, and the cards done beside."""
    spent: dict[date, float] = defaultdict(float)
    tried, since = set(), today - LOOK_BACK
    for attempt in [each for each in history.attempts if since <= each.on < today and not each.remembered]:
        spent[attempt.on] += attempt.minutes or ARMS[attempt.arm].minutes
        tried.add((attempt.key, attempt.on))
    for done in [each for each in history.done if each.on < today and each.reply is DONE]:
        if done.minutes and (done.key, done.on) not in tried:
            spent[done.on] += done.minutes
    return spent


def _cards(history: History, settings: Settings, shape: Shape, today: date) -> int:
    """How many today may still have."""
    most = max(1, min(settings.most_actions, MOST_ACTIONS))
    most = {Shape.LOW_ENERGY: 1, Shape.COME_BACK: min(most, COMING_BACK_ACTIONS)}.get(shape, most)
    return most - len(_done_on(history, today))


def _done_on(history: History, today: date) -> list[Done]:
    return [past for past in history.done if past.on == today and past.reply is DONE]
