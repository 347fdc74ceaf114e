"""What the coach should come to (docs/lab.md): each goal against what was found, met or not."""

from typing import Any, Final, NamedTuple

BARE, REMEMBERING = "coach", "coach+44"


class Goal(NamedTuple):
    """A figure of a planner that should lie between two bounds."""

    planner: str
    key: tuple[str, ...]
    least: float | None = None
    most: float | None = None


GOALS: Final = (
    Goal(REMEMBERING, ("days_30", "share_of_oracle"), least=0.90),
    Goal(REMEMBERING, ("days_90", "share_of_oracle"), least=0.93),
    Goal(BARE, ("days_30", "share_of_oracle"), least=0.72),
    Goal(BARE, ("days_90", "share_of_oracle"), least=0.83),
    Goal(REMEMBERING, ("days_90", "times_article"), least=2.7),
    Goal(REMEMBERING, ("days_90", "times_priors"), least=1.5),
    Goal(REMEMBERING, ("days_90", "worst_tenth_of_worlds"), least=0.80),
    Goal(BARE, ("days_30", "dropped_over_oracle"), most=0.02),
    Goal(REMEMBERING, ("days_30", "dropped_over_oracle"), most=0.02),
    Goal(BARE, ("calibration", "error"), most=0.03),
    Goal(REMEMBERING, ("calibration", "error"), most=0.03),
    Goal(BARE, ("calibration", "coverage"), least=0.75, most=0.85),
    Goal(REMEMBERING, ("calibration", "coverage"), least=0.75, most=0.85),
)


def goals_of(planners: dict[str, Any]) -> list[dict[str, Any]]:
    """Those whose figures are there."""
    told = []
    for goal in GOALS:
        found = planners.get(goal.planner)
        for key in goal.key:
            found = found.get(key) if found else None
        if found:
            told.append(
                {
                    "planner": goal.planner,
                    "figure": ".".join(goal.key),
                    "least": goal.least,
                    "most": goal.most,
                    **found,
                    "met": is_met(goal, found["value"]),
                }
            )
    return told


def is_met(goal: Goal, value: float) -> bool:
    return (goal.least is None or value >= goal.least) and (goal.most is None or value <= goal.most)
