"""Can two shares be told apart, or may the difference be chance?"""

from math import comb

ALPHA = 0.05


def chance_of_difference(came_a: int, tried_a: int, came_b: int, tried_b: int) -> float:
    """The two-sided mid-p value of Fisher's exact test (Fisher 1935; mid-p: Lancaster 1961), 0 to 1.

    How often chance alone would split the same total at least as unevenly. The mid-p form counts the
    split seen only half, since the plain test is too strict for samples of a month.
    """
    came = came_a + came_b
    ways = comb(tried_a + tried_b, came)
    lowest, highest = max(0, came - tried_b), min(came, tried_a)
    weight = {k: comb(tried_a, k) * comb(tried_b, came - k) for k in range(lowest, highest + 1)}
    seen = weight[came_a]
    rarer = sum(w for w in weight.values() if w < seen)
    same = sum(w for w in weight.values() if w == seen)
    return (rarer + same / 2) / ways


def told_apart(came_a: int, tried_a: int, came_b: int, tried_b: int) -> bool:
    """The difference is more than chance would make in one of twenty months."""
    return chance_of_difference(came_a, tried_a, came_b, tried_b) < ALPHA
