"""The content lines of a calendar file: unfolded, numbered as an editor counts, none too long."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from rapport.domain.imports.imports import EXCERPT
from rapport.domain.text import spared

MAX_LINE = 64 * 1024  # bytes, of a line in the file and of an unfolded one
UTF8_MARK = b"\xef\xbb\xbf"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_BLOCK = 64 * 1024  # bytes read at a time


class Line(NamedTuple):
    """One content line; of a longer one than MAX_LINE only the beginning."""

    number: int  # of its first line in the file, from 1
    text: bytes
    is_cut: bool = False
    is_long: bool = False  # cut because a line in the file itself is too long, not what it unfolds to


def content_lines(data: BinaryIO) -> Iterator[Line]:
    """Line after line, in memory that does not grow with the file."""
    first, parts, size, is_long = 0, list[bytes](), 0, False
    for number, (text, too_long) in enumerate(_physical(data), 1):
        if number == 1:
            text = text.removeprefix(UTF8_MARK)
        if text.startswith((b" ", b"\t")):
            text = text[1:]
        elif text:
            if parts:
                yield _unfolded(first, parts, size, is_long)
            first, parts, size, is_long = number, [], 0, False
        if size <= MAX_LINE and text:
            parts.append(text)
        size += len(text)
        is_long = is_long or too_long
    if parts:
        yield _unfolded(first, parts, size, is_long)


def excerpt(text: bytes | str) -> str:
    """How it begins, as it may be shown."""
    if isinstance(text, bytes):
        text = decoded(text[: EXCERPT * 4])
    return " ".join(spared(text[: EXCERPT * 2]).split())[:EXCERPT]


def decoded(text: bytes) -> str:
    """UTF-8 as the standard asks for; else what old programs on Windows wrote."""
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode("cp1252", "replace")


def _unfolded(number: int, parts: list[bytes], size: int, is_long: bool) -> Line:
    if size <= MAX_LINE and not is_long:
        return Line(number, parts[0] if len(parts) == 1 else b"".join(parts))
    return Line(number, b"".join(parts)[:MAX_LINE], True, is_long)


def _physical(data: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """Each line as it stands in the file, without its end, and whether it was too long to keep whole."""
    pending, too_long = b"", False
    while block := data.read(_BLOCK):
        if block.endswith(b"\r"):
            block += data.read(1)  # CR LF is one line end
        pieces = (pending + block).splitlines(keepends=True)
        pending = b"" if pieces[-1].endswith((b"\n", b"\r")) else pieces.pop()
        for piece in pieces:
            text = piece.rstrip(b"\r\n")
            yield text[:MAX_LINE], too_long or len(text) > MAX_LINE
            too_long = False
        if len(pending) > MAX_LINE:
            pending, too_long = pending[:MAX_LINE], True
    if pending:
        yield pending, too_long
