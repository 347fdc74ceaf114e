"""Quantiles of the two distributions that the coach's guesses have: Beta for a yes, Gamma for a number."""

from math import exp, lgamma, log, sqrt

STEPS = 60  # at most; a handful do
EXACT = 1e-10
PAIRS = 200  # of the continued fraction, at most


def beta_quantile(share: float, a: float, b: float) -> float:
    """Where Beta(a, b) has so much below it: Halley's steps from a near guess, kept within known bounds."""
    low, high, x = 0.0, 1.0, _near(share, a, b)
    scale = lgamma(a + b) - lgamma(a) - lgamma(b)
    for _ in range(STEPS):
        off = beta_below(x, a, b) - share
        low, high = (low, x) if off > 0 else (x, high)
        if abs(off) < EXACT or high - low < EXACT * high:
            break
        slope = exp(scale + (a - 1) * log(x) + (b - 1) * log(1 - x))
        newton = off / slope if slope > 0 else 1.0
        bend = newton * ((a - 1) / x - (b - 1) / (1 - x))
        step = x - newton / (1 - 0.5 * min(1.0, bend))
        x = step if low < step < high else (low + high) / 2
    return x


def _near(share: float, a: float, b: float) -> float:
    """A first guess: through the normal distribution (Abramowitz and Stegun 26.5.22), or by the tails."""
    if a >= 1 and b >= 1:
        tail = share if share < 0.5 else 1 - share
        t = sqrt(-2 * log(tail))
        z = (2.30753 + t * 0.27061) / (1 + t * (0.99229 + t * 0.04481)) - t
        z = -z if share < 0.5 else z
        h = 2 / (1 / (2 * a - 1) + 1 / (2 * b - 1))
        flat = (z * z - 3) / 6
        w = z * sqrt(max(0.0, h + flat)) / h
        w -= (1 / (2 * b - 1) - 1 / (2 * a - 1)) * (flat + 5 / 6 - 2 / (3 * h))
        guess = a / (a + b * exp(2 * w))
    else:
        left, right = exp(a * log(a / (a + b))) / a, exp(b * log(b / (a + b))) / b
        both = left + right
        guess = (
            (a * both * share) ** (1 / a) if share < left / both else 1 - (b * both * (1 - share)) ** (1 / b)
        )
    return min(max(guess, 1e-12), 1 - 1e-12)


def beta_below(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b) (NIST DLMF 8.17.22: its continued fraction)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_below(1 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x)) / a
    return front * _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """By Lentz's method: from the outside in, until nothing changes any more."""
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, PAIRS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d, c = 1 / (1 + even * d), 1 + even / c
        value *= c * d
        d, c = 1 / (1 + odd * d), 1 + odd / c
        value *= c * d
        if abs(c * d - 1) < EXACT:
            break
    return value


def gamma_quantile(z: float, shape: float) -> float:
    """Of a Gamma with that shape and rate 1, at the normal quantile z (Wilson and Hilferty 1931)."""
    spread = 1 / (9 * shape)
    return shape * max(0.0, 1 - spread + z * sqrt(spread)) ** 3
