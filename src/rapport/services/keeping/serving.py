"""One server per data directory: who runs, and where."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from rapport.domain.values import dataclass

LOCK: Final = "serve.lock"
FACTS: Final = "serve.json"


@dataclass(frozen=True, slots=True)
class Running:
    """A server at work; port 0 while it is still starting."""

    pid: int
    port: int


class AlreadyRunning(Exception):
    """Another server works on this data directory."""

    def __init__(self, running: Running) -> None:
        super().__init__(f"pid {running.pid}, port {running.port}")
        self.running = running


def running(data: Path) -> Running | None:
    """The server at work on this data directory, if any: the kernel drops a killed one's lock."""
    if not (data / LOCK).exists():
        return None
    try:
        with _lock(data).acquire(timeout=0):
            return None
    except Timeout:
        return _facts(data)


@contextmanager
def alone(data: Path) -> Iterator[None]:
    """Hold the place of the one server; raises AlreadyRunning when it is taken."""
    lock = _lock(data)
    try:
        lock.acquire(timeout=1)
    except Timeout:
        raise AlreadyRunning(_facts(data)) from None
    try:
        yield
    finally:
        (data / FACTS).unlink(missing_ok=True)
        lock.release()


def announce(data: Path, port: int) -> None:
    """Say where the server listens; call while holding the place."""
    draft = data / f"{FACTS}.new"
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        json.dump({"pid": os.getpid(), "port": port}, out)
    draft.replace(data / FACTS)


def _lock(data: Path) -> FileLock:
    return FileLock(data / LOCK, mode=0o600)


def _facts(data: Path) -> Running:
    try:
        facts = json.loads((data / FACTS).read_text(encoding="utf-8"))
        return Running(int(facts["pid"]), int(facts["port"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Running(0, 0)
