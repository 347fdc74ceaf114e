"""What the laboratory measures is what is so: known answers put in, known figures out."""

from random import Random

import numpy as np
import pytest

from lab.calibration import judge, tally
from lab.comparing import compare
from lab.figures import figures_of
from lab.goals import goals_of
from lab.names import planners_of, worlds_of
from lab.resampling import Resampling, average, figure, share, worst_tenth
from rapport.domain.learning.arms import Arm
from rapport.domain.simulation.run import Said


def said(expected: float, came: int, own: float, low: float, high: float, arm: Arm = Arm.PITCH) -> Said:
    return Said(0, arm, expected, low, high, own, came)


def test_who_expects_the_truth_is_well_calibrated() -> None:
    rng = Random(1)
    rates = [rng.choice((0.07, 0.33, 0.5, 0.8)) for _ in range(20_000)]
    found = judge(tally([said(rate, int(rng.random() < rate), rate, 0, 1) for rate in rates]))
    assert found.error == pytest.approx(0, abs=0.01)
    assert found.coverage == 1
    assert [round(came, 1) for *_, came in found.table] == [0.1, 0.3, 0.5, 0.8]


def test_who_expects_a_tenth_too_much_is_told_so() -> None:
    rng = Random(2)
    said_ = [said(0.45, int(rng.random() < 0.35), 0.35, 0.4, 0.5) for _ in range(20_000)]
    found = judge(tally(said_))
    assert found.error == pytest.approx(0.1, abs=0.01)
    assert found.brier == pytest.approx(0.35 * 0.65 + 0.1**2, abs=0.01)
    assert found.coverage == 0


def test_evenings_count_for_calibration_but_not_for_brier() -> None:
    found = judge(tally([said(1.0, 2, 1.0, 0.5, 1.5, Arm.SMALL), said(1.0, 0, 2.0, 0.5, 1.5, Arm.SMALL)]))
    assert found.error == 0
    assert found.brier is None
    assert found.coverage == 0.5


def test_the_interval_of_a_mean_is_as_wide_as_theory_says() -> None:
    lives = np.random.default_rng(3).normal(10, 2, size=(1, 100))
    found = figure(average, Resampling(1, 100, 1).means(lives))
    assert found is not None
    assert found.low < 10 < found.high
    assert found.high - found.low == pytest.approx(2 * 1.96 * 2 / 10, rel=0.25)


def test_shares_weigh_each_world_alike_and_skip_where_nothing_could_be_had() -> None:
    one, other = np.array([1.0, 10.0, 0.0]), np.array([2.0, 10.0, 0.0])
    assert share(one, other) == pytest.approx(0.75)
    assert worst_tenth(np.arange(20.0), np.full(20, 10.0)) == pytest.approx(0.05)


def test_the_oracle_beats_all_and_the_plan_of_the_story_comes_last() -> None:
    names = ["article", "random", "priors", "self_oracle", "oracle"]
    figures = figures_of(compare(worlds_of(["random:0-3"]), planners_of(names), 8, 1, 30))
    came = [figures["planners"][name]["days_30"]["connections"]["value"] for name in names]
    assert came == sorted(came)
    assert figures["planners"]["oracle"]["days_30"]["share_of_oracle"]["value"] == 1
    assert figures["planners"]["oracle"]["days_30"]["regret"]["value"] == 0


def test_where_nobody_tires_a_flat_pace_is_best() -> None:
    names = ["priors", "priors-paced"]
    for world in ("hub", "fragile"):
        lived = compare(worlds_of([world]), planners_of(names), 40, 1, 30).lived
        flat, paced = (lived[name].connections.mean() for name in names)
        assert (flat > paced) == (world == "hub")


def test_goals_are_met_or_not_by_the_figure_and_left_out_without_one() -> None:
    planners = {"coach": {"days_30": {"share_of_oracle": {"value": 0.72, "low": 0.7, "high": 0.8}}}}
    planners["coach"]["calibration"] = {"coverage": {"value": 0.9, "low": 0.9, "high": 0.9}}
    assert [(goal["figure"], goal["met"]) for goal in goals_of(planners)] == [
        ("days_30.share_of_oracle", True),
        ("calibration.coverage", False),
    ]


def test_the_coach_lives_its_months_with_and_without_a_past() -> None:
    entries = planners_of(["coach", "coach+44"])
    comparison = compare(worlds_of(["article", "rival:1"]), entries, 1, 1, 30)
    for lived in comparison.lived.values():
        assert lived.said.tries.sum() > 10
        assert lived.connections.sum() > 0
