"""The network from facts: who came through whom, who shares history, and which group each belongs to."""

from collections import Counter
from collections.abc import Mapping, Sequence
from uuid import UUID

from rapport.domain.map.groups import groups_of, upwards
from rapport.domain.map.map import Edge, Facts, Join, Network, Node, NodeKind, Occasion, Someone

STRONG = 3.0  # coming through somebody joins two like three meetings of both with me (judgement)


def weave(facts: Facts) -> Network:
    """The whole network. The same facts give the same network, in whatever order they come."""
    people = sorted(facts.people, key=lambda person: person.id)
    if not people:
        return Network()
    occasions = _known(facts, people)
    ids = [*(person.id for person in people), *(occasion.id for occasion in occasions)]
    index = {uid: place for place, uid in enumerate(ids)}
    via = _via(people, occasions, index)
    joined = _together(facts.together, index)
    groups = groups_of(people, occasions, via, joined)
    of = {member: place for place, group in enumerate(groups) for member in group.members}
    grew = _grew(via, len(people))
    nodes = [
        Node(NodeKind.PERSON, one.id, one.name, of[at], via[at], one.closeness, grew[at])
        for at, one in enumerate(people)
    ]
    nodes += [
        Node(NodeKind.GATHERING, one.id, one.name, of[at], via[at], 0.0, grew[at])
        for at, one in enumerate(occasions, len(people))
    ]
    edges = [Edge(up, at, Join.THROUGH, STRONG) for at, up in enumerate(via) if up is not None]
    through = {(edge.a, edge.b) for edge in edges} | {(edge.b, edge.a) for edge in edges}
    edges += [Edge(a, b, Join.TOGETHER, w) for (a, b), w in joined.items() if (a, b) not in through]
    return Network(tuple(nodes), tuple(edges), tuple(groups))


def _known(facts: Facts, people: Sequence[Someone]) -> list[Occasion]:
    """Occasions that somebody came through or that two people share; the others join nobody."""
    met = Counter(person.met_at for person in people if person.introduced_by is None)
    for pair in facts.together:
        met.update(pair)
    wanted = [one for one in facts.occasions if met[one.id] > 1 or (met[one.id] and one.host)]
    return sorted(wanted, key=lambda occasion: occasion.id)


def _via(
    people: Sequence[Someone], occasions: Sequence[Occasion], index: Mapping[UUID, int]
) -> list[int | None]:
    """What each came through. A way that would close a circle is passed over."""
    via: list[int | None] = [None] * len(index)
    wishes: list[tuple[UUID | None, ...]] = [(one.introduced_by, one.met_at) for one in people]
    wishes += [(one.host,) for one in occasions]
    for place, wished in enumerate(wishes):
        options = [index[uid] for uid in wished if uid is not None and uid in index]
        via[place] = next((up for up in options if place not in upwards(up, via)), None)
    return via


def _together(
    together: Mapping[tuple[UUID, UUID], float], index: Mapping[UUID, int]
) -> dict[tuple[int, int], float]:
    """By places, each pair once, in order."""
    found: dict[tuple[int, int], float] = {}
    for (one, other), weight in together.items():
        a, b = index.get(one), index.get(other)
        if a is not None and b is not None and a != b:
            pair = (min(a, b), max(a, b))
            found[pair] = found.get(pair, 0.0) + weight
    return dict(sorted(found.items()))


def _grew(via: Sequence[int | None], people: int) -> list[int]:
    grew = [0] * len(via)
    for place in range(people):
        for up in upwards(via[place], via):
            grew[up] += 1
    return grew
