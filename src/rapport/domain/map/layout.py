"""Where everybody stands on the map: an island for each group, people near those they came through.

Lengths are in rooms: the space one person needs. Whoever stood somewhere before stays there; newcomers are
put beside their own, and an island is drawn anew only when a quarter of it is new. So the same data gives the
same picture, and a little more data nearly the same.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import sqrt
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from rapport.domain.map.islands import Grid, Points, drawn, joined_by, middle_of, neighbours
from rapport.domain.map.map import Network, Point, Spot

KEPT = 0.75  # of an island's people must have a place, for the others to be put beside them
GAP = 1.0  # rooms between two islands
NARROWEST = 0.4  # what is left of a gap before islands are pushed apart
WIDE = 1.3  # the whole is so much wider than high
MESH = 0.75  # rooms between two points where an island may be put


def arrange(network: Network, earlier: Mapping[UUID, Spot]) -> tuple[Point, ...]:
    """A place for every node; `earlier` by the ids of people. Me stands in the middle, at 0, 0."""
    inside = _edges_inside(network)
    former = _former(network, earlier)
    kept: dict[int, Points] = {}
    fresh: list[tuple[int, Points]] = []
    for place, group in enumerate(network.groups):
        theirs = [at for at in group.members if network.nodes[at].is_person]
        stayed: Points = {}
        for at in theirs:
            spot = earlier.get(network.nodes[at].id)
            if spot is not None and spot.island == former.get(place):
                stayed[at] = (spot.x, spot.y)
        if len(stayed) >= KEPT * len(theirs):
            kept[place] = joined_by(stayed, theirs, inside[place])
        else:
            fresh.append((place, drawn(group.members, theirs, inside[place])))
    placed = _afloat(network, kept, fresh)
    points = {at: (round(x, 2), round(y, 2)) for island in placed.values() for at, (x, y) in island.items()}
    for place, group in enumerate(network.groups):
        _put_occasions(network, group.members, inside[place], points)
    return tuple(points[at] for at in range(len(network.nodes)))


def _edges_inside(network: Network) -> dict[int, list[tuple[int, int]]]:
    """By group, what came through whom first."""
    found: dict[int, list[tuple[int, int]]] = {place: [] for place in range(len(network.groups))}
    for edge in network.edges:
        group = network.nodes[edge.a].group
        if group == network.nodes[edge.b].group:
            found[group].append((edge.a, edge.b))
    return found


def _former(network: Network, earlier: Mapping[UUID, Spot]) -> dict[int, str]:
    """The island each group was: the one most of its people stood on; an island is only handed down once."""
    votes: list[tuple[int, int, str]] = []
    for place, group in enumerate(network.groups):
        spots = (earlier.get(network.nodes[at].id) for at in group.members)
        counted = Counter(spot.island for spot in spots if spot)
        votes += [(-count, place, island) for island, count in counted.items()]
    former: dict[int, str] = {}
    taken: set[str] = set()
    for _, place, island in sorted(votes):
        if place not in former and island not in taken:
            former[place] = island
            taken.add(island)
    return former


def _circle(points: Points) -> tuple[float, float, float]:
    """The middle of an island and how far it reaches."""
    x, y = middle_of(points.values())
    return x, y, max(sqrt((a - x) ** 2 + (b - y) ** 2) for a, b in points.values()) + 0.5


def _afloat(
    network: Network, kept: Mapping[int, Points], fresh: Sequence[tuple[int, Points]]
) -> dict[int, Points]:
    """Islands that were there stay unless they touch; new ones come near those they share most with."""
    places = list(kept)
    circles = [(0.0, 0.0, 1.0), *(_circle(kept[place]) for place in places)]  # the first is me
    moved = _pushed(np.array(circles))
    afloat: dict[int, Points] = {}
    for place, before, after in zip(places, circles[1:], moved[1:], strict=True):
        afloat[place] = _shifted(kept[place], after[0] - before[0], after[1] - before[1])
    where = {place: (float(x), float(y)) for place, (x, y, _) in zip(places, moved[1:], strict=True)}
    if not fresh:
        return afloat
    pull = _pull(network)
    rounds = {place: _circle(points) for place, points in fresh}
    sea = _Sea(moved, sum((2 * reach + GAP) ** 2 for _, _, reach in rounds.values()))
    for place, points in fresh:
        x, y, reach = rounds[place]
        near = [(where[other], weight) for other, weight in pull[place].items() if other in where]
        where[place] = sea.free(_weighted(near), reach)
        afloat[place] = _shifted(points, where[place][0] - x, where[place][1] - y)
    return afloat


def _weighted(points: Sequence[tuple[Point, float]]) -> Point:
    """Halfway between me and those it shares most with."""
    total = 2 * sum(weight for _, weight in points) or 1.0
    return sum(x * weight for (x, _), weight in points) / total, sum(
        y * weight for (_, y), weight in points
    ) / total


def _pull(network: Network) -> dict[int, dict[int, float]]:
    """How much each group shares with each other one."""
    pull: dict[int, dict[int, float]] = {place: {} for place in range(len(network.groups))}
    for edge in network.edges:
        a, b = network.nodes[edge.a].group, network.nodes[edge.b].group
        if a != b:
            pull[a][b] = pull[a].get(b, 0.0) + edge.weight
            pull[b][a] = pull[b].get(a, 0.0) + edge.weight
    return pull


def _shifted(points: Points, dx: float, dy: float) -> Points:
    return {at: (x + dx, y + dy) for at, (x, y) in points.items()} if dx or dy else points


def _pushed(circles: NDArray[np.float64]) -> NDArray[np.float64]:
    """Circles that touch give way to each other, the smaller one more; me never."""
    moved = circles.copy()
    for _ in range(60):
        apart = moved[:, None, :2] - moved[None, :, :2]
        away = np.hypot(apart[..., 0], apart[..., 1])
        reach = moved[:, None, 2] + moved[None, :, 2]
        short = np.where(away < reach + NARROWEST, reach + NARROWEST + 0.2 - away, 0.0)
        np.fill_diagonal(short, 0.0)
        if not short.any():
            break
        yields = moved[None, :, 2] ** 2 / (moved[:, None, 2] ** 2 + moved[None, :, 2] ** 2)
        step = (apart / np.maximum(away, 1e-6)[..., None] * (short * yields)[..., None]).sum(axis=1)
        moved[1:, :2] += step[1:]
    return moved


class _Sea:
    """How far it is from each point of a net to the shore, so that a free place is found at a look."""

    def __init__(self, circles: NDArray[np.float64], more: float) -> None:
        edge = float((np.abs(circles[:, :2]) + circles[:, 2:]).max())
        half = edge + WIDE * sqrt(more) + 4
        self.net = np.arange(-half, half + MESH, MESH)
        self.shore = np.full((len(self.net), len(self.net)), np.inf)
        for x, y, reach in circles:
            self.add(float(x), float(y), float(reach))

    def add(self, x: float, y: float, reach: float) -> None:
        away = np.hypot(self.net[None, :] - x, self.net[:, None] - y) - reach
        np.minimum(self.shore, away, out=self.shore)

    def free(self, wish: Point, reach: float) -> Point:
        """The place nearest to a wish where an island of this reach touches no other; it is taken."""
        away = ((self.net[None, :] - wish[0]) / WIDE) ** 2 + (self.net[:, None] - wish[1]) ** 2
        away[self.shore < reach + GAP] = np.inf
        row, column = np.unravel_index(int(np.argmin(away)), away.shape)
        found = (float(self.net[column]), float(self.net[row]))
        self.add(*found, reach)
        return found


def _put_occasions(
    network: Network, members: Sequence[int], edges: Sequence[tuple[int, int]], points: Points
) -> None:
    """Gatherings stand amid their people: they follow them, and so need no memory."""
    everybody = [points[at] for at in members if at in points]
    grid = Grid(everybody)
    near = neighbours(edges)
    for at in members:
        if at not in points:
            theirs = [points[other] for other in near.get(at, ()) if other in points]
            points[at] = grid.nearest(middle_of(theirs or everybody))
