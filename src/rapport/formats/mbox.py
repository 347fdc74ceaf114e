r"""A mailbox file, cut into header blocks without reading any body into a value.

    for item in read(data): …                                  every message: a trace, or why it was left out
    for item in (run := Mailbox(data, Reader())): …   the same; run.offset is where to go on when it has grown

A message begins at a line `From …` (RFC 4155). Writers differ in what they do to such a line inside a body:
mboxrd and mboxo put ">" before it, mboxcl2 does nothing. So a line counts as a beginning only if it ends with
a date, or stands alone after an empty line, and if a header comes next. No size of mailbox or message needs
more memory than one buffer.
"""

import re
from collections.abc import Iterator
from io import BufferedIOBase
from typing import Any, BinaryIO, Generic, TypeVar, cast

from rapport.domain.imports.imports import IncomingTrace, Quarantined, Trouble
from rapport.formats.finding import FROM, find
from rapport.formats.mail import LONGEST_HEADER, Blocks, Reader, header_end

BUFFER = 1024 * 1024
FROM_LINE = 1024  # bytes: a longer From_ line is none
AHEAD = FROM_LINE + LONGEST_HEADER + 4  # bytes of a message that must be there to read its headers

USUAL = re.compile(
    rb"\nFrom \S++ ++[A-Z][a-z][a-z] [A-Z][a-z][a-z] [ \d]\d \d\d:\d\d:\d\d (?:\S{1,6} )?\d\d\d\d\r?\n"
    rb"[!-9;-~]++:"
)
DATED = re.compile(
    rb"From [^\n]{0,400}?\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? [^\n]{3,30}\d\d:\d\d[^\n]{0,30}(?:\n|\Z)"
)
LONELY = re.compile(
    rb"From [^\s]{0,200}\s*?\n"
)  # "From " or "From -" and no more, as newer Thunderbirds write
HEADER_NEXT = re.compile(rb"[^\n]*\n(?:>From |[!-9;-~]+[ \t]*:)")


I = TypeVar("I")  # noqa: E741  # an item, as the reader gives it out


def read(data: BinaryIO, *, start: int = 0, offset: int = 0) -> Iterator[IncomingTrace | Quarantined]:
    """Every message after the first `start` ones, from the message that begins at byte `offset` on."""
    yield from Mailbox(data, Reader(), start=start, offset=offset)


class Mailbox(Generic[I]):
    """One reading of one mailbox."""

    def __init__(self, data: BinaryIO, reader: Blocks[Any, I], *, start: int = 0, offset: int = 0) -> None:
        self.record = 0  # messages begun so far
        self.offset = offset  # where the last of them begins: in a mailbox that has grown, the place to go on
        self._reader = reader
        self._start = start
        self._read_into = cast("BufferedIOBase", data).readinto  # files have it, `BinaryIO` says not
        self._buffer = bytearray(BUFFER)
        self._have = 0  # bytes in the buffer
        self._base = offset  # where the buffer stands in the file
        self._ended = False
        if offset:
            data.seek(offset)

    def __iter__(self) -> Iterator[I]:
        at = self._first()
        if at != 0 and self._have:
            item = self._reader.leave(1, Trouble.NOT_UNDERSTOOD, self._buffer[:160], "From name date")
            if item is not None:
                yield item
        buffer, read, skip = self._buffer, self._reader.read, self._start
        while at >= 0:
            if self._have - at < AHEAD and not self._ended:
                at = self._refill(at)
            have = self._have
            self.record = record = self.record + 1
            self.offset = self._base + at
            line = buffer.find(b"\n", at, have)
            end = find(buffer, b"\n\n", line, have)
            behind = find(buffer, FROM, line, have)
            if 0 <= line < end < line + LONGEST_HEADER and not (
                0 <= behind < end or buffer.find(b"\r", line - 1, end) >= 0
            ):
                item = read(buffer, record, line, end + 1, at) if record > skip else None
                behind = behind if behind >= 0 else max(have - len(FROM), line)
            else:
                start, end, behind = self._headers(at)
                item = self._item(at, start, end) if record > skip else None
            if item is not None:
                yield item
            if have - behind >= 2 * FROM_LINE and USUAL.match(buffer, behind, have):
                at = behind + 1
            else:
                at = self._next(behind)

    def _item(self, at: int, start: int, end: int) -> I | None:
        if end < 0:
            near = self._buffer[start - 1 : start + LONGEST_HEADER]
            return self._reader.leave(self.record, Trouble.LONG_HEADER, near.replace(b"\r\n", b"\n"))
        if self._buffer.find(b"\r", start, end) < 0:
            return self._reader.read(self._buffer, self.record, start - 1, end, at)
        line, block = self._buffer[at : start - 1], self._buffer[start - 1 : end]
        text = line + block.replace(b"\r\n", b"\n")
        return self._reader.read(text, self.record, len(line), len(text))

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

    def _headers(self, at: int) -> tuple[int, int, int]:
        """Where the headers behind this From_ line begin, where they end, from where on to look for the next.

        The end is -1 where there is none nearby.
        """
        buffer, have = self._buffer, self._have
        start = buffer.find(b"\n", at, have) + 1 or have
        limit = min(have, start + LONGEST_HEADER)
        end = find(buffer, b"\n\n", start - 1, limit)
        if end < 0 or buffer.find(b"\r", start - 2, end) >= 0:
            end = header_end(buffer, start - 1, limit) - 1
        cut = end if end >= 0 else limit
        another = find(buffer, FROM, start, have)
        while 0 <= another <= cut - len(FROM):  # no empty line in this message: the next one begins here?
            if self._begins(another + 1):
                return start, another + 1, another
            another = find(buffer, FROM, another + 1, have)
        behind = max(another, start - 1) if another >= 0 else max(have - 8, start - 1)
        if end >= 0:
            return start, end + 1, behind
        return start, have if limit == have and self._ended else -1, behind

    def _next(self, at: int) -> int:
        """Where the next From_ line begins, from this place on; -1 at the end of the file."""
        while True:
            found = find(self._buffer, FROM, at, self._have)
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
        if at and USUAL.match(buffer, at - 1, have):
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
