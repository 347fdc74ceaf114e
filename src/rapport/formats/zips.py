"""Zip files from strangers, read entry by entry within limits; nothing is unpacked to disk."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from rapport.domain.imports.imports import Quarantined, Trouble, Where
from rapport.formats.cells import excerpt, one_line

TOTAL = 2 << 30  # bytes unpacked, of all entries read
ENTRIES = 10_000
RATIO = 200  # unpacked to packed; text packs to a tenth
SMALL = 1 << 20  # bytes unpacked below which the ratio says nothing
DIRECTORY = ENTRIES * 512  # bytes of the list of entries

_LOCAL_HEADER = 30  # bytes, and the name after it
_ENCRYPTED = 0x1 | 0x40
_KIND, _LINK = 0xF000, 0xA000  # of a Unix mode
_READABLE = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, struct.error, UnicodeError,
    OverflowError, ValueError, OSError, LookupError, MemoryError,
)  # fmt: skip

Wanted = Callable[[str], bool]


class Broken(ValueError):
    """An entry breaks off in the middle, or holds more than it said."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class _Entry(io.RawIOBase):
    """An entry being read: never more bytes than it said it has, and one kind of error."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        super().__init__()
        self._stream, self._left = stream, size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # any writable buffer will do
        try:
            taken = self._stream.read(len(buffer))
        except _BROKEN as error:
            raise Broken(Trouble.NOT_UNDERSTOOD) from error
        self._left -= len(taken)
        if self._left < 0:
            raise Broken(Trouble.TOO_LARGE)
        buffer[: len(taken)] = taken
        return len(taken)


def names(data: BinaryIO) -> tuple[str, ...]:
    """The entries of a zip that may be read; empty when it is none."""
    opened = _opened(data)
    if isinstance(opened, Quarantined):
        return ()
    return tuple(info.filename for info, trouble in _judged(opened) if not trouble)


def walk(data: BinaryIO, wanted: Wanted = bool) -> Iterator[tuple[str, BinaryIO] | Quarantined]:
    """Each wanted entry with its bytes, in the order of the list; what is refused, with its reason.

    Reading an entry raises Broken where it breaks off. An entry must be read before the next is asked for.
    """
    opened = _opened(data)
    if isinstance(opened, Quarantined):
        yield opened
        return
    unpacked = 0
    for place, (info, trouble) in enumerate(_judged(opened), start=1):
        if info.filename.endswith("/") or not wanted(info.filename):
            continue
        if not trouble and unpacked + info.file_size > TOTAL:
            trouble = Trouble.TOO_LARGE
        if trouble:
            yield _refused(place, info, trouble)
            continue
        unpacked += info.file_size
        try:
            stream = opened.open(info)
        except _BROKEN:
            yield _refused(place, info, Trouble.NOT_UNDERSTOOD)
            continue
        with stream:
            entry = _Entry(cast("BinaryIO", stream), info.file_size)
            yield one_line(info.filename), cast("BinaryIO", io.BufferedReader(entry, 1 << 16))


def _refused(place: int, info: zipfile.ZipInfo, trouble: Trouble) -> Quarantined:
    return Quarantined(Where(place, None, one_line(info.filename)), trouble, excerpt(info.filename))


def _opened(data: BinaryIO) -> zipfile.ZipFile | Quarantined:
    try:
        count, size = _directory(data)
        if count > ENTRIES or size > DIRECTORY:
            return Quarantined(Where(1), Trouble.TOO_MANY)
        opened = zipfile.ZipFile(data)
    except _BROKEN:
        return Quarantined(Where(1), Trouble.NOT_UNDERSTOOD)
    if len(opened.infolist()) > ENTRIES:
        return Quarantined(Where(1), Trouble.TOO_MANY)
    return opened


def _directory(data: BinaryIO) -> tuple[int, int]:
    """How many entries the list at the end announces, and its size in bytes, before it is read.

    Layout: APPNOTE.TXT 4.3.16 (end of central directory) and 4.3.14–15 (its 64-bit form).
    """
    end = data.seek(0, io.SEEK_END)
    tail_at = max(0, end - (1 << 16) - 22 - 20 - 56)
    data.seek(tail_at)
    tail = data.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + 22 > len(tail):
        raise zipfile.BadZipFile
    count, size = struct.unpack_from("<HL", tail, at + 10)
    wide = tail.rfind(b"PK\x06\x06", 0, at)
    if wide >= 0 and wide + 48 <= len(tail):
        count, size = max((count, size), struct.unpack_from("<QQ", tail, wide + 32))
    return count, size


def _judged(opened: zipfile.ZipFile) -> list[tuple[zipfile.ZipInfo, Trouble | None]]:
    """Every entry, and why it may not be read."""
    infos = opened.infolist()
    overlapping = _overlapping(infos, opened.start_dir)
    return [
        (info, Trouble.NOT_UNDERSTOOD if place in overlapping else _trouble(info))
        for place, info in enumerate(infos)
    ]


def _trouble(info: zipfile.ZipInfo) -> Trouble | None:
    name = info.orig_filename.replace("\\", "/")
    if "\0" in name or name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
        return Trouble.UNSAFE_PATH
    if (info.external_attr >> 16) & _KIND == _LINK:
        return Trouble.UNSAFE_PATH
    if info.flag_bits & _ENCRYPTED:
        return Trouble.ENCRYPTED
    if info.compress_type not in _READABLE:
        return Trouble.NOT_UNDERSTOOD
    if info.file_size > TOTAL or info.file_size > max(SMALL, RATIO * info.compress_size):
        return Trouble.TOO_LARGE
    return Trouble.TOO_DEEP if name.lower().endswith(".zip") else None


def _overlapping(infos: list[zipfile.ZipInfo], end: int) -> set[int]:
    """The entries whose bytes are also another's: one packed kilobyte may stand for many entries."""
    found = set()
    order = sorted(range(len(infos)), key=lambda place: infos[place].header_offset)
    begins = [infos[place].header_offset for place in order[1:]]
    for at, (place, begin) in enumerate(zip(order, [*begins, end], strict=False)):
        info = infos[place]
        if info.header_offset + _LOCAL_HEADER + len(info.orig_filename) + info.compress_size > begin:
            found.update(order[at : at + 2])
    return found
