"""h-event, and the older hCalendar (microformats.org), as the same nodes that JSON-LD gives."""

from collections.abc import Iterator
from typing import Any

from rapport.formats.feeds.events import Node
from rapport.formats.feeds.texts import text_of

_NAMES = {  # class → property, the new classes first
    "p-name": "name", "summary": "name",
    "dt-start": "startDate", "dtstart": "startDate",
    "dt-end": "endDate", "dtend": "endDate",
    "dt-duration": "duration", "duration": "duration",
    "p-location": "location", "location": "location",
    "u-url": "url", "url": "url",
    "e-content": "description", "p-summary": "description", "description": "description",
    "p-organizer": "organizer", "organizer": "organizer",
    "u-uid": "identifier", "uid": "identifier",
    "p-status": "eventStatus", "status": "eventStatus",
}  # fmt: skip
_PLACES = {
    "p-name": "name", "fn": "name", "org": "name",
    "p-street-address": "streetAddress", "street-address": "streetAddress",
    "p-locality": "addressLocality", "locality": "addressLocality",
    "p-postal-code": "postalCode", "postal-code": "postalCode",
    "p-country-name": "addressCountry", "country-name": "addressCountry",
    "p-latitude": "latitude", "latitude": "latitude",
    "p-longitude": "longitude", "longitude": "longitude",
}  # fmt: skip
_ROOTS = frozenset({"h-event", "vevent"})
_DATES = frozenset({"startDate", "endDate"})
_PLACED = frozenset({"h-card", "h-adr", "h-geo", "vcard", "adr", "geo"})


def events(root: Any) -> Iterator[Node]:
    """Every event of the page that is in no other."""
    for element in root.iter():
        if _ROOTS & classes(element) and not any(
            _ROOTS & classes(above) for above in element.iterancestors()
        ):
            yield _node(element)


def classes(element: Any) -> set[str]:
    return set((element.get("class") or "").split()) if isinstance(element.tag, str) else set()


def _node(element: Any) -> Node:
    node: Node = {"@type": ["Event"]}
    for held in _inside(element):
        for name in classes(held) & _NAMES.keys():
            key = _NAMES[name]
            if key not in node:
                node[key] = _value(held, key)
    if "name" not in node and "h-event" in classes(element):
        node["name"] = text_of(element)  # implied: what it says as a whole
    return node


def _inside(element: Any) -> Iterator[Any]:
    """The elements of this event, without those of what it holds."""
    waiting = list(reversed(list(element)))
    while waiting:
        held = waiting.pop()
        if not isinstance(held.tag, str):
            continue
        yield held
        if not (_ROOTS | _PLACED) & classes(held):
            waiting.extend(reversed(list(held)))


def _value(held: Any, key: str) -> Any:
    if key in _DATES:
        return _date(held)
    if key == "location":
        return _place(held)
    if key == "url":
        return held.get("href") or text_of(held)
    if key == "duration":
        return held.get("title") or held.get("datetime") or text_of(held)
    return held.get("title") if held.tag == "abbr" and held.get("title") else text_of(held)


def _date(held: Any) -> str:
    """The value class pattern: a day and an hour that stand apart."""
    values = [_said(each) for each in held.iter() if each is not held and "value" in classes(each)]
    if len(values) > 1:
        return f"{values[0].strip()}T{values[1].strip()}{values[2].strip() if len(values) > 2 else ''}"
    return values[0] if values else _said(held)


def _said(held: Any) -> str:
    return str(held.get("datetime") or held.get("title") or held.get("value") or text_of(held)).strip()


def _place(held: Any) -> Any:
    place: Node = {"@type": ["Place"]}
    for inner in held.iter():
        for name in classes(inner) & _PLACES.keys():
            if inner is not held or name not in ("p-name", "fn"):
                place.setdefault(_PLACES[name], inner.get("title") or inner.get("value") or text_of(inner))
    return place if len(place) > 1 else text_of(held)
