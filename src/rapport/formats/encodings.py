"""In which encoding a file of text is written, told from how it begins."""

import io
from collections import Counter
from typing import BinaryIO

HEAD = 65_536  # bytes looked at

# What people write beyond ASCII in the languages of Western Europe: a wrong decoding yields little of it.
_LIKELY = frozenset("éèêëàâäáãåîïíìôöóòõøûüúùçñßæœÉÈÊÀÂÄÅÎÔÖØÛÜÇÑÆŒ’‘“”«»–—…·°€ÁÍÓÚ")

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))


def encoding_of(head: bytes) -> tuple[str, int]:
    """The encoding of a text that begins so, and how many bytes of a mark to pass over."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return name, len(mark)
    wide = _wide(head[:4096])
    if wide:
        return wide, 0
    if head.isascii() or _is_mostly_utf8(head):
        return "utf-8", 0
    return _legacy(head), 0


def is_binary(head: bytes) -> bool:
    """No text in any encoding: more control characters than a damaged one has, and it is not UTF-16."""
    start = head[:4096]
    controls = len(start) - len(start.translate(None, _CONTROLS))
    return (
        controls * 100 > len(start) and not start.startswith((b"\xff\xfe", b"\xfe\xff")) and not _wide(start)
    )


def _wide(head: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Western text is NUL."""
    half = len(head) // 2
    if half < 2:
        return None
    even, odd = head[0 : 2 * half : 2].count(0), head[1 : 2 * half : 2].count(0)
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else None


def _is_mostly_utf8(head: bytes) -> bool:
    """UTF-8, perhaps with a few lines of something else."""
    text = head.decode("utf-8", "surrogateescape")
    if len(head) >= HEAD:
        text = text[:-3]  # the last character may be cut
    broken = sum(1 for char in text if "\ud800" <= char <= "\udfff")
    whole = sum(1 for char in text if char > "\x7f") - broken
    return whole >= broken  # whole characters of several bytes hardly ever come about by chance


def _legacy(head: bytes) -> str:
    """Windows-1252 (which holds Latin-1) unless Mac Roman makes more sense of the same bytes."""
    counts = Counter(byte for byte in head if byte > 0x7F)

    def sense(encoding: str) -> int:
        read = ((bytes([byte]).decode(encoding, "replace"), count) for byte, count in counts.items())
        return sum(count * (2 if char.islower() else 1) for char, count in read if char in _LIKELY)

    return "mac_roman" if sense("mac_roman") > sense("cp1252") else "cp1252"


class _Rejoined(io.RawIOBase):
    """A stream read again from its beginning, of which the first bytes were taken."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # any writable buffer will do
        wanted = len(buffer)
        if self._head:
            taken, self._head = self._head[:wanted], self._head[wanted:]
        else:
            taken = self._rest.read(wanted)
        buffer[: len(taken)] = taken
        return len(taken)


def head_of(data: BinaryIO, size: int = HEAD) -> bytes:
    """The first bytes of a stream, as many as asked for while there are any."""
    taken = bytearray()
    while len(taken) < size:
        more = data.read(size - len(taken))
        if not more:
            break
        taken += more
    return bytes(taken)


def opened(data: BinaryIO) -> tuple[io.TextIOWrapper, str]:
    """The text of a stream, every kind of line end read as one, and how it begins.

    Bytes that are not of the encoding become lone surrogates (U+FFFD in UTF-16), never an error.
    """
    head = head_of(data)
    encoding, mark = encoding_of(head)
    errors = "replace" if encoding.startswith("utf-16") else "surrogateescape"
    raw = io.BufferedReader(_Rejoined(head[mark:], data), HEAD)
    beginning = head[mark:].decode(encoding, "replace")
    return io.TextIOWrapper(raw, encoding=encoding, errors=errors, newline=None), beginning


def repaired(line: str) -> str:
    """A line of UTF-8 with bytes of Windows-1252 in it, read as the latter."""
    try:
        return line.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    except UnicodeEncodeError:  # surrogates that came from elsewhere
        return line
