"""A pace tried on made-up people."""

import pytest

from rapport.domain.simulation.paces import Pace, Stopped, people_for, try_out

PEOPLE, SEED = 3, 4


def test_the_same_seed_gives_the_same_figures_and_another_one_others() -> None:
    first = try_out([Pace.USUAL], 300, 14, people=PEOPLE, seed=SEED)
    assert first == try_out([Pace.USUAL], 300, 14, people=PEOPLE, seed=SEED)
    assert first != try_out([Pace.USUAL], 300, 14, people=3, seed=5)


def test_gentler_takes_fewer_hours_of_the_same_people() -> None:
    gentler, usual = try_out([Pace.GENTLER, Pace.USUAL], 400, 14, people=PEOPLE, seed=SEED)
    assert gentler.minutes < usual.minutes
    assert gentler.people == usual.people == 3


def test_it_tells_how_far_it_is_and_can_be_stopped() -> None:
    seen: list[tuple[int, int]] = []
    try_out(list(Pace), 240, 7, people=2, progress=lambda done, of: seen.append((done, of)))
    assert seen == [(n, 6) for n in range(1, 7)]
    with pytest.raises(Stopped):
        try_out([Pace.USUAL], 240, 7, people=2, cancelled=lambda: True)


def test_longer_times_are_lived_by_fewer() -> None:
    assert people_for(28) == 24
    assert people_for(84) == 12
