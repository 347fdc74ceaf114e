"""Giving in sentences, without a score."""

import pytest

from rapport.domain.giving.giving import Balance, Flow
from rapport.wording.giving import FLOWS, balance, between


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (Balance(0, 0, 0), "Nothing is written down yet. A small favour is a good beginning."),
        (Balance(1, 0, 0), "You gave a hand once."),
        (Balance(0, 2, 0), "You were given a hand 2 times."),
        (Balance(3, 1, 1), "You gave a hand 3 times. You were given a hand once. 1 promise is still open."),
        (Balance(0, 0, 2), "2 promises are still open."),
    ],
)
def test_how_much_went_each_way(of: Balance, said: str) -> None:
    assert balance(of) == said


def test_a_balance_with_somebody_is_a_kind_sentence() -> None:
    assert set(FLOWS) == set(Flow) - {Flow.NONE}
    assert between("Mary", Flow.TO_ME).startswith("Mary gave you a hand lately.")
    assert between("Mary", Flow.NONE) == ""
