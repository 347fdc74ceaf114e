"""Warm paths: the likeliest way of at most three steps, among 200,000 people with 1,000,000 acquaintances.

Ours is the product's own query (rapport.db.queries.paths.best: the best path and four others) on its own
tables, against networkx and igraph with the graph in memory. Each in a process of its own, the same targets;
processor time of one query each. The peers' search knows no limit of steps: their chains may be longer.
Ours is compared with brute force on every target.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from bench.measure import table
from bench.peers import ROOT

PEOPLE, TIES, MINE = 200_000, 1_000_000, 2_000
TARGETS = 150  # every one of them checked against brute force
FEWER = {"ours": TARGETS, "networkx": 60, "igraph": 20}  # peers are slow
HOME = ROOT / "peers" / "graphs"
PACKAGES = ("networkx==3.6.1", "igraph==1.0.0", "numpy>=2.3")
GOAL_MS, GOAL_NETWORKX, GOAL_IGRAPH = 1.0, 40, 500


def graph() -> tuple[Any, Any, Any]:
    """Two ends and a probability each; person 0 is me, with so many ties; degrees are skewed."""
    import numpy as np

    rng = np.random.default_rng(7)
    a = (rng.random(TIES) ** 1.6 * (PEOPLE - 1)).astype(np.int64) + 1
    b = (rng.random(TIES) * (PEOPLE - 1)).astype(np.int64) + 1
    a[:MINE] = 0
    b[:MINE] = rng.choice(np.arange(1, PEOPLE), MINE, replace=False)
    a, b = np.minimum(a, b)[a != b], np.maximum(a, b)[a != b]
    key, first = np.unique(a * PEOPLE + b, return_index=True)
    probability = np.round(rng.beta(1.2, 3, TIES)[first] * 0.98 + 0.01, 4)
    return key // PEOPLE, key % PEOPLE, probability


def targets(many: int) -> list[int]:
    rng = Random(5)
    return [rng.randrange(1, PEOPLE) for _ in range(TARGETS)][:many]


def person(number: int) -> UUID:
    """The id of that person: random, as real ones are."""
    return UUID(int=Random(number).getrandbits(128), version=4)


def timed(query: Callable[[int], float], many: int) -> dict[str, Any]:
    """The answers, and what each took; once round to warm up."""
    for target in targets(min(many, 10)):
        query(target)
    spent, answers = [], []
    for target in targets(many):
        before = time.process_time()
        answers.append(query(target))
        spent.append(time.process_time() - before)
    return {"ms": [1e3 * each for each in spent], "answers": answers}


# Ours.


def ours() -> dict[str, Any]:
    folder = ROOT / f"paths-{PEOPLE}"
    is_new = not (folder / ".done").exists()
    if is_new:
        shutil.rmtree(folder, ignore_errors=True)
    os.environ["DJANGO_SETTINGS_MODULE"] = "rapport.config.settings"
    from rapport.config import boot

    boot.boot(str(folder))
    before = time.process_time()
    if is_new:
        _fill()
        (folder / ".done").touch()
    filled = time.process_time() - before
    from rapport.db.queries import paths

    ids = {target: person(target) for target in targets(TARGETS)}

    def query(target: int) -> float:
        found = paths.best(ids[target])
        return found[0].probability if found else 0.0

    told = timed(query, FEWER["ours"])
    return {**told, "build": filled, "steps": _steps(ids)}


def _steps(ids: dict[int, UUID]) -> list[list[int]]:
    """The best path to each target as numbers, to be multiplied out again."""
    from rapport.db.queries import paths

    numbers = {person(number): number for number in range(PEOPLE)}
    best = [paths.best(ids[target], 1) for target in targets(TARGETS)]
    return [[numbers[pk] for pk in found[0].people] if found else [] for found in best]


def _fill() -> None:
    """People, who knows whom both ways, and my ties; the rows that matter for a path, all of them."""
    from django.db import transaction

    from rapport.db import models
    from rapport.services import owners
    from rapport.services.journal.bulk_rows import insert

    owner = owners.local_owner().id
    ids = [person(number) for number in range(PEOPLE)]
    known = [(ids[a], ids[b], p) for a, b, p in zip(*(each.tolist() for each in graph()), strict=True)]
    me = ids[0]
    evidence = [["mail", 3, "2019-03-01", ""]]
    both = sorted(
        pair for a, b, p in known if me not in (a, b) for pair in ((a.hex, b.hex, p), (b.hex, a.hex, p))
    )
    ties = [(UUID(int=at + 1), b if a == me else a, p) for at, (a, b, p) in enumerate(known) if me in (a, b)]
    columns = [field.name for field in models.Person._meta.concrete_fields if field.name != "owner"]
    empty = {field.name: field.get_default() for field in models.Person._meta.concrete_fields}
    people = (
        tuple({**empty, "id": pk, "name": f"P {at}", "folded": f"p {at}"}[name] for name in columns)
        for at, pk in enumerate(ids)
    )
    with transaction.atomic():
        insert(models.Person, owner, people, columns)
        rows = ((at, UUID(a), UUID(b), p, evidence) for at, (a, b, p) in enumerate(both, 1))
        insert(models.Acquaintance, owner, rows, ("id", "person", "other", "probability", "evidence"))
        kept = ((pk, who, p, 1, False) for pk, who, p in ties)
        insert(models.Tie, owner, kept, ("id", "person", "closeness", "interactions", "was_strong"))


def brute_force() -> list[float]:
    """The largest product of every path of one, two and three steps, each tried out."""
    a_, b_, p_ = (each.tolist() for each in graph())
    near: list[list[tuple[int, float]]] = [[] for _ in range(PEOPLE)]
    mine: dict[int, float] = {}
    for a, b, p in zip(a_, b_, p_, strict=True):
        if a == 0:
            mine[b] = p
        else:
            near[a].append((b, p))
            near[b].append((a, p))
    found = []
    for target in targets(TARGETS):
        best = mine.get(target, 0.0)
        for x, px in near[target]:
            best = max(best, mine.get(x, 0.0) * px)
            for y, py in near[x]:
                if y != target:
                    best = max(best, mine.get(y, 0.0) * py * px)
        found.append(best)
    return found


# The peers: python-igraph is GPL, so both live in an environment of their own and are never imported here.


def _install() -> str:
    """Why the peers cannot be had; "" when they are there."""
    if (HOME / ".done").exists():
        return ""
    subprocess.run([sys.executable, "-m", "venv", str(HOME)], check=True, capture_output=True)
    pip = [str(HOME / "bin" / "python"), "-m", "pip", "install", "--quiet", *PACKAGES]
    done = subprocess.run(pip, capture_output=True, text=True, check=False)
    if done.returncode:
        return done.stderr.strip().splitlines()[-1]
    (HOME / ".done").touch()
    return ""


def _child(command: Sequence[str]) -> dict[str, Any]:
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer


def compare() -> str:
    us = _child([sys.executable, "-m", "bench.paths", "ours"])
    true = brute_force()
    same = sum(abs(a - b) < 1e-9 for a, b in zip(us["answers"], true, strict=True))
    walked = sum(_product(steps, answer) for steps, answer in zip(us["steps"], us["answers"], strict=True))
    rows = [("", "queries", "p50 ms", "p95 ms", "p50 of ours", "p95 of ours", "graph in memory, cpu s")]
    rows.append(("Rapport, SQL", *_figures(us["ms"]), "", "", "none"))
    missing = _install()
    said = [f"peers are missing: {missing}"] if missing else []
    ratios = {}
    for name in () if missing else ("networkx", "igraph"):
        script = Path(__file__).with_name("paths_peers.py")
        them = _child([str(HOME / "bin" / "python"), str(script), name, str(FEWER[name])])
        ratios[name] = _share(them["ms"], 0.5) / _share(us["ms"], 0.5)
        tail = _share(them["ms"], 0.95) / _share(us["ms"], 0.95)
        label = {"networkx": "networkx bidirectional_dijkstra", "igraph": "igraph get_shortest_path"}[name]
        rows.append(
            (label, *_figures(them["ms"]), f"{ratios[name]:,.0f} x", f"{tail:,.0f} x", f"{them['build']:.1f}")
        )
    p95 = _share(us["ms"], 0.95)
    said += [
        f"equal to brute force: {same} of {len(true)}; paths that multiply out: {walked} of {len(true)};"
        f" within three steps: {sum(each > 0 for each in true)}",
        f"goal p95 {GOAL_MS} ms: {'held' if p95 <= GOAL_MS else 'MISSED'}",
        *(
            f"goal {goal} x {name}: {'held' if ratios[name] >= goal else 'MISSED'}"
            for name, goal in (("networkx", GOAL_NETWORKX), ("igraph", GOAL_IGRAPH))
            if name in ratios
        ),
    ]
    return "\n".join([table(rows), *said])


def _product(steps: Sequence[int], answer: float) -> bool:
    """Whether the path that is shown is as likely as it says."""
    known = _known()
    chain = [0, *steps]
    found = 1.0 if steps else 0.0
    for a, b in pairwise(chain):
        found *= known.get((min(a, b), max(a, b)), 0.0)
    return abs(found - answer) < 1e-9


@cache
def _known() -> dict[tuple[int, int], float]:
    columns = (each.tolist() for each in graph())
    return {(a, b): p for a, b, p in zip(*columns, strict=True)}


def _figures(spent: Sequence[float]) -> tuple[str, str, str]:
    return str(len(spent)), f"{_share(spent, 0.5):.3f}", f"{_share(spent, 0.95):.3f}"


def _share(values: Sequence[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


if __name__ == "__main__":
    print("\n" + json.dumps(ours()))
