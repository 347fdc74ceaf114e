"""A pitch is followed up three and ten working days after sending, and then it rests."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from rapport.domain.pitches.pitches import (
    NEVER,
    STALE,
    Next,
    NextStep,
    Pitch,
    PitchStep,
    Stage,
    next_step,
    nudge_on,
    policy,
)
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


def test_a_late_nudge_puts_the_next_one_off_by_the_same_days() -> None:
    late = a_pitch((1, Stage.SENT), (12, Stage.FOLLOWED_UP))
    assert nudge_on(late, is_sunday) == day(20)  # seven working days after the first


def test_the_users_own_policy_wins() -> None:
    sent = a_pitch((1, Stage.SENT))
    assert policy([]) == (3, 10)
    assert policy(NEVER) == ()
    assert nudge_on(sent, is_sunday, policy([5])) == day(7)
    assert nudge_on(a_pitch((1, Stage.SENT), (7, Stage.FOLLOWED_UP)), is_sunday, policy([5])) is None
    assert nudge_on(sent, is_sunday, policy(NEVER)) is None


def test_after_two_nudges_silence_may_be_closed() -> None:
    twice = a_pitch((1, Stage.SENT), (5, Stage.FOLLOWED_UP), (13, Stage.FOLLOWED_UP))
    assert next_step(twice, is_sunday, day(14)) == NextStep(Next.LET_REST, day(19))
    once = a_pitch((1, Stage.SENT))
    assert next_step(once, is_sunday, day(14), ()) == NextStep(Next.LET_REST, day(7))


def test_a_nudge_that_is_a_month_late_would_only_surprise() -> None:
    sent = a_pitch((1, Stage.SENT))
    assert next_step(sent, is_sunday, day(5) + STALE - timedelta(days=1)) == NextStep(Next.NUDGE, day(5))
    assert next_step(sent, is_sunday, day(5) + STALE) == NextStep(Next.LET_REST, day(5) + STALE)


@pytest.mark.parametrize("stage", [Stage.DREAM, Stage.ANSWERED, Stage.CALL, Stage.WON, Stage.PARKED])
def test_nothing_comes_next_where_nothing_is_waited_for(stage: Stage) -> None:
    assert next_step(a_pitch((1, stage)), is_sunday, day(60)) is None


def test_turned_down_may_have_been_silence() -> None:
    assert not a_pitch((1, Stage.SENT), (9, Stage.LOST)).was_answered
    assert a_pitch((1, Stage.SENT), (8, Stage.ANSWERED), (9, Stage.LOST)).was_answered
