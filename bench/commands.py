"""What a command costs from cold, against the peers and against Django's own start."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from bench.measure import Command, Cost, Missing, in_turns, table
from bench.peers import ROOT, prepare_all

SETUP = "import django; django.setup()"
FLOOR = "bare django.setup() with our settings"


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
    settings = {"RAPPORT_DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "rapport.config.settings"}
    peers, gone = prepare_all(many)
    costs = in_turns(
        [
            Command(f"rapport people ({many:,}, shows 50)", [rapport, "people", *data]),
            Command(f"rapport people grace ({many:,})", [rapport, "people", "grace", *data]),
            Command(f"rapport today ({many:,})", [rapport, "today", *data]),
            Command(f'rapport log "…" --yes ({many:,})', [rapport, "log", line, "--yes", *data]),
            Command(FLOOR, [sys.executable, "-c", SETUP], settings),
            Command("python -c pass", [sys.executable, "-c", "pass"]),
            *peers,
        ]
    )
    gone += [cost for cost in costs if isinstance(cost, Missing)]
    there = [cost for cost in costs if isinstance(cost, Cost)]
    return "\n".join(_report(there, {peer.label for peer in peers}, gone))


def _report(costs: list[Cost], peers: set[str], gone: list[Missing]) -> list[str]:
    floor = next(cost for cost in costs if cost.label == FLOOR)
    others = [cost for cost in costs if cost.label in peers]
    head = ("cold command, cpu s (least of the runs)", "cpu s", "/ setup", *(_name(p) for p in others))
    rows: list[tuple[str, ...]] = [head]
    for cost in costs:
        ratios = (f"{cost.least / peer.least:.3f} x" for peer in others)
        rows.append((cost.label, f"{cost.least:.3f}", f"{cost.least / floor.least:.2f} x", *ratios))
    return [table(rows), *(f"missing: {each.label}: {each.why}" for each in gone)]


def _name(cost: Cost) -> str:
    """The peer and its command, short enough for a column."""
    return f"/ {' '.join(cost.label.split()[:2])}"
