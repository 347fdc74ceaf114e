"""RSS and Atom: items that say when they take place. The day one was published is not such a day."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import tzinfo
from typing import Any

from lxml import etree

from rapport.domain.gatherings.listings import FeedKind
from rapport.domain.imports.imports import IncomingFeed, IncomingListing, Quarantined, Trouble, Where
from rapport.formats.feeds import pages, texts
from rapport.formats.feeds.events import Node, listing
from rapport.formats.feeds.moments import clock
from rapport.formats.feeds.origin import Origin, Window

HEAD = 4_000  # characters in which a feed begins
MOST_ITEMS = 2_000
MOST_FIELDS = 100  # elements of an item with a name of their own
MOST_BEHIND = 8  # pages that are read for their day, at one reading
_ENCODING = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{1,40})")
_START = (
    "startdate", "dtstart", "start", "starttime", "start_date", "eventdate", "localstart", "start-date",
    "startdatetime", "begin",
)  # fmt: skip
_END = ("enddate", "dtend", "end", "endtime", "end_date", "localend", "end-date", "enddatetime")
_HOURS = ("starthour", "start_hour", "starttime")
_PLACE = ("location", "venue", "place", "where")
_BODIES = ("encoded", "content", "description", "summary")


def read(
    data: bytes, origin: Origin, window: Window
) -> Iterator[IncomingListing | IncomingFeed | Quarantined]:
    """Its gatherings within the window, then what the feed says of itself."""
    declared = _ENCODING.search(data[:200])
    said = (origin.charset, declared[1].decode("ascii")) if declared else (origin.charset,)
    root = _tree(texts.decoded(data, *reversed(said)))
    if root is None:
        yield Quarantined(Where(1), Trouble.NOT_UNDERSTOOD, expected="rss")
        return
    found: list[IncomingListing] = []
    behind: dict[str, None] = {}
    for _count, item in zip(range(MOST_ITEMS), _items(root), strict=False):
        inside = list(_gatherings(item, origin))
        found += [one for one in inside if window.holds(one.on)]
        target = _link(item, origin.url)
        if not inside and target:
            behind.setdefault(target)
    once = {(one.uid, one.starts_at or one.on): one for one in reversed(found)}
    found = list(reversed(once.values()))
    for number, one in enumerate(pages.told_apart(found), 1):
        yield replace(one, where=Where(number))
    yield IncomingFeed(Where(len(found) + 1), FeedKind.RSS, _title(root), tuple(behind)[:MOST_BEHIND])


def _tree(text: str) -> Any:
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        return etree.fromstring(texts.markup(_without_doctype(text.lstrip())), parser)
    except (etree.LxmlError, ValueError):
        return None


def _without_doctype(text: str) -> str:
    """No feed needs one; those that have one to multiply entities are read as if it were not there."""
    start = text.find("<!DOCTYPE", 0, HEAD)
    if start < 0:
        return text
    end, inner = text.find(">", start), text.find("[", start)
    if 0 <= inner < end:
        end = text.find("]>", inner) + 1
    return text[:start] + text[end + 1 :] if end > 0 else text


def _local(element: Any) -> str:
    return element.tag.rsplit("}", 1)[-1].lower() if isinstance(element.tag, str) else ""


def _items(root: Any) -> Iterator[Any]:
    for element in root.iter():
        if _local(element) in ("item", "entry"):
            yield element


def _gatherings(item: Any, origin: Origin) -> Iterator[IncomingListing]:
    """The one that its elements tell, else those in its text."""
    node = _node(item, origin)
    one = listing(node, origin, Where(1)) if "startDate" in node else None
    if one is not None:
        yield one
        return
    for body in _bodies(item):
        root = texts.tree(body) if "<" in body else None
        if root is not None:
            inner = pages.within(root, origin)
            if not inner:
                inner = [each for each in (_timed(node, root, origin),) if each]
            if inner:
                yield from (_named(each, node) for each in inner)
                return


def _timed(node: Node, root: Any, origin: Origin) -> IncomingListing | None:
    """A <time> in the text of the item: when it takes place."""
    for element in root.iter("time"):
        if element.get("datetime"):
            return listing({**node, "startDate": element.get("datetime")}, origin, Where(1))
    return None


def _named(one: IncomingListing, node: Node) -> IncomingListing:
    """Events in the text of an item are known by the item's own address."""
    url = texts.link(node.get("url"))
    return replace(one, url=url or one.url, uid=texts.line(node.get("identifier"), texts.MAX_UID) or one.uid)


def _node(item: Any, origin: Origin) -> Node:
    """The item's elements as a schema.org Event."""
    said: dict[str, str] = {}
    for element in item.iter():
        name = _local(element)
        is_new = bool(name) and element is not item and name not in said and len(said) < MOST_FIELDS
        if is_new and (text := "".join(element.itertext()).strip()):
            said[name] = text
        if name == "when":  # Google's gd:when
            said.update(
                {"startdate": element.get("startTime") or "", "enddate": element.get("endTime") or ""}
            )
        if name == "where" and element.get("valueString"):
            said["location"] = element.get("valueString")
    node: Node = {
        "@type": ["Event"],
        "name": texts.plain(said.get("title", ""), texts.MAX_NAME),
        "url": _link(item, origin.url),
        "identifier": said.get("guid") or said.get("id") or _link(item, origin.url),
        "description": next((said[name] for name in _BODIES if name in said), ""),
        "organizer": said.get("organizer") or said.get("organiser") or "",
        "eventStatus": said.get("eventstatus") or said.get("status") or "",
    }
    _when(node, said, origin.zone)
    _where(node, said)
    return node


def _when(node: Node, said: dict[str, str], zone: tzinfo) -> None:
    start = next((said[name] for name in _START if said.get(name) and clock(said[name]) is None), "")
    if start:
        node["startDate"] = _with_zone(start, said)
        node["startTime"] = next((said[name] for name in _HOURS if clock(said.get(name)) is not None), "")
    end = next((said[name] for name in _END if said.get(name)), "")
    if end:
        node["endDate"] = _with_zone(end, said)


def _with_zone(stamp: str, said: dict[str, str]) -> str:
    zone = said.get("tzid") or said.get("timezone") or ""
    return f"{stamp}[{zone}]" if zone and "/" in zone and "[" not in stamp else stamp


def _where(node: Node, said: dict[str, str]) -> None:
    place: Node = {"@type": ["Place"], "name": next((said[name] for name in _PLACE if name in said), "")}
    if city := said.get("city") or said.get("locality"):
        place["address"] = {"addressLocality": city, "streetAddress": said.get("address", "")}
    elif said.get("address"):
        place["address"] = said["address"]
    point = said.get("point", "").split()
    latitude, longitude = said.get("lat", ""), said.get("long", "") or said.get("lng", "")
    if len(point) == 2:
        latitude, longitude = point
    place["geo"] = {"latitude": latitude, "longitude": longitude}
    node["location"] = place


def _link(item: Any, base: str) -> str:
    """RSS: the text of link; Atom: the href of the alternate one."""
    for element in item:
        if _local(element) != "link":
            continue
        if element.get("rel", "alternate") == "alternate":
            found = texts.link(element.get("href") or element.text, base)
            if found:
                return found
    return ""


def _bodies(item: Any) -> Iterator[str]:
    """Its texts, the fullest form first."""
    for name in _BODIES:
        for element in item:
            if _local(element) == name:
                inner = "".join(etree.tostring(each, encoding="unicode") for each in element)
                yield (element.text or "") + inner


def _title(root: Any) -> str:
    for element in root.iter():
        if _local(element) == "title":
            return texts.plain("".join(element.itertext()), texts.MAX_NAME)
    return ""
