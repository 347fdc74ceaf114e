"""Worlds: each seed its own, and each kind what its name promises."""

from lab.planners.dice import Dice
from lab.worlds import drawn, rival
from lab.worlds.named import NAMED
from rapport.domain.learning.arms import EVENINGS, Arm
from rapport.domain.simulation.protocol import Life, Morning, Option
from rapport.domain.simulation.run import live


def first_morning(life: Life) -> Morning:
    morning = life.morning(0)
    assert morning is not None
    return morning


def test_a_seed_is_a_world_and_another_is_another() -> None:
    assert drawn.draw(1) == drawn.draw(1) != drawn.draw(2)
    assert rival.draw(1) == rival.draw(1) != rival.draw(2)


def test_contacts_number_25_to_150_everywhere() -> None:
    for seed in range(30):
        for kind in (drawn, rival):
            assert 25 <= len(kind.world(seed).life(0, 1).start.contacts) <= 150


def test_a_hub_has_more_evenings_than_a_remote_place() -> None:
    hub, remote = (
        sum(
            each.arm in EVENINGS
            for person in range(5)
            for day in range(10)
            for each in (
                NAMED[name].life(person, 30).morning(day) or first_morning(NAMED[name].life(1, 1))
            ).options
        )
        for name in ("hub", "remote")
    )
    assert hub > 4 * remote


def test_in_a_rival_world_a_bad_ask_costs_goodwill_in_its_circle_only() -> None:
    life = rival.world(5).life(1, 30)
    asks = [each for each in first_morning(life).options if each.key.startswith("ask:")]
    before = {each.key: life.chance(each) for each in asks}
    tried = life.act([each.key for each in asks[:6]])
    assert not any(life.outcome(one.number) for one in tried)
    changed = [each for each in asks[6:] if life.chance(each) < before[each.key]]
    assert 0 < len(changed) < len(asks[6:])


def test_in_a_rival_world_one_introduction_may_bring_several_people() -> None:
    runs = [live(rival.world(seed).life(person, 30), Dice()) for seed in range(6) for person in range(4)]
    lives = [rival.world(seed).life(person, 30) for seed in range(6) for person in range(4)]
    assert any(life.chance(Option("ask:0", Arm.ASK_LOW, 0.5, contact=0)) > 0 for life in lives)
    assert sum(run.connections[-1] for run in runs) > 0


def test_in_a_rival_world_effort_leaves_energy_alone() -> None:
    run = live(rival.world(2).life(1, 30), Dice())
    assert len(set(run.energy)) == 1
