"""The header block of one message, read for who wrote to whom and when. Nothing of a body is read.

RFC 5322 as it is met: folded lines, RFC 2047 names, groups, dates in odd zones, headers twice or missing.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from hashlib import blake2b
from typing import BinaryIO

from rapport.domain.imports import EXCERPT, IncomingTrace, Party, Quarantined, TraceKind, Trouble, Where
from rapport.domain.text import spared
from rapport.formats.mail_addresses import Addresses, Refused, decoded
from rapport.formats.mail_dates import Dates, of_from_line, of_received

LONGEST_HEADER = 64 * 1024  # bytes of a header block (TRUST.md §4)
FIRST_READ = 6 * 1024  # bytes of a message in a file of its own; most header blocks are shorter
LONGEST_KEY = 500  # characters; RFC 5322 allows 998, nobody needs them

# The headers that are read. The first letter stands alone because that makes the search a third faster;
# it lets a few others through ("Fo:"), which nobody asks for.
FIELDS = re.compile(
    rb"\n([FfTtCcDdMmIiRrLlPpAaXx](?i:rom|o|c|ate|essage-id|n-reply-to|eferences|ist-id|ist-unsubscribe|ist-post"
    rb"|recedence|uto-submitted|-gmail-labels|elivered-to|-original-to))[ \t]*:(.*(?:\n[ \t].*)*)"
)
RECEIVED = re.compile(rb"\nReceived[ \t]*:(.*(?:\n[ \t].*)*)", re.I)
SUBJECT = re.compile(rb"\nSubject[ \t]*:(.*(?:\n[ \t].*)*)", re.I)
MESSAGE_ID = re.compile(rb"<[^<>\s]+>")

MAILING = frozenset((b"list-id", b"list-unsubscribe", b"list-post"))
LEFT_OUT = frozenset(  # labels of Gmail, in the languages that its exports are met in
    (
        "spam", "trash", "bin", "draft", "drafts", "corbeille", "brouillons", "papierkorb", "entwürfe",
        "papelera", "borradores", "cestino", "bozze", "lixeira", "rascunhos", "prullenbak", "concepten",
    )
)  # fmt: skip
SENT = frozenset(("sent", "messages envoyés", "gesendet", "enviados", "inviati", "verzonden", "wysłane"))
NONE: frozenset[str] = frozenset()
REMEMBERED = 5_000  # sets of labels


class Reader:
    """Reads header blocks, and remembers the mailboxes and days that it met."""

    def __init__(self) -> None:
        self._addresses = Addresses()
        self._dates = Dates()
        self._known_labels: dict[bytes, frozenset[str]] = {}

    def read(self, block: bytes, record: int, from_line: bytes = b"") -> IncomingTrace | Quarantined | None:
        r"""One message's headers, a line end before each. None: spam, in the bin, or never sent.

        `from_line` stands before a message in a mailbox file; its date counts where the headers have none.
        """
        if len(block) > LONGEST_HEADER:
            return left_out(record, Trouble.LONG_HEADER, block)
        fields = _fields(block)
        labels = self._labels(fields)
        if labels & LEFT_OUT:
            return None
        if b"from" not in fields:
            return left_out(record, Trouble.NOT_UNDERSTOOD, block, "From:")
        try:
            return self._trace(block, fields, record, from_line, is_sent=bool(labels & SENT))
        except Refused as refused:
            return left_out(record, refused.trouble, fields[b"from"])

    def _trace(
        self, block: bytes, fields: Mapping[bytes, bytes], record: int, from_line: bytes, *, is_sent: bool
    ) -> IncomingTrace | Quarantined:
        senders = self._addresses.read(fields[b"from"])
        if not senders:
            return left_out(record, Trouble.NOT_UNDERSTOOD, fields[b"from"], "From: name <address>")
        at = self._dates.read(fields.get(b"date", b"")) or _other_date(block, from_line)
        if at is None:
            return left_out(record, Trouble.BAD_DATE, fields.get(b"date", b""), "Date:")
        return IncomingTrace(
            Where(record),
            TraceKind.MAIL,
            _id(fields.get(b"message-id", b"")) or _made_id(block, fields),
            at,
            senders[0],
            self._parties(fields),
            _answered(fields),
            _is_bulk(fields),
            None,
            "",
            senders[0].address if is_sent else self._delivered_to(fields),
        )

    def _parties(self, fields: Mapping[bytes, bytes]) -> tuple[Party, ...]:
        to, cc = fields.get(b"to"), fields.get(b"cc")
        found = self._addresses.read(to) if to else ()
        return found + self._addresses.read(cc) if cc else found

    def _delivered_to(self, fields: Mapping[bytes, bytes]) -> str:
        """The address of mine that it was delivered to, where the server says so."""
        said = fields.get(b"delivered-to") or fields.get(b"x-original-to")
        found = self._addresses.read(said) if said else ()
        return found[0].address if found else ""

    def _labels(self, fields: Mapping[bytes, bytes]) -> frozenset[str]:
        said = fields.get(b"x-gmail-labels")
        if said is None:
            return NONE
        known = self._known_labels.get(said)
        if known is None:
            text = decoded(" ".join(said.decode("utf-8", "replace").split()))
            known = frozenset(label.strip().strip('"').lower() for label in text.split(","))
            if len(self._known_labels) < REMEMBERED:
                self._known_labels[said] = known
        return known


def read_message(
    head: bytes, record: int, reader: Reader | None = None
) -> IncomingTrace | Quarantined | None:
    """A message from its first bytes (a file of a Maildir, an .eml); what lies behind the headers is ignored.

    One `reader` for many files reads each correspondent once.
    """
    block = b"\n" + head
    end = header_end(block)
    if end >= 0:
        block = block[:end]
    if b"\r" in block:
        block = block.replace(b"\r\n", b"\n")
    return (reader or Reader()).read(block, record)


def read_file(data: BinaryIO, record: int, reader: Reader) -> IncomingTrace | Quarantined | None:
    """The same from an open file, of which no more is read than the headers are long."""
    head = data.read(FIRST_READ)
    while header_end(head) < 0 and len(head) <= LONGEST_HEADER and (more := data.read(LONGEST_HEADER)):
        head += more
    return read_message(head, record, reader)


def header_end(block: bytes) -> int:
    """Where the empty line begins that ends the headers; -1 where there is none."""
    plain, crlf = block.find(b"\n\n"), block.find(b"\n\r\n")
    found = min(plain, crlf) if plain >= 0 and crlf >= 0 else max(plain, crlf)
    return found + 1 if found >= 0 else -1


def left_out(record: int, trouble: Trouble, near: bytes, expected: str = "") -> Quarantined:
    """A message that does not go in, with the beginning of what stands there."""
    said = spared(near[: 2 * EXCERPT].decode("utf-8", "replace")).split()
    return Quarantined(Where(record), trouble, " ".join(said)[:EXCERPT], expected)


def _fields(block: bytes) -> dict[bytes, bytes]:
    """Values as they stand, names in lower case. A second To or Cc is added, of others the first counts."""
    fields: dict[bytes, bytes] = {}
    for name, value in FIELDS.findall(block):
        low = name.lower()
        if low not in fields:
            fields[low] = value
        elif low in (b"to", b"cc"):
            fields[low] += b"," + value
    return fields


def _id(value: bytes) -> str:
    """The first <id> in it, or the only word; empty when there is none."""
    found = MESSAGE_ID.search(value)
    said = found[0] if found else value.strip()
    text = said.decode("utf-8", "replace")
    return text if len(text) <= LONGEST_KEY and text.isprintable() and " " not in text else ""


def _made_id(block: bytes, fields: Mapping[bytes, bytes]) -> str:
    """A key of its own for a message without one: a digest of who, when and what about."""
    subject = SUBJECT.search(block)
    said = [fields.get(name, b"") for name in (b"from", b"to", b"cc", b"date")]
    parts = (b" ".join(part.split()) for part in (*said, subject[1] if subject else b""))
    return f"made:{blake2b(b'|'.join(parts), digest_size=16).hexdigest()}"


def _answered(fields: Mapping[bytes, bytes]) -> str:
    """The message this one answers: In-Reply-To, else the last of its References."""
    if said := fields.get(b"in-reply-to"):
        return _id(said)
    if said := fields.get(b"references"):
        found = MESSAGE_ID.findall(said)
        return _id(found[-1]) if found else ""
    return ""


def _is_bulk(fields: Mapping[bytes, bytes]) -> bool:
    """By RFC 2369 and 2919 (lists), RFC 3834 (automatic answers), and the older Precedence."""
    if b"precedence" in fields:
        said = fields[b"precedence"].strip().lower()
        if said in (b"bulk", b"list", b"junk", b"auto_reply"):
            return True
    if b"auto-submitted" in fields and fields[b"auto-submitted"].strip().lower()[:2] != b"no":
        return True
    return not MAILING.isdisjoint(fields)


def _other_date(block: bytes, from_line: bytes) -> datetime | None:
    """When it arrived, by the last server on its way; else by the mailbox it lies in."""
    received = RECEIVED.search(block)
    return (of_received(received[1]) if received else None) or of_from_line(from_line)
