"""What a command costs from cold, against the peers and against Django's own start."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from bench.measure import Cost, Missing, run, table
from bench.peers import ROOT, measure_all

SETUP = "import django; django.setup()"


def seeded(many: int, interactions: int) -> Path:
    """A Rapport data directory of that size, made once."""
    folder = ROOT / f"rapport-{many}-{interactions}"
    if not (folder / ".done").exists():
        words = [sys.executable, "-m", "bench.seed", str(folder), str(many), str(interactions)]
        subprocess.run(words, check=True, env={**os.environ, "RAPPORT_DATA_DIR": str(folder)})
        (folder / ".done").touch()
    return folder


def compare(many: int = 10_000) -> str:
    folder = ROOT / "rapport-now"  # a copy: what is logged here must not grow into the next run
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(seeded(many, many // 2), folder)
    rapport = str(Path(sys.executable).parent / "rapport")
    data = ["--data", str(folder)]
    line = "coffee with Nora Quagmire, 30min"
    ours = [
        run(f"rapport people ({many:,}, shows 50)", [rapport, "people", *data]),
        run(f"rapport people grace ({many:,})", [rapport, "people", "grace", *data]),
        run(f"rapport today ({many:,})", [rapport, "today", *data]),
        run(f'rapport log "…" --yes ({many:,})', [rapport, "log", line, "--yes", *data]),
    ]
    floor = run(
        "bare django.setup() with our settings",
        [sys.executable, "-c", SETUP],
        env={"RAPPORT_DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "rapport.config.settings"},
    )
    bare = run("python -c pass", [sys.executable, "-c", "pass"])
    peers = measure_all(many)
    return "\n".join(_report(ours, floor, bare, peers))


def _report(
    ours: list[Cost | Missing], floor: Cost | Missing, bare: Cost | Missing, peers: list[Cost | Missing]
) -> list[str]:
    assert isinstance(floor, Cost)
    there = [peer for peer in peers if isinstance(peer, Cost)]
    head = ("cold command, cpu s (least of the runs)", "cpu s", "/ setup", *(_name(p) for p in there))
    rows: list[tuple[str, ...]] = [head]
    for cost in (*ours, floor, bare, *there):
        if isinstance(cost, Missing):
            rows.append((f"{cost.label}: failed: {cost.why}", *["-"] * (len(head) - 1)))
            continue
        ratios = (f"{cost.least / peer.least:.3f} x" for peer in there)
        rows.append((cost.label, f"{cost.least:.3f}", f"{cost.least / floor.least:.2f} x", *ratios))
    gone = [f"missing: {peer.label}: {peer.why}" for peer in peers if isinstance(peer, Missing)]
    return [table(rows), *gone]


def _name(cost: Cost) -> str:
    """The peer and its command, short enough for a column."""
    return f"/ {' '.join(cost.label.split()[:2])}"
