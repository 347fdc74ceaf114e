"""Incoming records as lines of JSON: how the process that reads foreign files hands them over.

JSON, not pickle: what read a hostile file can say nothing but data.
"""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from rapport.domain.imports import (
    Extra,
    Incoming,
    IncomingPerson,
    IncomingPoint,
    IncomingSelf,
    IncomingTrace,
    Party,
    Quarantined,
    Source,
    TraceKind,
    Trouble,
    Where,
)
from rapport.domain.people import ContactKind

PERSON, TRACE, SELF, LEFT_OUT = "p", "t", "s", "q"
KINDS = {kind.value: kind for kind in ContactKind}
SOURCES = {source.value: source for source in Source}


def encode(items: Sequence[Incoming]) -> str:
    """Several records as one line, without its line end."""
    return json.dumps([_plain(item) for item in items], separators=(",", ":"))


def decode(line: str | bytes) -> list[Incoming]:
    """The records of a line. Raises ValueError when it is none."""
    try:
        return [_record(item) for item in json.loads(line)]
    except (KeyError, IndexError, TypeError) as error:
        raise ValueError("no line of records") from error


def _plain(item: Incoming) -> list[Any]:
    if isinstance(item, IncomingTrace):
        return [TRACE, *item[:3], item.at.timestamp(), *item[4:]]
    if isinstance(item, IncomingSelf):
        return [SELF, *item]
    if isinstance(item, Quarantined):
        return [LEFT_OUT, item.where, item.trouble, item.excerpt, item.expected, item.is_part]
    since = item.since.isoformat() if item.since else None
    return [
        PERSON, item.where, item.source, item.name, item.key, item.aliases, item.organisation, item.role,
        item.city, item.country, item.points, item.links, item.note, item.tags, since, item.extra,
    ]  # fmt: skip


def _record(item: list[Any]) -> Incoming:
    if item[0] == TRACE:
        return _trace(item)
    where = Where(*item[1])
    if item[0] == LEFT_OUT:
        return Quarantined(where, Trouble(item[2]), *item[3:])
    if item[0] == SELF:
        return IncomingSelf(where, SOURCES[item[2]], item[3], tuple(item[4]))
    points = tuple([IncomingPoint(KINDS[kind], value, label) for kind, value, label in item[10]])
    since = date.fromisoformat(item[14]) if item[14] else None
    return IncomingPerson(
        where, SOURCES[item[2]], item[3], item[4], tuple(item[5]), item[6], item[7], item[8], item[9],
        points, tuple(item[11]), item[12], tuple(item[13]), since, tuple(map(Extra._make, item[15])),
    )  # fmt: skip


def _trace(item: list[Any]) -> IncomingTrace:
    _, where, kind, key, at, sender, parties, reply_to, is_bulk, minutes, title, own = item
    return IncomingTrace(
        Where(*where),
        TraceKind(kind),
        key,
        datetime.fromtimestamp(at, tz=UTC),
        Party(*sender) if sender else None,
        tuple([Party(*party) for party in parties]),
        reply_to,
        is_bulk,
        minutes,
        title,
        own,
    )


def header(number: int, name: str, source: str) -> str:
    """A part of a file begins: which, what it is called, what it is."""
    return json.dumps([number, name, source])


def read_header(line: str | bytes) -> tuple[int, str, str]:
    """The same again. Raises ValueError."""
    number, name, source = json.loads(line)
    return int(number), str(name), str(source)
