"""Traces of shared history coming in: rows first, then what follows from them for people and ties.

    run = Intake(book, mine)
    for some in chunks:
        with book.step():
            run.add(some)            rows; a trace that is there already is passed over
            run.add_bag(bag)         the same for a mailbag
    with book.step():
        run.finish()                 sums, ties, who was known before

After an interruption between the two, `person_history.recompute` sets right what is missing.
"""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from operator import or_
from typing import NamedTuple, TypeVar
from uuid import UUID

from rapport.db.models import BulkChange, Owner, Trace
from rapport.db.queries import history as queries
from rapport.domain.history.history import AddressKind, Seen, kind_of
from rapport.domain.history.tallies import Stretch, Tally
from rapport.domain.imports.imports import IncomingTrace, Mailbag, Party, TraceKind, picked
from rapport.domain.values import dataclass
from rapport.services.history import known
from rapport.services.history import people as person_history
from rapport.services.history.mail_rows import add_mails, add_parties, measure, there
from rapport.services.history.trace_rows import (  # fmt: skip
    AddressBook,
    Known,
    add_traces,
    digest,
    moment,
    next_ids,
    plain,
    slices,
    unknown_keys,
)
from rapport.services.interactions import closing
from rapport.services.journal.bulk import BulkJournal

CHUNK = 2_000  # traces written at once
MANY = 1_000  # new traces, from which on the engine is told to look at them
CROWD = 50  # people on a trace, above which only its sender is kept: it says nothing about the others
T = TypeVar("T")
CLOCKS_DIFFER = timedelta(days=1)  # a message from later than that has a wrong date


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of traces that came in."""

    added: int
    known: int  # were there already
    ahead: int  # dated in the future: not taken; a meeting may come in once it was
    people: int  # whose history grew


def is_ahead(trace: IncomingTrace, now: datetime) -> bool:
    """Whether it lies in the future; of a message only where clocks alone cannot explain it."""
    return trace.at > (now + CLOCKS_DIFFER if trace.kind is TraceKind.MAIL else now)


def without_ahead(bag: Mailbag, now: datetime) -> Mailbag:
    """The messages that do not lie in the future."""
    latest = (now + CLOCKS_DIFFER).timestamp()
    if max(bag.at, default=0) <= latest:
        return bag
    return bag.picked([n for n, at in enumerate(bag.at) if at <= latest])


class _Read(NamedTuple):
    """A trace as far as people are concerned."""

    others: int  # people on it beside me
    kept: tuple[Party, ...]
    is_bulk: bool


class _Sides(NamedTuple):
    """The circles of a mailbag as far as people are concerned, in columns."""

    from_me: list[int]  # 1 or 0, as it is written down
    is_machine: list[int]
    others: list[int]  # how many beside me
    kept: list[AbstractSet[int]]  # who of them, by number


_New = tuple[int, int, int]  # a new message: its id, its circle, when


class Intake:
    """One run of traces coming in."""

    def __init__(self, book: BulkJournal, mine: Collection[str]) -> None:
        self.book, self.owner_id = book, book.owner_id
        self.mine = frozenset(mine) | queries.mine(self.owner_id)
        self.addresses = AddressBook(self.owner_id, self.mine)
        self.tallies: defaultdict[UUID, Tally] = defaultdict(Tally)
        self.added = self.known = self.ahead = 0
        self.first: int | None = None  # number of the first trace of this run
        stands_on = Owner.objects.values_list("stands_on", flat=True).get(pk=self.owner_id)
        self.today = stands_on or book.batch.at.date()
        self.now: datetime = book.batch.at
        self.addresses.find([Party(address) for address in sorted(self.mine)])

    def add(self, traces: Iterable[IncomingTrace]) -> None:
        """Write these down, but for those that are there; inside a step."""
        for chunk in slices(traces, CHUNK):
            fresh = self._fresh(chunk)
            if fresh:
                self._write(fresh)

    def _fresh(self, chunk: list[IncomingTrace]) -> dict[str, IncomingTrace]:
        """Those that are neither there nor ahead of time, by their digest."""
        past = [trace for trace in chunk if not is_ahead(trace, self.now)]
        wanted: dict[str, IncomingTrace] = {}
        for trace in past:
            wanted.setdefault(digest(trace.key), trace)
        unknown = unknown_keys(self.owner_id, wanted)
        self.ahead += len(chunk) - len(past)
        self.known += len(past) - len(unknown)
        self.added += len(unknown)
        return {key: trace for key, trace in wanted.items() if key in unknown}

    def _write(self, fresh: dict[str, IncomingTrace]) -> None:
        ids = next_ids(Trace, len(fresh))
        self.first = ids[0] if self.first is None else self.first
        read = [self._read(trace) for trace in fresh.values()]
        known = self.addresses.find([party for each in read for party in each.kept])
        owner, batch, mine, at_of = plain(self.owner_id), plain(self.book.batch.pk), self.mine, moment()
        rows, parties = [], []
        for pk, (key, trace), (others, kept, is_bulk) in zip(ids, fresh.items(), read, strict=True):
            _where, kind, _key, at, said, _parties, reply_to, _bulk, minutes, title, _own = trace
            sender = said.address if said else ""
            from_me = sender in mine
            rows.append(
                (
                    pk, owner, kind.value, key, at_of(at), from_me, is_bulk, others, digest(reply_to),
                    minutes, title[:200], batch,
                )
            )  # fmt: skip
            sides: dict[UUID, bool] = {}  # who took part, and whether they wrote it
            for party in kept:
                there, is_sender = known[party.address], party.address == sender
                parties.append((pk, there.id, is_sender))
                if there.person is not None:
                    sides[there.person] = is_sender or sides.get(there.person, False)
            for person, is_sender in sides.items():
                self.tallies[person].add(Seen(at, kind, from_me, is_sender, others, minutes))
        add_traces(rows, parties)
        self._keep_batch()

    def add_bag(self, bag: Mailbag) -> None:
        """Write messages down, but for those that are there; inside a step."""
        bag = self._ordered(bag)
        if not bag.keys:
            return
        sides = self._sides(bag)
        from_me, is_machine, others = (picked(column, bag.circle) for column in sides[:3])
        ids = next_ids(Trace, len(bag.keys))
        rows = zip(
            ids, bag.keys, bag.at, from_me, map(or_, bag.bulk, is_machine), others, bag.answers, strict=True
        )
        added = add_mails(self.owner_id, self.book.batch.pk, rows)
        self.added += added
        self.known += len(ids) - added
        if added:
            self.first = ids[0] if self.first is None else self.first
            self._name(bag, sides, ids if added == len(ids) else there(ids), ids)
            self._keep_batch()

    def _ordered(self, bag: Mailbag) -> Mailbag:
        """Without what lies ahead; in the order of the keys' index, whose pages are then written once."""
        past = without_ahead(bag, self.now)
        self.ahead += len(bag.at) - len(past.at)
        return past.picked(sorted(range(len(past.keys)), key=past.keys.__getitem__))

    def _sides(self, bag: Mailbag) -> _Sides:
        """As `_read`: mine left out, nobody kept of a machine's, of a crowd its sender alone."""
        mine = {number for number, party in enumerate(bag.people) if party.address in self.mine}
        senders = {circle[1] for circle in bag.circles}
        machines = {n for n in senders if kind_of(bag.people[n].address) is AddressKind.MACHINE}
        sides = _Sides([], [], [], [])
        for circle in bag.circles:
            sender = circle[1]
            kept = others = {*circle[1:]} - mine
            if sender in machines:
                kept = set()
            elif len(others) > CROWD:
                kept = {sender} & others
            sides.from_me.append(int(sender in mine))
            sides.is_machine.append(int(sender in machines))
            sides.others.append(len(others))
            sides.kept.append(kept)
        return sides

    def _name(self, bag: Mailbag, sides: _Sides, new: Container[int], ids: Sequence[int]) -> None:
        """Write down who is on the new messages, and what they add to the people among them."""
        came = [
            (pk, which, at)
            for pk, which, at, is_bulk in zip(ids, bag.circle, bag.at, bag.bulk, strict=True)
            if not is_bulk and pk in new
        ]
        used = {which for _pk, which, _at in came}
        named = set[int]().union(*(sides.kept[which] for which in used))
        known = self.addresses.find([bag.people[number] for number in sorted(named)])
        rows = {number: known[bag.people[number].address] for number in named}
        address = {number: each.id for number, each in rows.items()}
        on: dict[int, list[tuple[int, int]]] = {}
        for which in used:
            sender = bag.circles[which][1]
            on[which] = [(address[n], 1 if n == sender else 0) for n in sides.kept[which]]
        add_parties([(pk, address, wrote) for pk, which, _at in came for address, wrote in on[which]])
        self._tally(bag, sides, rows, came)

    def _tally(self, bag: Mailbag, sides: _Sides, rows: Mapping[int, Known], came: Iterable[_New]) -> None:
        """Add these messages to the sums of the people on them; those of one circle at once."""
        linked = {number: known.person for number, known in rows.items() if known.person is not None}
        times: defaultdict[int, list[int]] = defaultdict(list)
        for _pk, which, at in came if linked else ():
            times[which].append(at)
        for which, moments in times.items():
            sender, others, from_me = bag.circles[which][1], sides.others[which], bool(sides.from_me[which])
            people: dict[UUID, bool] = {}  # who took part, and whether they wrote it
            for number in sides.kept[which] & linked.keys():
                people[linked[number]] = number == sender or people.get(linked[number], False)
            if people:
                stretch = Stretch.of(moments)
                for person, wrote in people.items():
                    self.tallies[person].add_mails(stretch, others, from_me=from_me, is_sender=wrote)

    def _read(self, trace: IncomingTrace) -> _Read:
        """Mine left out. Nobody is kept of a mailing, of a crowd its sender alone."""
        sender = trace.sender
        is_bulk = trace.is_bulk or (
            sender is not None
            and trace.kind is TraceKind.MAIL
            and kind_of(sender.address) is AddressKind.MACHINE
        )
        others = {party.address: party for party in trace.parties}
        if sender is not None:
            others[sender.address] = sender
        for address in self.mine.intersection(others):
            del others[address]
        if is_bulk:
            return _Read(len(others), (), True)
        if len(others) > CROWD:
            kept = (sender,) if sender is not None and sender.address in others else ()
            return _Read(len(others), kept, False)
        return _Read(len(others), tuple(others.values()), False)

    def _keep_batch(self) -> None:
        """A mark that the batch made something: `history.remove` finds its traces by themselves."""
        if any(change.table == Trace.__name__ for change in self.book.added):
            return
        position = self.book.position + len(self.book.changes) + len(self.book.added)
        mark = BulkChange(
            owner_id=self.owner_id, batch=self.book.batch, position=position, table=Trace.__name__, rows=[]
        )
        self.book.added.append(mark)

    def finish(self) -> Applied:
        """Add to the people's sums, weigh their ties, and remember who was known before; inside a step."""
        if self.first is not None:
            if self.added >= MANY:
                measure()
            if queries.is_anybody(self.owner_id):
                for person, key, hours, by_them in queries.replies_since(self.owner_id, self.first):
                    self.tallies[person].answered(int(key[:12], 16), hours, by_them=by_them)
        whole = self.addresses.linked
        new = {p: tally.sums() for p, tally in self.tallies.items() if p not in whole}
        there = queries.sums(self.owner_id, new)
        sums = {p: there[p].plus(s) if p in there else s for p, s in new.items()}
        person_history.store(self.owner_id, sums)
        person_history.recompute(self.owner_id, whole)
        touched = {*new, *whole}
        known.mark_known(self.book, touched, self.today)
        closing.after_traces(self.book, touched)
        person_history.weigh(self.owner_id, touched, self.added, self.today)
        self.book.acquaint(touched, self.today)
        done = Applied(self.added, self.known, self.ahead, len(touched))
        self.tallies.clear()
        self.addresses.linked = set()
        self.first, self.added, self.known, self.ahead = None, 0, 0, 0
        return done
