"""What one's own tries say of the next one, and how little a small number says."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.domain.learning.arms import ARMS, Arm
from rapport.domain.learning.attempts import Attempt
from rapport.domain.learning.learning import (
    CLOSED_DAYS,
    EVENINGS_VARY,
    FRIENDLY,
    GUESS,
    PERSONAL,
    friendly,
    learn,
    share,
)  # fmt: skip
from tests.cast import KAREN, day


def test_eight_pitches_and_three_calls_mean_between_one_in_eight_and_two_in_three() -> None:
    came = share(3, 8)
    assert (friendly(came.low), friendly(came.high)) == ((1, 8), (2, 3))
    assert came.rate == 0.375


def test_the_interval_is_wilson_s() -> None:
    came = share(3, 8)  # Wilson 1927 at 95 %: 0.1368 to 0.6943
    assert (round(came.low, 4), round(came.high, 4)) == (0.1368, 0.6943)


def test_with_nothing_tried_everything_is_possible() -> None:
    nothing = share(0, 0)
    assert (nothing.low, nothing.high, nothing.rate) == (0, 1, None)


@pytest.mark.parametrize(("came", "tried"), [(3, 2), (-1, 4)])
def test_more_cannot_come_of_it_than_was_tried(came: int, tried: int) -> None:
    with pytest.raises(ValueError, match=f"{came} of {tried}"):
        share(came, tried)


@settings(deadline=None)
@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_rate_lies_in_its_interval_and_more_tries_narrow_it(counts: tuple[int, int]) -> None:
    came, tried = counts
    seen, more = share(came, tried), share(came * 4, tried * 4)
    assert seen.rate is not None
    assert 0 <= seen.low <= seen.rate + 1e-12
    assert seen.rate - 1e-12 <= seen.high <= 1
    assert more.high - more.low < seen.high - seen.low


@settings(deadline=None)
@given(st.floats(0, 1))
def test_the_odds_said_are_the_nearest_there_are(rate: float) -> None:
    n, of = friendly(rate)
    assert abs(n / of - rate) == min(abs(a / b - rate) for a, b in FRIENDLY)


def test_the_odds_rise() -> None:
    assert all(a / b < c / d for (a, b), (c, d) in pairwise(FRIENDLY))


TODAY = day(30)
FREELANCE_FRIDAY, LADIES_NIGHT = UUID(int=1), UUID(int=2)


def tries(arm: Arm, *came: int, on: int = 1, **facts: object) -> tuple[Attempt, ...]:
    return tuple(Attempt(arm, day(on), each, **facts) for each in came)  # type: ignore[arg-type]  # by name


def test_with_nothing_tried_the_first_guess_stands_with_a_wide_interval() -> None:
    for arm, facts in ARMS.items():
        found = learn((), TODAY).of(arm)
        assert found.mean == pytest.approx(facts.prior)
        assert found.prior == facts.prior
        assert found.low < found.mean < found.high
        assert found.is_early


def test_the_user_s_own_first_guess_replaces_the_usual_one() -> None:
    assert learn((), TODAY, {Arm.PITCH: 0.05}).of(Arm.PITCH).mean == 0.05


def test_a_silent_pitch_counts_more_for_a_no_with_every_day_and_then_is_closed() -> None:
    def mean(days: int) -> float:
        return learn(tries(Arm.PITCH, 0), day(1) + timedelta(days=days)).mean(Arm.PITCH)

    means = [mean(days) for days in (0, 2, 4, 8, CLOSED_DAYS, 40)]
    assert means[0] == 0.30
    assert means == sorted(means, reverse=True)
    assert mean(CLOSED_DAYS) == mean(40)


def test_a_late_yes_reopens_what_was_closed() -> None:
    silent = tries(Arm.PITCH, 0)
    late = tuple(replace(each, came=1) for each in silent)
    assert learn(late, TODAY).mean(Arm.PITCH) > 0.30 > learn(silent, TODAY).mean(Arm.PITCH)
    assert learn(late, TODAY).of(Arm.PITCH).came == 1


def test_evenings_that_gave_nobody_count_down_and_good_ones_up() -> None:
    learned = learn((*tries(Arm.LARGE, 0, 0, 0), *tries(Arm.SMALL, 2, 1, 3)), TODAY)
    assert learned.mean(Arm.LARGE) < 0.3
    assert learned.mean(Arm.SMALL) > 1.3


def test_half_a_dozen_evenings_of_each_size_tell_them_apart() -> None:
    learned = learn((*tries(Arm.LARGE, *[0] * 6), *tries(Arm.SMALL, *[2, 1, 3] * 2)), TODAY)
    assert learned.of(Arm.SMALL).low > learned.of(Arm.LARGE).high


def test_one_great_evening_says_less_than_as_many_yeses_since_evenings_differ() -> None:
    """By hand: two evenings count as one, in the estimate and in the factor of one's own."""
    found = learn(tries(Arm.SMALL, 5), TODAY)
    factor = (PERSONAL + 5 / EVENINGS_VARY) / (PERSONAL + 0.9 / EVENINGS_VARY)
    tried = GUESS / (0.9 * factor) + 1 / EVENINGS_VARY
    assert found.factor == pytest.approx(factor)
    assert found.mean(Arm.SMALL) == pytest.approx((GUESS + 5 / EVENINGS_VARY) / tried)
    assert 0.9 < found.mean(Arm.SMALL) < 2.5


def test_luck_of_ones_own_moves_what_was_never_tried() -> None:
    lucky = learn(tries(Arm.SMALL, 3, 3), TODAY)
    assert lucky.mean(Arm.RECONNECT_FAR) > ARMS[Arm.RECONNECT_FAR].prior


def test_a_series_must_earn_its_place_again_after_six_visits() -> None:
    early = tries(Arm.SERIES, 3, 3, 3, 3, on=1, settled=True, subject_id=FREELANCE_FRIDAY)
    late = tries(Arm.SERIES, 0, 0, 0, 0, 0, 0, on=8, settled=True, subject_id=FREELANCE_FRIDAY)
    tired, fresh = learn((*early, *late), TODAY), learn(early, TODAY)
    assert tired.of_series(FREELANCE_FRIDAY).mean < 0.5 < fresh.of_series(FREELANCE_FRIDAY).mean
    assert tired.of_series(FREELANCE_FRIDAY).tried == 6
    assert tired.of_series(LADIES_NIGHT).tried == 0


def test_what_is_remembered_counts_as_any_try() -> None:
    told = tries(Arm.PITCH, 1, 0, 1, on=-200, remembered=True, settled=True)
    assert learn(told, TODAY).of(Arm.PITCH).tried == 3


def test_tomorrow_s_tries_say_nothing_today() -> None:
    assert learn(tries(Arm.PITCH, 1, on=31), TODAY).of(Arm.PITCH).tried == 0


ATTEMPTS = st.lists(
    st.builds(
        Attempt,
        st.sampled_from(Arm),
        st.integers(-60, 30).map(day),
        st.integers(0, 3),
        st.booleans(),
        subject_id=st.sampled_from([None, KAREN.id, FREELANCE_FRIDAY]),
    ),
    max_size=25,
)


@settings(deadline=None)
@given(ATTEMPTS, st.sampled_from(Arm))
def test_a_try_that_brought_somebody_never_lowers_its_way(past: list[Attempt], arm: Arm) -> None:
    """Of the same try: one that brought nobody, and one that did."""
    nobody, somebody = (learn([*past, *tries(arm, came)], TODAY).of(arm) for came in (0, 1))
    assert somebody.mean >= nobody.mean
    assert somebody.came == nobody.came + 1


@settings(deadline=None)
@given(ATTEMPTS, st.sampled_from([arm for arm in Arm if not ARMS[arm].many]))
def test_one_more_yes_never_lowers_a_message(past: list[Attempt], arm: Arm) -> None:
    before, after = (learn([*past, *more], TODAY).mean(arm) for more in ((), tries(arm, 1)))
    assert after >= before - 1e-12


@settings(deadline=None)
@given(ATTEMPTS)
def test_an_interval_holds_its_estimate(past: list[Attempt]) -> None:
    learned = learn(past, TODAY)
    for arm in Arm:
        found = learned.of(arm)
        assert 0 <= found.low <= found.high
        assert found.mean == pytest.approx(learned.mean(arm))
        assert ARMS[arm].many or found.high <= 1
