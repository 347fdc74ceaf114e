"""A web server on loopback that answers as it is told, and tools that may reach it and nothing else."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from rapport.net.addresses import Reach, reach_of
from rapport.net.connection import Tools, connect

Say = Callable[[socket.socket], None]


class Heard(NamedTuple):
    """A request as it came."""

    path: str
    headers: dict[str, str]  # names in lower case


class Server:
    """One answer for each path; what is asked is remembered."""

    def __init__(self, *, is_secure: bool = False) -> None:
        self.context = _certified() if is_secure else None
        self.pages: dict[str, bytes | Say] = {}
        self.heard: list[Heard] = []
        self.over = threading.Event()  # a server that says nothing waits for it
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listener.getsockname()[1]
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def url(self, path: str = "/", host: str = "feeds.example") -> str:
        return f"http{'s' if self.context else ''}://{host}:{self.port}{path}"

    def close(self) -> None:
        self.over.set()
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.thread.join()

    def _serve(self) -> None:
        while True:
            try:
                held, _address = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(held,), daemon=True).start()

    def _answer(self, held: socket.socket) -> None:
        try:
            held = self.context.wrap_socket(held, server_side=True) if self.context else held
        except OSError:
            return  # the other side does not trust it
        with held:
            asked = b""
            while b"\r\n\r\n" not in asked:
                piece = held.recv(65536)
                if not piece:
                    return
                asked += piece
                if asked.startswith(b"\x16"):  # TLS, which it does not speak
                    held.sendall(answer(400))
                    return
            first, *rest = asked.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
            path = first.split(" ")[1]
            headers = {name.lower(): value for name, _, value in (each.partition(": ") for each in rest)}
            self.heard.append(Heard(path, headers))
            page = self.pages.get(path, answer(404))
            try:
                if callable(page):
                    page(held)
                else:
                    held.sendall(page)
            except OSError:
                return  # the other side had enough


def answer(status: int = 200, body: bytes = b"", **headers: str) -> bytes:
    """A whole answer; its length is said unless a header says otherwise."""
    lines = [f"HTTP/1.1 {status} X"]
    said = {name.replace("_", "-"): value for name, value in headers.items()}
    said.setdefault("Content-Length", str(len(body)))
    lines += [f"{name}: {value}" for name, value in said.items() if value]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


CERTIFICATE = Path(__file__).parent / "certificates" / "feeds.example.pem"  # its own issuer, until 2120


def _certified() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return context


@contextmanager
def serving(*, is_secure: bool = False) -> Iterator[Server]:
    server = Server(is_secure=is_secure)
    try:
        yield server
    finally:
        server.close()


class Recorder:
    """Tools that know some hosts, and remember every connection that was tried."""

    def __init__(self, hosts: dict[str, list[list[str]]] | None = None) -> None:
        self.hosts = hosts or {}  # host → what each look-up answers; the last stays
        self.looked: list[str] = []
        self.tried: list[str] = []

    def resolve(self, host: str, port: int) -> list[str]:
        answers = self.hosts.get(host, [[host]])
        at = min(self.looked.count(host), len(answers) - 1)
        self.looked.append(host)
        return answers[at]

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        self.tried.append(address)
        raise ConnectionRefusedError(address)


def to(
    server: Server,
    recorder: Recorder | None = None,
    *,
    connecting: float = 2.0,
    total: float = 5.0,
    monotonic: Callable[[], float] = time.monotonic,
) -> Tools:
    """Tools for tests: `feeds.example` and other names are the server; forbidden addresses stay so.

    The server is known by a public address (TEST) that only these tools lead to loopback.
    """
    known = recorder or Recorder()

    def resolve(host: str, port: int) -> list[str]:
        return known.resolve(host, port) if host in known.hosts else [PUBLIC]

    def reach(address: str) -> Reach:
        return Reach.PUBLIC if address == PUBLIC else reach_of(address)

    def joined(address: str, port: int, seconds: float) -> socket.socket:
        known.tried.append(address)
        return connect("127.0.0.1" if address == PUBLIC else address, server.port, seconds)

    return Tools(
        resolve=resolve,
        connect=joined,
        reach_of=reach,
        ports=frozenset({80, 443, 8080, 8443, server.port}),
        connecting=connecting,
        total=total,
        monotonic=monotonic,
    )


PUBLIC = "93.184.215.14"
