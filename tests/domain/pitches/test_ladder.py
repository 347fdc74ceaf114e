"""The ladder goes from easy to scary, as the user says; a week gets two rungs, or one when energy is low."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.challenge.checkins import CheckIn
from rapport.domain.pitches.ladder import Pick, PickWhy, Week, in_order, moved, propose_batch
from rapport.domain.pitches.pitches import Pitch, PitchStep, Stage
from tests.cast import day

MONDAY = day(4)


def is_sunday(on: date) -> bool:
    return on.weekday() == 6


def a_dream(number: int, fright: int | None = None, stage: Stage = Stage.DREAM, **facts: object) -> Pitch:
    steps = (PitchStep(day(1), stage),)
    return Pitch(UUID(int=number), f"Studio {number:02}", steps, fright=fright, **facts)  # type: ignore[arg-type]  # by name


def ids(pitches: list[Pitch]) -> list[int]:
    return [pitch.id.int for pitch in pitches]


def felt(*energies: tuple[int, int]) -> list[CheckIn]:
    """(day of the month, energy)."""
    return [CheckIn(day(n), energy) for n, energy in energies]


def test_without_an_order_of_ones_own_the_fright_orders() -> None:
    assert ids(in_order([a_dream(1, 5), a_dream(2), a_dream(3, 1), a_dream(4, 3)])) == [3, 2, 4, 1]


def test_ones_own_order_wins_and_a_new_dream_finds_its_place_by_fright() -> None:
    placed = [a_dream(1, 4, rung=1), a_dream(2, 1, rung=2), a_dream(3, 5, rung=3)]
    assert ids(in_order(placed)) == [1, 2, 3]
    assert ids(in_order([*placed, a_dream(4, 2)])) == [1, 2, 4, 3]


def test_one_rung_up_and_down_again_is_where_it_was() -> None:
    ladder = [a_dream(n, n) for n in (1, 2, 3)]
    up = moved(ladder, UUID(int=3), -1)
    assert [pk.int for pk in up] == [1, 3, 2]
    placed = [a_dream(pk.int, pk.int, rung=at) for at, pk in enumerate(up, 1)]
    assert [pk.int for pk in moved(placed, UUID(int=3), 1)] == [1, 2, 3]


def test_what_was_sent_keeps_its_place_and_is_stepped_over() -> None:
    ladder = [a_dream(1, 1), a_dream(2, 2, Stage.SENT), a_dream(3, 3)]
    assert [pk.int for pk in moved(ladder, UUID(int=3), -1)] == [3, 1, 2]


def test_the_ends_of_the_ladder_hold() -> None:
    ladder = [a_dream(1, 1), a_dream(2, 2)]
    assert moved(ladder, UUID(int=1), -1) == moved(ladder, UUID(int=2), 1) == (UUID(int=1), UUID(int=2))
    with pytest.raises(LookupError):
        moved(ladder, UUID(int=9), 1)


@given(st.lists(st.tuples(st.integers(0, 7), st.sampled_from([-1, 1])), max_size=12))
def test_whatever_is_moved_nobody_is_lost(moves: list[tuple[int, int]]) -> None:
    ladder = [a_dream(n, n % 5 + 1) for n in range(8)]
    for which, by in moves:
        order = moved(ladder, UUID(int=which), by)
        rungs = {pk: at for at, pk in enumerate(order, 1)}
        ladder = [a_dream(p.id.int, p.fright, rung=rungs[p.id]) for p in ladder]
        assert {pitch.id for pitch in ladder} == set(order)
        assert [pitch.id for pitch in in_order(ladder)] == list(order)


def test_two_this_week_the_easy_one_at_once_and_the_scary_one_later() -> None:
    batch = propose_batch([a_dream(1, 1), a_dream(2, 3), a_dream(3, 5)], [], MONDAY, is_sunday)
    assert batch.week is Week.FULL
    assert batch.picks == (
        Pick(UUID(int=1), MONDAY, PickWhy.EASIEST),
        Pick(UUID(int=3), day(6), PickWhy.SCARY),
    )


def test_the_scary_one_waits_for_a_day_with_good_energy() -> None:
    fridays = felt((1, 5), (8, 4), (6, 2), (13, 3), (11, 4), (12, 4))  # Fridays 1, 8; Wednesdays 6, 13
    batch = propose_batch([a_dream(1, 1), a_dream(2, 5)], fridays, day(18), is_sunday)
    assert [(pick.on, pick.why, pick.energy) for pick in batch.picks][1] == (day(22), PickWhy.GOOD_DAY, 4.5)


def test_a_draft_goes_first_and_a_rest_day_gets_nothing() -> None:
    batch = propose_batch([a_dream(1, 1), a_dream(2, 2, Stage.DRAFT)], [], day(10), is_sunday)  # a Sunday
    assert [(p.pitch_id.int, p.on, p.why) for p in batch.picks] == [
        (2, day(11), PickWhy.DRAFTED),
        (1, day(13), PickWhy.NEXT_RUNG),
    ]


def test_low_energy_asks_for_one_and_nothing_scary_beside_it() -> None:
    tired = felt((1, 1), (2, 1), (3, 1))
    batch = propose_batch([a_dream(1, 2), a_dream(2, 5)], tired, MONDAY, is_sunday)
    assert (batch.week, [pick.pitch_id.int for pick in batch.picks]) == (Week.LIGHT, [1])


def test_what_is_planned_counts_and_a_past_day_is_no_debt() -> None:
    planned = a_dream(1, 5, planned_on=day(5))
    batch = propose_batch([planned, a_dream(2, 1), a_dream(3, 5)], [], MONDAY, is_sunday)
    assert [(pick.pitch_id.int, pick.on) for pick in batch.picks] == [(2, MONDAY)]
    both = [planned, a_dream(2, 1, planned_on=MONDAY), a_dream(3, 2)]
    assert propose_batch(both, [], MONDAY, is_sunday).week is Week.PLANNED
    past = [a_dream(1, 1, planned_on=day(2))]
    assert [pick.pitch_id.int for pick in propose_batch(past, [], MONDAY, is_sunday).picks] == [1]


def test_an_empty_ladder_and_a_week_of_rest_are_said() -> None:
    assert propose_batch([], [], MONDAY, is_sunday).week is Week.EMPTY
    assert propose_batch([a_dream(1, 1)], [], MONDAY, lambda _on: True).week is Week.NO_DAY
