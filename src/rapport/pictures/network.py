"""The map of the network: islands of dots, thin lines, names where there is room for them.

Everything is drawn 960 units wide, whatever the number of people. Dots and lines keep their width on the
screen at every size (non-scaling strokes: a dot is a line of no length with a round end), and letters are
set in ems: the page's own style says how large an em is. Each name says from which size on it fits.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rapport.domain.map.map import Join, Network, NodeKind, Point
from rapport.domain.values import dataclass
from rapport.pictures.network_labels import ME, Label, Placed, Room, place_labels
from rapport.pictures.svg import SANS, SERIF, Palette, Picture, number, safe
from rapport.wording.map import group_name, told

WIDTH, LOWEST, HIGHEST = 960.0, 440.0, 800.0
EDGE = 46.0  # units of paper around
LARGEST_ROOM = 62.0  # units for one person where there are few
NAMED = 400  # people with a name and a link of their own in the drawing
FEW = 60  # nodes whose names all stand wherever they fit
DENSITIES = (("airy", 20.0), ("close", 9.0), ("dense", 0.0))  # units for one person, at least
COLOURS = 6
LINES = 6_000  # of shared history inside islands, at most: the strongest
FAR = 240  # the same between islands
CURVED = 800  # ways are drawn with a slight bend up to so many
MINE = 24  # lines from me at most

Link = Callable[[UUID, NodeKind], str | None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where everything lies, in units."""

    width: float
    height: float
    points: tuple[Point, ...]  # by node
    me: Point
    colours: tuple[int, ...]  # by group
    bent: bool  # ways have a slight bend
    density: str  # "airy", "close" or "dense": how large a dot may be


def sheet(network: Network, places: Sequence[Point]) -> Sheet:
    """The whole network on one sheet."""
    xs, ys = [0.0, *(x for x, _y in places)], [0.0, *(y for _x, y in places)]
    wide, high = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
    room = min(LARGEST_ROOM, (WIDTH - 2 * EDGE) / wide, (HIGHEST - 2 * EDGE) / high)
    height = max(LOWEST, high * room + 2 * EDGE)
    left = WIDTH / 2 - (max(xs) + min(xs)) / 2 * room
    top = height / 2 - (max(ys) + min(ys)) / 2 * room
    points = tuple((round(left + x * room, 1), round(top + y * room, 1)) for x, y in places)
    density = next(name for name, least in DENSITIES if room >= least)
    bent = sum(node.via is not None for node in network.nodes) <= CURVED
    return Sheet(WIDTH, height, points, (round(left, 1), round(top, 1)), _colours(network), bent, density)


def _colours(network: Network) -> tuple[int, ...]:
    """By group: its own from its key, or the least used so far."""
    used = [0] * COLOURS
    found = []
    for group in network.groups:
        first = int(group.key[:4], 16)
        colour = min(range(COLOURS), key=lambda one: (used[one], (one - first) % COLOURS))
        used[colour] += 1
        found.append(colour)
    return tuple(found)


def network_map(
    network: Network,
    places: Sequence[Point],
    *,
    link: Link | None = None,
    key: str = "map",
    palette: Palette | None = None,
) -> Picture:
    """Who came through whom, and who shares history."""
    on = sheet(network, places)
    parts = [*_shared(network, on), *_mine(network, on), *_ways(network, on), *_dots(network, on)]
    parts += _names(network, on, link or (lambda uid, kind: None))
    lines = told(network)
    title = _("The map of your people")
    style = f"<style>{_style(palette)}</style>" if palette else ""
    size = f'viewBox="0 0 {number(on.width)} {number(on.height)}"'
    about = (
        f'<title id="{key}-title">{safe(title)}</title><desc id="{key}-desc">{safe(" ".join(lines))}</desc>'
    )
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="net {on.density}" {size} role="group" font-size="13"'
    )
    svg = f'{head} aria-labelledby="{key}-title {key}-desc">{about}{style}{"".join(parts)}</svg>'
    return Picture(title, tuple(lines), svg)


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _path(css: str, d: str) -> str:
    return f'<path class="{css}" d="{d}"/>' if d else ""


def _shared(network: Network, on: Sheet) -> list[str]:
    """Between islands and inside them; where they are too many, the strongest."""
    shared = [edge for edge in network.edges if edge.join is Join.TOGETHER]
    shared.sort(key=lambda edge: (-edge.weight, edge.a, edge.b))
    inside: list[str] = []
    across: list[str] = []
    for edge in shared:
        line = f"M{_at(on.points[edge.a])}L{_at(on.points[edge.b])}"
        near = network.nodes[edge.a].group == network.nodes[edge.b].group
        (inside if near else across).append(line)
    return [_path("far", "".join(across[:FAR])), _path("shared", "".join(inside[:LINES]))]


def _mine(network: Network, on: Sheet) -> list[str]:
    """Me, and a line to those through whom most came."""
    tops = [at for at, node in enumerate(network.nodes) if node.via is None and node.grew]
    tops.sort(key=lambda at: (-network.nodes[at].grew, at))
    lines = "".join(f"M{_at(on.me)}L{_at(on.points[at])}" for at in tops[:MINE])
    return [_path("mine", lines), _path("ring", f"M{_at(on.me)}h0"), _path("core", f"M{_at(on.me)}h0")]


def _ways(network: Network, on: Sheet) -> list[str]:
    """Who came through whom, in the colour of the island."""
    by_colour: list[list[str]] = [[] for _ in range(COLOURS)]
    for at, node in enumerate(network.nodes):
        if node.via is not None:
            by_colour[on.colours[node.group]].append(_way(on.points[node.via], on.points[at], bent=on.bent))
    return [_path(f"way c{colour}", "".join(ways)) for colour, ways in enumerate(by_colour)]


def _way(start: Point, end: Point, *, bent: bool) -> str:
    (x, y), (a, b) = start, end
    if not bent:
        return f"M{_at(start)}L{_at(end)}"
    turn = (number((x + a) / 2 + (y - b) * 0.09), number((y + b) / 2 + (a - x) * 0.09))
    return f"M{_at(start)}Q{turn[0]} {turn[1]} {_at(end)}"


def _size(network: Network, at: int) -> int:
    """1 to 3: the closer, or the more came through them, the larger."""
    node = network.nodes[at]
    return 3 if node.grew >= 2 or node.closeness >= 0.6 else 2 if node.grew or node.closeness >= 0.3 else 1


def _first(network: Network, at: int) -> int:
    """From which size on a name may stand: of few people all, of many only who is close or brought others.

    Whom an island is named after need not be named twice.
    """
    node = network.nodes[at]
    group = network.groups[node.group]
    if group.about == node.id:
        return 2 if node.is_person else 3
    return 0 if len(network.nodes) <= FEW else 3 - _size(network, at)


def _dots(network: Network, on: Sheet) -> list[str]:
    by_look: dict[str, list[str]] = {}
    for at, node in enumerate(network.nodes):
        look = f"d{_size(network, at)}" if node.is_person else "place"
        by_look.setdefault(f"dot {look} c{on.colours[node.group]}", []).append(f"M{_at(on.points[at])}h0")
    return [_path(look, "".join(by_look[look])) for look in sorted(by_look)]


def standing_out(picture: Picture, network: Network, on: Sheet, chosen: int) -> Picture:
    """The same picture with the way from me to a node, and everything that grew from there."""
    way = network.way(chosen)
    steps = f"M{_at(on.me)}L{_at(on.points[way[0]])}"
    steps += "".join(_way(on.points[a], on.points[b], bent=on.bent) for a, b in pairwise(way))
    children = network.children()
    grown, todo = [], [chosen]
    for at in todo:
        for child in children.get(at, ()):
            grown.append(_way(on.points[at], on.points[child], bent=on.bent))
            todo.append(child)
    here = f"M{_at(on.points[chosen])}h0"
    drawn = _path("grown", "".join(grown)) + _path("told", steps) + _path("here", here)
    return Picture(picture.title, picture.lines, picture.svg.removesuffix("</svg>") + drawn + "</svg>")


def _names(network: Network, on: Sheet, link: Link) -> list[str]:
    """Islands, then people; a person's name and dot are one link."""
    wanted = [
        Label(pgettext("on the map", "you"), Room(*on.me, 0.0), ME),
        *(
            Label(group_name(group), _round(network, on, place), place, is_group=True)
            for place, group in enumerate(network.groups)
        ),
        *(
            Label(network.nodes[at].name, Room(*on.points[at], 0.0), at, first=_first(network, at))
            for at in network.telling()[:NAMED]
        ),
    ]
    few = len(network.nodes) <= FEW
    placed = place_labels(wanted, on.points, on.width, on.height, sparing=not few)
    return [_name(network, on, one, link) for one in placed]


def _name(network: Network, on: Sheet, placed: Placed, link: Link) -> str:
    ref, at = placed.label.ref, placed.text_at
    shift = f' dx="{at.side.dx:g}em"' if at.side.dx else ""
    words = (
        f'<text x="{number(at.x)}" y="{number(at.y)}"{shift} dy="{at.side.dy:g}em"'
        f' text-anchor="{at.side.anchor}">{safe(placed.shown)}</text>'
    )
    if placed.label.is_group:
        return f'<g class="isle l{placed.level} c{on.colours[ref]}">{words}</g>'
    if ref == ME:
        return f'<g class="l{placed.level}">{words}</g>'
    node = network.nodes[ref]
    href = link(node.id, node.kind)
    tag, more = ("a", f' href="{safe(href)}"') if href else ("g", "")
    more += ' tabindex="-1"' if href and placed.level > 1 else ""
    full = f"<title>{safe(node.name)}</title>" if placed.shown != node.name else ""
    hit = f'<path class="hit" d="M{_at(on.points[ref])}h0"/>'
    kind = "who" if node.is_person else "who what"
    return f'<{tag} class="{kind} l{placed.level}" data-n="{ref}"{more}>{full}{hit}{words}</{tag}>'


def _round(network: Network, on: Sheet, place: int) -> Room:
    """An island as a circle."""
    points = [on.points[at] for at in network.groups[place].members]
    x = sum(point[0] for point in points) / len(points)
    y = sum(point[1] for point in points) / len(points)
    return Room(x, y, max(((a - x) ** 2 + (b - y) ** 2) ** 0.5 for a, b in points))


def _style(palette: Palette) -> str:
    """What the page's style sheet says, for a drawing that stands alone."""
    inks = (palette.accent, palette.pine)
    colours = "".join(f".c{at}{{color:{inks[at % 2]}}}" for at in range(COLOURS))
    return (
        f".net{{background:{palette.paper};font-family:{SANS}}}path{{fill:none;stroke-linecap:round;"
        f"vector-effect:non-scaling-stroke}}{colours}"
        f".far,.shared,.mine{{stroke:{palette.soft};stroke-width:.6;opacity:.4}}"
        ".way{stroke:currentColor;stroke-width:1.1;opacity:.75}"
        ".dot,.core{stroke:currentColor}.d1{stroke-width:4.5}.d2{stroke-width:6.5}.d3{stroke-width:9}"
        ".dense .d1{stroke-width:2.4}.dense .d2{stroke-width:3.2}.dense .d3{stroke-width:4.4}"
        f".place{{stroke-width:6;stroke-linecap:square}}.ring{{stroke:{palette.ink};stroke-width:11}}"
        f".core{{stroke:{palette.paper};stroke-width:7}}.hit{{stroke:none}}text{{fill:{palette.ink};paint-order:stroke;"
        f"stroke:{palette.paper};stroke-width:3px}}"
        f".isle text{{font-family:{SERIF};font-size:1.15em;font-style:italic;fill:currentColor}}"
        ".l2,.l3,.l4,.l5{display:none}"
    )
