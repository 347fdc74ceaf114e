"""The last seven days told back, from what was tried and what came of it."""

from datetime import timedelta

import pytest

from rapport.domain.learning.arms import ARMS, Arm
from rapport.domain.learning.attempts import Attempt
from rapport.domain.learning.learning import learn
from rapport.domain.learning.week import Moved, Week, look_back
from rapport.domain.ways import Way
from tests.cast import day

SUNDAY = day(17)


def tries(arm: Arm, on: int, *came: int, **facts: object) -> list[Attempt]:
    """One try a day from then on, back in time."""
    return [
        Attempt(arm, day(on) - timedelta(days=n), one, True, f"{arm}:{on}:{n}", **facts)  # type: ignore[arg-type]
        for n, one in enumerate(came)
    ]


def back(*attempts: list[Attempt]) -> Week:
    return look_back([one for some in attempts for one in some], SUNDAY, {})


def test_a_week_is_seven_days_with_today_among_them() -> None:
    told = back(tries(Arm.PITCH, 17, 0), tries(Arm.ASK_HIGH, 11, 1), tries(Arm.PITCH, 10, 1, 1))
    assert (told.since, told.until) == (day(11), SUNDAY)
    assert told.tried == ((Way.ASK, 1), (Way.PITCH, 1))
    assert (told.tries, told.came) == (2, 1)


def test_what_comes_later_is_no_part_of_it() -> None:
    assert back(tries(Arm.PITCH, 18, 1)).tries == 0


def test_the_way_tried_most_stands_first() -> None:
    assert back(tries(Arm.ASK_LOW, 17, 0), tries(Arm.PITCH, 17, 0, 0)).tried == ((Way.PITCH, 2), (Way.ASK, 1))


def test_first_guesses_are_what_a_newcomer_could_expect() -> None:
    told = back(tries(Arm.PITCH, 17, 0, 0), tries(Arm.SMALL, 16, 2))
    assert told.expected == pytest.approx(2 * ARMS[Arm.PITCH].prior + ARMS[Arm.SMALL].prior)
    assert told.came == 2


def test_what_was_known_before_is_what_was_to_be_expected() -> None:
    before = tries(Arm.PITCH, 9, 1, 1, 1, 1)
    assert back(before, tries(Arm.PITCH, 17, 0)).expected == pytest.approx(
        learn(before, day(11)).mean(Arm.PITCH)
    )


def test_tries_from_before_rapport_are_learned_from_but_not_of_this_week() -> None:
    assert back(tries(Arm.PITCH, 12, 1, 1, remembered=True)).tries == 0
    known = back(tries(Arm.PITCH, 5, 1, 1, remembered=True), tries(Arm.PITCH, 16, 0))
    assert known.expected > ARMS[Arm.PITCH].prior


def test_a_pitch_of_yesterday_may_still_be_answered_and_one_declined_may_not() -> None:
    silent = Attempt(Arm.PITCH, day(16), 0, False, "silent")
    assert look_back([silent, *tries(Arm.PITCH, 16, 0, 1)], SUNDAY, {}).awaited == 1


def test_five_evenings_without_anybody_teach_and_one_does_not() -> None:
    assert back(tries(Arm.LARGE, 17, 0)).learned is None
    taught = back(tries(Arm.LARGE, 9, 0, 0), tries(Arm.LARGE, 17, 0, 0, 0)).learned
    assert taught is not None
    assert (taught.arm, taught.came, taught.tried) == (Arm.LARGE, 0, 5)
    assert taught.now < taught.before
    assert not taught.is_more


def test_what_moved_most_is_the_one_thing() -> None:
    taught = back(tries(Arm.LARGE, 17, 0, 0, 0), tries(Arm.ASK_LOW, 17, 1, 1, 1)).learned
    assert taught is not None
    assert (taught.arm, taught.is_more) == (Arm.ASK_LOW, True)


def test_what_went_as_expected_teaches_nothing_new() -> None:
    known = tries(Arm.PITCH, 9, *[1, 0, 0] * 3)
    assert back(known, tries(Arm.PITCH, 17, 1, 0, 0)).learned is None


def test_my_own_guess_is_what_is_compared_with() -> None:
    told = look_back(tries(Arm.PITCH, 17, 0, 0, 0), SUNDAY, {Arm.PITCH: 0.8})
    assert told.expected == pytest.approx(2.4)
    assert isinstance(told.learned, Moved)
    assert told.learned.before == pytest.approx(0.8)
