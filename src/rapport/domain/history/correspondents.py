"""Who wrote to whom in a whole mailbox: which addresses are mine, and whom I write with.

census = Census()
for trace in traces: census.add(trace)
own_addresses(census), correspondents(census, mine)
"""

from collections import Counter
from collections.abc import Collection
from datetime import UTC, datetime
from functools import reduce
from typing import NamedTuple

from rapport.domain.history.history import AddressKind, kind_of
from rapport.domain.imports.imports import NOBODY, IncomingTrace, Mailbag, Party, TraceKind
from rapport.domain.values import dataclass

CROWD = 50  # people on a message, above which it says nothing about who knows whom
NAMED = 3  # times a source must name an address as mine
SHARE = 0.10  # of all messages whose source names an address: fewer are a list's or an old forwarder's
COVERED = 0.5  # of all messages: an address on half of them is the mailbox's owner
RECIPIENTS = 5  # different people one must have written to, where no source names an address
FEWEST = 10  # messages, below which nobody can tell


@dataclass(frozen=True, slots=True)
class OwnAddress:
    """An address that looks like mine, with what speaks for it. The user confirms."""

    address: str
    name: str
    sent: int  # messages from it
    named: int  # times the source said so: delivered to it, or labelled as sent
    seen: int  # messages it is on
    messages: int  # of the whole mailbox, lists and newsletters left out


@dataclass(frozen=True, slots=True)
class Correspondent:
    """Somebody I wrote to and who wrote to me."""

    address: str
    name: str  # as it was last written, or what the address says
    received: int
    written: int
    first_at: datetime
    last_at: datetime
    two_way_since: datetime  # by then both had written


class Sent(NamedTuple):
    """Messages from one address to another."""

    messages: int
    first: datetime
    last: datetime

    def plus(self, other: "Sent") -> "Sent":
        return Sent(self.messages + other.messages, min(self.first, other.first), max(self.last, other.last))


class Census:
    """Counts the traces of a mailbox, without knowing whose it is."""

    def __init__(self) -> None:
        self.messages = 0
        self.sent: Counter[str] = Counter()
        self.seen: Counter[str] = Counter()
        self.named: Counter[str] = Counter()
        self.names: dict[str, str] = {}
        self.pairs: dict[tuple[str, str], Sent] = {}  # from, to

    def add(self, trace: IncomingTrace) -> None:
        """Meetings, lists, machines and crowds say nothing here."""
        if trace.own:
            self.named[trace.own] += 1
        sender = trace.sender
        if trace.kind is not TraceKind.MAIL or trace.is_bulk or sender is None or len(trace.parties) > CROWD:
            return
        self.messages += 1
        self.sent[sender.address] += 1
        self._meet(sender)
        for party in {party.address: party for party in trace.parties}.values():
            self._meet(party)
            if party.address != sender.address:
                self._pair(sender.address, party.address, Sent(1, trace.at, trace.at))

    def add_bag(self, bag: Mailbag) -> None:
        """The same for many messages, those between the same people at once."""
        people, times = bag.people, bag.times()
        for which, count in Counter(bag.circle).items():
            own = bag.circles[which][0]
            if own != NOBODY:
                self.named[people[own].address] += count
        for which, at in times.items():
            _own, from_, *others = bag.circles[which]
            if len(others) > CROWD:
                continue
            sender = people[from_]
            self.messages += len(at)
            self.sent[sender.address] += len(at)
            self._meet(sender, len(at))
            sent = Sent(len(at), datetime.fromtimestamp(min(at), UTC), datetime.fromtimestamp(max(at), UTC))
            for other in others:
                self._meet(people[other], len(at))
                if other != from_:
                    self._pair(sender.address, people[other].address, sent)

    def _meet(self, party: Party, times: int = 1) -> None:
        self.seen[party.address] += times
        if party.name:
            self.names[party.address] = party.name

    def _pair(self, sender: str, receiver: str, sent: Sent) -> None:
        known = self.pairs.get((sender, receiver))
        self.pairs[sender, receiver] = known.plus(sent) if known else sent


def own_addresses(census: Census) -> tuple[OwnAddress, ...]:
    """Those that look like mine, the busiest first; for the user to confirm, never taken by itself."""
    named_in_all = census.named.total()
    reach = Counter(sender for sender, _receiver in census.pairs)
    found = []
    for address in {*census.named, *census.sent}:
        named, sent, seen = census.named[address], census.sent[address], census.seen[address]
        by_source = named >= max(NAMED, SHARE * named_in_all)
        by_coverage = census.messages >= FEWEST and seen >= COVERED * census.messages
        if kind_of(address) is not AddressKind.PERSON or not (by_source or by_coverage):
            continue
        if by_source or reach[address] >= RECIPIENTS:
            name = census.names.get(address, "")
            found.append(OwnAddress(address, name, sent, named, seen, census.messages))
    return tuple(sorted(found, key=lambda own: (-own.seen, -own.named, own.address)))


def correspondents(census: Census, mine: Collection[str]) -> tuple[Correspondent, ...]:
    """People I wrote with in both directions, the most messages first; no machine, no list, not me."""
    found = []
    there = {receiver for sender, receiver in census.pairs if sender in mine} - set(mine)
    for address in there:
        if kind_of(address) is not AddressKind.PERSON:
            continue
        written = _between(census, mine, (address,))
        received = _between(census, (address,), mine)
        if received and written:
            found.append(
                Correspondent(
                    address,
                    name_of(census.names.get(address, ""), address),
                    received.messages,
                    written.messages,
                    min(received.first, written.first),
                    max(received.last, written.last),
                    max(received.first, written.first),
                )
            )
    return tuple(sorted(found, key=lambda each: (-(each.received + each.written), each.address)))


def _between(census: Census, senders: Collection[str], receivers: Collection[str]) -> Sent | None:
    found = [known for a in senders for b in receivers if (known := census.pairs.get((a, b)))]
    return reduce(Sent.plus, found) if found else None


def name_of(written: str, address: str) -> str:
    """What to call them: the name in the header, turned round after a comma; else from the address."""
    name = written.strip("'\" ")
    name = name.split(" (via ")[0].split(" via ")[0].strip("'\" ")
    if not name or "@" in name:
        words = address.partition("@")[0].partition("+")[0].replace("_", ".").replace("-", ".").split(".")
        said = [word.capitalize() for word in (part.strip("0123456789") for part in words) if word]
        return " ".join(said) or address
    last, comma, first = name.partition(",")
    if comma and first.strip() and "," not in first and len(first.split()) <= 3:
        return f"{first.strip()} {last.strip()}"
    return name
