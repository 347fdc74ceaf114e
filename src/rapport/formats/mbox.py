r"""A mailbox file, cut into header blocks without reading any body into a value.

    for item in read(data): …                    every message: a trace, or why it was left out
    for item in (run := Mailbox(data)): …        the same; run.offset is where to go on when it has grown

A message begins at a line `From …` (RFC 4155). Writers differ in what they do to such a line inside a body:
mboxrd and mboxo put ">" before it, mboxcl2 does nothing. So a line counts as a beginning only if it ends with
a date, or stands alone after an empty line, and if a header comes next. No size of mailbox or message needs
more memory than one buffer.
"""

import re
from collections.abc import Iterator
from io import BufferedIOBase
from typing import BinaryIO, cast

from rapport.domain.imports import IncomingTrace, Quarantined, Trouble
from rapport.formats.mail import LONGEST_HEADER, Reader, header_end, left_out

BUFFER = 1024 * 1024  # bytes read at once; with four times as many it is no faster
FROM_LINE = 1024  # bytes: a longer From_ line is none
AHEAD = FROM_LINE + LONGEST_HEADER + 4  # bytes of a message that must be there to read its headers

USUAL = re.compile(
    rb"From \S+ +[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?:\S{1,6} )?\d{4}\r?\n[!-9;-~]+:"
)
DATED = re.compile(
    rb"From [^\n]{0,400}?\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? [^\n]{3,30}\d\d:\d\d[^\n]{0,30}(?:\n|\Z)"
)
LONELY = re.compile(
    rb"From [^\s]{0,200}\s*?\n"
)  # "From " or "From -" and no more, as newer Thunderbirds write
HEADER_NEXT = re.compile(rb"[^\n]*\n(?:>From |[!-9;-~]+[ \t]*:)")


def read(data: BinaryIO, *, start: int = 0, offset: int = 0) -> Iterator[IncomingTrace | Quarantined]:
    """Every message after the first `start` ones, from the message that begins at byte `offset` on."""
    yield from Mailbox(data, start=start, offset=offset)


class Mailbox:
    """One reading of one mailbox."""

    def __init__(
        self, data: BinaryIO, *, start: int = 0, offset: int = 0, reader: Reader | None = None
    ) -> None:
        self.record = 0  # messages begun so far
        self.offset = offset  # where the last of them begins: in a mailbox that has grown, the place to go on
        self._reader = reader or Reader()
        self._start = start
        self._read_into = cast("BufferedIOBase", data).readinto  # files have it, `BinaryIO` says not
        self._buffer = bytearray(BUFFER)
        self._have = 0  # bytes in the buffer
        self._base = offset  # where the buffer stands in the file
        self._ended = False
        if offset:
            data.seek(offset)

    def __iter__(self) -> Iterator[IncomingTrace | Quarantined]:
        at = self._first()
        if at != 0 and self._have:
            yield left_out(1, Trouble.NOT_UNDERSTOOD, bytes(self._buffer[:160]), "From name date")
        while at >= 0:
            if self._have - at < AHEAD and not self._ended:
                at = self._refill(at)
            self.record += 1
            self.offset = self._base + at
            headers, end = self._headers(at)
            if self.record > self._start:
                item = self._item(at, headers, end)
                if item is not None:
                    yield item
            at = self._next(max(end, headers) - 1)

    def _item(self, at: int, headers: int, end: int) -> IncomingTrace | Quarantined | None:
        block = bytes(self._buffer[headers - 1 : end if end >= 0 else headers + LONGEST_HEADER])
        if b"\r" in block:
            block = block.replace(b"\r\n", b"\n")
        if end < 0:
            return left_out(self.record, Trouble.LONG_HEADER, block)
        return self._reader.read(block, self.record, bytes(self._buffer[at:headers]))

    def _first(self) -> int:
        """Where the first From_ line begins: at 0, unless something else or nothing stands before it."""
        self._refill(0)
        while self._have and self._buffer.startswith((b"\n", b"\r")):
            self._base += 1
            del self._buffer[:1]
            self._have -= 1
        if self._buffer.startswith(b"From ") and self._begins(0):
            return 0
        return self._next(0)

    def _headers(self, at: int) -> tuple[int, int]:
        """Where the headers behind this From_ line begin, and where they end; end -1: nowhere near."""
        buffer, have = self._buffer, self._have
        start = buffer.find(b"\n", at, have) + 1 or have
        limit = min(have, start + LONGEST_HEADER)
        end = buffer.find(b"\n\n", start - 1, limit)
        cut = end if end >= 0 else limit
        if end < 0 or buffer.find(b"\r\n", start - 2, start) >= 0 or buffer.find(b"\r", start, cut) >= 0:
            found = header_end(bytes(buffer[start - 1 : limit]))
            end = start - 2 + found if found >= 0 else -1
            cut = end if end >= 0 else limit
        another = buffer.find(b"\nFrom ", start, cut)
        while another >= 0:  # no empty line in this message: the next one begins here
            if self._begins(another + 1):
                return start, another + 1
            another = buffer.find(b"\nFrom ", another + 1, cut)
        if end >= 0:
            return start, end + 1
        return start, have if limit == have and self._ended else -1

    def _next(self, at: int) -> int:
        """Where the next From_ line begins, from this place on; -1 at the end of the file."""
        at = max(at, 0)
        while True:
            found = self._buffer.find(b"\nFrom ", at, self._have)
            if found < 0:
                if self._ended:
                    return -1
                at = self._refill(max(at, self._have - 8))
            elif self._have - found < 2 * FROM_LINE and not self._ended:
                at = self._refill(max(found - 1, 0))
            elif self._begins(found + 1):
                return found + 1
            else:
                at = found + 1

    def _begins(self, at: int) -> bool:
        """Is this line, which starts with "From ", the beginning of a message?"""
        buffer, have = self._buffer, self._have
        if USUAL.match(buffer, at, have):
            return True
        line_end = buffer.find(b"\n", at, min(have, at + FROM_LINE))
        if line_end < 0:
            return self._ended and DATED.match(buffer, at, have) is not None
        after_gap = at < 2 or self._is_gap(at)
        header_next = HEADER_NEXT.match(buffer, at, have) is not None
        if DATED.match(buffer, at, line_end + 1):
            return after_gap or header_next
        return after_gap and header_next and LONELY.match(buffer, at, line_end + 1) is not None

    def _is_gap(self, at: int) -> bool:
        """The line before this place is empty."""
        before = self._buffer[max(at - 4, 0) : at]
        return before.endswith((b"\n\n", b"\n\r\n"))

    def _refill(self, keep: int) -> int:
        """Move what stands from `keep` on to the front and read on behind it; where `keep` is now."""
        rest = bytes(self._buffer[keep : self._have])
        self._buffer[: len(rest)] = rest
        self._base += keep
        self._have = len(rest)
        with memoryview(self._buffer) as view:
            while self._have < len(view) and not self._ended:
                more = self._read_into(view[self._have :])
                self._ended = not more
                self._have += more or 0
        return 0
