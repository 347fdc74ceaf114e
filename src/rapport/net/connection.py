"""One exchange with one address that was checked: connect, ask, and read until a moment that is fixed."""

import io
import socket
import ssl
from collections.abc import Callable, Mapping
from http.client import HTTPConnection, HTTPResponse
from threading import Thread
from time import monotonic
from typing import Any, Final

from rapport.domain.values import dataclass
from rapport.net.addresses import Reach, reach_of

Resolve = Callable[[str, int], list[str]]
Connect = Callable[[str, int, float], socket.socket]  # address, port, seconds
TICK: Final = 0.2  # seconds between two looks at whether somebody stopped it
MOST_ADDRESSES: Final = 3  # of one host that are tried


class TooSlow(Exception):
    """The moment has passed."""


class NotFound(Exception):
    """No such host."""


class Stopped(Exception):
    """Whoever asked for it wants it no longer."""


def never() -> bool:
    """Nobody stops it."""
    return False


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, each once. Raises NotFound."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotFound(host) from error
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def connect(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to that very address. Raises OSError."""
    return socket.create_connection((address, port), seconds)


@dataclass(frozen=True, slots=True)
class Tools:
    """What reaches outside; tests put their own in its place, and nothing else does."""

    resolve: Resolve = resolve
    connect: Connect = connect
    reach_of: Callable[[str], Reach] = reach_of
    monotonic: Callable[[], float] = monotonic
    ports: frozenset[int] = frozenset({80, 443, 8080, 8443})
    connecting: float = 5.0  # seconds for one connection
    total: float = 20.0  # seconds for everything, redirects included


class Deadline:
    """A moment that is fixed when something begins; it comes earlier when somebody stops it."""

    def __init__(self, tools: Tools, is_stopped: Callable[[], bool] = never) -> None:
        self.monotonic, self.ends = tools.monotonic, tools.monotonic() + tools.total
        self.is_stopped = is_stopped

    def left(self, most: float = 1e9) -> float:
        """Seconds that are left, `most` at most. Raises TooSlow when none are, Stopped."""
        if self.is_stopped():
            raise Stopped
        left = self.ends - self.monotonic()
        if left <= 0:
            raise TooSlow
        return min(left, most)


def looked_up(host: str, port: int, tools: Tools, deadline: Deadline) -> list[str]:
    """The addresses of a host. The system's resolver knows no deadline: late, it is left behind."""
    answer: list[list[str] | Exception] = []

    def look() -> None:
        try:
            answer.append(tools.resolve(host, port))
        except Exception as error:  # whatever it is, it is raised where it was asked for
            answer.append(error)

    thread = Thread(target=look, name="resolver", daemon=True)
    thread.start()
    patience = tools.connecting
    while not answer and patience > 0:
        thread.join(deadline.left(min(TICK, patience)))
        patience -= TICK
    if not answer:
        raise TooSlow
    if isinstance(answer[0], Exception):
        raise answer[0]
    return answer[0]


class _Timed(io.RawIOBase):
    """What is read from a socket, each time only for as long as there is."""

    def __init__(self, held: socket.socket, deadline: Deadline) -> None:
        self.held, self.deadline = held, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while True:
            self.held.settimeout(self.deadline.left(TICK))
            try:
                return self.held.recv_into(buffer)
            except TimeoutError:
                continue  # the deadline says when it is over


class _Socket:
    """A socket as http.client wants it, with a deadline over every reading."""

    def __init__(self, held: socket.socket, deadline: Deadline) -> None:
        self.held, self.deadline = held, deadline

    def sendall(self, data: bytes) -> None:
        self.held.settimeout(self.deadline.left())
        try:
            self.held.sendall(data)
        except TimeoutError:
            raise TooSlow from None

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Timed(self.held, self.deadline))

    def close(self) -> None:
        """http.client closes it before the answer is read: `Exchange.finish` does, after."""


class Exchange(HTTPConnection):
    """A request to one address, under the name of its host; no proxy, no second look-up."""

    def __init__(
        self, host: str, port: int, addresses: list[str], *, is_secure: bool, tools: Tools, deadline: Deadline
    ) -> None:
        super().__init__(host, port)
        self.default_port = 443 if is_secure else 80
        self.addresses, self.is_secure = addresses, is_secure
        self.tools, self.deadline = tools, deadline
        self.held: socket.socket | None = None

    def connect(self) -> None:
        """To the first of the addresses that answers. Raises OSError."""
        error: OSError = OSError("no address")
        for address in self.addresses[:MOST_ADDRESSES]:
            try:
                held = self.tools.connect(address, self.port, self.deadline.left(self.tools.connecting))
            except TimeoutError as late:
                error = late
            except OSError as refused:
                error = refused
            else:
                self.held = self._secured(held) if self.is_secure else held
                self.sock: Any = _Socket(self.held, self.deadline)
                return
        raise error

    def _secured(self, held: socket.socket) -> socket.socket:
        context = ssl.create_default_context()
        held.settimeout(self.deadline.left(self.tools.connecting))
        try:
            return context.wrap_socket(held, server_hostname=self.host)  # the certificate is for the name
        except BaseException:
            held.close()
            raise

    def finish(self) -> None:
        """Whatever was read, it is over."""
        self.close()
        if self.held is not None:
            self.held.close()

    def ask(self, target: str, headers: Mapping[str, str]) -> HTTPResponse:
        """GET, and the head of the answer."""
        self.request("GET", target, headers=dict(headers))
        return self.getresponse()
