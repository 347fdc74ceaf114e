"""How little a small number says, in odds that people say aloud."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.domain.learning import FRIENDLY, friendly, share


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
