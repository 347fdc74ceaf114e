"""What the interpreter says of every connection (audit events), and a listener that must stay alone."""

import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

_SEEN: list[Any] | None = None  # addresses that were connected or sent to, while somebody watches
_WATCHED = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})


def _note(event: str, args: tuple[Any, ...]) -> None:
    if _SEEN is not None and event in _WATCHED:
        _SEEN.append(args[1])


sys.addaudithook(_note)


class Watch:
    """The connections of this process, and those that reached this machine's own addresses."""

    def __init__(self, seen: list[Any], listeners: list[socket.socket]) -> None:
        self.seen, self.listeners = seen, listeners
        self.port: int = listeners[0].getsockname()[1]

    def reached(self) -> int:
        """How many came through to a listener."""
        count = 0
        for listener in self.listeners:
            with suppress(BlockingIOError):
                while True:
                    listener.accept()[0].close()
                    count += 1
        return count


@contextmanager
def watching() -> Iterator[Watch]:
    """Listeners on every address of this machine, and an ear on all that is connected to."""
    global _SEEN
    with ExitStack() as stack:
        first = stack.enter_context(socket.create_server(("0.0.0.0", 0)))
        listeners = [first]
        with suppress(OSError):  # a machine without IPv6
            second = socket.socket(socket.AF_INET6)
            stack.enter_context(second)
            second.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            second.bind(("::", first.getsockname()[1]))
            second.listen()
            listeners.append(second)
        for listener in listeners:
            listener.setblocking(False)
        seen: list[Any] = []
        _SEEN = seen
        try:
            yield Watch(seen, listeners)
        finally:
            _SEEN = None
