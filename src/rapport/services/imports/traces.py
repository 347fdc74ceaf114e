"""Messages and meetings on their way in: counted for the plan, then written beside the people they name."""

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from rapport.domain.history.history import AddressKind, kind_of
from rapport.domain.imports.imports import (
    IncomingPerson,
    IncomingPoint,
    IncomingSelf,
    IncomingTrace,
    Mailbag,
    Source,
    Where,
)
from rapport.domain.imports.plan import Fate
from rapport.domain.people.people import ContactKind
from rapport.services.history import history
from rapport.services.history.intake import is_ahead, without_ahead
from rapport.services.history.trace_rows import digest, unknown_keys
from rapport.services.imports.values import FileTold, Mine, PenPal, Plan
from rapport.services.imports.walk import Walk

CHUNK = 2_000  # traces looked up at once
MOST_PEN_PALS = 20_000  # kept in a plan: more than anybody writes with; some 150 bytes each
USUAL_BOTH_WAYS = 3  # messages each way, from which on somebody you write with is proposed


class _Digests:
    """A million of them in ten megabytes: the first 64 bits of each, in order, on shelves by the first 12."""

    def __init__(self) -> None:
        self.shelves = [array("Q") for _ in range(4096)]

    def add(self, digest: str) -> bool:
        """Whether it was not there yet."""
        number = int(digest[:16], 16)
        shelf = self.shelves[number >> 52]
        at = bisect_left(shelf, number)
        if at < len(shelf) and shelf[at] == number:
            return False
        shelf.insert(at, number)
        return True


class TracePlan:
    """What the traces of some files would bring."""

    def __init__(self, owner_id: UUID, now: datetime) -> None:
        self.owner_id, self.now = owner_id, now
        self.census = history.Census()
        self.selves: list[IncomingSelf] = []
        self.told: FileTold | None = None  # what those that wait stand in
        self.waiting: list[str] = []  # digests
        self.met = _Digests()  # the same message may lie in two mailboxes

    def add(self, told: FileTold, item: IncomingTrace | IncomingSelf | Mailbag) -> None:
        if isinstance(item, IncomingSelf):
            self.selves.append(item)
            return
        if isinstance(item, Mailbag):
            past = without_ahead(item, self.now)
            told.traces_ahead += len(item.keys) - len(past.keys)
            self.census.add_bag(past)
            self._count(told, past.keys)
            return
        if is_ahead(item, self.now):
            told.traces_ahead += 1
            return
        self.census.add(item)
        if told is not self.told or len(self.waiting) >= CHUNK:
            self._look_up()
        self.told = told
        self.waiting.append(digest(item.key))

    def finish(self, plan: Plan, mine: Iterable[str] = ()) -> None:
        """Say whose the mailbox seems to be, and who is written with."""
        self._look_up()
        said = [Mine(address, one.name) for one in self.selves for address in one.addresses if address]
        seem = [
            Mine(o.address, o.name, o.sent, o.seen, o.messages)
            for o in history.propose_mine(self.owner_id, self.census)
        ]
        plan.mine = list({each.address: each for each in (*said, *seem)}.values())
        own = {*mine, *(each.address for each in plan.mine)}
        plan.pen_pals = [
            PenPal(p.address, p.name, p.received, p.written, p.two_way_since.year, p.last_at.year)
            for p in history.propose_people(self.owner_id, self.census, own)[:MOST_PEN_PALS]
        ]

    def _look_up(self) -> None:
        if self.told is not None:
            self._count(self.told, self.waiting)
        self.waiting = []

    def _count(self, told: FileTold, keys: Sequence[str]) -> None:
        unknown = unknown_keys(self.owner_id, keys)
        new = sum(1 for key in unknown if self.met.add(key))
        told.traces_new += new
        told.traces_seen += len(keys) - new


def placed(walk: Walk, pen_pals: Iterable[PenPal]) -> list[PenPal]:
    """Those who may come in, with what becomes of each; nobody who is known or was deleted, no machine."""
    strangers = [each for each in pen_pals if not walk.knows(each.address)]
    found = [
        replace(each, fate=walk.planner.place(record).fate)
        for each in strangers
        for record in people_of([each], 0)
    ]
    return [each for each in found if each.fate is not Fate.SEEN]


def people_of(pen_pals: Iterable[PenPal], least: int) -> list[IncomingPerson]:
    """Those with so many messages each way, as records of the mailbox."""
    return [
        IncomingPerson(
            Where(n),
            Source.MAILBOX,
            each.name,
            key=each.address,
            points=(IncomingPoint(ContactKind.EMAIL, each.address),),
        )
        for n, each in enumerate(pen_pals, start=1)
        if each.both_ways >= least and kind_of(each.address) is AddressKind.PERSON
    ]


def own(plan: Plan, refused: Collection[str] = ()) -> list[str]:
    """The addresses that are the user's, but for those they said no to."""
    return [each.address for each in plan.mine if each.address not in refused]
