"""The introduction tree: growing to the right where there is room, indented like a list on a phone."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rapport.domain.origins.origins import Node, NodeKind, Tree
from rapport.domain.values import dataclass
from rapport.pictures.svg import Ink, Palette, Pen, Picture, clip, width_of
from rapport.wording.dates import short_day

WIDTH, NARROW_WIDTH = 720.0, 344.0
ROW = 24.0  # units from one leaf to the next: a finger still hits one of them
DEEPEST = 7  # columns that fit side by side; a deeper tree is drawn indented
GAP = 28.0  # room for the curve between two columns
INDENT = 18.0
LABEL = 9.0  # from the middle of a mark to its name
NARROW_COLUMN, NARROWEST = 116.0, 56.0  # a column with room for a full name, and for a few letters

Names = Mapping[UUID, str]
Link = Callable[[Node], str | None]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one node stands."""

    node: Node
    depth: int  # 0: me
    row: float  # leaves stand on whole rows, others midway between their children
    parent: int | None  # index among the spots


def introductions(
    tree: Tree,
    names: Names,
    *,
    narrow: bool = False,
    link: Link | None = None,
    key: str = "tree",
    palette: Palette | None = None,
) -> Picture:
    """Who came through whom. `names` by id, for people, gatherings and what opened up."""
    deep = max((spot.depth for spot in indented(tree)), default=0)
    draw = _indented if narrow or deep > DEEPEST else _growing
    width = NARROW_WIDTH if narrow else WIDTH
    pen = draw(tree, names, link or (lambda node: None), width, palette)
    return pen.finish(_("Who came through whom"), lines(tree, names), key)


def indented(tree: Tree) -> list[Spot]:
    """Every node on a row of its own, children below their parent."""
    spots: list[Spot] = []
    waiting: list[tuple[Node, int, int | None]] = [(tree.root, 0, None)]
    while waiting:
        node, depth, parent = waiting.pop()
        here = len(spots)
        spots.append(Spot(node, depth, float(here), parent))
        waiting.extend((child, depth + 1, here) for child in reversed(node.children))
    return spots


def growing(tree: Tree) -> list[Spot]:
    """Leaves one below the other, each parent midway between its first and its last child."""
    order = indented(tree)
    rows: dict[int, float] = {}
    leaf = 0.0
    for place, spot in enumerate(order):
        if not spot.node.children:
            rows[place] = leaf
            leaf += 1
    children: dict[int, list[int]] = {}
    for place, spot in enumerate(order):
        if spot.parent is not None:
            children.setdefault(spot.parent, []).append(place)
    for place in reversed(range(len(order))):
        if place in children:
            rows[place] = (rows[children[place][0]] + rows[children[place][-1]]) / 2
    return [Spot(spot.node, spot.depth, rows[place], spot.parent) for place, spot in enumerate(order)]


def lines(tree: Tree, names: Names) -> list[str]:
    """The tree in words: one line for each thing, with what it came through."""
    spots = indented(tree)
    said = []
    for spot in spots[1:]:
        parent = spots[spot.parent].node if spot.parent else None
        name = _name(spot.node, names)
        if parent is None:
            said.append(f"{name}.")
        else:
            said.append(_("%(name)s, through %(origin)s.") % {"name": name, "origin": _name(parent, names)})
    return said or [_("Nobody yet.")]


def _name(node: Node, names: Names) -> str:
    if node.id is None:
        return pgettext("root of the tree", "me")
    return names.get(node.id) or pgettext("a person without a name", "someone")


def _columns(spots: list[Spot], names: Names, width: float) -> list[float]:
    """Where each column begins: as wide as its longest name that something grows from.

    A leaf may run on to the right edge. Columns give way until the leaves fit: down to a full name for the
    sake of long leaves, further only where the last column would have no room at all.
    """
    deep = max(spot.depth for spot in spots)
    wide, leaves = [0.0] * (deep + 1), [0.0] * (deep + 1)
    for spot in spots:
        lengths = wide if spot.node.children else leaves
        lengths[spot.depth] = max(lengths[spot.depth], width_of(_name(spot.node, names)) + LABEL + 4)
    cap = max(wide)
    starts = _starts(wide, cap)
    while cap > NARROW_COLUMN and any(x + leaf > width for x, leaf in zip(starts, leaves, strict=True)):
        cap -= 4
        starts = _starts(wide, cap)
    while cap > NARROWEST and starts[-1] + NARROW_COLUMN > width:
        cap -= 4
        starts = _starts(wide, cap)
    return starts


def _starts(wide: list[float], cap: float) -> list[float]:
    starts = [8.0]
    for one in wide[:-1]:
        starts.append(starts[-1] + min(one, cap) + GAP)
    return starts


def _growing(tree: Tree, names: Names, link: Link, width: float, palette: Palette | None) -> Pen:
    spots = growing(tree)
    starts = _columns(spots, names, width)
    rows = max(spot.row for spot in spots) + 1
    pen = Pen(width, rows * ROW + 8, palette)
    ends: list[tuple[float, float]] = []
    for spot in spots:
        x, y = starts[spot.depth], spot.row * ROW + ROW / 2 + 4
        if spot.parent is not None:
            _branch(pen, *ends[spot.parent], x - 6, y)
        right = starts[spot.depth + 1] - GAP if spot.node.children else width
        label = clip(_name(spot.node, names), right - x - LABEL)
        _node(pen, spot.node, names, link, x, y, label)
        ends.append((x + LABEL + 3 + width_of(label) * 0.96, y))
    return pen


def _branch(pen: Pen, x1: float, y1: float, x2: float, y2: float) -> None:
    middle = x2 - GAP / 2 + 4
    straight = max(x1, middle - GAP / 2)
    pen.path(
        f"M{x1:.1f} {y1:.1f}L{straight:.1f} {y1:.1f}"
        f"C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
    )


def _indented(tree: Tree, names: Names, link: Link, width: float, palette: Palette | None) -> Pen:
    spots = indented(tree)
    deep = max(spot.depth for spot in spots)
    step = min(INDENT, 0.4 * width / max(1, deep))
    pen = Pen(width, len(spots) * ROW + 8, palette)
    places: list[tuple[float, float]] = []
    last_child: dict[int, float] = {}
    for spot in spots:
        x, y = 8 + spot.depth * step, spot.row * ROW + ROW / 2 + 4
        places.append((x, y))
        if spot.parent is not None:
            last_child[spot.parent] = y
            pen.line(places[spot.parent][0], y, x - 6, y)
    for parent, lowest in last_child.items():
        x, y = places[parent]
        pen.line(x, y + 6, x, lowest)
    for spot, (x, y) in zip(spots, places, strict=True):
        _node(pen, spot.node, names, link, x, y, clip(_name(spot.node, names), width - x - 14))
    return pen


def _node(pen: Pen, node: Node, names: Names, link: Link, x: float, y: float, label: str) -> None:
    """The mark says what it is: a dot for someone who counts, a ring for others, a square for a gathering."""
    title = _name(node, names)
    if node.on and node.id:
        title = f"{title} · {short_day(node.on)}"
    with pen.group(title, link(node) if node.id else None):
        if node.kind is NodeKind.GATHERING:
            pen.box(x - 3.5, y - 3.5, 7, Ink.PINE)
        elif node.kind is NodeKind.OPPORTUNITY:
            pen.diamond(x, y, 4.5, Ink.PINE)
        elif node.is_connection:
            pen.dot(x, y, 4, Ink.ACCENT)
        else:
            pen.ring(x, y, 3.5, Ink.INK)
        pen.words(x + LABEL, y + 4.5, label, italic=node.kind is NodeKind.OPPORTUNITY)
