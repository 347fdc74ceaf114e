"""Microdata in a page (HTML 5.2 §5): events as the same nodes that JSON-LD gives."""

from collections.abc import Iterator
from typing import Any

from rapport.formats.feeds.events import Node
from rapport.formats.feeds.jsonld import is_event
from rapport.formats.feeds.texts import line, text_of

MOST_PROPERTIES = 400  # of one item
MOST_DEEP = 6
_HREF = {
    "a": "href",
    "area": "href",
    "link": "href",
    "img": "src",
    "object": "data",
    "iframe": "src",
    "source": "src",
}
_URLS = frozenset({"url", "sameAs"})


def events(root: Any) -> Iterator[Node]:
    """Every event of the page that is no part of another."""
    for element in root.iter():
        if isinstance(element.tag, str) and "itemtype" in element.attrib and not _is_part(element):
            node = _item(element, 0)
            if is_event(node):
                yield node


def _is_part(element: Any) -> bool:
    """A property of an event above it: a session, the place."""
    if "itemprop" not in element.attrib:
        return False
    return any(
        "schema.org/" in (above.get("itemtype") or "") and "Event" in above.get("itemtype")
        for above in element.iterancestors()
    )


def _item(element: Any, depth: int) -> Node:
    node: Node = {"@type": [line(kind, 200) for kind in (element.get("itemtype") or "").split()[:5]]}
    if element.get("itemid"):
        node["@id"] = [element.get("itemid")]
    for count, (name, held) in enumerate(_properties(element)):
        if count > MOST_PROPERTIES:
            break
        value: Any
        if "itemscope" in held.attrib:
            value = _item(held, depth + 1) if depth < MOST_DEEP else None
        else:
            value = _value(held, name)
        node.setdefault(name, []).append(value)
    return {name: held[0] if len(held) == 1 else held for name, held in node.items()}


def _properties(element: Any) -> Iterator[tuple[str, Any]]:
    """What stands in it, but not in an item inside it."""
    waiting = list(reversed(list(element)))
    while waiting:
        held = waiting.pop()
        if not isinstance(held.tag, str):
            continue
        for name in (held.get("itemprop") or "").split()[:5]:
            yield line(name, 80), held
        if "itemscope" not in held.attrib:
            waiting.extend(reversed(list(held)))


def _value(held: Any, name: str) -> str:
    if "content" in held.attrib:
        return str(held.get("content"))
    if held.tag == "time" and held.get("datetime"):
        return str(held.get("datetime"))
    if held.tag in _HREF and (name in _URLS or held.tag not in ("a", "area")):
        return str(held.get(_HREF[held.tag]) or "")
    if held.tag in ("data", "meter") and held.get("value"):
        return str(held.get("value"))
    if held.tag == "a" and name in ("location", "eventStatus", "eventAttendanceMode") and held.get("href"):
        return text_of(held) or str(held.get("href"))
    return text_of(held)
