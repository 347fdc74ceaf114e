"""The two distributions behind every guess, against tables."""

import pytest

from rapport.domain.learning.distributions import beta_below, beta_quantile, gamma_quantile


@pytest.mark.parametrize(
    ("x", "a", "b", "known"),
    [
        (0.3, 2, 3, 0.3483),
        (0.5, 50, 50, 0.5),
        (0.25, 1, 1, 0.25),
        (0.9, 8, 2, 0.774840978),
        (0, 1, 1, 0),
        (1, 3, 2, 1),
    ],
)
def test_the_beta_distribution_is_the_one_of_the_tables(x: float, a: float, b: float, known: float) -> None:
    assert beta_below(x, a, b) == pytest.approx(known, abs=1e-8)


@pytest.mark.parametrize(
    ("a", "b"), [(0.4, 39.0), (3.9, 5.1), (120.0, 80.0), (1.0, 4.0), (0.1, 40.0), (30.0, 0.4)]
)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_quantile_has_its_share_below_it(a: float, b: float, share: float) -> None:
    assert beta_below(beta_quantile(share, a, b), a, b) == pytest.approx(share, abs=1e-9)


@pytest.mark.parametrize(
    ("z", "shape", "known"), [(-1.281552, 1.35, 0.2015), (1.281552, 1.35, 2.8536), (0.0, 10.0, 9.6687)]
)
def test_the_gamma_quantile_is_near_the_one_of_the_tables(z: float, shape: float, known: float) -> None:
    assert gamma_quantile(z, shape) == pytest.approx(known, abs=0.04)
