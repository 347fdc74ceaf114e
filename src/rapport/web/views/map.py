"""The map of the network: a picture, one person in it, and the same as lists."""

from collections import deque
from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import get_language, ngettext, override
from django.views.decorators.http import require_safe

from rapport.domain.map.map import Network, Node, NodeKind
from rapport.domain.text import fold
from rapport.pictures.network import network_map, sheet, standing_out
from rapport.pictures.svg import Picture
from rapport.services.people import map as maps
from rapport.services.people.map import Map
from rapport.web.caching import unchanged_is_304
from rapport.web.owner import owner_of
from rapport.web.pages import show
from rapport.wording.map import group_name
from rapport.wording.phrases import labelled

LOOK_AGAIN: Final = 2  # seconds
MOST: Final = 8  # found people in a list
ROWS: Final = 250  # on one page of the lists, about
KINDS: Final = {NodeKind.PERSON: "person", NodeKind.GATHERING: "gathering"}


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The whole map; `?person=` tells of one, `?q=` looks for somebody, `?groups=` turns the lists' pages."""
    look = maps.look(owner_of(request).id, _ahead(get_language() or ""))
    if look.map is None:
        response = show(request, "map/drawing")
        response["Refresh"] = str(LOOK_AGAIN)
        return response
    if not look.is_current:
        return _shown(request, look.map, is_current=False)
    return _current(request)


@unchanged_is_304
def _current(request: HttpRequest) -> HttpResponse:
    return _shown(request, maps.open_map(owner_of(request).id))


def _shown(request: HttpRequest, found: Map, *, is_current: bool = True) -> HttpResponse:
    network = found.network
    query = request.GET.get("q", "").strip()[:200]
    matches = _matching(network, query) if query else []
    chosen = _asked(network, request.GET.get("person", ""))
    if chosen is None and len(matches) == 1:
        chosen = matches[0]
    picture = _picture(found, get_language() or "")
    people = sum(group.people for group in network.groups)
    lead = ngettext(
        "%(num)s person, and how you came to know each other.",
        "%(num)s people, and how you came to know each other.",
        people,
    )
    context = {
        "count": people,
        "is_current": is_current,
        "revision": found.revision,
        "lead": lead % {"num": number_format(people, use_l10n=True, force_grouping=True)},
        "picture": picture
        if chosen is None
        else standing_out(picture, network, sheet(network, found.places), chosen),
        "query": query,
        "matches": [_named(network.nodes[at], on_map=True) for at in matches[:MOST] if chosen is None],
        "nobody": bool(query) and not matches,
        "chosen": _told(network, chosen) if chosen is not None else None,
        **_lists(network, request.GET.get("groups", "")),
    }
    return show(request, "map/page", context)


def _picture(found: Map, language: str) -> Picture:
    """Drawn once for each map and language; a few are kept."""
    for kept, spoken, picture in list(_pictures):  # another thread may draw
        if kept is found and spoken == language:
            return picture
    picture = network_map(found.network, found.places, link=_link)
    _pictures.append((found, language, picture))
    return picture


def _ahead(language: str) -> Callable[[Map], object]:
    """Draws a map for a page to come, in another thread, which has no language of its own."""

    def draw(found: Map) -> None:
        with override(language):
            _picture(found, language)

    return draw


_pictures: deque[tuple[Map, str, Picture]] = deque(maxlen=4)


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """What the script needs to tell about anybody: id, name, kind, group, what they came through, where."""
    found = maps.look(owner_of(request).id).map or Map(Network(), (), 0)
    on = sheet(found.network, found.places)
    groups = [[group_name(group), on.colours[place]] for place, group in enumerate(found.network.groups)]
    nodes = [
        [node.id.hex, node.name, int(node.is_person), node.group, -1 if node.via is None else node.via, *at]
        for node, at in zip(found.network.nodes, on.points, strict=True)
    ]
    document = {"revision": found.revision, "me": on.me, "bent": on.bent, "groups": groups, "nodes": nodes}
    return JsonResponse(document, json_dumps_params={"ensure_ascii": False, "separators": (",", ":")})


def _asked(network: Network, person: str) -> int | None:
    """The node of the address; an id that is not on the map chooses nobody."""
    try:
        uid = UUID(person)
    except ValueError:
        return None
    return next((at for at, node in enumerate(network.nodes) if node.id == uid), None)


def _matching(network: Network, query: str) -> list[int]:
    """Whose name holds every word, those first whose names say most."""
    words = fold(query).split()
    return [at for at in network.telling() if all(word in fold(network.nodes[at].name) for word in words)]


def _link(uid: UUID, kind: NodeKind) -> str | None:
    """A series and a gathering are different pages: the map tells about both itself."""
    return reverse("person", args=[uid]) if kind is NodeKind.PERSON else f"?person={uid}"


def _named(node: Node, *, on_map: bool = False) -> dict[str, Any]:
    here = f"?person={node.id}"
    return {"name": node.name, "url": here if on_map or not node.is_person else _link(node.id, node.kind)}


def _told(network: Network, chosen: int) -> dict[str, Any]:
    """Name, link, the way from me, and all that grew from there."""
    node, children = network.nodes[chosen], network.children()
    grown = [_named(network.nodes[at], on_map=True) for at in children.get(chosen, [])]
    return {
        "name": node.name,
        "url": _link(node.id, node.kind) if node.is_person else "",
        "group": group_name(network.groups[node.group]),
        "way": [_named(network.nodes[at], on_map=True) for at in network.way(chosen)[:-1]],
        "grown": grown,
        "count": ngettext("%(num)s person came through them", "%(num)s people came through them", node.grew)
        % {"num": node.grew}
        if node.grew
        else "",
    }


def _lists(network: Network, asked: str) -> dict[str, Any]:
    """The picture as lists: groups, their people, and who came through them; a long group runs on."""
    children = network.children()
    sheets: list[list[dict[str, Any]]] = [[]]
    room = ROWS
    for group in network.groups:
        inside = set(group.members)
        tops = [at for at in group.members if network.nodes[at].via not in inside]
        tops.sort(key=lambda at: (fold(network.nodes[at].name), str(network.nodes[at].id)))
        count = ngettext("%(num)s person", "%(num)s people", group.people) % {"num": group.people}
        title = labelled(group_name(group), count)
        rows: list[int] = []
        for top in tops:
            if room <= 0:
                sheets[-1] += [{"title": title, "tops": rows}] if rows else []
                sheets.append([])
                rows, room = [], ROWS
            rows.append(top)
            room -= 1 + network.nodes[top].grew
        sheets[-1].append({"title": title, "tops": rows})
    pages = len(sheets)
    number = min(max(int(asked), 1), pages) if asked.isdecimal() and len(asked) < 6 else 1
    return {
        "groups": [
            {"title": one["title"], "rows": _rows(network, children, one["tops"])}
            for one in sheets[number - 1]
        ],
        "paging": {
            "number": number,
            "pages": pages,
            "previous_url": f"?groups={number - 1}#lists" if number > 1 else None,
            "next_url": f"?groups={number + 1}#lists" if number < pages else None,
        },
    }


def _rows(network: Network, children: dict[int, list[int]], tops: list[int]) -> list[dict[str, Any]]:
    """Nested rows as a flat list with depths: no chain is too long for it."""
    rows, waiting = [], [(at, 0) for at in reversed(tops)]
    while waiting:
        at, depth = waiting.pop()
        below = children.get(at, [])
        rows.append({**_named(network.nodes[at]), "opens": bool(below), "closes": 0, "depth": depth})
        waiting += [(child, depth + 1) for child in reversed(below)]
    for row, following in zip(rows, [*rows[1:], {"depth": 0}], strict=True):
        row["closes"] = max(0, row["depth"] - following["depth"])
    return rows
