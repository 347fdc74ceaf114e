"""Energy: it falls with effort and rejection, comes back with rest, and runs out."""

from random import Random

from rapport.domain.simulation.life.energy import Energy
from rapport.domain.simulation.life.nature import Nature


def after(days: int, effort: float, refusals: float = 0.0, nature: Nature | None = None) -> float:
    energy = Energy(nature or Nature(capacity_variety=0), Random(1))
    for _ in range(days):
        energy.spend(effort)
        energy.hear(0, refusals)
    return energy.now


def test_more_effort_and_more_refusals_leave_less() -> None:
    assert after(20, 1) > after(20, 2) > after(20, 4)
    assert after(20, 2) > after(20, 2, refusals=0.5)


def test_rest_brings_it_back_faster_than_a_light_day() -> None:
    energy = Energy(Nature(), Random(1))
    energy.hear(0, 15)
    tired = energy.now
    energy.spend(0)
    assert energy.now - tired > Nature().recover * (1 - tired)


def test_where_nothing_drains_nobody_tires() -> None:
    assert after(90, 5, 0.5, Nature(drain=0, rejection=0)) > 0.99


def test_the_tired_give_up_sooner() -> None:
    fresh, tired = (Energy(Nature(), Random(1)) for _ in range(2))
    tired.hear(0, 15)
    quits = [sum(each.gives_up(Random(seed)) for seed in range(2000)) for each in (fresh, tired)]
    assert quits[0] < 20 < quits[1]
