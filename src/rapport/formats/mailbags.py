"""Messages gathered into mailbags: columns instead of a value each, and who is on them said once.

    packer = Packer()
    for bag in Mailbox(data, packer): …
    last = packer.close()

Most messages are between the same few people, so that their From, To and Cc are known by their bytes alone.
"""

from rapport.domain.imports import NOBODY, Circle, Mailbag, Party, Quarantined, Trouble, Where, digest
from rapport.formats.mail import Blocks, Text, left_out

MESSAGES = 10_000  # in one bag


class Packer(Blocks[int, Mailbag]):
    """Reads header blocks into mailbags of so many messages."""

    def __init__(self, messages: int = MESSAGES) -> None:
        super().__init__()
        self._most = messages
        self._begin()

    def _begin(self) -> None:
        self._record = 0
        self._numbered: dict[bytes, tuple[int, ...]] = {}  # by header
        self._numbers: dict[str, int] = {}  # by address
        self._names: list[str] = []
        self._circles: dict[Circle, int] = {}
        self._keys: list[str] = []
        self._at: list[int] = []
        self._circle: list[int] = []
        self._answers: list[str] = []
        self._bulk: list[int] = []
        self._left_out: list[Quarantined] = []

    def close(self) -> Mailbag | None:
        """What was gathered since the last bag; None where that is nothing."""
        if not (self._keys or self._left_out):
            return None
        people = [Party(address, name) for address, name in zip(self._numbers, self._names, strict=True)]
        bag = Mailbag(
            Where(self._record), people, list(self._circles), self._keys, self._at, self._circle,
            self._answers, self._bulk, self._left_out,
        )  # fmt: skip
        self._begin()
        return bag

    def _keep(
        self, record: int, key: bytes, seconds: int, who: int, answers: bytes, *, is_bulk: bool
    ) -> Mailbag | None:
        self._record = record
        self._keys.append(digest(key))
        self._at.append(seconds)
        self._circle.append(who)
        self._answers.append(digest(answers) if answers else "")
        self._bulk.append(1 if is_bulk else 0)
        return self.close() if len(self._keys) >= self._most else None

    def leave(self, record: int, trouble: Trouble, near: Text, expected: str = "") -> Mailbag | None:
        self._record = record
        self._left_out.append(left_out(record, trouble, near, expected))
        return self.close() if len(self._left_out) >= self._most else None

    def _who(
        self, said_from: bytes, to: bytes | None, cc: bytes | None, delivered_to: bytes | None, is_sent: bool
    ) -> int | None:
        known = self._numbered
        senders = known.get(said_from) or self._number(said_from)
        if not senders:
            return None
        others = (known.get(to) or self._number(to)) if to else ()
        if cc:
            others = tuple(dict.fromkeys(others + (known.get(cc) or self._number(cc))))
        own = senders if is_sent else ()
        if delivered_to and not is_sent:
            own = known.get(delivered_to) or self._number(delivered_to)
        circle = (own[0] if own else NOBODY, senders[0], others)
        return self._circles.setdefault(circle, len(self._circles))

    def _number(self, value: bytes) -> tuple[int, ...]:
        """The people of a header, each once."""
        numbers, names = self._numbers, self._names
        found = {}
        for address, name in self._addresses.read(value):
            known = found[address] = numbers.setdefault(address, len(names))
            if known == len(names):
                names.append(name)
            elif name:
                names[known] = name  # as it was last written
        self._numbered[value] = tuple(found.values())
        return self._numbered[value]
