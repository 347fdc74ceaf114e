"""From lives to figures: one plain dictionary, which the table and the JSON document both show."""

from typing import Any, Final

import numpy as np

from lab.calibration import judge
from lab.comparing import Comparison, Floats, Lived
from lab.goals import goals_of
from lab.resampling import (
    Figure,
    Resampling,
    average,
    deciles,
    difference,
    figure,
    rate,
    share,
    worst_tenth,
)

Pair = tuple[Floats, Floats]
BESIDE: Final = {"share_of_oracle": "oracle", "share_of_self_oracle": "self_oracle"}
TIMES: Final = {"times_article": "article", "times_priors": "priors"}
GROUPS: Final = {  # the quarter of all lives that has least of it
    "few_contacts": "contacts",
    "few_evenings": "evenings",
    "low_energy": "energy",
}


def figures_of(comparison: Comparison) -> dict[str, Any]:
    """docs/lab.md says what each key means."""
    resampling = Resampling(len(comparison.worlds), comparison.people, comparison.seed)
    planners = {name: _planner(name, comparison, resampling) for name in comparison.lived}
    return {
        "worlds": list(comparison.worlds),
        "people": comparison.people,
        "seed": comparison.seed,
        "days": comparison.horizons[-1],
        "horizons": list(comparison.horizons),
        "planners": planners,
        "goals": goals_of(planners),
        "by_world": _by_world(comparison),
    }


def _planner(name: str, comparison: Comparison, resampling: Resampling) -> dict[str, Any]:
    lived = comparison.lived[name]
    return {
        **{
            f"days_{horizon}": _at(at, lived, comparison, resampling)
            for at, horizon in enumerate(comparison.horizons)
        },
        "energy": _shown(figure(average, resampling.means(lived.energy))),
        "groups": _groups(lived, comparison),
        "calibration": _calibration(lived, resampling),
    }


def _at(at: int, lived: Lived, comparison: Comparison, resampling: Resampling) -> dict[str, Any]:
    """One planner at one horizon, beside those that others are measured by."""
    own = resampling.means(lived.connections[at])
    effort = resampling.means(lived.effort[at])
    shown: dict[str, Any] = {
        "connections": _shown(figure(average, own)),
        "per_10_effort": _shown(figure(lambda part, whole: 10 * rate(part, whole), own, effort)),
        "effort": _shown(figure(average, effort)),
        "dropped": _shown(figure(average, resampling.means(lived.dropped[at]))),
    }
    beside = {
        each: resampling.means(other.connections[at])
        for each, other in comparison.lived.items()
        if each in (*BESIDE.values(), *TIMES.values())
    }
    for key, each in BESIDE.items():
        if each in beside:
            shown[key] = _shown(figure(share, own, beside[each]))
    if "oracle" in beside:
        shown["worst_tenth_of_worlds"] = _shown(figure(worst_tenth, own, beside["oracle"]))
        shown["deciles_of_worlds"] = deciles(own[0], beside["oracle"][0])
        shown["regret"] = _shown(figure(difference, beside["oracle"], own))
        oracle = resampling.means(comparison.lived["oracle"].dropped[at])
        shown["dropped_over_oracle"] = _shown(figure(difference, resampling.means(lived.dropped[at]), oracle))
    for key, each in TIMES.items():
        if each in beside:
            shown[key] = _shown(figure(rate, own, beside[each]))
    return shown


def _groups(lived: Lived, comparison: Comparison) -> dict[str, Any]:
    """Connections at the end, in all and as a share of the oracle's, of those who have least of something."""
    reference = comparison.lived.get("oracle") or next(iter(comparison.lived.values()))
    shown = {}
    for name, attribute in GROUPS.items():
        has: Floats = getattr(reference, attribute)
        least = has <= np.quantile(has, 0.25)
        own = float(lived.connections[-1][least].mean())
        known = float(reference.connections[-1][least].mean())
        is_measured = "oracle" in comparison.lived and known > 0
        shown[name] = {
            "lives": int(least.sum()),
            "connections": round(own, 4),
            "dropped": round(float(lived.dropped[-1][least].mean()), 4),
            "share_of_oracle": round(own / known, 4) if is_measured else None,
        }
    return shown


def _calibration(lived: Lived, resampling: Resampling) -> dict[str, Any] | None:
    found = judge(lived.said)
    if not found.tries:
        return None
    tries, expected, came, square, shown = (resampling.sums(each) for each in lived.said)
    return {
        "tries": found.tries,
        "error": _shown(
            figure(lambda n, p, y: np.abs(p - y).sum(axis=-1) / n.sum(axis=-1), tries, expected, came)
        ),
        "brier": _shown(figure(_second_of_first, square)) if found.brier is not None else None,
        "coverage": _shown(figure(_second_of_first, shown)) if found.coverage is not None else None,
        "reliability": [
            {"from": low, "to": high, "tries": n, "expected": round(p, 4), "came": round(y, 4)}
            for low, high, n, p, y in found.table
        ],
    }


def _second_of_first(two: Floats) -> Floats:
    return np.asarray(two[..., 1] / two[..., 0])


def _by_world(comparison: Comparison) -> list[dict[str, Any]]:
    """Mean connections of every planner in every world, at each horizon."""
    return [
        {
            "world": world,
            **{
                f"days_{horizon}": {
                    name: round(float(lived.connections[at][number].mean()), 3)
                    for name, lived in comparison.lived.items()
                }
                for at, horizon in enumerate(comparison.horizons)
            },
        }
        for number, world in enumerate(comparison.worlds)
    ]


def _shown(one: Figure | None) -> dict[str, float] | None:
    if one is None:
        return None
    return {"value": round(one.value, 4), "low": round(one.low, 4), "high": round(one.high, 4)}
