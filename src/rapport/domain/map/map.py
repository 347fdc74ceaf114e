"""The network as a picture holds it: people and gatherings, what joins them, and the groups they make.

A group is a fact that can be said in three words ("through Jess", "Freelance Friday"), not a guess from
statistics: so its label is true of everybody in it, and it stays the same as long as the facts do.
"""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from uuid import UUID

from rapport.domain.text import fold
from rapport.domain.values import dataclass

Point = tuple[float, float]


class NodeKind(StrEnum):
    PERSON = "person"
    GATHERING = "gathering"  # one date, or all dates of a series


class Join(StrEnum):
    THROUGH = "through"  # one came through the other
    TOGETHER = "together"  # they share some history


class GroupKind(StrEnum):
    """What all of a group have in common, the most telling first."""

    THROUGH = "through"  # they came through this person
    GATHERING = "gathering"  # they came through this gathering
    ORGANISATION = "organisation"
    AROUND = "around"  # they share history, this person most of it
    CITY = "city"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Someone:
    """A person, as the map asks about them."""

    id: UUID
    name: str
    closeness: float = 0.0  # 0 … 1
    organisation: str = ""
    city: str = ""
    introduced_by: UUID | None = None
    met_at: UUID | None = None  # a gathering, or its series


@dataclass(frozen=True, slots=True)
class Occasion:
    """A gathering or a series, and who brought me there."""

    id: UUID
    name: str
    host: UUID | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    people: tuple[Someone, ...]
    occasions: tuple[Occasion, ...] = ()
    together: Mapping[tuple[UUID, UUID], float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody stands, and on which island (the key of a group)."""

    x: float
    y: float
    island: str


@dataclass(frozen=True, slots=True)
class Node:
    kind: NodeKind
    id: UUID
    name: str
    group: int  # its place among the groups
    via: int | None  # the node it came through; None: me, or nobody told
    closeness: float = 0.0
    grew: int = 0  # people that came through it, directly or not

    @property
    def is_person(self) -> bool:
        return self.kind is NodeKind.PERSON


@dataclass(frozen=True, slots=True)
class Edge:
    a: int
    b: int
    join: Join
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Group:
    kind: GroupKind
    key: str  # the same as long as the group is
    name: str
    members: tuple[int, ...]  # nodes
    people: int
    about: UUID | None = None  # the person or gathering it is named after


@dataclass(frozen=True, slots=True)
class Network:
    nodes: tuple[Node, ...] = ()  # people by id, then occasions by id
    edges: tuple[Edge, ...] = ()
    groups: tuple[Group, ...] = ()  # the largest first

    def way(self, node: int) -> list[int]:
        """How it came to me: from the first step after me down to the node itself."""
        steps, at = [], self.nodes[node].via
        while at is not None:
            steps.append(at)
            at = self.nodes[at].via
        return [*reversed(steps), node]

    def children(self) -> dict[int, list[int]]:
        """What came directly through each node."""
        found: dict[int, list[int]] = {}
        for place, node in enumerate(self.nodes):
            if node.via is not None:
                found.setdefault(node.via, []).append(place)
        return found

    def telling(self) -> list[int]:
        """Nodes, those first whose names say most: through whom others came, then who is closest."""
        return sorted(range(len(self.nodes)), key=lambda at: self._rank(self.nodes[at]))

    def _rank(self, node: Node) -> tuple[float, str, str]:
        return (-(min(node.grew, 20) / 5 + node.closeness), fold(node.name), str(node.id))
