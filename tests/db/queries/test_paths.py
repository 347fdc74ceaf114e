"""Warm paths: the self-joins against trying every path out."""

from random import Random
from uuid import UUID, uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from rapport.db.models import Acquaintance, Person, Tie
from rapport.db.queries import paths
from rapport.domain.history.acquaintances import Evidence, Sign
from rapport.services import owners

pytestmark = pytest.mark.django_db
ONE_MAIL = [["mail", 1, "", ""]]
Graph = dict[UUID, dict[UUID, float]]


def made(seed: int, people: int = 60, pairs: int = 150, ties: int = 9) -> tuple[Graph, dict[UUID, float]]:
    rng, owner_id = Random(seed), owners.local_owner().id
    ids = [uuid4() for _ in range(people)]
    Person.objects.bulk_create(Person(id=pk, owner_id=owner_id, name="x", folded="x") for pk in ids)
    graph: Graph = {pk: {} for pk in ids}
    for _ in range(pairs):
        a, b = rng.sample(ids, 2)
        graph[a][b] = graph[b][a] = round(rng.uniform(0.05, 0.98), 3)
    Acquaintance.objects.bulk_create(
        Acquaintance(
            owner_id=owner_id, person_id=a, other_id=b, probability=p, evidence=[["mail", 1, "", ""]]
        )
        for a, known in graph.items()
        for b, p in known.items()
    )
    mine = {pk: round(rng.uniform(0.05, 1), 3) for pk in rng.sample(ids, ties)}
    Tie.objects.bulk_create(Tie(owner_id=owner_id, person_id=pk, closeness=near) for pk, near in mine.items())
    return graph, mine


def every_path(graph: Graph, mine: dict[UUID, float], target: UUID) -> dict[tuple[UUID, ...], float]:
    """The oracle: all paths of at most three steps."""
    found: dict[tuple[UUID, ...], float] = {(target,): mine[target]} if target in mine else {}
    for first, near in mine.items():
        if first == target:
            continue
        for second, p in graph[first].items():
            if second == target:
                found[first, target] = near * p
            elif target in graph[second]:
                found[first, second, target] = near * p * graph[second][target]
    return found


@pytest.mark.parametrize("seed", [1, 2])
def test_the_best_paths_are_those_that_trying_all_finds(seed: int) -> None:
    graph, mine = made(seed)
    reached = 0
    for target in graph:
        every = every_path(graph, mine, target)
        found = paths.best(target)
        likely = sorted(every.values(), reverse=True)[:5]
        assert [path.probability for path in found] == pytest.approx(likely)
        for path in found:
            assert every[path.people] == pytest.approx(path.probability)
        reached += bool(every)
    assert reached > 30


def test_ways_to_several_at_once_are_all_of_them() -> None:
    graph, mine = made(3)
    targets = list(graph)[:20]
    found = {
        (way.target, way.first, way.via): way.probability * way.closeness for way in paths.reaching(targets)
    }
    wanted = {
        (target, path[0], path[1] if len(path) == 3 else None): likely
        for target in targets
        for path, likely in every_path(graph, mine, target).items()
        if len(path) > 1
    }
    assert found == pytest.approx(wanted)


def test_nobody_leads_to_a_stranger() -> None:
    graph, _ = made(4, pairs=0, ties=3)
    stranger = next(pk for pk in graph if not Tie.objects.filter(person_id=pk).exists())
    assert paths.best(stranger) == []
    assert paths.reaching([stranger]) == []


def test_a_path_is_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    graph, _ = made(5)
    target = next(iter(graph))
    with django_assert_num_queries(1):
        paths.best(target)
    with django_assert_num_queries(1):
        paths.reaching(list(graph))


def test_what_shows_that_two_know_each_other_is_read_for_those_asked_for() -> None:
    graph, _ = made(6)
    a = next(pk for pk, known in graph.items() if known)
    b = next(iter(graph[a]))
    stranger = next(pk for pk in graph if pk != a and pk not in graph[a])
    found = paths.between({(a, b), (a, stranger)})
    assert set(found) == {(a, b)}
    assert found[a, b].evidence == (Evidence(Sign.MAIL, 1),)
