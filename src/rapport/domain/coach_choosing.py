"""One day's choice: the best way first, and within a way whoever is most ready, fitting or fresh."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from heapq import nlargest
from uuid import UUID
from zlib import crc32

from rapport.domain.arms import Arm
from rapport.domain.cards import Action, Candidate, Kind, Why
from rapport.domain.coach_scores import Outlook, is_evening
from rapport.domain.coach_values import History
from rapport.domain.pace import Shape

SMALL = 10  # minutes: there is always room for this much, but on rest days
EASY_FRIGHT = 2  # of 5: what a day of low energy may ask
STRETCH_ENERGY = 0.6  # of 1: a stretch needs more (COACH.md §3.6)
BETWEEN_STRETCHES = timedelta(days=7)
EVENING_LEAVES = 10  # minutes at the desk, on the day of an evening out
ONE_A_DAY = (Kind.PITCH, Kind.FIND_GATHERING, Kind.GO_TO_GATHERING)  # of each kind
LINED_UP = 12  # the best of a pool that are looked at before all of it is


class Choosing:
    """What may be chosen today, and the choice."""

    def __init__(self, outlook: Outlook, history: History, minutes: int | None, seed: int) -> None:
        self.outlook, self.seed, self.said = outlook, seed, minutes
        self.hardest, self.stretched_on = history.hardest, history.stretched_on
        self.pools: dict[object, list[Candidate]] = {}
        self.stretches: list[Candidate] = []
        self.kinds: list[Kind] = []  # of those chosen, as the next three
        self.keys: set[str] = set()
        self.subjects: set[UUID] = set()
        self.names: dict[str, bool] = {}  # whether somebody of that name was chosen by name alone

    def lay_out(self, candidates: Iterable[Candidate]) -> None:
        """In one pool who differ by readiness alone; whatever has a day, a fright or a past by itself."""
        outlook, pools = self.outlook, self.pools
        closed, put_off, asked, owes = outlook.closed, outlook.put_off, outlook.asked, outlook.owes
        for each in candidates:
            key, arm, kind = each.key, each.arm, each.kind
            if key in closed or (kind is Kind.ASK and (each.subject_id in asked or each.subject_id in owes)):
                continue
            is_alone = arm is None or arm is Arm.FOLLOW_UP or each.series_id
            if is_alone or each.due_on or each.fright or key in put_off:
                alike: object = key
            else:
                alike = (kind, arm)
            if alike in pools:
                pools[alike].append(each)
            elif self.is_possible(each):
                pools[alike] = [each]
            elif self.is_stretch(each):
                self.stretches.append(each)
        if outlook.pace.shape is Shape.LOW_ENERGY:
            self._keep_easy()

    def is_possible(self, candidate: Candidate) -> bool:
        """Not given up, not too much for this evening, and not a stretch."""
        if candidate.arm in self.outlook.stopped:
            return False
        if is_evening(candidate) and not self.has_evening(candidate):
            return False
        return not self.is_stretch(candidate)

    def has_evening(self, candidate: Candidate) -> bool:
        """Effort left in the bank, and the time for it where the user said how much there is."""
        return self.outlook.pace.bank > 0 and (
            self.said is None or self.said >= self.outlook.effort(candidate)
        )

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
        chosen: list[Action] = []
        bests = {alike: self._lined_up(pool) for alike, pool in self.pools.items()}
        while bests and len(chosen) < cards:
            for alike, line in list(bests.items()):
                line = [each for each in line if not self._is_excluded(each)]
                if not line and len(self.pools[alike]) > LINED_UP:
                    line = self._lined_up([c for c in self.pools[alike] if not self._is_excluded(c)])
                bests[alike] = line
                if not line:
                    del bests[alike]
            if bests:
                chosen.append(self._take(max((line[0] for line in bests.values()), key=self._order)))
        return chosen

    def place(self, candidate: Candidate) -> int:
        """Its rank among all that are possible today, before anything is chosen."""
        own = self._order(candidate)
        return 1 + sum(self._order(each) > own for pool in self.pools.values() for each in pool)

    def fill(self, ranked: list[Action], left: int) -> tuple[Action, ...]:
        """Each takes its minutes; the last may take what is left, if that is a start worth making."""
        actions: list[Action] = []
        for action in ranked:
            candidate = action.candidate
            if min(candidate.minutes, SMALL) > left:
                break
            if candidate.minutes > left:
                candidate = replace(candidate, minutes=left, why=Why.SMALL_TODAY)
            actions.append(replace(action, candidate=candidate))
            left -= candidate.minutes
            if is_evening(candidate) or candidate.why is Why.ON_TODAY:
                left = min(left, EVENING_LEAVES)
        return self._with_stretch(actions, left)

    def _with_stretch(self, actions: list[Action], left: int) -> tuple[Action, ...]:
        """A stretch takes the place of the last card, never of more, and never the only one."""
        rung = self.stretch() if len(actions) > 1 else None
        if rung is None or rung.minutes > left + actions[-1].candidate.minutes or self._is_excluded(rung):
            return tuple(actions)
        numbers = (("fright", float(rung.fright or 0)), ("hardest", float(self.hardest or 0)))
        rung = replace(rung, why=Why.STRETCH, numbers=(*rung.numbers, *numbers))
        return (*actions[:-1], self.outlook.action(rung))

    def _keep_easy(self) -> None:
        """What is small and not frightening; if there is nothing such, a small start of the rest."""
        easy = {
            alike: [c for c in pool if c.minutes <= SMALL and (c.fright or 0) <= EASY_FRIGHT]
            for alike, pool in self.pools.items()
        }
        easy = {alike: pool for alike, pool in easy.items() if pool}
        self.pools = easy or self.pools

    def _lined_up(self, pool: list[Candidate]) -> list[Candidate]:
        if len(pool) == 1:
            return pool
        return nlargest(LINED_UP, pool, key=self._readiest)

    def _readiest(self, candidate: Candidate) -> tuple[float, int]:
        return candidate.readiness or 0.0, self._luck(candidate)

    def _order(self, candidate: Candidate) -> tuple[float, int, float, int]:
        """By score; of equals what was tried less, who is readier, and at last chance."""
        weight = self.outlook.weigh(candidate, self.kinds.count(candidate.kind))
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
