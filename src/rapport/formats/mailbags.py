"""Messages gathered into mailbags: columns instead of a value each, and who is on them said once.

    packer = Packer()
    for bag in Mailbox(data, packer): …
    last = packer.close()

Most messages are between the same few people, so that their From, To and Cc are known by their bytes alone.
"""

from collections.abc import Iterable
from itertools import accumulate, chain, count

from rapport.domain.imports.imports import NOBODY, Circle, Mailbag, Party, Quarantined, Trouble, Where, digest
from rapport.formats.mail import Blocks, Text, left_out
from rapport.formats.mail_addresses import MOST, SHORT_LIST

MESSAGES = 15_000  # in one bag
REMEMBERED = 20_000  # addresses, and as many headers, from one bag to the next
NOBODIES = (NOBODY,)
FEW = 2  # people in a header that is remembered whole; longer lists hardly return, and their parts are known
BETWEEN = b">,"  # a name may hold a comma; what ends like this rarely is one


class Packer(Blocks[int, Mailbag]):
    """Reads header blocks into mailbags of so many messages."""

    def __init__(self, messages: int = MESSAGES) -> None:
        super().__init__()
        self._most = messages
        self._forget()
        self._begin()

    def _forget(self) -> None:
        """Whom to number from 0 on, whatever bag they are in."""
        self._numbered: dict[bytes, tuple[int, ...]] = {b"": ()}  # by header
        self._single: dict[bytes, int] = {}  # by what stands before a BETWEEN, where that is one mailbox
        self._numbers: dict[str, int] = {}  # by address
        self._names: list[str] = []

    def _begin(self) -> None:
        self._record = 0
        self._circles: dict[Circle, int] = {}
        self._rows: list[tuple[bytes, int, int, bytes, bool]] = []  # key, seconds, circle, answers, is bulk
        self._left_out: list[Quarantined] = []

    def close(self) -> Mailbag | None:
        """What was gathered since the last bag; None where that is nothing."""
        if not (self._rows or self._left_out):
            return None
        keys, at, circle, answers, bulk = zip(*self._rows, strict=True) if self._rows else ((),) * 5
        people, circles = self._said_once()
        bag = Mailbag(
            Where(self._record), people, circles, [*map(digest, keys)], [*at], [*circle],
            [*map(digest, answers)], bytes(bulk), self._left_out,
        )  # fmt: skip
        if max(len(self._numbered), len(self._names), len(self._single)) > REMEMBERED:
            self._forget()
        self._begin()
        return bag

    def _said_once(self) -> tuple[list[Party], list[Circle]]:
        """Who is on the messages, numbered anew: most of those who are remembered are on none of them."""
        numbers = [*chain.from_iterable(self._circles)]
        here = dict.fromkeys(numbers)
        here.pop(NOBODY, None)
        place = dict(zip(here, count()))
        place[NOBODY] = NOBODY
        moved = [place[number] for number in numbers]
        ends = [*accumulate(map(len, self._circles))]
        circles = [tuple(moved[begin:end]) for begin, end in zip([0, *ends], ends)]  # noqa: B905  # pairs
        addresses, names = list(self._numbers), self._names
        return [Party(addresses[number], names[number]) for number in here], circles

    def _keep(
        self, record: int, key: bytes, seconds: int, who: int, answers: bytes, is_bulk: bool, /
    ) -> Mailbag | None:
        self._record = record
        rows = self._rows
        rows.append((key, seconds, who, answers, is_bulk))
        return self.close() if len(rows) >= self._most else None

    def leave(self, record: int, trouble: Trouble, near: Text, expected: str = "") -> Mailbag | None:
        self._record = record
        self._left_out.append(left_out(record, trouble, near, expected))
        return self.close() if len(self._left_out) >= self._most else None

    def _who(
        self, said_from: bytes, to: bytes, cc: bytes, delivered_to: bytes, is_sent: bool, /
    ) -> int | None:
        known = self._numbered
        senders = known.get(said_from) or self._number(said_from)
        if not senders:
            return None
        others = known.get(to)
        if others is None:
            others = self._number(to)
        if cc:
            others = tuple(dict.fromkeys(others + (known.get(cc) or self._number(cc))))
        sender = senders[0]
        if is_sent:
            own = sender
        elif delivered_to:
            own = (known.get(delivered_to) or self._number(delivered_to) or NOBODIES)[0]
        else:
            own = NOBODY
        circles = self._circles
        return circles.setdefault((own, sender, *others), len(circles))

    def _number(self, value: bytes) -> tuple[int, ...]:
        """The people of a header, each once."""
        parts = (value.rstrip() + b",").split(BETWEEN)
        if parts.pop() or len(parts) > MOST:
            found = self._counted(self._addresses.read(value))
        else:
            found = self._read(value, parts)
        if len(parts) <= FEW and len(value) <= SHORT_LIST:
            self._numbered[value] = found
        return found

    def _read(self, value: bytes, parts: list[bytes]) -> tuple[int, ...]:
        """A part is remembered where it is a mailbox by itself: whatever is beside it, it means the same."""
        found: list[int] = []
        single = self._single
        for part in parts:
            key = part.strip()
            number = single.get(key)
            if number is None:
                parties = self._addresses.mailbox(key + b">")
                if parties is None:
                    return self._counted(self._addresses.read(value))
                for party in parties:
                    number = single[key] = self._count(party)
            if number is not None:
                found.append(number)
        return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)

    def _counted(self, parties: Iterable[Party]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(map(self._count, parties)))

    def _count(self, party: Party) -> int:
        """The number of somebody in this bag."""
        address, name = party
        names = self._names
        number = self._numbers.setdefault(address, len(names))
        if number == len(names):
            names.append(name)
        elif name:
            names[number] = name  # as it was last written
        return number
