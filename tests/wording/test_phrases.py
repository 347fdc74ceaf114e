"""Odds and intervals as one says them."""

import pytest

from rapport.domain.learning.learning import Share
from rapport.wording.phrases import between


@pytest.mark.parametrize(
    ("low", "high", "said"), [(0.0, 0.8, "up to 4 in 5"), (0.125, 0.5, "1 in 8 to 1 in 2")]
)
def test_no_rate_is_none_in_one(low: float, high: float, said: str) -> None:
    assert between(Share(1, 8, low, high)) == said
