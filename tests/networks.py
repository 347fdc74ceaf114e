"""Made networks with known introducers: people in firms, cities and groups.

Who truly knows whom is shown only by the mails and meetings that reach me, and some of those mislead.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from random import Random

from rapport.domain.imports.imports import IncomingTrace, Party, TraceKind, Where

ME = "me@example.net"
SINCE, UNTIL = datetime(2016, 3, 1, 9, tzinfo=UTC), datetime(2019, 3, 28, 9, tzinfo=UTC)
FIRM, GROUP = 12, 10  # people in one
TIES = 45  # of mine
Pair = tuple[int, int]
Shown = dict[tuple[TraceKind, str, str], tuple[int, date]]  # kind and two addresses: how many, the last day


@dataclass
class Network:
    """Truth and traces. People are numbers."""

    firm: list[int]
    city: list[int]
    groups: list[list[int]]
    knows: dict[Pair, float]  # who truly knows whom, and how well
    mine: dict[int, float]  # my ties, and how close they truly are
    says_firm: set[int] = field(default_factory=set)  # whose entry tells where they work
    traces: list[IncomingTrace] = field(default_factory=list)

    @property
    def people(self) -> range:
        return range(len(self.firm))

    def strength(self, a: int, b: int) -> float:
        return self.knows.get((min(a, b), max(a, b)), 0.0)

    def introducers(self, target: int) -> list[int]:
        """My ties who truly know the target, the likeliest to bring us together first."""
        found = [tie for tie in self.mine if tie != target and self.strength(tie, target)]
        return sorted(found, key=lambda tie: -self.mine[tie] * self.strength(tie, target))

    def leads_to(self, firm: int, tie: int) -> float:
        """How likely one of mine brings me to those whose entry tells that they work there."""
        strangers = 1.0
        for person in self.says_firm:
            if self.firm[person] == firm:
                strangers *= 0.2 if person == tie else 1 - self.strength(tie, person)
        return self.mine[tie] * (1 - strangers)

    def shown(self, few: int) -> Shown:
        """How many traces with at most so many people name two addresses, and the last day."""
        found: Shown = {}
        for trace in self.traces:
            there = {party.address for party in (*trace.parties, trace.sender) if party} - {ME}
            if len(there) <= few:
                for a, b in permutations(there, 2):
                    count, last = found.get((trace.kind, a, b), (0, trace.at.date()))
                    found[trace.kind, a, b] = count + 1, max(last, trace.at.date())
        return found

    def targets(self) -> list[int]:
        """Strangers to me whom one of mine knows well."""
        return [
            person
            for person in self.people
            if person not in self.mine
            and any(self.strength(tie, person) >= 0.5 and self.mine[tie] >= 0.4 for tie in self.mine)
        ]


def name(person: int) -> str:
    """Letters alone, each name unlike every other."""
    first, last = divmod(person, 26)
    return f"{'Zyx'[first % 3]}{chr(97 + first // 3)}{chr(97 + last)}o Q{chr(97 + last)}{chr(97 + first)}ert"


def address(person: int) -> str:
    """At a provider that says nothing about a firm."""
    return f"p{person}@gmail.com"


def made(seed: int, people: int = 240) -> Network:
    rng = Random(seed)
    firm = [person // FIRM for person in range(people)]
    city = [each % 4 if rng.random() < 0.8 else rng.randrange(4) for each in firm]
    groups = _groups(rng, city)
    network = Network(firm, city, groups, _truth(rng, firm, city, groups), {})
    for tie in rng.sample(range(people), TIES):
        network.mine[tie] = round(rng.uniform(0.15, 1.0), 2)
    network.says_firm = {person for person in range(people) if rng.random() < 0.5}
    _traces(rng, network)
    return network


def _groups(rng: Random, city: list[int]) -> list[list[int]]:
    """Circles that meet in one city."""
    there: dict[int, list[int]] = defaultdict(list)
    for person, each in enumerate(city):
        there[each].append(person)
    return [rng.sample(there[number % 4], GROUP) for number in range(len(city) // 12)]


def _truth(rng: Random, firm: list[int], city: list[int], groups: list[list[int]]) -> dict[Pair, float]:
    together = {(min(a, b), max(a, b)) for group in groups for a in group for b in group if a != b}
    knows: dict[Pair, float] = {}
    for a in range(len(firm)):
        for b in range(a + 1, len(firm)):
            share = 0.003 if city[a] != city[b] else 0.01
            share = max(share, 0.45 if firm[a] == firm[b] else 0.0, 0.4 if (a, b) in together else 0.0)
            if rng.random() < share:
                knows[a, b] = round(rng.uniform(0.3, 1.0), 2)
    return knows


def _traces(rng: Random, network: Network) -> None:
    for tie, close in network.mine.items():
        for number in range(round(close * 30)):
            _mail(rng, network, [tie], from_me=number % 2 == 0)
        for _ in range(round(close * close * 8)):
            _meeting(rng, network, [tie])
    for (a, b), strength in network.knows.items():
        seen = 2.5 if a in network.mine or b in network.mine else 0.4
        for _ in range(_poisson(rng, strength * seen) + (seen > 1)):
            third = [p for p in network.people if network.strength(a, p) and network.strength(b, p)]
            there = [a, b, *(rng.sample(third, 1) if third and rng.random() < 0.3 else [])]
            (_meeting if rng.random() < 0.3 else _mail)(rng, network, there)
    ties = list(network.mine)
    for _ in range(len(network.knows) // 4):  # strangers on one mail
        _mail(rng, network, [rng.choice(ties), *rng.sample(network.people, rng.randint(1, 5))])
    for _ in range(60):  # lists that pass for mails
        _mail(rng, network, rng.sample(network.people, rng.randint(12, 40)))


def _mail(rng: Random, network: Network, people: list[int], *, from_me: bool = False) -> None:
    there = list(dict.fromkeys(people))
    sender = ME if from_me else address(there[0])
    to = [address(person) for person in there] if from_me else [ME, *map(address, there[1:])]
    _add(rng, network, TraceKind.MAIL, sender, to)


def _meeting(rng: Random, network: Network, people: list[int]) -> None:
    _add(rng, network, TraceKind.MEETING, address(people[0]), [ME, *map(address, people[1:])])


def _add(rng: Random, network: Network, kind: TraceKind, sender: str, to: list[str]) -> None:
    at = SINCE + timedelta(minutes=rng.randrange(int((UNTIL - SINCE).total_seconds() // 60)))
    key = f"<{len(network.traces)}@made>"
    network.traces.append(
        IncomingTrace(Where(1), kind, key, at, Party(sender), tuple(map(Party, to)), "", False)
    )


def _poisson(rng: Random, mean: float) -> int:
    """Knuth's product of uniforms."""
    count, product = 0, rng.random()
    limit = 2.718281828**-mean
    while product > limit:
        count, product = count + 1, product * rng.random()
    return count
