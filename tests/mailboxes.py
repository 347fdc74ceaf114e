"""Made mailboxes in which it is known how close everybody is.

Closeness c of each person is drawn first; it decides how often they write, who starts, how soon they answer,
how often the two meet, how long they have known each other and how many others are on a message. Each of
these is noisy by itself, and some people break the rule: busy colleagues write much, in crowds. Machines,
newsletters and a mailing list write more than anybody.

Limits: the signs are those the formula reads, so this shows that nothing is lost between header and score,
not that headers measure friendship. Nobody is close and silent, or close by phone alone; nobody changes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from rapport.domain.history.history import AddressKind, Seen, Sums, kind_of
from rapport.domain.history.tallies import Tally
from rapport.domain.imports.imports import (
    NOBODY,
    Circle,
    IncomingTrace,
    Mailbag,
    Party,
    Quarantined,
    TraceKind,
    Where,
    digest,
)

NOW = datetime(2019, 3, 1, tzinfo=UTC)
ME = Party("me@example.org", "Me")
MACHINES = ("no-reply@shop.example", "notifications@forge.example", "friday-request@lists.example")


@dataclass(frozen=True)
class Mailbox:
    traces: list[IncomingTrace]
    closeness: dict[str, float]  # of every person's address
    friends: frozenset[str]  # planted


def make(rng: Random, people: int = 200, friends: int = 6) -> Mailbox:
    """A few years of mail and meetings."""
    closeness = {f"p{n}@example.org": rng.betavariate(1, 2) * 0.85 for n in range(people - friends)}
    planted = {f"friend{n}@example.org": rng.uniform(0.93, 1) for n in range(friends)}
    everybody = closeness | planted
    made = _Maker(rng, list(everybody))
    for number, (address, c) in enumerate(everybody.items()):
        made.tie(address, c, is_colleague=number % 25 == 3)
    made.noise()
    return Mailbox(made.traces, everybody, frozenset(planted))


class _Maker:
    def __init__(self, rng: Random, everybody: list[str]) -> None:
        self.rng, self.everybody = rng, everybody
        self.traces: list[IncomingTrace] = []

    def tie(self, address: str, c: float, *, is_colleague: bool) -> None:
        rng = self.rng
        years = 0.5 + 6 * (0.6 * c + 0.4 * rng.random())
        ended = rng.random() * (1 - c) * years if rng.random() < 0.5 * (1 - c) else 0.0
        a_year = (1 + 40 * c) * rng.lognormvariate(0, 0.4) * (6 if is_colleague else 1)
        mine = 0.5 - (1 - c) * rng.uniform(-0.35, 0.35)
        for _ in range(max(2, round(a_year * (years - ended)))):
            at = NOW - timedelta(days=365.25 * rng.uniform(ended, years))
            alone = rng.random() < (0.1 if is_colleague else 0.5 + 0.5 * c)
            others = [] if alone else rng.sample(self.everybody, 12 if is_colleague else 3)
            sent = self.mail(at, address, from_me=rng.random() < mine, others=others)
            if rng.random() < 0.2 + 0.6 * c:
                hours = rng.lognormvariate(0, 0.6) * 40 * (1 - c) + 0.5
                later, by_me = at + timedelta(hours=hours), sent.sender != ME
                self.mail(later, address, from_me=by_me, others=[], answers=sent.key)
        for _ in range(round(5 * c * c * (years - ended) * rng.lognormvariate(0, 0.3))):
            self.meet(NOW - timedelta(days=365.25 * rng.uniform(ended, years)), address)

    def mail(
        self,
        at: datetime,
        address: str,
        *,
        from_me: bool,
        others: list[str],
        answers: str = "",
        bulk: bool = False,
    ) -> IncomingTrace:
        other = Party(address)
        sender, first = (ME, other) if from_me else (other, ME)
        parties = (first, *(Party(name) for name in others if name != address))
        number = len(self.traces) + 1
        key = f"<{number}@x>"
        made = IncomingTrace(Where(number), TraceKind.MAIL, key, min(at, NOW), sender, parties, answers, bulk)
        self.traces.append(made)
        return made

    def meet(self, at: datetime, address: str) -> None:
        number = len(self.traces) + 1
        made = IncomingTrace(
            Where(number), TraceKind.MEETING, f"meeting {number}", at, ME, (Party(address),), minutes=60
        )
        self.traces.append(made)

    def noise(self) -> None:
        for day in range(1500):
            at = NOW - timedelta(days=day)
            self.mail(at, self.rng.choice(MACHINES), from_me=False, others=[])
            posted_by = self.rng.choice(self.everybody)
            self.mail(at, posted_by, from_me=False, others=["list@lists.example"], bulk=True)


def packed(traces: Iterable[IncomingTrace]) -> Mailbag:
    """The same messages in a mailbag; their times must be whole seconds."""
    messages = list(traces)
    names: dict[str, str] = {}
    circles: dict[Circle, int] = {}

    def number(party: Party) -> int:
        names[party.address] = party.name or names.get(party.address, "")
        return list(names).index(party.address)

    def circle(trace: IncomingTrace) -> int:
        assert trace.sender is not None
        sender, others = number(trace.sender), tuple(dict.fromkeys(map(number, trace.parties)))
        own = number(Party(trace.own)) if trace.own else NOBODY
        return circles.setdefault((own, sender, *others), len(circles))

    which = [circle(trace) for trace in messages]
    return Mailbag(
        Where(len(messages)), [Party(*each) for each in names.items()], list(circles),
        [digest(trace.key.encode()) for trace in messages], [int(trace.at.timestamp()) for trace in messages],
        which, [digest(trace.reply_to.encode()) for trace in messages],
        bytes(trace.is_bulk for trace in messages), [],
    )  # fmt: skip


def unpacked(bag: Mailbag) -> list[IncomingTrace | Quarantined]:
    """Traces with digests for keys; every name is the last one that the bag tells."""
    found: list[IncomingTrace | Quarantined] = []
    for key, at, which, answers, is_bulk in zip(
        bag.keys, bag.at, bag.circle, bag.answers, bag.bulk, strict=True
    ):
        own, sender, *others = bag.circles[which]
        found.append(
            IncomingTrace(
                Where(0), TraceKind.MAIL, key, datetime.fromtimestamp(at, UTC), bag.people[sender],
                tuple(bag.people[n] for n in others), answers, bool(is_bulk),
                own="" if own == NOBODY else bag.people[own].address,
            )
        )  # fmt: skip
    return [*found, *bag.left_out]


def add_up(traces: Iterable[IncomingTrace], own: str = ME.address) -> dict[str, Sums]:
    """Sums by address, mine, machines and mailings left out: what services/history/intake does with rows."""
    tallies: dict[str, Tally] = {}
    mine = {own}
    known = {trace.key: trace for trace in traces}
    for trace in known.values():
        sender = trace.sender
        if trace.is_bulk or sender is None or kind_of(sender.address) is AddressKind.MACHINE:
            continue
        from_me = sender.address in mine
        others = {party.address for party in (sender, *trace.parties)} - mine
        for address in (each for each in others if kind_of(each) is AddressKind.PERSON):
            seen = Seen(trace.at, trace.kind, from_me, address == sender.address, len(others), trace.minutes)
            tallies.setdefault(address, Tally()).add(seen)
        asked = known.get(trace.reply_to)
        if asked is not None and asked.sender is not None and (asked.sender.address in mine) != from_me:
            hours = (trace.at - asked.at).total_seconds() / 3600
            whose = asked.sender.address if from_me else sender.address
            tallies[whose].answered(hash(trace.key) & 0xFFFFFF, hours, by_them=not from_me)
    return {address: tally.sums() for address, tally in tallies.items()}
