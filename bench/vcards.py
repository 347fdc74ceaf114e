"""Reading 10,000 vCards: Rapport, the least it can cost by hand, vobject, and an upload to Radicale."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path

from bench.measure import Missing, table, tree_cpu
from bench.peers import ROOT, Unavailable
from bench.vcard_files import write_file

PINS = {"vobject": "vobject==0.9.9", "radicale": "radicale==3.5.4"}
PATIENCE = 300  # seconds for one upload
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


def compare(many: int = 10_000) -> str:
    """The ratios; a peer that cannot be had is named."""
    ROOT.mkdir(exist_ok=True)
    path = ROOT / f"cards-{many}.vcf"
    write_file(path, many)
    ours = _rows([sys.executable, "-m", "bench.vcard_limit", str(path)])
    limit = ours[0][1]
    head = (f"{many:,} cards, {path.stat().st_size / 1e6:.1f} MB", "cpu ms", "cards", "/ by hand")
    rows: list[tuple[str, ...]] = [head]
    missing = []
    for label, seconds, cards in ours:
        rows.append((label, f"{seconds * 1000:,.0f}", f"{cards:,}", f"{seconds / limit:.2f} x"))
    for label, seconds, cards in _rows([sys.executable, "-m", "bench.vcard_import", str(path)]):
        rows.append((label, f"{seconds * 1000:,.0f}", f"{cards:,}", f"{seconds / limit:.2f} x"))
    for peer in (vobject, radicale):
        found = _peer(peer, path)
        if isinstance(found, Missing):
            missing.append(f"{found.label}: not measured: {found.why}")
        else:
            label, seconds, cards = found
            rows.append((label, f"{seconds * 1000:,.0f}", f"{cards:,}", f"{seconds / limit:.2f} x"))
    return "\n".join([table(rows), *missing])


def _peer(peer: Callable[[Path], Row], path: Path) -> Row | Missing:
    try:
        return peer(path)
    except (Unavailable, subprocess.SubprocessError, OSError) as error:
        return Missing(peer.__name__, str(error))


def _rows(command: list[str]) -> list[Row]:
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [
        (label, float(seconds), int(cards))
        for label, seconds, cards in (line.split("\t") for line in done.stdout.splitlines())
    ]


def _home(name: str) -> Path:
    """The peer's own environment."""
    home = ROOT / "peers" / name
    if not (home / ".done").exists():
        shutil.rmtree(home, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True, capture_output=True)
        pip = [str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", PINS[name]]
        done = subprocess.run(pip, capture_output=True, text=True, check=False)
        if done.returncode:
            shutil.rmtree(home)
            raise Unavailable(f"cannot be installed: {done.stderr.strip().splitlines()[-1]}")
        (home / ".done").touch()
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
    return "radicale 3: upload of the file", spent, there


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
