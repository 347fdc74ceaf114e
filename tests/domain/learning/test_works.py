"""What works for me: too early to tell until the tries can tell."""

from datetime import timedelta

import pytest

from rapport.domain.learning.arms import ARMS, Arm
from rapport.domain.learning.attempts import Attempt
from rapport.domain.learning.works import DayPart, Line, Works, look_at, part_of
from rapport.domain.ways import Way
from tests.cast import day

TODAY = day(30)


def tries(arm: Arm, came: int, tried: int, **facts: object) -> list[Attempt]:
    return [
        Attempt(arm, day(1) + timedelta(days=n % 20), int(n < came), True, **facts)  # type: ignore[arg-type]
        for n in range(tried)
    ]


def line(found: Works, arm: Arm) -> Line:
    return next(one for one in found.lines if one.arm is arm)


def test_every_kind_is_there_though_nothing_was_tried() -> None:
    found = look_at((), TODAY, {})
    assert [one.arm for one in found.lines] == list(ARMS)
    assert all(one.is_early for one in found.lines)
    assert found.ranked == ()


def test_two_pitches_are_too_early_and_eight_tell() -> None:
    assert line(look_at(tries(Arm.PITCH, 1, 2), TODAY, {}), Arm.PITCH).is_early
    pitches = line(look_at(tries(Arm.PITCH, 3, 8), TODAY, {}), Arm.PITCH)
    assert not pitches.is_early
    assert pitches.estimate.low < 3 / 8 < pitches.estimate.high


def test_minutes_are_those_said_and_else_the_usual() -> None:
    said = line(look_at(tries(Arm.PITCH, 0, 3, minutes=50), TODAY, {}), Arm.PITCH)
    unsaid = line(look_at(tries(Arm.PITCH, 0, 3), TODAY, {}), Arm.PITCH)
    assert (said.minutes, said.minutes_said) == (50, True)
    assert (unsaid.minutes, unsaid.minutes_said) == (90, False)


def test_energy_after_is_the_mean_of_what_was_said() -> None:
    felt = [*tries(Arm.LARGE, 0, 2, energy_after=2), *tries(Arm.LARGE, 0, 1, energy_after=5)]
    one = line(look_at([*felt, *tries(Arm.LARGE, 0, 1)], TODAY, {}), Arm.LARGE)
    assert (one.energy_after, one.energy_known) == (3.0, 3)


def test_my_guess_stands_beside_the_usual_one() -> None:
    one = line(look_at((), TODAY, {Arm.PITCH: 0.6}), Arm.PITCH)
    assert (one.guess, one.usual) == (0.6, 0.3)
    assert one.estimate.mean == pytest.approx(0.6)


@pytest.mark.parametrize(
    ("hour", "part"),
    [(0, DayPart.MORNING), (11, DayPart.MORNING), (12, DayPart.AFTERNOON), (17, DayPart.EVENING)],
)
def test_the_day_has_three_parts(hour: int, part: DayPart) -> None:
    assert part_of(hour) is part


def test_hours_are_told_where_they_are_known() -> None:
    found = look_at([*tries(Arm.SMALL, 2, 4, hour=19), *tries(Arm.SMALL, 0, 2)], TODAY, {})
    assert [(one.part, one.led.came, one.led.tried) for one in found.hours] == [(DayPart.EVENING, 2, 4)]


def test_before_and_since_are_compared_only_with_enough_of_both() -> None:
    before = tries(Arm.PITCH, 0, 8, remembered=True)
    assert look_at([*before, *tries(Arm.PITCH, 4, 4)], TODAY, {}).compared == ()
    (one,) = look_at([*before, *tries(Arm.PITCH, 8, 8)], TODAY, {}).compared
    assert (one.way, one.tells) == (Way.PITCH, True)
    (alike,) = look_at([*before, *tries(Arm.PITCH, 1, 8)], TODAY, {}).compared
    assert not alike.tells
