"""Pairs become people: connected components, never across a contradiction."""

from collections.abc import Callable, Collection, Iterable, Mapping
from math import log2

Pair = tuple[int, int]
Apart = Callable[[int, int], bool]

RIVAL = -6.0  # log2 odds below which a rival is none
MOST_BITS = 60.0  # what one link may say at most, for or against


def ordered(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


def settle(weights: Mapping[Pair, float], apart: Apart, doubled: Collection[Pair] = ()) -> dict[Pair, float]:
    """Weights after rivals: where a record fits two others that are two people, they share its one chance.

    A doubled pair has a rival that nobody has seen, of the same right.
    """
    near: dict[int, list[tuple[int, float]]] = {}
    for (a, b), weight in weights.items():
        if weight > RIVAL:
            near.setdefault(a, []).append((b, weight))
            near.setdefault(b, []).append((a, weight))
    settled = {}
    for (a, b), weight in weights.items():
        if weight > RIVAL:
            rivals = [w for c, w in near[a] if c != b and apart(b, c)]
            rivals += [w for c, w in near[b] if c != a and apart(a, c)]
            rivals += [weight] if (a, b) in doubled else []
            settled[a, b] = weight - _log2_of_one_and(rivals)
        else:
            settled[a, b] = weight
    return settled


def _log2_of_one_and(rivals: Iterable[float]) -> float:
    return log2(1 + sum(2 ** min(rival, MOST_BITS) for rival in rivals))


def components(
    links: Mapping[Pair, float], apart: Apart, at_least: float, among: Mapping[Pair, float] | None = None
) -> list[tuple[list[int], float]]:
    """Groups of positions with their weakest link; the strongest links join first, contradictions never.

    With the weights `among` all members, two groups join only where these speak for it on the whole.
    """
    home: dict[int, list[int]] = {}
    weakest: dict[int, float] = {}
    for (a, b), weight in sorted(links.items(), key=lambda item: (-item[1], item[0])):
        if weight < at_least:
            break
        one, other = home.setdefault(a, [a]), home.setdefault(b, [b])
        if one is other or any(apart(x, y) for x in one for y in other):
            continue
        if among is not None and _mean(among, one, other) < min(at_least, 0.0):
            continue
        low = min(weight, weakest.get(one[0], weight), weakest.get(other[0], weight))
        one.extend(other)
        for each in other:
            home[each] = one
        weakest[one[0]] = low
    groups = {members[0]: members for members in home.values() if len(members) > 1}
    return sorted((sorted(members), weakest[first]) for first, members in groups.items())


def _mean(weights: Mapping[Pair, float], one: Collection[int], other: Collection[int]) -> float:
    links = [max(-MOST_BITS, min(MOST_BITS, weights.get(ordered(x, y), 0.0))) for x in one for y in other]
    return sum(links) / len(links)


def missing(groups: Iterable[tuple[list[int], float]], weights: Mapping[Pair, float]) -> list[Pair]:
    """Pairs inside groups that were never compared."""
    found = {ordered(x, y) for members, _ in groups for x in members for y in members if x < y}
    return sorted(found - weights.keys())
