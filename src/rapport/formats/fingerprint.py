"""Has a mailbox file changed since it was read? Looking at it (size and time) is enough when it has not.

    compare(known, size, mtime_ns)            from a stat alone
    compare(known, size, mtime_ns, data)      from a few kilobytes, where the stat says that it changed

A mailbox grows at its end. When what stood before its last message still stands there, reading goes on at
that message; its key is known, so it comes in once.
"""

from enum import StrEnum
from hashlib import blake2b
from io import SEEK_SET
from typing import BinaryIO, NamedTuple

ENDS = 4096  # bytes of the beginning, the end and the seam that are compared


class Change(StrEnum):
    SAME = "same"
    GROWN = "grown"  # go on at `Fingerprint.offset`
    OTHER = "other"  # read it all


class Fingerprint(NamedTuple):
    """What is kept of a file that was read."""

    size: int  # bytes
    mtime_ns: int
    head: str  # digests: of the first bytes,
    tail: str  # of the last,
    seam: str  # and of those before the last message
    offset: int  # where the last message begins (formats.mbox.Mailbox.offset)


def take(data: BinaryIO, size: int, mtime_ns: int, offset: int) -> Fingerprint:
    """Of a file that was just read to its end; `size` and `mtime_ns` are those from before reading."""
    at = min(offset, size)
    head, tail, seam = (_digest(data, *span) for span in (_head(size), _tail(size), _tail(at)))
    return Fingerprint(size, mtime_ns, head, tail, seam, at)


def compare(known: Fingerprint, size: int, mtime_ns: int, data: BinaryIO | None = None) -> Change:
    """What became of the file. Without `data` only a stat is judged."""
    if size == known.size and mtime_ns == known.mtime_ns:
        return Change.SAME
    if data is None or size < known.size or _digest(data, *_head(known.size)) != known.head:
        return Change.OTHER
    if size == known.size:
        return Change.SAME if _digest(data, *_tail(size)) == known.tail else Change.OTHER
    return Change.GROWN if _digest(data, *_tail(known.offset)) == known.seam else Change.OTHER


def _head(size: int) -> tuple[int, int]:
    return 0, min(size, ENDS)


def _tail(end: int) -> tuple[int, int]:
    return max(0, end - ENDS), end


def _digest(data: BinaryIO, start: int, end: int) -> str:
    data.seek(start, SEEK_SET)
    return blake2b(data.read(end - start), digest_size=16).hexdigest()
