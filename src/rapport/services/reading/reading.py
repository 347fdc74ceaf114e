"""Watching the process that reads: what it hands over, what it chokes on, and stopping it.

A record that takes longer than PATIENCE, or more memory than there is, is left out with its place, and
reading goes on behind it. Nothing a file holds runs in this process.
"""

import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass as mutable
from dataclasses import replace
from queue import Empty, Queue
from threading import Thread

from rapport.domain.imports.imports import Incoming, Quarantined, Source, Trouble, Where
from rapport.domain.values import dataclass
from rapport.formats import wire
from rapport.services.reading.wish import DONE, GONE, LAST, OUT_OF_MEMORY, PART, RECORDS, Wish

COMMAND = [sys.executable, "-I", "-m", "rapport.services.reading.child"]
PATIENCE = 6.0  # seconds without a word: five for a record (TRUST.md §4), one for a busy machine
STARTING = 20.0  # seconds for the process to come up
AT_ONCE = 64 * 1024  # bytes asked of it; as much as a pipe holds
TICK = 0.2  # seconds between two looks at whether somebody cancelled
MOST_STOPS = 20  # records of one file that may stop the reader, before the rest of it is left out
TROUBLES = {OUT_OF_MEMORY: Trouble.TOO_LARGE, GONE: Trouble.GONE}  # by exit code
IN_VAIN = 3  # records in a row that may stop it


class Cancelled(Exception):
    """Somebody asked to stop; nothing more is read."""


@dataclass(frozen=True, slots=True)
class PartBegins:
    """From here on, records are of this file (or entry of a zip)."""

    number: int
    name: str
    source: Source | None  # None: no reader knows it


@dataclass(frozen=True, slots=True)
class BytesRead:
    count: int


@dataclass(frozen=True, slots=True)
class MailboxEnds:
    """It was read to its end."""

    last: int  # the byte at which its last message begins


Heard = PartBegins | BytesRead | MailboxEnds | Incoming


def read(wish: Wish, is_cancelled: Callable[[], bool] = lambda: False) -> Iterator[Heard]:
    """All that the file holds, in its order. Raises Cancelled."""
    in_vain = 0  # readers in a row that came to no record
    for _stop in range(2 * MOST_STOPS):
        place = _Place(wish.part, wish.start)
        trouble = yield from _listen(wish, place, is_cancelled)
        if trouble is None:
            return
        if trouble is Trouble.GONE:
            yield Quarantined(Where(0), trouble)
            return
        in_vain = in_vain + 1 if place.record == wish.start else 0
        if in_vain > IN_VAIN:
            break
        if wish.careful or not place.is_begun:  # one by one: it is the next record that does it
            place.record += 1
            yield Quarantined(Where(place.record), trouble)
        if not place.is_begun:
            return
        wish = replace(wish, part=place.part, start=place.record, careful=True)
    yield Quarantined(Where(wish.start + 1), Trouble.NOT_UNDERSTOOD)  # and all that comes behind it


@mutable(slots=True)
class _Place:
    """How far the reader has come."""

    part: int
    record: int
    is_begun: bool = False


def _listen(
    wish: Wish, place: _Place, is_cancelled: Callable[[], bool]
) -> Generator[Heard, None, Trouble | None]:
    """One process from its start to its end; why it was stopped, or None when it came to the end."""
    with _started(wish) as process:
        lines = _lines(process)
        silent, patience = 0.0, STARTING
        while True:
            try:
                line = lines.get(timeout=TICK)
            except Empty:
                silent += TICK
                if is_cancelled():
                    raise Cancelled from None
                if silent > patience:
                    return Trouble.TOO_SLOW
                continue
            if line is None:
                code = process.wait()
                return None if code == 0 else _trouble(code)
            silent, patience = 0.0, PATIENCE
            yield from _heard(line, place)


def _heard(line: bytes, place: _Place) -> Iterator[Heard]:
    kind, rest = chr(line[0]), line[1:]
    if kind == RECORDS:
        items = wire.decode(rest)
        place.record = max([place.record, *(item.where.record for item in items)])
        yield from items
    elif kind == PART:
        number, name, source = wire.read_header(rest)
        place.part, place.record = number, place.record if number == place.part else 0
        place.is_begun = True
        yield PartBegins(number, name, Source(source) if source else None)
    elif kind == DONE:
        yield BytesRead(int(rest))
    elif kind == LAST:
        yield MailboxEnds(int(rest))


def _trouble(code: int) -> Trouble:
    return TROUBLES.get(code, Trouble.NOT_UNDERSTOOD)


@contextmanager
def _started(wish: Wish) -> Iterator[subprocess.Popen[bytes]]:
    """The reading process, gone for good when this is left."""
    process = subprocess.Popen(
        COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a traceback may quote the file
        bufsize=AT_ONCE,
    )
    try:
        if process.stdin is not None:
            process.stdin.write(wish.as_json().encode() + b"\n")
            process.stdin.close()
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def _lines(process: subprocess.Popen[bytes]) -> "Queue[bytes | None]":
    """What it says, a line at a time, as it comes; None when it has ended."""
    lines: Queue[bytes | None] = Queue(maxsize=2)  # a slow listener makes it wait

    def listen() -> None:
        with suppress(ValueError, OSError):  # closed while it spoke
            for line in process.stdout or ():
                lines.put(line)
        lines.put(None)

    Thread(target=listen, name="import-listener", daemon=True).start()
    return lines
