"""The web server: one process, this machine only, gone when it is stopped or killed."""

import errno
import logging
import os
import socket
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from granian._granian import SocketHolder
from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.server import MTServer

HOST: Final = "127.0.0.1"
PORT: Final = 8765
TRIES: Final = 20  # ports to try after the first
THREADS: Final = 3  # a long download keeps one of them
IDLE: Final = 600  # seconds an unused thread (and its database connection) is kept
DAY: Final = 24 * 3600  # seconds
QUARTER: Final = 15 * 60  # seconds between two looks at what is due
PATIENCE: Final = 3000  # milliseconds for a request's head: one half sent must not keep Ctrl-C waiting
BACKLOG: Final = 128  # connections that may wait


class PortTaken(Exception):
    """Another program listens on the port that was asked for."""


class OneProcess(MTServer):
    """Granian with its worker in a thread of this process: a kill leaves no orphan on the port."""

    def __init__(self, listener: socket.socket) -> None:
        host, port = listener.getsockname()
        super().__init__(
            "rapport.config.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=1,
            blocking_threads=THREADS,
            blocking_threads_idle_timeout=IDLE,
            websockets=False,
            http1_settings=HTTP1Settings(header_read_timeout=PATIENCE),
            log_enabled=False,
        )
        self._listener = listener

    def _check_gil(self) -> None:
        """The threaded server is offered for builds without the GIL; one worker is as well served with it."""

    def _init_shared_socket(self) -> None:
        """Granian's own socket would share the port with any other program of this account."""
        holder: Any = SocketHolder  # its stub leaves the constructor out
        self._shd = holder(self._listener.fileno(), False, BACKLOG)


def listen(wanted: int | None = None) -> socket.socket:
    """Hold the port asked for, or the first free one from 8765 on. Raises PortTaken."""
    ports = (wanted,) if wanted is not None else (*range(PORT, PORT + TRIES), 0)
    for port in ports:
        listener = socket.socket()
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port just left is free
        try:
            listener.bind((HOST, port))
            listener.listen(BACKLOG)
            listener.setblocking(False)
            return listener
        except OSError as error:
            listener.close()
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
    raise PortTaken(wanted)


def serve(
    listener: socket.socket,
    when_up: Callable[[], None],
    once_a_day: Callable[[], object],
    what_is_due: Callable[[], object],
) -> None:
    """Answer until Ctrl-C or SIGTERM. Whoever connects before the worker is ready waits a moment."""
    _log_without_content()
    server = OneProcess(listener)
    server.on_startup(lambda: _in_background(when_up, once_a_day, what_is_due))
    server.serve()


def _in_background(
    when_up: Callable[[], None], once_a_day: Callable[[], object], what_is_due: Callable[[], object]
) -> None:
    """Run what follows the start beside the server, so that it can answer meanwhile."""

    def daily() -> None:
        when_up()
        is_up.set()
        _rounds("the daily round", once_a_day, DAY)

    def often() -> None:
        is_up.wait()  # whoever starts Rapport sees its link before anything else is done
        _rounds("what is due", what_is_due, QUARTER)

    is_up = threading.Event()
    for round_ in (daily, often):
        threading.Thread(target=round_, name=round_.__name__, daemon=True).start()


def _rounds(name: str, action: Callable[[], object], every: float) -> None:
    pause = threading.Event()
    while True:
        try:
            action()
        except Exception:
            logging.getLogger("rapport.errors").exception(name)
        pause.wait(every)


class IdsOnly(logging.Formatter):
    """One line a record: an exception is its kind and places, since its text may hold a person's words."""

    def formatException(self, ei: object) -> str:  # noqa: N802 - logging's own name
        kind, _value, trace = ei if isinstance(ei, tuple) else (None, None, None)
        places = " < ".join(
            f"{Path(frame.filename).name}:{frame.lineno}"
            for frame in reversed(traceback.extract_tb(trace)[-5:])
        )
        return f"{getattr(kind, '__name__', 'error')} at {places}"


def _log_without_content() -> None:
    handler = logging.StreamHandler(sys.stderr)
    if not os.environ.get("RAPPORT_DEBUG"):
        handler.setFormatter(IdsOnly("%(levelname)s %(name)s %(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
    logging.getLogger("django.request").setLevel(logging.CRITICAL)  # its lines hold addresses; ours follow
    logging.getLogger("django.security").setLevel(logging.CRITICAL)
