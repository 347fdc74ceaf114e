"""Messages and meetings on their way in: counted for the plan, then written beside the people they name."""

from collections.abc import Collection, Iterable
from uuid import UUID

from rapport.domain.history import AddressKind, kind_of
from rapport.domain.imports import (
    IncomingPerson,
    IncomingPoint,
    IncomingSelf,
    IncomingTrace,
    Source,
    Where,
)
from rapport.domain.people import ContactKind
from rapport.services import history
from rapport.services.imports.values import FileTold, Mine, PenPal, Plan
from rapport.services.trace_rows import digest, unknown_keys

CHUNK = 2_000  # traces looked up at once
MOST_PEN_PALS = 2_000  # kept in a plan
USUAL_BOTH_WAYS = 3  # messages each way, from which on somebody you write with is proposed


class TracePlan:
    """What the traces of some files would bring."""

    def __init__(self, owner_id: UUID) -> None:
        self.owner_id = owner_id
        self.census = history.Census()
        self.selves: list[IncomingSelf] = []
        self.waiting: list[tuple[FileTold, str]] = []
        self.met: set[str] = set()  # digests: the same message may lie in two mailboxes

    def add(self, told: FileTold, item: IncomingTrace | IncomingSelf) -> None:
        if isinstance(item, IncomingSelf):
            self.selves.append(item)
            return
        self.census.add(item)
        self.waiting.append((told, digest(item.key)))
        if len(self.waiting) >= CHUNK:
            self._look_up()

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
        unknown = unknown_keys(self.owner_id, {key for _told, key in self.waiting})
        for told, key in self.waiting:
            if key in unknown and key not in self.met:
                told.traces_new += 1
                self.met.add(key)
            else:
                told.traces_seen += 1
        self.waiting = []


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
