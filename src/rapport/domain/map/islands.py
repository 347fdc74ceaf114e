"""One island of the map: those who hang together drawn by springs, the others around them, in rooms."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import cos, pi, sin, sqrt

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

from rapport.domain.map.map import Point

APART = 0.85  # rooms between two people, at least
GOLDEN = pi * (3 - sqrt(5))  # the angle by which a sunflower turns from one seed to the next
WORK = 4e7  # pairs looked at in one spring layout, at most
ITERATIONS = (8, 120)  # of the springs: with many people fewer, within WORK
SEED = 1

Points = dict[int, Point]  # by node


class Grid:
    """Points that keep their distance from each other."""

    def __init__(self, points: Iterable[Point] = ()) -> None:
        self.cells: dict[tuple[int, int], list[Point]] = defaultdict(list)
        for point in points:
            self.add(point)

    def add(self, point: Point) -> None:
        self.cells[int(point[0] // APART), int(point[1] // APART)].append(point)

    def is_free(self, x: float, y: float) -> bool:
        column, row = int(x // APART), int(y // APART)
        for i in (column - 1, column, column + 1):
            for j in (row - 1, row, row + 1):
                for a, b in self.cells.get((i, j), ()):
                    if (a - x) ** 2 + (b - y) ** 2 < APART * APART:
                        return False
        return True

    def nearest(self, wish: Point) -> Point:
        """The free place nearest to a wish; it is taken."""
        found = next(point for point in spiral(wish, 0.4) if self.is_free(*point))
        self.add(found)
        return found


def spiral(middle: Point, step: float) -> Iterator[Point]:
    """Further and further out, as seeds in a sunflower."""
    turn = 0
    while True:
        out = step * sqrt(turn)
        yield (
            round(middle[0] + out * cos(turn * GOLDEN), 2),
            round(middle[1] + out * sin(turn * GOLDEN), 2),
        )
        turn += 1


def middle_of(points: Iterable[Point]) -> Point:
    xs, ys = zip(*points, strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)


def neighbours(edges: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    near: dict[int, list[int]] = {}
    for a, b in edges:
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    return near


def joined_by(stayed: Points, theirs: Sequence[int], edges: Sequence[tuple[int, int]]) -> Points:
    """Nobody moves; newcomers come as near to their own as there is room."""
    newcomers = [at for at in theirs if at not in stayed]
    if not newcomers:
        return stayed
    near = neighbours(edges)
    points, grid, middle = dict(stayed), Grid(stayed.values()), middle_of(stayed.values())
    for at in newcomers:
        own = [points[other] for other in near.get(at, ()) if other in points]
        points[at] = grid.nearest(own[0] if own else middle)
    return points


def drawn(members: Sequence[int], theirs: Sequence[int], edges: Sequence[tuple[int, int]]) -> Points:
    """An island from nothing: what hangs together amid the others; `theirs` are people."""
    near = neighbours(edges)
    parts: list[Points] = []
    part_of: dict[int, int] = {}
    for at in members:
        if at in near and at not in part_of:
            fan = _fan(at, near, edges)
            part_of.update(dict.fromkeys(fan, len(parts)))
            parts.append(fan)
    joins: list[list[tuple[int, int]]] = [[] for _ in parts]
    for edge in edges:
        joins[part_of[edge[0]]].append(edge)
    sprung = [_sprung(part, own) for part, own in zip(parts, joins, strict=True)]
    grid, points = Grid(), dict[int, Point]()
    for part in sorted(sprung, key=lambda part: -len(part)):
        dx, dy = next(by for by in spiral((0.0, 0.0), 0.8) if _fits(grid, part, by))
        for at, (x, y) in part.items():
            points[at] = (x + dx, y + dy)
            grid.add(points[at])
    middle = middle_of(points.values()) if points else (0.0, 0.0)
    return {at: points.get(at) or grid.nearest(middle) for at in theirs}


def _fits(grid: Grid, part: Points, by: Point) -> bool:
    return all(grid.is_free(x + by[0], y + by[1]) for x, y in part.values())


def _fan(start: int, near: Mapping[int, Sequence[int]], edges: Sequence[tuple[int, int]]) -> Points:
    """All that hangs together with a node, as a tree that opens like a fan: a start without crossings."""
    found, todo = {start}, [start]
    for at in todo:
        fresh = [other for other in dict.fromkeys(near[at]) if other not in found]
        found.update(fresh)
        todo.extend(fresh)
    below = {b for _, b in edges if b in found}
    top = max(found, key=lambda at: (at not in below, len(near[at]), -at))
    children: dict[int, list[int]] = {}
    order, seen = [top], {top}
    for at in order:
        children[at] = [other for other in dict.fromkeys(near[at]) if other not in seen]
        seen.update(children[at])
        order.extend(children[at])
    leaves = dict.fromkeys(order, 1)
    for at in reversed(order):
        leaves[at] = max(1, sum(leaves[child] for child in children[at]))
    points: Points = {top: (0.0, 0.0)}
    fans = {top: (0.0, 2 * pi, 1)}
    for at in order:
        first, span, depth = fans[at]
        for child in children[at]:
            share = span * leaves[child] / leaves[at]
            fans[child] = (first, share, depth + 1)
            points[child] = (depth * cos(first + share / 2), depth * sin(first + share / 2))
            first += share
    return points


def _sprung(start: Points, edges: Sequence[tuple[int, int]]) -> Points:
    """The fan, loosened by springs (Fruchterman and Reingold), and nobody on anybody's feet."""
    order = sorted(start)
    index = {at: place for place, at in enumerate(order)}
    graph: rx.PyGraph[int, float] = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(order)
    graph.add_edges_from([(index[a], index[b], 1.0) for a, b in edges])
    least, most = ITERATIONS
    sprung = rx.spring_layout(
        graph,
        pos={index[at]: point for at, point in start.items()},
        k=1.0,
        num_iter=int(min(most, max(least, WORK / len(order) ** 2))),
        seed=SEED,
    )
    shape = np.array([sprung[place] for place in range(len(order))])
    shape -= shape.mean(axis=0)
    shape *= 1.0 / max(float(np.median(_nearest(shape))), 1e-6)
    reach = float(np.hypot(shape[:, 0], shape[:, 1]).max())
    shape *= min(1.0, (0.75 * sqrt(len(order)) + 0.6) / max(reach, 1e-6))
    grid = Grid()
    out = sorted(range(len(order)), key=lambda place: (float((shape[place] ** 2).sum()), place))
    return {order[place]: grid.nearest((float(shape[place][0]), float(shape[place][1]))) for place in out}


def _nearest(shape: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far each is from the one next to it; of many, a sample is measured."""
    some = shape[:: max(1, len(shape) // 400)]
    away = np.hypot(some[:, None, 0] - shape[None, :, 0], some[:, None, 1] - shape[None, :, 1])
    away[away == 0] = np.inf
    smallest: NDArray[np.float64] = away.min(axis=1)
    return smallest[np.isfinite(smallest)] if np.isfinite(smallest).any() else np.ones(1)
