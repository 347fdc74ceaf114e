"""Which name stands where on the map, and from which size on: no name ever lies over another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapport.domain.values import dataclass
from rapport.pictures.svg import clip, width_of

# How large the drawing is shown, against its own units: on a phone, on a desk, then zoomed in.
SIZES = (1 / 2.9, 0.66, 1.4, 2.8, 5.6, 11.2)  # as js/map.js has its LIMITS
EM = 13.0  # px
GROUP_EM = 1.15  # of an em: the letters of a group's name
LONGEST, LONGEST_GROUP = 170.0, 250.0  # px: a longer name is cut
CELL = 40.0  # px
MOST = {0: (8, 5), 1: (18, 26), 2: (60, 90)}  # groups and others that join at a size
ANY = (10_000, 10_000)


ME = -1


class Room(NamedTuple):
    """A circle that a name belongs to: a dot, or an island."""

    x: float
    y: float
    reach: float


@dataclass(frozen=True, slots=True)
class Label:
    text: str
    room: Room
    ref: int  # a node, or a group; ME
    is_group: bool = False
    first: int = 0  # the smallest size it may stand at


class Side(NamedTuple):
    anchor: str
    dx: float  # ems from the point to the anchor
    dy: float  # ems down to the line the letters stand on


class TextAt(NamedTuple):
    """A point in units, and on which side of it."""

    x: float
    y: float
    side: Side


SIDES = (
    Side("start", 0.62, 0.34),
    Side("end", -0.62, 0.34),
    Side("middle", 0, -0.72),
    Side("middle", 0, 1.42),
)
AROUND = ((-1, Side("middle", 0, -0.8)), (1, Side("middle", 0, 1.4)), (0, Side("middle", 0, 0.35)))


@dataclass(frozen=True, slots=True)
class Placed:
    label: Label
    shown: str
    text_at: TextAt
    level: int  # the smallest size it is shown at


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class _Level:
    """What is taken at one size; in px."""

    def __init__(self, points: Sequence[tuple[float, float]], size: float) -> None:
        self.size = size
        self.taken: dict[tuple[int, int], list[Box]] = defaultdict(list)
        self.points = points
        self.dots: dict[tuple[int, int], list[tuple[float, float]]] = {}

    def take(self, box: Box) -> None:
        for cell in self._cells(box):
            self.taken[cell].append(box)

    def is_free(self, box: Box) -> bool:
        return not any(box.meets(other) for cell in self._cells(box) for other in self.taken.get(cell, ()))

    def covered(self, box: Box) -> int:
        """Dots below it."""
        if not self.dots:
            for x, y in self.points:
                at = (int(x * self.size // CELL), int(y * self.size // CELL))
                self.dots.setdefault(at, []).append((x * self.size, y * self.size))
        return sum(
            box.left < x < box.right and box.top < y < box.bottom
            for cell in self._cells(box)
            for x, y in self.dots.get(cell, ())
        )

    def _cells(self, box: Box) -> Iterator[tuple[int, int]]:
        for column in range(int(box.left // CELL), int(box.right // CELL) + 1):
            for row in range(int(box.top // CELL), int(box.bottom // CELL) + 1):
                yield column, row


def place_labels(
    labels: Sequence[Label],
    points: Sequence[tuple[float, float]],
    width: float,
    height: float,
    *,
    sparing: bool = False,
) -> list[Placed]:
    """In the order of their worth: whoever comes first stands first. What fits at no size is left out.

    `sparing`: no more than MOST at the smaller sizes, so that the drawing stays quiet.
    """
    waiting, placed = list(labels), list[Placed]()
    levels = [_Level(points, size) for size in SIZES]
    for number in range(len(SIZES)):
        rest = []
        left = dict(zip((True, False), MOST.get(number, ANY) if sparing else ANY, strict=True))
        for label in waiting:
            may = label.first <= number and left[label.is_group] > 0
            found = _stand(label, levels[number:], width, height) if may else None
            if found is None:
                rest.append(label)
                continue
            left[label.is_group] -= 1
            placed.append(Placed(label, *found, number))
        waiting = rest
    return placed


def _stand(label: Label, levels: Sequence[_Level], width: float, height: float) -> tuple[str, TextAt] | None:
    """Where it covers least at the first of these sizes, and meets no other at any; it is taken. Or None."""
    em = _em(label)
    shown = clip(label.text, LONGEST_GROUP if label.is_group else LONGEST, em)
    wide, first = width_of(shown, em), levels[0]
    free = []
    for place, text_at in enumerate(_options(label)):
        box = _box(wide, em, text_at, first.size)
        if (
            _is_inside(box, width * first.size, height * first.size)
            and first.is_free(box)
            and all(level.is_free(_box(wide, em, text_at, level.size)) for level in levels[1:])
        ):
            free.append((first.covered(box), place, text_at))
    if not free:
        return None
    text_at = min(free)[2]
    for level in levels:
        level.take(_box(wide, em, text_at, level.size))
    return shown, text_at


def _is_inside(box: Box, width: float, height: float) -> bool:
    return box.left >= 2 and box.top >= 2 and box.right <= width - 2 and box.bottom <= height - 2


def _options(label: Label) -> list[TextAt]:
    x, y, reach = label.room
    if label.is_group:
        return [TextAt(x, y + up * reach, side) for up, side in AROUND]
    return [TextAt(x, y, side) for side in SIDES]


def _em(label: Label) -> float:
    return EM * GROUP_EM if label.is_group else EM


def _box(wide: float, em: float, at: TextAt, size: float) -> Box:
    """What letters so many px wide cover, with a little air."""
    anchor, dx, dy = at.side
    left = at.x * size + dx * em - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    y = at.y * size + dy * em
    return Box(left - 3, y - em * 0.95, left + wide + 3, y + em * 0.35)
