"""The header block of one message, read for who wrote to whom and when. Nothing of a body is read.

RFC 5322 as it is met: folded lines, RFC 2047 names, groups, dates in odd zones, headers twice or missing.
"""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from io import BytesIO
from typing import Generic, TypeVar

from rapport.domain.imports.imports import (
    EXCERPT,
    IncomingTrace,
    Party,
    Quarantined,
    TraceKind,
    Trouble,
    Where,
)
from rapport.domain.text import spared
from rapport.formats.finding import find
from rapport.formats.mail_addresses import Addresses, Refused, decoded
from rapport.formats.mail_dates import Dates, of_from_line, of_received
from rapport.formats.mail_fields import ABSENT, FIELDS, NEITHER, NOTHING, Layout, is_automatic, joined, layout

LONGEST_HEADER = 64 * 1024  # bytes of a header block (TRUST.md §4)
FIRST_READ = 6 * 1024  # bytes of a message in a file of its own; most header blocks are shorter
LONGEST_KEY = 500  # characters; RFC 5322 allows 998, nobody needs them

RECEIVED = re.compile(rb"\nReceived[ \t]*:(.*(?:\n[ \t].*)*)", re.I)
SUBJECT = re.compile(rb"\nSubject[ \t]*:(.*(?:\n[ \t].*)*)", re.I)
MESSAGE_ID = re.compile(rb"<[^<>\s]+>")
# as nearly all are: visible ASCII, and nothing beside it
usual_id = re.compile(rb"\s*+(<[!-;=?-~]{1,498}+>)\s*+").fullmatch

fields_in = FIELDS.findall

LEFT_OUT = frozenset(  # labels of Gmail, in the languages that its exports are met in
    (
        "spam", "trash", "bin", "draft", "drafts", "corbeille", "brouillons", "papierkorb", "entwürfe",
        "papelera", "borradores", "cestino", "bozze", "lixeira", "rascunhos", "prullenbak", "concepten",
    )
)  # fmt: skip
SENT = frozenset(("sent", "messages envoyés", "gesendet", "enviados", "inviati", "verzonden", "wysłane"))
NONE: frozenset[str] = frozenset()
REMEMBERED = 5_000  # sets of labels, and as many layouts
USUAL_NAMES = 30  # headers; what a message with more of them looks like is not remembered

Text = bytes | bytearray
W = TypeVar("W")  # who is on a message, as a reader keeps it
I = TypeVar("I")  # noqa: E741  # an item, as a reader gives it out


class Blocks(Generic[W, I]):
    """Reads header blocks, remembers the mailboxes and days that it met; what it makes of them is open."""

    def __init__(self) -> None:
        self._addresses = Addresses()
        self._date = Dates().read
        self._known_labels: dict[bytes, frozenset[str]] = {}
        self._layouts: dict[tuple[bytes, ...], Layout] = {}

    def read(
        self, text: Text, record: int, start: int = 0, end: int | None = None, begin: int = 0
    ) -> I | None:
        """One message's headers, in `text` from the line end before them on. None: spam, in the bin, a draft.

        A From_ line may stand before them, from `begin` on; its date counts where the headers have none.
        """
        end = len(text) if end is None else end
        if end - start > LONGEST_HEADER:
            return self.leave(record, Trouble.LONG_HEADER, text[start:end])
        names, values = zip(*fields_in(text, start, end), NOTHING)  # noqa: B905  # a tenth less without it
        which = self._layouts.get(names) or self._lay_out(names)
        if which.more:
            values = joined(values, which.more)
        said_from, to, cc, date, said_key, answered, refs, labels, delivered_to = which.pick(values)
        is_sent = False
        if labels:
            kept = self._known_labels.get(labels) or self._labels(labels)
            if kept & LEFT_OUT:
                return None
            is_sent = not kept.isdisjoint(SENT)
        try:
            who = self._who(said_from, to, cc, delivered_to, is_sent)
        except Refused as refused:
            return self.leave(record, refused.trouble, said_from)
        if who is None:
            return self._of_nobody(record, which, said_from, text[start:end])
        seconds = self._date(date) or _other_date(text, start, end, begin)
        if seconds is None:
            return self.leave(record, Trouble.BAD_DATE, date, "Date:")
        usual = usual_id(said_key)
        key = usual[1] if usual else _id(said_key)
        key = key or _made_id(bytes(text[start:end]), (said_from, to, cc, date))
        answers = _answered(answered, refs) if answered or refs else b""
        is_bulk = which.is_list or (
            which.precedence + which.automatic > NEITHER
            and is_automatic(values, which.precedence, which.automatic)
        )
        return self._keep(record, key, seconds, who, answers, is_bulk)

    def _lay_out(self, names: tuple[bytes, ...]) -> Layout:
        """An order of headers that was not met yet."""
        found = layout(names)
        if len(names) <= USUAL_NAMES:
            if len(self._layouts) >= REMEMBERED:
                self._layouts.clear()
            self._layouts[names] = found
        return found

    def _of_nobody(self, record: int, which: Layout, said_from: bytes, block: Text) -> I | None:
        """Nobody wrote it."""
        if which.sender == ABSENT:
            return self.leave(record, Trouble.NOT_UNDERSTOOD, block, "From:")
        return self.leave(record, Trouble.NOT_UNDERSTOOD, said_from, "From: name <address>")

    def leave(self, record: int, trouble: Trouble, near: Text, expected: str = "") -> I | None:
        """A message that does not go in."""
        raise NotImplementedError

    def _who(self, said_from: bytes, to: bytes, cc: bytes, delivered_to: bytes, is_sent: bool, /) -> W | None:
        """Who is on it; None where nobody wrote it. Raises Refused."""
        raise NotImplementedError

    def _keep(
        self, record: int, key: bytes, seconds: int, who: W, answers: bytes, is_bulk: bool, /
    ) -> I | None:
        raise NotImplementedError

    def _labels(self, said: bytes) -> frozenset[str]:
        known = self._known_labels.get(said)
        if known is None:
            text = decoded(" ".join(said.decode("utf-8", "replace").split()))
            known = frozenset(label.strip().strip('"').lower() for label in text.split(","))
            if len(self._known_labels) < REMEMBERED:
                self._known_labels[said] = known
        return known


Everybody = tuple[
    Party, tuple[Party, ...], str
]  # sender; To and Cc; the address of mine that the source names


class Reader(Blocks[Everybody, IncomingTrace | Quarantined]):
    """Makes a trace of each message."""

    def leave(self, record: int, trouble: Trouble, near: Text, expected: str = "") -> Quarantined:
        return left_out(record, trouble, near, expected)

    def _who(
        self, said_from: bytes, to: bytes, cc: bytes, delivered_to: bytes, is_sent: bool, /
    ) -> Everybody | None:
        read = self._addresses.read
        senders = read(said_from)
        if not senders:
            return None
        others = read(to) + read(cc)
        mine = senders if is_sent else read(delivered_to)
        return senders[0], others, mine[0].address if mine else ""

    def _keep(
        self, record: int, key: bytes, seconds: int, who: Everybody, answers: bytes, is_bulk: bool, /
    ) -> IncomingTrace:
        sender, parties, own = who
        at = datetime.fromtimestamp(seconds, UTC)
        text = key.decode(), answers.decode()
        return IncomingTrace(
            Where(record), TraceKind.MAIL, text[0], at, sender, parties, text[1], is_bulk, own=own
        )


def read_message(head: bytes, record: int) -> IncomingTrace | Quarantined | None:
    """A message from its first bytes; what lies behind the headers is ignored."""
    return read_file(BytesIO(head).read, record, Reader())


def read_file(read: Callable[[int], bytes], record: int, reader: Blocks[W, I], head: bytes = b"") -> I | None:
    """A message in a file of its own, of which no more is read than the headers are long.

    One `reader` for many files reads each correspondent once. `head` is what was read already.
    """
    block = b"\n" + (head or read(FIRST_READ))
    end = find(block, b"\n\n", 0, len(block)) + 1
    if end and block.find(b"\r", 0, end) < 0:
        return reader.read(block, record, 0, end)
    while (end := header_end(block, 0, len(block))) < 0 and len(block) <= LONGEST_HEADER:
        more = read(LONGEST_HEADER)
        if not more:
            break
        block += more
    if end >= 0:
        block = block[:end]
    if b"\r" in block:
        block = block.replace(b"\r\n", b"\n")
    return reader.read(block, record)


def header_end(text: Text, start: int, end: int) -> int:
    """Where the empty line begins that ends the headers; -1 where there is none."""
    plain = find(text, b"\n\n", start, end)
    crlf = find(text, b"\n\r\n", start, plain if plain >= 0 else end)
    found = crlf if crlf >= 0 else plain
    return found + 1 if found >= 0 else -1


def left_out(record: int, trouble: Trouble, near: Text, expected: str = "") -> Quarantined:
    """A message that does not go in, with the beginning of what stands there."""
    said = spared(near[: 2 * EXCERPT].decode("utf-8", "replace")).split()
    return Quarantined(Where(record), trouble, " ".join(said)[:EXCERPT], expected)


def _id(value: bytes) -> bytes:
    """The first <id> in it, or the only word; empty when there is none."""
    found = MESSAGE_ID.search(value)
    said = found[0] if found else value.strip()
    text = said.decode("utf-8", "replace")
    return text.encode() if len(text) <= LONGEST_KEY and text.isprintable() and " " not in text else b""


def _made_id(block: bytes, said: Sequence[bytes]) -> bytes:
    """A key of its own for a message without one: a digest of who, when and what about."""
    subject = SUBJECT.search(block)
    parts = (b" ".join(part.split()) for part in (*said, subject[1] if subject else b""))
    return f"made:{blake2b(b'|'.join(parts), digest_size=16).hexdigest()}".encode()


def _answered(in_reply_to: bytes, references: bytes) -> bytes:
    """The message this one answers: In-Reply-To, else the last of its References."""
    if not in_reply_to:
        found = MESSAGE_ID.findall(references)
        return _id(found[-1]) if found else b""
    usual = usual_id(in_reply_to)
    return usual[1] if usual else _id(in_reply_to)


def _other_date(text: Text, start: int, end: int, begin: int) -> int | None:
    """When it arrived, by the last server on its way; else by the mailbox it lies in."""
    received = RECEIVED.search(bytes(text[start:end]))
    return (of_received(received[1]) if received else None) or of_from_line(bytes(text[begin:start]))
