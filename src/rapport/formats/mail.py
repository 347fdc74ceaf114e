"""The header block of one message, read for who wrote to whom and when. Nothing of a body is read.

RFC 5322 as it is met: folded lines, RFC 2047 names, groups, dates in odd zones, headers twice or missing.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from hashlib import blake2b
from io import BytesIO
from typing import Generic, TypeVar

from rapport.domain.imports import EXCERPT, IncomingTrace, Party, Quarantined, TraceKind, Trouble, Where
from rapport.domain.text import spared
from rapport.formats.finding import find
from rapport.formats.mail_addresses import Addresses, Refused, decoded
from rapport.formats.mail_dates import Dates, of_from_line, of_received

LONGEST_HEADER = 64 * 1024  # bytes of a header block (TRUST.md §4)
FIRST_READ = 6 * 1024  # bytes of a message in a file of its own; most header blocks are shorter
LONGEST_KEY = 500  # characters; RFC 5322 allows 998, nobody needs them

# The headers that are read. The first letters stand apart because that makes the search a third faster.
FIELDS = re.compile(
    rb"\n(?=[FfTtCcDdMmIiRrLlPpAaXx])([Ff](?i:rom)|[Tt][Oo]|[Cc][Cc]|[Dd](?:[Aa](?i:te)|[Ee](?i:livered-to))"
    rb"|[Mm][Ee](?i:ssage-id)|[Ii][Nn](?i:-reply-to)|[Rr][Ee][Ff](?i:erences)|[Ll](?i:ist-(?:id|unsubscribe|post))"
    rb"|[Pp](?i:recedence)|[Aa][Uu][Tt][Oo](?i:-submitted)|[Xx]-(?:[Gg](?i:mail-labels)|[Oo](?i:riginal-to)))"
    rb"[ \t]*:(.*(?:\n[ \t].*)*)"
)
RECEIVED = re.compile(rb"\nReceived[ \t]*:(.*(?:\n[ \t].*)*)", re.I)
SUBJECT = re.compile(rb"\nSubject[ \t]*:(.*(?:\n[ \t].*)*)", re.I)
MESSAGE_ID = re.compile(rb"<[^<>\s]+>")
USUAL_ID = re.compile(
    rb"\s*(<[!-;=?-~]{1,498}>)\s*"
)  # as nearly all are: visible ASCII, and nothing beside it

USUAL_NAMES = frozenset(  # as most write them, and as they are called here
    (
        b"From", b"To", b"Cc", b"Date", b"Message-ID", b"In-Reply-To", b"References", b"List-Id",
        b"List-Unsubscribe", b"List-Post", b"Precedence", b"Auto-Submitted", b"X-Gmail-Labels",
        b"Delivered-To", b"X-Original-To",
    )
)  # fmt: skip
NAMES = {name.lower(): name for name in USUAL_NAMES}
MAILING = frozenset((b"List-Id", b"List-Unsubscribe", b"List-Post"))
SAYS_BULK = MAILING | {b"Precedence", b"Auto-Submitted"}
LEFT_OUT = frozenset(  # labels of Gmail, in the languages that its exports are met in
    (
        "spam", "trash", "bin", "draft", "drafts", "corbeille", "brouillons", "papierkorb", "entwürfe",
        "papelera", "borradores", "cestino", "bozze", "lixeira", "rascunhos", "prullenbak", "concepten",
    )
)  # fmt: skip
SENT = frozenset(("sent", "messages envoyés", "gesendet", "enviados", "inviati", "verzonden", "wysłane"))
NONE: frozenset[str] = frozenset()
REMEMBERED = 5_000  # sets of labels

Text = bytes | bytearray
W = TypeVar("W")  # who is on a message, as a reader keeps it
I = TypeVar("I")  # noqa: E741  # an item, as a reader gives it out


class Blocks(Generic[W, I]):
    """Reads header blocks, remembers the mailboxes and days that it met; what it makes of them is open."""

    def __init__(self) -> None:
        self._addresses = Addresses()
        self._dates = Dates()
        self._known_labels: dict[bytes, frozenset[str]] = {}

    def read(
        self, text: Text, record: int, start: int = 0, end: int | None = None, begin: int = 0
    ) -> I | None:
        """One message's headers, in `text` from the line end before them on. None: spam, in the bin, a draft.

        A From_ line may stand before them, from `begin` on; its date counts where the headers have none.
        """
        end = len(text) if end is None else end
        if end - start > LONGEST_HEADER:
            return self.leave(record, Trouble.LONG_HEADER, text[start:end])
        found = FIELDS.findall(text, start, end)
        fields = dict(found)
        if len(fields) < len(found) or not fields.keys() <= USUAL_NAMES:
            fields = _first_of_each(found)
        get = fields.get
        said_from, labels = get(b"From"), get(b"X-Gmail-Labels")
        kept = self._labels(labels) if labels else NONE
        if kept & LEFT_OUT:
            return None
        if said_from is None:
            return self.leave(record, Trouble.NOT_UNDERSTOOD, text[start:end], "From:")
        delivered_to = get(b"Delivered-To") or get(b"X-Original-To")
        try:
            who = self._who(said_from, get(b"To"), get(b"Cc"), delivered_to, bool(kept & SENT))
        except Refused as refused:
            return self.leave(record, refused.trouble, said_from)
        if who is None:
            return self.leave(record, Trouble.NOT_UNDERSTOOD, said_from, "From: name <address>")
        seconds = self._dates.read(get(b"Date", b""))
        if seconds is None:
            seconds = _other_date(bytes(text[start:end]), bytes(text[begin:start]))
            if seconds is None:
                return self.leave(record, Trouble.BAD_DATE, get(b"Date", b""), "Date:")
        key = _id(get(b"Message-ID", b"")) or _made_id(bytes(text[start:end]), fields)
        is_bulk = not SAYS_BULK.isdisjoint(fields) and _is_bulk(fields)
        return self._keep(record, key, seconds, who, _answered(fields), is_bulk=is_bulk)

    def leave(self, record: int, trouble: Trouble, near: Text, expected: str = "") -> I | None:
        """A message that does not go in."""
        raise NotImplementedError

    def _who(
        self, said_from: bytes, to: bytes | None, cc: bytes | None, delivered_to: bytes | None, is_sent: bool
    ) -> W | None:
        """Who is on it; None where nobody wrote it. Raises Refused."""
        raise NotImplementedError

    def _keep(
        self, record: int, key: bytes, seconds: int, who: W, answers: bytes, *, is_bulk: bool
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
        self, said_from: bytes, to: bytes | None, cc: bytes | None, delivered_to: bytes | None, is_sent: bool
    ) -> Everybody | None:
        read = self._addresses.read
        senders = read(said_from)
        if not senders:
            return None
        others = (read(to) if to else ()) + (read(cc) if cc else ())
        mine = senders if is_sent else read(delivered_to) if delivered_to else ()
        return senders[0], others, mine[0].address if mine else ""

    def _keep(
        self, record: int, key: bytes, seconds: int, who: Everybody, answers: bytes, *, is_bulk: bool
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


def read_file(read: Callable[[int], bytes], record: int, reader: Blocks[W, I]) -> I | None:
    """A message in a file of its own, of which no more is read than the headers are long.

    One `reader` for many files reads each correspondent once.
    """
    block = b"\n" + read(FIRST_READ)
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


def _first_of_each(found: Iterable[tuple[bytes, bytes]]) -> dict[bytes, bytes]:
    """By their usual names. A second To or Cc is added, of others the first counts."""
    fields: dict[bytes, bytes] = {}
    for name, value in found:
        usual = NAMES[name.lower()]
        if usual not in fields:
            fields[usual] = value
        elif usual in (b"To", b"Cc"):
            fields[usual] += b"," + value
    return fields


def _id(value: bytes) -> bytes:
    """The first <id> in it, or the only word; empty when there is none."""
    usual = USUAL_ID.fullmatch(value)
    if usual:
        return usual[1]
    found = MESSAGE_ID.search(value)
    said = found[0] if found else value.strip()
    text = said.decode("utf-8", "replace")
    return text.encode() if len(text) <= LONGEST_KEY and text.isprintable() and " " not in text else b""


def _made_id(block: bytes, fields: Mapping[bytes, bytes]) -> bytes:
    """A key of its own for a message without one: a digest of who, when and what about."""
    subject = SUBJECT.search(block)
    said = [fields.get(name, b"") for name in (b"From", b"To", b"Cc", b"Date")]
    parts = (b" ".join(part.split()) for part in (*said, subject[1] if subject else b""))
    return f"made:{blake2b(b'|'.join(parts), digest_size=16).hexdigest()}".encode()


def _answered(fields: Mapping[bytes, bytes]) -> bytes:
    """The message this one answers: In-Reply-To, else the last of its References."""
    if said := fields.get(b"In-Reply-To"):
        return _id(said)
    if said := fields.get(b"References"):
        found = MESSAGE_ID.findall(said)
        return _id(found[-1]) if found else b""
    return b""


def _is_bulk(fields: Mapping[bytes, bytes]) -> bool:
    """By RFC 2369 and 2919 (lists), RFC 3834 (automatic answers), and the older Precedence."""
    if b"Precedence" in fields:
        said = fields[b"Precedence"].strip().lower()
        if said in (b"bulk", b"list", b"junk", b"auto_reply"):
            return True
    if b"Auto-Submitted" in fields and fields[b"Auto-Submitted"].strip().lower()[:2] != b"no":
        return True
    return not MAILING.isdisjoint(fields)


def _other_date(block: bytes, from_line: bytes) -> int | None:
    """When it arrived, by the last server on its way; else by the mailbox it lies in."""
    received = RECEIVED.search(block)
    return (of_received(received[1]) if received else None) or of_from_line(from_line)
