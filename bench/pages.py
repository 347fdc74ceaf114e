"""What a page costs the server, against a Django hello page on the same server."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from bench.commands import seeded
from bench.measure import table, tree_cpu

REQUESTS = 400
ROUNDS = 3


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(port)


@contextmanager
def _hello() -> Iterator[tuple[int, int]]:
    port = _free_port()
    words = [
        str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--host", "127.0.0.1",
        "--port", str(port), "--workers", "1", "--no-ws", "bench.hello:application",
    ]  # fmt: skip
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port)
        yield process.pid, port
    finally:
        process.terminate()
        process.wait(10)


@contextmanager
def _rapport(folder: Path) -> Iterator[tuple[int, int, str]]:
    """The running server, and the cookie of a launched session."""
    port = _free_port()
    rapport = str(Path(sys.executable).parent / "rapport")
    words = [rapport, "serve", "--data", str(folder), "--port", str(port), "--no-browser"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert process.stdout is not None
        link = next(found for line in process.stdout if (found := re.search(r"/launch/\S+", line)))
        _wait(port)
        connection = HTTPConnection("127.0.0.1", port)
        connection.request("GET", link.group())
        answer = connection.getresponse()
        answer.read()
        cookies = answer.headers.get_all("Set-Cookie") or []
        yield process.pid, port, "; ".join(cookie.split(";")[0] for cookie in cookies)
    finally:
        process.terminate()
        process.wait(10)


def _cost(pid: int, port: int, path: str, headers: dict[str, str], expected: int = 200) -> float:
    """Server seconds a request: the least of some rounds."""
    connection = HTTPConnection("127.0.0.1", port)
    spent = []
    for turn in range(ROUNDS + 1):
        before = tree_cpu(pid)
        for _ in range(REQUESTS if turn else 20):
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status != expected:
                raise RuntimeError(f"{path}: {answer.status}, expected {expected}")
        if turn:
            spent.append((tree_cpu(pid) - before) / REQUESTS)
    return min(spent)


def _etag(port: int, path: str, headers: dict[str, str]) -> str:
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    answer.read()
    return answer.headers["ETag"] or ""


def compare(people: int = 2_000, interactions: int = 5_000) -> str:
    with _hello() as (pid, port):
        hello = _cost(pid, port, "/hello", {})
    rows = [
        ("page, server cpu ms a request", "ms", "/ hello"),
        ("Django hello", f"{hello * 1e3:.2f}", "1.00 x"),
    ]
    with _rapport(seeded(people, interactions)) as (pid, port, cookie):
        for label, path in (("Today", "/"), ("People", "/people")):
            headers = {"Cookie": cookie}
            full = _cost(pid, port, path, headers)
            etag = _etag(port, path, headers)
            same = _cost(pid, port, path, {**headers, "If-None-Match": etag}, expected=304)
            for name, cost in ((label, full), (f"{label}, unchanged (304)", same)):
                rows.append((name, f"{cost * 1e3:.2f}", f"{cost / hello:.2f} x"))
    return table(rows) + f"\n({people:,} people, {interactions:,} interactions)"
