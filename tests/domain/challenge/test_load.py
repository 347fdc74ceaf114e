"""Whether check-ins answer to effort: how much easing off can do for somebody."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.challenge.load import EARLY, FALL, GUESS, Response

WEEKS = [1.0, 1.5, 0.0, 2.0, 0.5, 1.0, 0.0] * 6  # days at the full hours; Sundays rest


def answers(days: list[float], feels: list[float]) -> Response:
    """Each morning's check-in, then the day."""
    told = Response()
    for effort, energy in zip(days, feels, strict=True):
        told.feel(energy)
        told.spend(effort)
    return told


def loads(days: list[float]) -> list[float]:
    """The effort of late, each morning."""
    told, found = Response(), []
    for effort in days:
        found.append(told.effort)
        told.spend(effort)
    return found


def test_a_week_of_check_ins_says_too_little_and_the_guess_holds() -> None:
    assert Response().share == 1.0
    assert answers(WEEKS[: EARLY - 1], [0.25] * (EARLY - 1)).share == 1.0
    assert answers(WEEKS[:EARLY], [0.25] * EARLY).share < 1.0


def test_karen_feels_every_hard_week_and_is_eased_in_full() -> None:
    tired = [0.9 - 0.5 * load for load in loads(WEEKS)]
    assert answers(WEEKS, tired).share == 1.0


def test_mary_feels_alike_whatever_she_did_and_is_eased_less_the_surer_that_is() -> None:
    shares = [answers(WEEKS[:days], [0.4] * days).share for days in (14, 21, 42)]
    assert shares == sorted(shares, reverse=True)
    assert shares[1] < 0.6
    assert shares[2] < 0.4


def test_tom_feels_better_the_more_he_did_and_is_not_eased_at_all() -> None:
    assert answers(WEEKS, [0.3 + 0.4 * load for load in loads(WEEKS)]).share == 0.0


def test_half_the_guessed_fall_comes_to_lie_between_it_and_the_guess() -> None:
    told = answers(WEEKS, [0.8 - FALL / 2 * load for load in loads(WEEKS)])
    by_hand = (GUESS + told.squares / 2) / (GUESS + told.squares)
    assert told.share == pytest.approx(by_hand)
    assert 0.5 < told.share < 1.0


def test_check_ins_that_go_up_and_down_by_themselves_say_nothing_of_effort() -> None:
    dice = Random(3)
    assert answers(WEEKS, [dice.choice((0.25, 0.5, 0.75)) for _ in WEEKS]).share < 0.6


def test_the_effort_of_late_nears_what_is_done_each_day() -> None:
    assert loads([1.0] * 30)[-1] == pytest.approx(1.0, abs=0.01)
    assert loads([1.0, 0.0, 0.0])[1] == pytest.approx(0.2)


@given(st.lists(st.tuples(st.floats(0, 5), st.floats(0, 1)), max_size=40))
def test_it_is_a_share(days: list[tuple[float, float]]) -> None:
    told = answers([effort for effort, _ in days], [energy for _, energy in days])
    assert 0 <= told.share <= 1
    assert told.squares >= -1e-9
