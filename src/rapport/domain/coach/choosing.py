"""One day's choice: the best way first, and within a way whoever is most ready, fitting or fresh."""

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from heapq import nlargest
from itertools import chain
from typing import Final
from uuid import UUID
from zlib import crc32

from rapport.domain.challenge.pace import Shape
from rapport.domain.coach.cards import Action, Candidate, Kind, Why
from rapport.domain.coach.scores import AGAIN, Outlook, is_evening
from rapport.domain.coach.values import History
from rapport.domain.learning.arms import ASKS, Arm

SMALL = 10  # minutes: there is always room for this much, but on rest days
EASY_FRIGHT = 2  # of 5: what a day of low energy may ask
STRETCH_ENERGY = 0.6  # of 1: a stretch needs more (COACH.md §3.6)
BETWEEN_STRETCHES = timedelta(days=7)
EVENING_LEAVES = 10  # minutes at the desk, on the day of an evening out
# Both were chosen on made-up worlds kept for design (docs/lab.md): good things are rare, small ones are not.
RUNS_OVER = 0.5  # of a card that must fit into the day, for the bank to lend the rest
BORROWED = 0.5  # of a week: as far in debt an evening may leave one who owes already
ONE_A_DAY = (Kind.PITCH, Kind.FIND_GATHERING, Kind.GO_TO_GATHERING)  # of each kind
LINED_UP = 8  # the best of a pool that are looked at before all of it is
ASK: Final = Kind.ASK  # looked up once: members of enums are slow to find
POOLED = (*sorted(ASKS), Arm.RECONNECT_CLOSE, Arm.RECONNECT_FAR, Arm.GIVE)


Placed = tuple[float, int, float, int, Candidate]


class Pool:
    """The readiest of one arm."""

    __slots__ = ("arm", "first", "floor")

    def __init__(self, arm: Arm) -> None:
        self.arm = arm
        self.first: list[Candidate] = []  # from the one who is most
        self.floor = -1.0  # the readiest of those left out; less than anybody is, where nobody was

    def put_forward(self, candidate: Candidate) -> None:
        """Into its place among the readiest."""
        insort(self.first, candidate, key=lambda each: -each.readiness)
        if len(self.first) > LINED_UP:
            self.floor = self.first.pop().readiness


def _is_easy(candidate: Candidate) -> bool:
    return candidate.minutes <= SMALL and (candidate.fright or 0) <= EASY_FRIGHT


class Choosing:
    """What may be chosen today, and the choice."""

    def __init__(self, outlook: Outlook, history: History, minutes: int | None, seed: int) -> None:
        self.outlook, self.seed, self.said = outlook, seed, minutes
        self.hardest, self.stretched_on = history.hardest, history.stretched_on
        self.pools: list[Pool] = []
        self.candidates: Sequence[Candidate] = ()
        self.alone: list[Candidate] = []
        self.stretches: list[Candidate] = []
        self._begin()

    def _begin(self) -> None:
        """Nothing is chosen yet."""
        self.kinds: list[Kind] = []  # of those chosen, as the next three
        self.keys: set[str] = set()
        self.subjects: set[UUID] = set()
        self.names: dict[str, bool] = {}  # whether somebody of that name was chosen by name alone

    def lay_out(self, candidates: Sequence[Candidate]) -> None:
        """Who differ by readiness alone in one pool, to be looked at best first; the others one by one."""
        if self.outlook.pace.shape is Shape.LOW_ENERGY:
            easy = [each for each in candidates if _is_easy(each)]
            candidates = easy if any(map(self.is_possible, easy)) else candidates  # else a start of the rest
        pools: dict[Arm | None, Pool] = {arm: Pool(arm) for arm in POOLED}
        alone: list[Candidate] = []
        for each in candidates:
            pool = pools.get(each.arm)
            if pool is None:
                alone.append(each)
            elif each.readiness > pool.floor:
                pool.put_forward(each)
        self.candidates, self.alone, self.pools = candidates, alone, list(pools.values())
        self.stretches = [each for each in alone if self.is_stretch(each) and not self.is_closed(each)]

    def is_closed(self, candidate: Candidate) -> bool:
        """Answered already, or of somebody who is not to be asked now."""
        outlook = self.outlook
        if candidate.key in outlook.closed:
            return True
        if candidate.kind is not ASK:
            return False
        return candidate.subject_id in outlook.asked or candidate.subject_id in outlook.owes

    def is_possible(self, candidate: Candidate) -> bool:
        """Neither closed nor given up, not too much for this evening, and not a stretch."""
        if candidate.arm in self.outlook.stopped or self.is_closed(candidate):
            return False
        if is_evening(candidate) and not self.has_evening(candidate):
            return False
        return not self.is_stretch(candidate)

    def has_evening(self, candidate: Candidate) -> bool:
        """What the bank holds or lends, and the time for it where the user said how much there is."""
        bank, minutes = self.outlook.pace.bank, self.outlook.effort(candidate)
        is_lent = bank - minutes >= -BORROWED * self.outlook.weekly_minutes
        return (bank > 0 or is_lent) and (self.said is None or self.said >= minutes)

    def is_stretch(self, candidate: Candidate) -> bool:
        """Beyond the hardest thing done, and not set for today by the user."""
        if self.hardest is None or candidate.due_on:
            return False
        return (candidate.fright or 0) > max(self.hardest, EASY_FRIGHT)

    def stretch(self) -> Candidate | None:
        """One rung above the hardest thing done, at most one a week, when energy allows."""
        since = self.stretched_on
        if self.hardest is None or self.outlook.pace.energy <= STRETCH_ENERGY:
            return None
        if since and self.outlook.today - since < BETWEEN_STRETCHES:
            return None
        rungs = [each for each in self.stretches if (each.fright or 0) == max(self.hardest, EASY_FRIGHT) + 1]
        return max(rungs, key=self._order, default=None)

    def ranked(self, cards: int) -> list[Action]:
        """The best first, one a subject."""
        self._begin()
        chosen: list[Action] = []
        lines = self._lines()
        while len(chosen) < cards:
            heads = [head for line in lines.values() if (head := self._head(line))]
            if not heads:
                break
            best = max(heads, key=lambda head: (head[0] * self._again(head[-1].kind), head[1:4]))
            chosen.append(self._take(best[-1]))
        return chosen

    def _lines(self) -> dict[Kind, list[Placed]]:
        """By kind, since another of a kind weighs on all of it alike; the best last."""
        lines: dict[Kind, list[Placed]] = {}
        possible = [each for each in self.alone if self.is_possible(each)]
        for each in chain(possible, *map(self._lined_up, self.pools)):
            lines.setdefault(each.kind, []).append((*self._order(each), each))
        for line in lines.values():
            line.sort(key=lambda placed: placed[:4])
        return lines

    def _head(self, line: list[Placed]) -> Placed | None:
        """The best that still goes with those chosen; the others are let go."""
        while line and self._is_excluded(line[-1][-1]):
            line.pop()
        return line[-1] if line else None

    def _again(self, kind: Kind) -> float:
        return AGAIN ** self.kinds.count(kind)

    def place(self, candidate: Candidate) -> int:
        """Its rank among all that are possible today, before anything is chosen."""
        return 1 + len(self._orders) - bisect_right(self._orders, self._order(candidate))

    @cached_property
    def _orders(self) -> list[tuple[float, int, float, int]]:
        """Of all that are possible today, the best last."""
        return sorted(map(self._order, filter(self.is_possible, self.candidates)))

    def fill(self, ranked: list[Action], left: int) -> tuple[Action, ...]:
        """Each takes its minutes; for the last the day may run over, or it is a start worth making."""
        actions: list[Action] = []
        for action in ranked:
            candidate = action.candidate
            runs_over = self._runs_over(candidate, left)
            if min(candidate.minutes, SMALL) > left and not runs_over:
                break
            if candidate.minutes > left and not runs_over:
                candidate = replace(candidate, minutes=left, why=Why.SMALL_TODAY)
            actions.append(replace(action, candidate=candidate))
            left -= candidate.minutes
            if is_evening(candidate) or candidate.why is Why.ON_TODAY:
                left = min(left, EVENING_LEAVES)
        return self._with_stretch(actions, left)

    def _runs_over(self, candidate: Candidate, left: int) -> bool:
        """Half of it fits, and the bank lends the rest: never over what the user said, nor on low energy."""
        pace = self.outlook.pace
        if self.said is not None or pace.shape is Shape.LOW_ENERGY or pace.bank <= 0:
            return False
        return left >= RUNS_OVER * candidate.minutes

    def _with_stretch(self, actions: list[Action], left: int) -> tuple[Action, ...]:
        """A stretch takes the place of the last card, never of more, and never the only one."""
        rung = self.stretch() if len(actions) > 1 else None
        if rung is None or rung.minutes > left + actions[-1].candidate.minutes or self._is_excluded(rung):
            return tuple(actions)
        numbers = (("fright", float(rung.fright or 0)), ("hardest", float(self.hardest or 0)))
        rung = replace(rung, why=Why.STRETCH, numbers=(*rung.numbers, *numbers))
        return (*actions[:-1], self.outlook.action(rung))

    def _lined_up(self, pool: Pool) -> list[Candidate]:
        """Those of a pool that could be chosen first: its readiest; among many equals chance decides."""
        line = [each for each in pool.first if self.is_possible(each)]
        if pool.floor < 0 or (line and line[0].readiness > pool.floor):
            return line
        arm = pool.arm
        every = [each for each in self.candidates if each.arm is arm and self.is_possible(each)]
        return nlargest(LINED_UP, every, key=self._readiest)

    def _readiest(self, candidate: Candidate) -> tuple[float, int]:
        return candidate.readiness, self._luck(candidate)

    def _order(self, candidate: Candidate) -> tuple[float, int, float, int]:
        """By score; of equals what was tried less, who is readier, and at last chance."""
        weight = self.outlook.weigh(candidate)
        return weight, -self.outlook.tried(candidate), *self._readiest(candidate)

    def _luck(self, candidate: Candidate) -> int:
        """Each draws from its own key, so that one more or less moves no other."""
        return crc32(candidate.key.encode(), self.seed)

    def _take(self, best: Candidate) -> Action:
        action = self.outlook.action(best, self.kinds.count(best.kind))
        self.kinds.append(best.kind)
        self.keys.add(best.key)
        if best.subject_id:
            self.subjects.add(best.subject_id)
        if name := best.subject.casefold():
            self.names[name] = self.names.get(name, False) or not best.subject_id
        return action

    def _is_excluded(self, candidate: Candidate) -> bool:
        """Not on one day with those chosen: the same subject, or two big things of a kind."""
        if candidate.key in self.keys or (candidate.kind in ONE_A_DAY and candidate.kind in self.kinds):
            return True
        if candidate.subject_id in self.subjects:
            return True
        if not self.names or not candidate.subject:
            return False
        by_name = self.names.get(candidate.subject.casefold())
        return by_name is not None and (by_name or not candidate.subject_id)
