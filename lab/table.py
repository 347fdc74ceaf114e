"""The figures as text, for people."""

from collections.abc import Sequence
from typing import Any, Final

COLUMNS: Final = (
    ("connections", "conn", 1),
    ("per_10_effort", "per 10", 2),
    ("dropped", "dropped", 2),
    ("share_of_oracle", "of oracle", 2),
    ("share_of_self_oracle", "of self", 2),
    ("worst_tenth_of_worlds", "worst 10th", 2),
    ("regret", "regret", 1),
    ("times_article", "× article", 1),
    ("times_priors", "× priors", 1),
)


def text_of(figures: dict[str, Any]) -> str:
    """Tables: each horizon, calibration, those who have little."""
    worlds = figures["worlds"]
    named = ", ".join(worlds) if len(worlds) <= 5 else f"{worlds[0]} … {worlds[-1]}"
    count = "1 world" if len(worlds) == 1 else f"{len(worlds)} worlds"
    parts = [
        f"{count} ({named}), {figures['people']} people each, seed {figures['seed']}; "
        "95 % intervals in brackets",
        *(f"{horizon} days\n{_horizon(figures, f'days_{horizon}')}" for horizon in figures["horizons"]),
        f"Energy, and what was expected against what came\n{_calibration(figures)}",
        f"Share of the oracle, for the quarter of lives that has least of …\n{_groups(figures)}",
    ]
    if figures["goals"]:
        parts.append(f"Goals of the coach\n{_goals(figures['goals'])}")
    return "\n\n".join(parts)


def grid(rows: Sequence[Sequence[str]]) -> str:
    """The first column to the left, all others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def shown(figure: dict[str, float] | None, digits: int) -> str:
    """`.83 [.80 .86]`."""
    if figure is None:
        return "–"
    return f"{figure['value']:.{digits}f} [{figure['low']:.{digits}f} {figure['high']:.{digits}f}]"


def _horizon(figures: dict[str, Any], key: str) -> str:
    planners = figures["planners"]
    columns = [each for each in COLUMNS if any(each[0] in one[key] for one in planners.values())]
    rows = [["", *(head for _, head, _ in columns)]]
    for name, one in planners.items():
        rows.append([name, *(shown(one[key].get(each), digits) for each, _, digits in columns)])
    return grid(rows)


def _calibration(figures: dict[str, Any]) -> str:
    rows = [["", "energy", "error", "Brier", "coverage of 80 %", "tries"]]
    for name, one in figures["planners"].items():
        found = one["calibration"] or {}
        cells = [shown(found.get(key), 3) for key in ("error", "brier", "coverage")]
        rows.append([name, shown(one["energy"], 2), *cells, str(found.get("tries", "–"))])
    return grid(rows)


def _groups(figures: dict[str, Any]) -> str:
    rows = [["", "few contacts", "few evenings", "low energy"]]
    for name, one in figures["planners"].items():
        shares = [each["share_of_oracle"] for each in one["groups"].values()]
        rows.append([name, *("–" if share is None else f"{share:.2f}" for share in shares)])
    return grid(rows)


def _goals(goals: Sequence[dict[str, Any]]) -> str:
    rows = [["", "wanted", "found", ""]]
    for goal in goals:
        bounds = (("≥", goal["least"]), ("≤", goal["most"]))
        wanted = " ".join(f"{sign} {bound:g}" for sign, bound in bounds if bound is not None)
        met = "met" if goal["met"] else "not met"
        rows.append([f"{goal['planner']} {goal['figure']}", wanted, shown(goal, 3), met])
    return grid(rows)
