"""Processor time of whole commands and of a server's process tree."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from statistics import median

TICK = os.sysconf("SC_CLK_TCK")


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


def run(label: str, command: list[str], runs: int = 9, env: dict[str, str] | None = None) -> Cost | Missing:
    """Run a command so often (once more to warm up); it must succeed."""
    spent = []
    for turn in range(runs + 1):
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={**os.environ, **(env or {})},
        )
        assert process.stderr is not None
        error = process.stderr.read().decode(errors="replace").strip()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            return Missing(label, f"exit {process.returncode}: {error[-200:]}")
        if turn:
            spent.append(used.ru_utime + used.ru_stime)
    return Cost(label, tuple(spent))


def tree_cpu(pid: int) -> float:
    """Seconds used so far by a process and its children."""
    total, todo = 0, [pid]
    while todo:
        each = todo.pop()
        try:
            fields = Path(f"/proc/{each}/stat").read_text().rsplit(")", 1)[1].split()
            for task in Path(f"/proc/{each}/task").iterdir():
                todo += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / TICK


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


def middle(values: list[float]) -> float:
    return median(values)
