"""JSON-LD in a page: every Event in it, however it is wrapped (@graph, lists, series, references)."""

import json
import re
from collections.abc import Iterator
from typing import Any

from rapport.formats.feeds.events import Node, each
from rapport.formats.feeds.texts import line

MOST_NODES = 20_000  # values looked at in one page
MOST_CHARACTERS = 4_000_000  # of one script
MOST_DEEP = 60
_WRAPPED = re.compile(
    r"^\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)|(?:-->|(?://|/\*)?\s*\]\]>(?:\s*\*/)?)\s*;?\s*$"
)
_TRAILING = re.compile(r",(\s*[}\]])")
_NO_EVENT = frozenset(
    {
        "EventReservation",
        "EventVenue",
        "ReceiveAction",
        "SaleEvent",
        "PublicationEvent",
        "BroadcastEvent",
        "DeliveryEvent",
    }
)
_OTHERS = frozenset({"Festival", "Hackathon", "CourseInstance", "EventSeries"})


def events(script: str) -> Iterator[Node]:
    """The events of one script, in its order; nothing where it is no JSON."""
    document = _parsed(script)
    nodes = list(_walk(document))
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    part = {id(child) for node in nodes if is_event(node) for child in _told_with(node)}
    for node in nodes:
        if is_event(node) and id(node) not in part and not _tells_by_parts(node):
            yield _resolved(node, known)


def is_event(node: Node) -> bool:
    for kind in each(node.get("@type")):
        name = line(kind, 80).rsplit("/", 1)[-1].rsplit(":", 1)[-1]
        if name not in _NO_EVENT and (name.endswith("Event") or name in _OTHERS):
            return True
    return False


def _tells_by_parts(node: Node) -> bool:
    """A series, or what has no day of its own, is told by its parts."""
    kinds = {line(kind, 80).rsplit("/", 1)[-1] for kind in each(node.get("@type"))}
    return bool(node.get("subEvent") or node.get("subEvents")) and (
        "EventSeries" in kinds or not node.get("startDate")
    )


def _told_with(node: Node) -> Iterator[Node]:
    """The sessions of a conference are told with it."""
    if _tells_by_parts(node):
        return
    for key in ("subEvent", "subEvents"):
        yield from (child for child in each(node.get(key)) if isinstance(child, dict))
    yield from (child for child in each(node.get("superEvent")) if isinstance(child, dict))


def _resolved(node: Node, known: dict[str, Node]) -> Node:
    """With what it refers to by @id, one step deep."""
    return {key: _followed(value, known) for key, value in node.items()}


def _followed(value: Any, known: dict[str, Node]) -> Any:
    if isinstance(value, list):
        return [_followed(one, known) for one in value[:50]]
    if isinstance(value, dict) and len(value) == 1 and isinstance(value.get("@id"), str):
        return known.get(value["@id"], value)
    return value


def _walk(document: Any) -> Iterator[Node]:
    """Every object in it, parents first."""
    waiting: list[tuple[Any, int]] = [(document, 0)]
    seen = 0
    while waiting and seen < MOST_NODES:
        value, depth = waiting.pop()
        seen += 1
        if isinstance(value, dict):
            yield value
            inner: list[Any] = list(value.values())
        else:
            inner = value if isinstance(value, list) else []
        if depth < MOST_DEEP:
            waiting.extend((one, depth + 1) for one in reversed(inner) if isinstance(one, dict | list))


def _parsed(script: str) -> Any:
    text = script[:MOST_CHARACTERS]
    for _ in range(2):
        text = _WRAPPED.sub("", text)
    for attempt in (text, _TRAILING.sub(r"\1", text)):
        try:
            return json.loads(attempt.strip().rstrip(";"), strict=False, parse_int=_number)
        except (ValueError, RecursionError):
            continue
    return None


def _number(digits: str) -> int | float:
    return int(digits) if len(digits) < 19 else 0.0
