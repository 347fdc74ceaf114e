"""Who of my people know each other: the signs, and one probability read from them.

Each sign alone says a probability; two people know each other unless every sign misleads:

    p = 1 - product over the signs of (1 - p of the sign), at most CEILING        (noisy-or)

What was shared adds up: a mail, meeting or gathering of s people (me left out) weighs
2^(-age / HALF_LIFE) / (s - 1), since in a bigger circle fewer talk to each other; the sum W says
1 - exp(-RATE * W). An introduction and a common organisation say a fixed share, the latter less the
more of my people are there. All numbers are judgement; tests check them on made networks.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from enum import StrEnum
from itertools import combinations
from json.encoder import encode_basestring as quoted
from math import exp
from typing import Any, NamedTuple, TypeAlias
from uuid import UUID

from rapport.domain.values import dataclass


class Sign(StrEnum):
    """What shows that two people know each other; the strongest first."""

    INTRODUCED = "introduced"  # one of them brought the other to me
    BROUGHT = "brought"  # I brought them together
    TOGETHER = "together"  # I met them together, and wrote it down
    MEETING = "meeting"  # in a small meeting of my calendar
    MAIL = "mail"  # on a small mail
    GATHERING = "gathering"  # at the same gathering
    ORGANISATION = "organisation"
    CIRCLE = "circle"  # same city, same topic


FEW = 20  # people beside me: on a bigger mail or meeting nobody need know anybody
FEW_AT_A_GATHERING = 150  # people there: in a bigger crowd nobody need have met
FEW_NAMED = 40  # of my people at one gathering: beyond, it is a list
COLLEAGUES = 50  # of my people in one organisation: beyond, it says nothing about two of them
NEIGHBOURS = 20  # of my people with one topic in one city: the same
USUAL_GATHERING = 30  # people, where nobody said how many
HOST = 3  # times what another pair at the same gathering weighs
HALF_LIFE = 5 * 365.25  # days: who shared much long ago may have lost touch
RATES = {  # of 1 - exp(-RATE * W)
    Sign.TOGETHER: 1.2,
    Sign.MEETING: 0.8,
    Sign.MAIL: 0.4,
    Sign.GATHERING: 4.0,
}
SAID = {Sign.INTRODUCED: 0.95, Sign.BROUGHT: 0.7}
COLLEAGUE = 0.6  # of an organisation with at most CLOSE_COLLEAGUES of my people, then less for each more
CLOSE_COLLEAGUES = 6
NEIGHBOUR = 0.05  # for each topic shared, up to three
MOST_TOPICS = 3
CEILING = 0.98
ROUNDING = 1e-9
LEAST = 0.05  # below, nothing is kept: one mail to ten people, or one topic in one city, is no acquaintance


Who: TypeAlias = UUID | str  # a person by id; a million pairs are told by the id as the engine keeps it


class Trait(NamedTuple):
    """Something that several people share: an organisation, or a topic in a city."""

    key: str  # one spelling
    label: str
    person: Who
    last: date | None = None  # the last day they are known to have shared it


class Shared(NamedTuple):
    """Something several people took part in."""

    sign: Sign
    on: date
    size: int  # people there beside me, named or not
    people: Collection[Who]
    detail: str = ""
    host: Who | None = None  # who brought me there: knows more of them than others do


class Evidence(NamedTuple):
    """One sign: how often, the last time, and what it was."""

    sign: Sign
    times: int
    last: date | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """That two people know each other, and what speaks for it: the strongest sign first."""

    probability: float
    evidence: tuple[Evidence, ...]


Pair: TypeAlias = tuple[Any, Any]  # two of Who, in order


class _Sum:
    """One sign of one pair."""

    __slots__ = ("count", "detail", "last", "weight")

    def __init__(self) -> None:
        self.weight, self.count = 0.0, 0  # W, or the probability where a sign says one
        self.last: date | None = None
        self.detail = ""


class Tally:
    """Adds signs up, of everybody or of the pairs that `only` are part of."""

    def __init__(self, today: date, only: Collection[Who] | None = None) -> None:
        self.today, self.only = today, only
        self.sums: dict[Sign, dict[Pair, _Sum]] = {sign: {} for sign in Sign}

    def share(self, shared: Shared) -> None:
        """A mail, a meeting, an exchange or a gathering of several people."""
        sign, on, size, people, detail, host = shared
        size = max(size, len(people))
        is_gathering = sign is Sign.GATHERING
        most, named = (FEW_AT_A_GATHERING, FEW_NAMED) if is_gathering else (FEW, FEW)
        if len(people) < 2 or size > most or len(people) > named:
            return
        weight = 2.0 ** (-max(0, (self.today - on).days) / HALF_LIFE) / (size - 1)
        for pair in self._pairs(people):
            self._note(sign, pair, on, detail).weight += weight * (HOST if host in pair else 1)

    def say(self, sign: Sign, a: Who, b: Who, on: date | None = None) -> None:
        """That `a` brought `b` to me (the detail is `a`), or that I brought them together."""
        for pair in self._pairs((a, b)):
            self._note(sign, pair, on, str(a) if sign is Sign.INTRODUCED else "").weight = SAID[sign]

    def colleagues(self, traits: Iterable[Trait]) -> None:
        """Who work, or once worked, at one place."""
        for label, there in _by_key(traits):
            if 2 <= len(there) <= COLLEAGUES:
                said = COLLEAGUE * min(1.0, CLOSE_COLLEAGUES / len(there))
                for pair in self._pairs(there):
                    both = [day for person in pair if (day := there[person])]
                    found = self._note(Sign.ORGANISATION, pair, min(both, default=None), label)
                    found.weight = max(found.weight, said)

    def neighbours(self, traits: Iterable[Trait]) -> None:
        """Who live in one city with one topic: the key tells both, the label the topic."""
        for label, there in _by_key(traits):
            if 2 <= len(there) <= NEIGHBOURS:
                for pair in self._pairs(there):
                    before = self.sums[Sign.CIRCLE].get(pair)
                    if before is None or before.count < MOST_TOPICS:
                        topics = f"{before.detail}, {label}" if before else label
                        self._note(Sign.CIRCLE, pair, None, topics).weight += NEIGHBOUR

    def found(self) -> dict[Pair, Acquaintance]:
        """Every pair that probably knows each other."""
        likely: dict[Pair, float] = {}  # the others are left in `sums` alone: they may be very many
        said = {sign: sums for sign, sums in self.sums.items() if sums}
        for sums in said.values():
            for pair in sums:
                if pair not in likely and 1 - (left := _strangers(said, pair)) >= LEAST - ROUNDING:
                    likely[pair] = left
        told: dict[Pair, list[Evidence]] = {pair: [] for pair in likely}
        for sign, sums in said.items():
            for pair, each in sums.items():
                if pair in told:
                    told[pair].append(Evidence(sign, each.count, each.last, each.detail))
        return {
            pair: Acquaintance(min(CEILING, round(1 - left, 4)), tuple(told[pair]))
            for pair, left in likely.items()
        }

    def _pairs(self, people: Iterable[Who]) -> Iterable[Pair]:
        ordered: list[Any] = sorted(set(people), key=str)
        if self.only is None:
            return combinations(ordered, 2)
        wanted = self.only
        if not any(person in wanted for person in ordered):
            return ()
        return ((a, b) for a, b in combinations(ordered, 2) if a in wanted or b in wanted)

    def _note(self, sign: Sign, pair: Pair, on: date | None, detail: str) -> _Sum:
        """Once more; the last time is remembered with what it was."""
        sums = self.sums[sign]
        found = sums.get(pair)
        if found is None:
            found = sums[pair] = _Sum()
        found.count += 1
        if found.last is None or (on is not None and on >= found.last):
            found.last, found.detail = on, detail
        return found


def _strangers(said: Mapping[Sign, Mapping[Pair, _Sum]], pair: Pair) -> float:
    """How probable it is that these two do not know each other."""
    left = 1.0
    for sign, sums in said.items():
        each = sums.get(pair)
        if each is not None:
            rate = RATES.get(sign)
            left *= 1 - (each.weight if rate is None else 1 - exp(-rate * each.weight))
    return left


def to_json(evidence: Iterable[Evidence]) -> str:
    """As stored, in JSON: [sign, how often, ISO date or "", what]. By hand: there may be very many."""
    told = [
        f'["{e.sign.value}", {e.times}, "{e.last.isoformat() if e.last else ""}", {quoted(e.detail)}]'
        for e in evidence
    ]
    return f"[{', '.join(told)}]"


def from_json(kept: Iterable[Iterable[Any]]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(Sign(sign), count, date.fromisoformat(last) if last else None, detail)
        for sign, count, last, detail in kept
    )


def _by_key(traits: Iterable[Trait]) -> list[tuple[str, dict[Who, date | None]]]:
    """Whom each key unites, with the last day, and how it is called; in order of the keys."""
    found: dict[str, dict[Who, date | None]] = defaultdict(dict)
    labels: dict[str, str] = {}
    for key, label, person, last in traits:
        if labels.get(key, "") < label:  # of several spellings always the same one
            labels[key] = label
        there = found[key]
        known = there.setdefault(person, last)
        if last is not None and (known is None or known < last):
            there[person] = last
    return [(labels.get(key, ""), there) for key, there in sorted(found.items())]
