"""The demo's own database: every service runs on it unchanged, and never on both."""

import shutil
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import connections
from django.db.utils import ConnectionHandler
from filelock import FileLock

from rapport.services.keeping import upgrade

SESSION_KEY: Final = "demo"
FOLDER: Final = "demo"
LOCK: Final = "demo.lock"


def is_demo(session: MutableMapping[str, Any]) -> bool:
    """Whether this browser is looking at the demo."""
    return bool(session.get(SESSION_KEY))


def enter_demo(session: MutableMapping[str, Any], fill: Callable[[], None]) -> None:
    """Show the demo in this browser from the next page on; `fill` loads its rows the first time."""
    _prepare(fill)
    session[SESSION_KEY] = True


def leave_demo(session: MutableMapping[str, Any]) -> None:
    """Back to one's own people from the next page on; the demo stays as it was left."""
    session.pop(SESSION_KEY, None)


def wipe_demo() -> None:
    """Throw the demo away; the next visit loads it afresh."""
    with _one_at_a_time():
        shutil.rmtree(_folder(), ignore_errors=True)


def exists() -> bool:
    """Whether a demo is there to be shown."""
    return _file().exists()


@contextmanager
def demo_rows(file: Path | None = None) -> Iterator[None]:
    """Inside, this thread's database is the demo's; outside and in other threads it is one's own."""
    own = connections["default"]
    demo = ConnectionHandler({"default": {**settings.DEMO_DATABASE, "NAME": str(file or _file())}})["default"]
    connections["default"] = demo
    try:
        yield
    finally:
        connections["default"] = own
        demo.close()


def _prepare(fill: Callable[[], None]) -> None:
    """Make the demo where there is none; a demo that could not be filled leaves nothing behind."""
    with _one_at_a_time():
        if exists():
            return
        draft = _folder().with_name(f"{FOLDER}.new")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700, parents=True)
        with demo_rows(draft / _file().name):
            upgrade.make_tables()
            fill()
        shutil.rmtree(_folder(), ignore_errors=True)
        draft.rename(_folder())


def _one_at_a_time() -> FileLock:
    return FileLock(_folder().with_name(LOCK), mode=0o600)


def _file() -> Path:
    return Path(settings.DEMO_DATABASE["NAME"])


def _folder() -> Path:
    return _file().parent
