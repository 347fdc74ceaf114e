"""Kill a logging server again and again; what it said was saved must be there.

The oracle is the list of lines the server acknowledged, kept by the clients that posted them.
"""

import http.client
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

CLIENTS: Final = 3
LONGEST_LIFE: Final = 0.9  # seconds of logging before a kill, where a start takes no longer than is usual
USUAL_START: Final = 0.7  # seconds; a machine that takes twice as long logs for twice as long
RESTART_LIMIT: Final = 3.0  # seconds, for half of the starts: a busy disk may hold one up
ROOT: Final = Path(__file__).resolve().parents[2]


@dataclass
class Tally:
    """What the clients saw and what the database holds."""

    kills: int = 0
    posted: int = 0
    acknowledged: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    half: int = 0
    damaged: list[str] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)  # seconds

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.half or self.damaged)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.posted} lines posted, {len(self.acknowledged)} acknowledged: "
            f"{len(self.lost)} lost, {self.half} half written, {len(self.damaged)} databases damaged; "
            f"start in {median(self.starts):.1f} s (half of them), at most {max(self.starts):.1f} s"
        )


class Server:
    """One life of the server, in a process group of its own."""

    def __init__(self, data: Path) -> None:
        begun = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.kills.server"],
            cwd=ROOT,
            env={**os.environ, "RAPPORT_DATA_DIR": str(data), "RAPPORT_DEBUG": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            text=True,
        )
        assert self.process.stdout
        assert self.process.stderr
        said = ""
        while not said.endswith("}\n"):
            line = self.process.stdout.readline()
            if not line:
                raise AssertionError(f"the server did not start: {self.process.stderr.read()}")
            said += line
        self.facts: dict[str, Any] = json.loads(said)
        self.start_seconds = time.monotonic() - begun

    def kill(self) -> None:
        """SIGKILL for the whole group, as the kernel does when memory runs out."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        for pipe in (self.process.stdout, self.process.stderr):
            assert pipe
            pipe.close()


class Visitor:
    """A browser that came in by the launch link."""

    def __init__(self, facts: dict[str, Any]) -> None:
        self.port = int(facts["port"])
        self.cookie = ""
        self.request("GET", urlsplit(facts["address"]).path)
        self.token = json.loads(self.request("GET", "/kills/token"))["token"]

    def request(self, method: str, path: str, form: dict[str, str] | None = None) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Cookie": self.cookie} if self.cookie else {}
        body = None
        if form is not None:
            body = urlencode({**form, "csrfmiddlewaretoken": self.token})
            headers |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "Origin": f"http://127.0.0.1:{self.port}",
            }
        with closing(connection):
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
        if cookie := answer.getheader("set-cookie"):
            self.cookie = cookie.strip().partition(";")[0]
        if answer.status >= 400:
            raise AssertionError(f"{method} {path}: {answer.status} {text[:300]}")
        return text


def log_until_killed(visitor: Visitor, tally: Tally, lock: threading.Lock, life: int, client: int) -> None:
    """Post one line after another; remember which were acknowledged."""
    number = 0
    while True:
        number += 1
        line = f"called Life{life}x{client}x{number} Example, she said hello"
        with lock:
            tally.posted += 1
        try:
            answer = visitor.request("POST", "/kills/log", {"line": line})
            batch = json.loads(answer)["batch"]
        except (OSError, http.client.HTTPException, ValueError):
            return  # killed, perhaps in the middle of an answer
        with lock:
            tally.acknowledged.add(batch)


def inspect(file: Path, tally: Tally) -> None:
    """Look for what was lost, half written or damaged."""
    with closing(sqlite3.connect(file)) as database:
        if database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            tally.damaged.append("integrity")
        if database.execute("PRAGMA foreign_key_check").fetchone():
            tally.damaged.append("foreign keys")
        there = {row[0] for row in database.execute("SELECT id FROM rapport_batch")}
        tally.lost |= {batch for batch in tally.acknowledged if batch.replace("-", "") not in there}
        tally.half = database.execute(
            "SELECT COUNT(*) FROM rapport_batch b WHERE NOT EXISTS"
            " (SELECT 1 FROM rapport_change c WHERE c.batch_id = b.id)"
        ).fetchone()[0]
        tally.half += database.execute(
            "SELECT COUNT(*) FROM rapport_interaction i WHERE NOT EXISTS"
            " (SELECT 1 FROM rapport_participant p WHERE p.interaction_id = i.id)"
        ).fetchone()[0]


def run(data: Path, kills: int, seed: int = 1) -> Tally:
    """Start, log, kill, look; the given number of times on one data directory."""
    rng, tally, lock = random.Random(seed), Tally(), threading.Lock()
    for life in range(kills):
        server = Server(data)
        tally.starts.append(server.start_seconds)
        visitor = Visitor(server.facts)
        threads = [
            threading.Thread(target=log_until_killed, args=(visitor, tally, lock, life, client))
            for client in range(CLIENTS)
        ]
        for thread in threads:
            thread.start()
        slowness = max(1.0, server.start_seconds / USUAL_START)
        threading.Event().wait(rng.uniform(0, LONGEST_LIFE) * slowness)
        server.kill()
        for thread in threads:
            thread.join()
        tally.kills += 1
        inspect(data / "rapport.sqlite3", tally)
        if not tally.is_clean:
            break
    return tally
