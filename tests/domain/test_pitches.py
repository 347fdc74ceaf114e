"""A pitch is followed up three and ten working days after sending, and then it rests."""

from datetime import date
from uuid import UUID

import pytest

from rapport.domain.pitches import Pitch, PitchStep, Stage, nudge_on, rung
from tests.cast import day


def is_sunday(on: date) -> bool:
    return on.weekday() == 6


def a_pitch(*steps: tuple[int, Stage], to: str = "Cedar Review", fright: int | None = None) -> Pitch:
    return Pitch(UUID(int=1), to, tuple(PitchStep(day(n), stage) for n, stage in steps), fright=fright)


def test_a_pitch_sent_on_friday_is_nudged_on_tuesday_and_a_week_later_and_then_rests() -> None:
    assert nudge_on(a_pitch((1, Stage.SENT)), is_sunday) == day(5)
    assert nudge_on(a_pitch((1, Stage.SENT), (5, Stage.FOLLOWED_UP)), is_sunday) == day(13)
    twice = a_pitch((1, Stage.SENT), (5, Stage.FOLLOWED_UP), (13, Stage.FOLLOWED_UP))
    assert nudge_on(twice, is_sunday) is None


@pytest.mark.parametrize("stage", [Stage.ANSWERED, Stage.CALL, Stage.WON, Stage.LOST, Stage.PARKED])
def test_an_answered_or_closed_pitch_is_left_alone(stage: Stage) -> None:
    assert nudge_on(a_pitch((1, Stage.SENT), (2, stage)), is_sunday) is None


@pytest.mark.parametrize("stage", [Stage.DREAM, Stage.DRAFT])
def test_what_was_never_sent_is_not_nudged(stage: Stage) -> None:
    assert nudge_on(a_pitch((1, stage)), is_sunday) is None
    assert nudge_on(a_pitch(), is_sunday) is None


def test_an_answer_implies_a_sending_and_a_dream_does_not() -> None:
    assert a_pitch((1, Stage.DREAM), (4, Stage.CALL)).sent_on == day(4)
    assert a_pitch((1, Stage.DREAM), (2, Stage.PARKED)).sent_on is None


def test_a_call_came_of_it_whatever_happened_after() -> None:
    assert a_pitch((1, Stage.SENT), (8, Stage.CALL), (20, Stage.LOST)).came_of_it
    assert not a_pitch((1, Stage.SENT), (8, Stage.ANSWERED)).came_of_it


def test_the_ladder_goes_from_easy_to_scary() -> None:
    pitches = [
        a_pitch(to="A", fright=5),
        a_pitch(to="C"),
        a_pitch(to="D", fright=1),
        a_pitch(to="B", fright=3),
    ]
    assert [pitch.organisation for pitch in sorted(pitches, key=rung)] == ["D", "B", "C", "A"]
