"""A file as pages of text: decoded, its line ends made one, cut where lines end, never large."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from rapport.formats.vcard.charsets import decoded, known_charset

PAGE = 1 << 18  # bytes: a physical line may be as long, what follows of it is passed over
CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if code not in b"\t\n\r")
HIGH_CONTROL = re.compile(rb"\xc2[\x80-\x9f]")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
CHARSET = re.compile(rb"^[^:\r\n]*;CHARSET=\"?([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
MARKS = {codecs.BOM_UTF8: "", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
BARE = {b"B\0E\0": "utf-16-le", b"\0B\0E": "utf-16-be", b"b\0e\0": "utf-16-le", b"\0b\0e": "utf-16-be"}


class Page(NamedTuple):
    """Whole lines that end in a line feed."""

    text: str
    is_clean: bool  # no character in it that text may not hold


def pages(data: BinaryIO) -> Iterator[Page]:
    """The whole of a file, page by page; UTF-8, UTF-16, or what each line looks like."""
    first = data.read(PAGE)
    mark = next((mark for mark in MARKS if first.startswith(mark)), b"")
    encoding = MARKS[mark] if mark else BARE.get(first[:4], "")
    first = first[len(mark) :]
    raw = _transcoded(data, first, encoding) if encoding else _blocks(data, first)
    for lines in _whole_lines(raw):
        yield _page(lines, is_wide=bool(encoding))


def _blocks(data: BinaryIO, block: bytes) -> Iterator[bytes]:
    while block:
        yield block
        block = data.read(PAGE)


def _transcoded(data: BinaryIO, first: bytes, encoding: str) -> Iterator[bytes]:
    """UTF-16 as UTF-8; halves of characters go through, to be found and told later."""
    decoder = codecs.getincrementaldecoder(encoding)("surrogatepass")
    for block in _blocks(data, first):
        yield decoder.decode(block).encode("utf-8", "surrogatepass")


def _whole_lines(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes cut at line ends; of a line that is too long only the beginning."""
    rest, is_cut = b"", False
    for block in blocks:
        if is_cut:  # inside a line that was too long
            end = _first_end(block)
            if end < 0:
                continue
            block, is_cut = block[end:], False
        raw = rest + block
        end = (
            max(raw.rfind(b"\n"), raw.rfind(b"\r", 0, -1)) + 1
        )  # a CR at the very end may have its LF to come
        if end:
            yield raw[:end]
        rest = raw[end:]
        if len(rest) > PAGE:
            rest, is_cut = rest[:PAGE], True
    if rest:
        yield rest


def _first_end(block: bytes) -> int:
    ends = [place for place in (block.find(b"\n"), block.find(b"\r")) if place >= 0]
    return min(ends, default=-1)


def _page(raw: bytes, *, is_wide: bool) -> Page:
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "surrogatepass") if is_wide else _by_lines(raw)
        is_clean = not FORBIDDEN.search(text)
    else:
        is_clean = len(raw.translate(None, CONTROLS)) == len(raw) and not HIGH_CONTROL.search(raw)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Page(text if text.endswith("\n") else text + "\n", is_clean)


def _by_lines(raw: bytes) -> str:
    """Each folded line by itself: some programs write several encodings in one file."""
    found: list[str] = []
    line: list[bytes] = []
    for part in [*raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"), b""]:
        if part[:1] not in (b" ", b"\t"):
            found += _folded(line)
            line = []
        line.append(part)
    return "\n".join(found)


def _folded(parts: list[bytes]) -> list[str]:
    """The parts of one line as text; a character may have been torn by the folding."""
    raw = b"\n".join(parts)
    if raw.isascii():
        return [part.decode() for part in parts]
    declared = CHARSET.match(raw)
    charset = known_charset(declared[1].decode()) if declared else ""
    try:
        return [part.decode(charset or "utf-8") for part in parts]
    except UnicodeDecodeError:
        whole = b"".join([parts[0], *(part[1:] for part in parts[1:])])
        return [decoded(whole, charset), *[" "] * (len(parts) - 1)]  # as many lines as before
