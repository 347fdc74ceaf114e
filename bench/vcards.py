"""10,000 vCards read and brought in: Rapport, the least it can cost by hand, vobject, Radicale."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from typing import TypeVar

from bench.measure import Missing, table, tree_cpu
from bench.peers import ROOT, Unavailable
from bench.vcard_files import write_file

PINS = {"vobject": "vobject==0.9.9", "radicale": "radicale==3.9.0"}
PATIENCE = 300  # seconds for one upload
RUNS = 3  # of what brings cards in, in turns
MOST, VOBJECT, RADICALE = 2, 8, 20  # the goals: at most so many times the bare cost, so many times quicker
WITH_VOBJECT = """
import sys, time, vobject
text = open(sys.argv[1], encoding="utf-8", newline="").read()
began = time.process_time()
found = sum(bool(card.fn.value) for card in vobject.readComponents(text, ignoreUnreadable=True, allowQP=True))
print("vobject.readComponents", time.process_time() - began, found, sep="\\t")
"""
CONFIG = """
[server]
hosts = 127.0.0.1:{port}
max_content_length = 100000000
timeout = 600
[auth]
type = none
[storage]
filesystem_folder = {folder}
[logging]
level = error
"""

Row = tuple[str, float, int]  # label, processor seconds, cards
T = TypeVar("T")


def compare(many: int = 10_000) -> str:
    """The ratios; a peer that cannot be had is named."""
    ROOT.mkdir(exist_ok=True)
    path = ROOT / f"cards-{many}.vcf"
    write_file(path, many)
    read = _rows([sys.executable, "-m", "bench.vcard_limit", str(path)])
    missing = []
    for peer in (vobject,):
        found = _peer(peer, path)
        if isinstance(found, Missing):
            missing.append(found)
        else:
            read.append(found)
    brought, absent = _brought_in(path)
    said = f"{many:,} cards, {path.stat().st_size / 1e6:.1f} MB"
    return "\n".join(
        [
            _shown(f"{said}, read", read),
            "",
            _shown("the same, brought in", list(brought.values())),
            "",
            *_goals(brought),
            *(f"{each.label}: not measured: {each.why}" for each in (*missing, *absent)),
        ]
    )


def _shown(title: str, rows: list[Row]) -> str:
    """Everything beside the first."""
    least = rows[0][1]
    head = (title, "cpu ms", "cards", "/ by hand")
    return table(
        [
            head,
            *(
                (said, f"{cpu * 1000:,.0f}", f"{cards:,}", f"{cpu / least:.2f} x")
                for said, cpu, cards in rows
            ),
        ]
    )


def _brought_in(path: Path) -> tuple[dict[str, Row], list[Missing]]:
    """From the file to rows, each way in turns; the least of each."""
    found: dict[str, Row] = {}
    missing: dict[str, Missing] = {}
    for _ in range(RUNS):
        for way in ("bare", "ours", "vobject", "radicale"):
            rows = _peer(lambda path, way=way: _one_way(way, path), path, way)  # type: ignore[misc]  # bound now
            if isinstance(rows, Missing):
                missing[way] = rows
                continue
            for place, row in enumerate(rows):
                key = way if not place else f"{way} {place}"
                found[key] = min(row, found.get(key, row), key=lambda each: each[1])
    return found, list(missing.values())


def _one_way(way: str, path: Path) -> list[Row]:
    if way == "radicale":
        return [radicale(path)]
    command = [sys.executable, "-m", "bench.vcard_import", str(path), way]
    if way == "vobject":
        command += [str(each) for each in _home("vobject").glob("lib/python*/site-packages")]
    return _rows(command)


def _goals(found: dict[str, Row]) -> list[str]:
    """The three promises, beside what was measured."""
    ours = found["ours"][1]
    lines = [f"{ours / found['bare'][1]:.2f} x by hand and bare executemany (goal: at most {MOST} x)"]
    for way, said, goal in (
        ("vobject", "than vobject and bulk_create", VOBJECT),
        ("radicale", "than Radicale's upload of the same file", RADICALE),
    ):
        if way in found:
            lines.append(f"{found[way][1] / ours:.1f} x quicker {said} (goal: at least {goal} x)")
    return lines


def _peer(peer: Callable[[Path], T], path: Path, name: str = "") -> T | Missing:
    try:
        return peer(path)
    except (Unavailable, subprocess.SubprocessError, OSError) as error:
        return Missing(name or peer.__name__, str(error))


def _rows(command: list[str]) -> list[Row]:
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [
        (label, float(seconds), int(cards))
        for label, seconds, cards in (line.split("\t") for line in done.stdout.splitlines())
    ]


def _home(name: str) -> Path:
    """The peer's own environment."""
    home = ROOT / "peers" / name
    mark = home / ".done"
    if not mark.exists() or mark.read_text() != PINS[name]:
        shutil.rmtree(home, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True, capture_output=True)
        pip = [str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", PINS[name]]
        done = subprocess.run(pip, capture_output=True, text=True, check=False)
        if done.returncode:
            shutil.rmtree(home)
            raise Unavailable(f"cannot be installed: {done.stderr.strip().splitlines()[-1]}")
        mark.write_text(PINS[name])
    return home


def vobject(path: Path) -> Row:
    return _rows([str(_home("vobject") / "bin" / "python"), "-c", WITH_VOBJECT, str(path)])[0]


def radicale(path: Path) -> Row:
    """The whole file put as one address book; the server's own processor time."""
    home = _home("radicale")
    folder = ROOT / "radicale"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    config = folder / "config"
    config.write_text(CONFIG.format(port=port, folder=folder / "data"))
    server = subprocess.Popen(
        [str(home / "bin" / "radicale"), "--config", str(config)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "RADICALE_CONFIG": ""},
    )
    try:
        _wait(port)
        began = tree_cpu(server.pid)
        _put(port, path)
        spent = tree_cpu(server.pid) - began
    finally:
        server.terminate()
        server.wait()
    there = sum(1 for _ in folder.glob("data/collection-root/me/people/*.vcf"))
    return "Radicale 3.9: upload of the file", spent, there


def _wait(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(port)


def _put(port: int, path: Path) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    headers = {"Content-Type": "text/vcard; charset=utf-8", "Authorization": "Basic bWU6bWU="}  # me, me
    connection.request("PUT", "/me/people/", path.read_bytes(), headers)
    answer = connection.getresponse()
    said = answer.read()
    if answer.status not in (200, 201, 204):
        raise Unavailable(f"answered {answer.status}: {said[:200]!r}")
