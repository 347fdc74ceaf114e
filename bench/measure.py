"""Processor time of whole commands and of a server's process tree."""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Command:
    """What is run, and how often."""

    label: str
    words: Sequence[str]
    env: dict[str, str] = field(default_factory=dict)
    runs: int = 15


@dataclass(frozen=True, slots=True)
class Cost:
    """User and system seconds of some runs."""

    label: str
    cpu: tuple[float, ...]

    @property
    def least(self) -> float:
        """The minimum: what the command costs when nothing disturbs it."""
        return min(self.cpu)


@dataclass(frozen=True, slots=True)
class Missing:
    """A peer that could not be measured, and why."""

    label: str
    why: str


def in_turns(commands: Sequence[Command]) -> list[Cost | Missing]:
    """Run them in turns, so that a busy minute falls on all alike; the first turn only warms up."""
    spent: dict[str, list[float]] = {command.label: [] for command in commands}
    failed: dict[str, Missing] = {}
    for turn in range(max(command.runs for command in commands) + 1):
        for command in commands:
            if turn > command.runs or command.label in failed:
                continue
            used = _run(command)
            if isinstance(used, Missing):
                failed[command.label] = used
            elif turn:
                spent[command.label].append(used)
    return [
        failed.get(command.label) or Cost(command.label, tuple(spent[command.label])) for command in commands
    ]


def _run(command: Command) -> float | Missing:
    """With byte code kept, as installed programs have it."""
    settings = {**os.environ, **command.env}
    settings.pop("PYTHONDONTWRITEBYTECODE", None)
    process = subprocess.Popen(
        command.words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=settings,
    )
    assert process.stderr is not None
    error = process.stderr.read().decode(errors="replace").strip()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        return Missing(command.label, f"exit {process.returncode}: {error[-200:]}")
    return used.ru_utime + used.ru_stime


def tree_cpu(pid: int) -> float:
    """Seconds used so far by a process and its children, to the nanosecond."""
    total, todo = 0.0, [pid]
    while todo:
        each = todo.pop()
        try:
            total += time.clock_gettime((~each << 3) | 2)  # a process's clock: linux/posix-timers_types.h
            for task in Path(f"/proc/{each}/task").iterdir():
                todo += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return total


def table(rows: list[tuple[str, ...]]) -> str:
    """Columns aligned, the first to the left, the others to the right."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = []
    for row in rows:
        first, *rest = (
            cell.ljust(w) if i == 0 else cell.rjust(w)
            for i, (cell, w) in enumerate(zip(row, widths, strict=True))
        )
        lines.append("  ".join([first, *rest]).rstrip())
    return "\n".join(lines)


def middle(values: Sequence[float]) -> float:
    return median(values)
