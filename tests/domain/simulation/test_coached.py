"""The product's coach in a made-up month: it rests on Sundays, and pays evenings back with light days."""

from rapport.domain.learning.arms import EVENINGS, Arm
from rapport.domain.simulation.coached import Coach
from rapport.domain.simulation.life.life import MadeWorld
from rapport.domain.simulation.life.nature import Nature
from rapport.domain.simulation.run import live

FAIRS = MadeWorld("fairs", Nature(supply={Arm.CONFERENCE: 14.0}, events={Arm.CONFERENCE: 9.0}, series=0))
LIGHT = 22.5 / 45  # units: one message, what the first day out of debt may run over for


def test_after_a_conference_nothing_big_is_done_until_it_is_paid_back() -> None:
    for person in range(5):
        run = live(FAIRS.life(person, 30), Coach())
        fair = next(one.day for one in run.tries if one.option.arm in EVENINGS)
        assert max(run.effort[fair + 1 : fair + 4]) <= LIGHT


def test_nothing_is_done_on_sundays() -> None:
    run = live(FAIRS.life(1, 30), Coach())
    assert sum(run.effort[6::7]) == 0
