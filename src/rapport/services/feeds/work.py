"""Readings that somebody waits for: each in a thread of its own, so that a page can show it and stop it.

They live in the memory of the one server process: what is cut off with it has changed nothing.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from threading import BoundedSemaphore, Lock, Thread
from typing import Final
from uuid import UUID, uuid4

from django.db import connections

from rapport.net.connection import Stopped
from rapport.services.awaited import Awaited

__all__ = ["Kind", "Stopped", "Work", "begin", "find", "forget", "running"]

Read = Callable[[Callable[[], bool]], object]  # told how to know that it is stopped → what it brought
AT_ONCE: Final = 3  # readings; more wait for their turn
MOST_KEPT: Final = 50  # that are over and were never looked at
TICK: Final = 0.2  # seconds between two looks at whether it is stopped


class Kind(StrEnum):
    """What is read."""

    ADD = "add"  # a feed that was just asked for
    AGAIN = "again"  # one that is followed
    PASTE = "paste"  # the page behind a pasted link


class Work(Awaited):
    """One reading, from the moment it is asked for until what it brought was shown."""

    def __init__(self, owner_id: UUID, kind: Kind, what: str, asked: Mapping[str, str]) -> None:
        super().__init__()
        self.id, self.owner_id, self.kind = uuid4(), owner_id, kind
        self.what, self.asked = what, dict(asked)  # a host or a name; the form as it was sent

    def in_turn(self, read: Read) -> object:
        """Read when it is its turn. Raises Stopped."""
        while not _turns.acquire(timeout=TICK):
            if self.is_stopped():
                raise Stopped
        try:
            return read(self.is_stopped)
        finally:
            _turns.release()


_turns = BoundedSemaphore(AT_ONCE)
_known: dict[UUID, Work] = {}
_lock = Lock()


def spawn(action: Callable[[], None]) -> None:
    """Do it beside the request, with connections of its own that are closed after it."""

    def whole() -> None:
        try:
            action()
        finally:
            connections.close_all()

    Thread(target=whole, name="feed", daemon=True).start()


def begin(owner_id: UUID, kind: Kind, what: str, asked: Mapping[str, str], read: Read) -> Work:
    """Begin a reading."""
    work = Work(owner_id, kind, what, asked)
    with _lock:
        over = [known.id for known in _known.values() if known.is_over]
        for old in over[: max(0, len(over) - MOST_KEPT + 1)]:
            del _known[old]
        _known[work.id] = work
    spawn(lambda: work.run(lambda: work.in_turn(read)))
    return work


def find(owner_id: UUID, work_id: UUID) -> Work:
    """Raises LookupError when it is over and was shown, or is somebody else's."""
    with _lock:
        work = _known.get(work_id)
    if work is None or work.owner_id != owner_id:
        raise LookupError(str(work_id))
    return work


def forget(work: Work) -> None:
    """What it brought was shown."""
    with _lock:
        _known.pop(work.id, None)


def running(owner_id: UUID) -> list[Work]:
    """Those that are not over, the first first."""
    with _lock:
        return [each for each in _known.values() if each.owner_id == owner_id and not each.is_over]
