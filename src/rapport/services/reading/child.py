"""The process that reads foreign files: little memory, no writing, killed when a record takes too long.

It knows no database and imports no Django. Its answer goes to standard output, a line at a time.
"""

import sys
from contextlib import suppress
from time import monotonic
from typing import BinaryIO

from rapport.domain.imports.imports import Incoming, Mailbag, Source
from rapport.formats import wire
from rapport.services.reading import readers
from rapport.services.reading.garbage import rarely_collected
from rapport.services.reading.wish import DONE, GONE, LAST, OUT_OF_MEMORY, PART, RECORDS, Wish, from_json

MEMORY = 512 * 1024 * 1024  # bytes of address space
AT_ONCE = 500  # records in a line at most
PAUSE = 0.25  # seconds between two lines at most, unless one record takes longer
TRACES = frozenset({Source.MAILBOX, Source.CALENDAR})
PASSED_OVER = {"people": TRACES, "traces": frozenset(Source) - TRACES - {Source.LINKEDIN}}


class Answer:
    """Hands records over, several at a time."""

    def __init__(self, out: BinaryIO, *, careful: bool) -> None:
        self.out, self.careful = out, careful
        self.waiting: list[Incoming] = []
        self.bytes = 0  # read and not said yet
        self.last = monotonic()

    def part(self, number: int, name: str, source: str) -> None:
        self.flush()
        self._say(PART, wire.header(number, name, source))

    def give(self, item: Incoming) -> None:
        self.waiting.append(item)
        is_many = isinstance(item, Mailbag) or len(self.waiting) >= AT_ONCE
        if is_many or self.careful or monotonic() - self.last > PAUSE:
            self.flush()

    def read(self, count: int) -> None:
        """So many bytes more were read: said now and then, so that nobody takes a long file for a hang."""
        self.bytes += count
        if monotonic() - self.last > PAUSE:
            self.flush()
            self._say(DONE, b"%d" % self.bytes)
            self.bytes = 0

    def last_begins(self, offset: int) -> None:
        """Where the last message of a mailbox begins."""
        self._say(LAST, b"%d" % offset)

    def flush(self) -> None:
        if self.waiting:
            self._say(RECORDS, wire.encode(self.waiting))
            self.waiting = []
        self.last = monotonic()

    def _say(self, kind: str, told: bytes) -> None:
        self.out.write(b"%s%s\n" % (kind.encode(), told))
        self.out.flush()


def main() -> int:
    """Read what standard input wishes for."""
    wish = from_json(sys.stdin.readline())
    _confine()
    answer = Answer(sys.stdout.buffer, careful=wish.careful)
    try:
        with rarely_collected():
            _read(wish, answer)
    except MemoryError:
        return OUT_OF_MEMORY
    except FileNotFoundError:
        return GONE
    return 0


def _read(wish: Wish, answer: Answer) -> None:
    for number, part in enumerate(readers.parts(wish, answer.read)):
        if number < wish.part:
            continue
        if part.source in PASSED_OVER.get(wish.only, ()):
            continue
        answer.part(number, part.name, part.source or "")
        for item in part.read(wish.start if number == wish.part else 0):
            answer.give(item)
        answer.flush()
        if part.last is not None:
            answer.last_begins(part.last())


def _confine() -> None:
    """What a hostile file could make it ask for is refused by the system, where the system can."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # not on every platform

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
