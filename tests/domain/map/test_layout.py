"""Places on the map: the same data the same picture, a little more nearly the same."""

from math import hypot
from random import Random
from time import process_time
from uuid import UUID

from hypothesis import given, settings

from rapport.domain.map.islands import APART
from rapport.domain.map.layout import arrange
from rapport.domain.map.map import Facts, Network, Occasion, Someone, Spot
from rapport.domain.map.weaving import weave
from tests.domain.map.test_map import anything, the_month


def crowd(many: int, seed: int = 4) -> Facts:
    """Invented people with organisations, introducers, gatherings and shared history."""
    rng = Random(seed)
    ids = [UUID(int=rng.getrandbits(128), version=4) for _ in range(many)]
    held = [UUID(int=rng.getrandbits(128), version=4) for _ in range(max(2, many // 60))]
    people = []
    for number, uid in enumerate(ids):
        way = rng.random()
        people.append(
            Someone(
                uid,
                f"Nora {number}",
                rng.random() ** 3,
                organisation=f"Studio {int(rng.paretovariate(1)) % (many // 30 + 2)}"
                if rng.random() < 0.6
                else "",
                introduced_by=ids[int(rng.random() ** 2 * number)] if number and way < 0.2 else None,
                met_at=rng.choice(held) if 0.2 <= way < 0.4 else None,
            )
        )
    together: dict[tuple[UUID, UUID], float] = {}
    while len(together) < many * 2:
        one = rng.randrange(many)
        other = (one + rng.randrange(1, 8)) % many
        together[ids[one], ids[other]] = float(rng.randint(1, 5))
    return Facts(tuple(people), tuple(Occasion(uid, f"Evening {n}") for n, uid in enumerate(held)), together)


def remembered(network: Network, places: tuple[tuple[float, float], ...]) -> dict[UUID, Spot]:
    return {
        node.id: Spot(*point, network.groups[node.group].key)
        for node, point in zip(network.nodes, places, strict=True)
        if node.is_person
    }


def by_id(network: Network, places: tuple[tuple[float, float], ...]) -> dict[UUID, tuple[float, float]]:
    return {node.id: point for node, point in zip(network.nodes, places, strict=True)}


@settings(max_examples=60, deadline=None)
@given(anything())
def test_the_same_data_gives_the_same_picture(facts: Facts) -> None:
    network = weave(facts)
    first = arrange(network, {})
    assert arrange(network, {}) == first
    assert arrange(network, remembered(network, first)) == first


def test_a_newcomer_moves_nobody_far() -> None:
    facts = crowd(300)
    network = weave(facts)
    before = by_id(network, arrange(network, {}))
    nora = facts.people[0]
    for newcomer in (
        Someone(UUID(int=7), "Zoé", introduced_by=nora.id),
        Someone(UUID(int=2**127), "Ana", organisation="Studio 1"),
        Someone(UUID(int=9), "Tom"),
    ):
        more = weave(Facts((*facts.people, newcomer), facts.occasions, facts.together))
        after = by_id(more, arrange(more, remembered(network, tuple(before[n.id] for n in network.nodes))))
        moved = [hypot(after[uid][0] - x, after[uid][1] - y) for uid, (x, y) in before.items()]
        assert sum(away > 0.01 for away in moved) <= 0.1 * len(moved)
        assert sum(away > 1 for away in moved) <= 3  # those who become a group with the newcomer


def test_somebody_who_leaves_moves_nobody() -> None:
    facts = crowd(200)
    network = weave(facts)
    spots = remembered(network, arrange(network, {}))
    gone = next(one for one in facts.people if all(other.introduced_by != one.id for other in facts.people))
    less = weave(Facts(tuple(p for p in facts.people if p is not gone), facts.occasions, facts.together))
    after = by_id(less, arrange(less, spots))
    stayed = [spots[p.id] for p in facts.people if p is not gone]
    still = sum((spot.x, spot.y) == after[uid] for uid, spot in spots.items() if uid != gone.id)
    assert still >= 0.9 * len(stayed)


def test_no_two_people_stand_on_one_spot() -> None:
    network = weave(crowd(300))
    places = arrange(network, {})
    people = [place for node, place in zip(network.nodes, places, strict=True) if node.is_person]
    nearest = min(hypot(a - x, b - y) for at, (x, y) in enumerate(people) for a, b in people[at + 1 :])
    assert nearest > APART - 0.02


def test_the_month_stands_around_me() -> None:
    places = arrange(weave(the_month()), {})
    assert max(hypot(x, y) for x, y in places) < 14
    assert min(hypot(x, y) for x, y in places) > 0.9


def test_a_thousand_people_take_less_than_a_few_seconds() -> None:
    network = weave(crowd(1_000))
    began = process_time()
    arrange(network, {})
    assert process_time() - began < 4
