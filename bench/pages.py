"""What a page costs the server, against a Django hello page on the same server."""

import re
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

from bench.commands import seeded
from bench.measure import middle, table, tree_cpu

ROUNDS = 9  # in each, every page once
REQUESTS = 200  # of a page in a round
WRITES = 10  # in a round, each followed by one view
SETTLED = 0.02  # of a second of processor time in one: what a server does after its start is done


@dataclass(frozen=True, slots=True)
class Server:
    pid: int
    port: int
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """What is asked for; `before` each request something may have to happen."""

    label: str
    server: Server
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    expected: int = 200
    before: Callable[[], None] | None = None


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


def _settle(pid: int) -> None:
    for _ in range(60):
        before = tree_cpu(pid)
        time.sleep(1)
        if tree_cpu(pid) - before < SETTLED:
            return


@contextmanager
def _hello() -> Iterator[Server]:
    port = _free_port()
    words = [
        str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--host", "127.0.0.1",
        "--port", str(port), "--workers", "1", "--no-ws", "bench.hello:application",
    ]  # fmt: skip
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port)
        yield Server(process.pid, port)
    finally:
        process.terminate()
        process.wait(10)


@contextmanager
def _rapport(folder: Path) -> Iterator[Server]:
    """The running server, with the cookie of a launched session."""
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
        _settle(process.pid)  # the daily round writes, and a write makes pages new
        yield Server(process.pid, port, {"Cookie": "; ".join(cookie.split(";")[0] for cookie in cookies)})
    finally:
        process.terminate()
        process.wait(10)


def _ask(page: Page, connection: HTTPConnection) -> str:
    """Its ETag."""
    connection.request("GET", page.path, headers={**page.server.headers, **page.headers})
    answer = connection.getresponse()
    answer.read()
    if answer.status != page.expected:
        raise RuntimeError(f"{page.path}: {answer.status}, expected {page.expected}")
    return answer.headers["ETag"] or ""


def _cost(page: Page) -> float:
    """Server seconds a request, over a round of them."""
    connection = HTTPConnection("127.0.0.1", page.server.port)
    _ask(page, connection)
    spent = 0.0
    for _ in range(WRITES if page.before else 1):
        if page.before:
            page.before()
        began = tree_cpu(page.server.pid)
        for _ in range(1 if page.before else REQUESTS):
            _ask(page, connection)
        spent += tree_cpu(page.server.pid) - began
    return spent / (WRITES if page.before else REQUESTS)


def _write(folder: Path) -> None:
    """What every write does last, wherever it comes from: nothing made before counts any more."""
    with closing(sqlite3.connect(folder / "rapport.sqlite3", timeout=30)) as database, database:
        database.execute("UPDATE rapport_owner SET revision = revision + 1")


def _pages(ours: Server) -> Iterator[Page]:
    for name, path in (("Today", "/"), ("People", "/people")):
        full = Page(name, ours, path)
        tag = _ask(full, HTTPConnection("127.0.0.1", ours.port))
        yield full
        yield Page(f"{name}, unchanged (304)", ours, path, {"If-None-Match": tag}, 304)


def compare(people: int = 2_000, interactions: int = 5_000) -> str:
    folder = seeded(people, interactions)
    with _hello() as yardstick, _rapport(folder) as ours:
        hello = Page("Django hello", yardstick, "/hello")
        pages = [hello, *_pages(ours)]
        costs = _in_turns(pages)
        first: list[Page] = [
            Page(f"{name}, first view after a write", ours, path, before=lambda: _write(folder))
            for name, path in (("Today", "/"), ("People", "/people"))
        ]  # afterwards, for their writes make the tags above old
        later = _in_turns([hello, *first])
    rows: list[tuple[str, ...]] = [("page, server cpu ms a request", "least", "/ hello", "median / hello")]
    both: tuple[tuple[dict[str, list[float]], list[Page]], ...] = ((costs, pages), (later, first))
    for measured, shown in both:
        yard = measured[hello.label]
        for page in shown:
            spent = measured[page.label]
            typical = middle([one / base for one, base in zip(spent, yard, strict=True)])
            ratio = f"{min(spent) / min(yard):.2f} x"
            rows.append((page.label, f"{min(spent) * 1e3:.2f}", ratio, f"{typical:.2f} x"))
    notes = (
        f"({people:,} people, {interactions:,} interactions; {ROUNDS} rounds in turns. Today and People are",
        " kept in memory until something is written: the last two rows are what making them costs.)",
    )
    return "\n".join((table(rows), *notes))


def _in_turns(pages: list[Page]) -> dict[str, list[float]]:
    """Every page's cost in every round; the first round only warms up."""
    spent: dict[str, list[float]] = {page.label: [] for page in pages}
    for turn in range(ROUNDS + 1):
        for page in pages:
            cost = _cost(page)
            if turn:
                spent[page.label].append(cost)
    return spent
