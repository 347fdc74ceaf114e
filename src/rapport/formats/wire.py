"""Incoming records as lines of JSON or text: how the process that reads foreign files hands them over.

Never pickle: what read a hostile file can say nothing but data.
"""

import json
from array import array
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from itertools import accumulate, chain
from typing import Any

from rapport.domain.gatherings.listings import FeedKind, ListingStatus
from rapport.domain.imports.extras import Extra
from rapport.domain.imports.imports import (
    EntryKind,
    Incoming,
    IncomingEntry,
    IncomingFeed,
    IncomingListing,
    IncomingPerson,
    IncomingPoint,
    IncomingSelf,
    IncomingTrace,
    Mailbag,
    Party,
    Quarantined,
    TraceKind,
    Trouble,
    Where,
)
from rapport.domain.interactions.interactions import Channel, Direction
from rapport.formats import wire_people
from rapport.formats.wire_people import KINDS, SOURCES

PEOPLE = b"T"  # a line of nothing but people, as text; the others are JSON
TRACE, MAILBAG, SELF, LEFT_OUT, LISTING, FEED, ENTRY, PERSON = "tmsqlfep"
BETWEEN = ","  # digests
SINCE = IncomingPerson._fields.index("since")


def encode(items: Sequence[Incoming]) -> bytes:
    """Several records as one line, without its line end."""
    try:
        told = wire_people.encode(items)
    except UnicodeEncodeError:  # half a character
        told = None
    if told is not None:
        return PEOPLE + told
    return json.dumps([_plain(item) for item in items], separators=(",", ":")).encode()


def decode(line: bytes) -> list[Incoming]:
    """The records of a line. Raises ValueError when it is none."""
    try:
        if line.startswith(PEOPLE):
            return [*wire_people.decode(line[1:])]
        return [_record(item) for item in json.loads(line)]
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise ValueError("no line of records") from error


def _plain(item: Incoming) -> Sequence[Any]:
    if isinstance(item, IncomingTrace):
        return [TRACE, *item[:3], item.at.timestamp(), *item[4:]]
    if isinstance(item, Mailbag):
        return _plain_mailbag(item)
    if isinstance(item, IncomingSelf):
        return [SELF, *item]
    if isinstance(item, IncomingListing):
        return _plain_listing(item)
    if isinstance(item, IncomingFeed):
        return [FEED, *item]
    if isinstance(item, IncomingEntry):
        return _plain_entry(item)
    if isinstance(item, Quarantined):
        return [LEFT_OUT, item.where, item.trouble, item.excerpt, item.expected, item.is_part]
    return [PERSON, *item[:SINCE], item.since.isoformat() if item.since else None, *item[SINCE + 1 :]]


def _record(item: list[Any]) -> Incoming:
    if item[0] == TRACE:
        return _trace(item)
    where = Where(*item[1])
    if item[0] == PERSON:
        return _person(where, item[2:])
    if item[0] == MAILBAG:
        return _mailbag(where, item)
    if item[0] == LEFT_OUT:
        return Quarantined(where, Trouble(item[2]), *item[3:])
    if item[0] == SELF:
        return IncomingSelf(where, SOURCES[item[2]], item[3], tuple(item[4]))
    if item[0] == LISTING:
        return _listing(where, item)
    if item[0] == FEED:
        return IncomingFeed(where, FeedKind(item[2]), item[3], tuple(item[4]), tuple(item[5]))
    if item[0] == ENTRY:
        return _entry(where, item)
    raise ValueError("no line of records")


def _person(where: Where, item: list[Any]) -> IncomingPerson:
    (
        source, name, key, aliases, organisation, role, city, country, points, links, note, tags, since,
        extra,
    ) = item  # fmt: skip
    return IncomingPerson(
        where, SOURCES[source], name, key, tuple(aliases), organisation, role, city, country,
        tuple([IncomingPoint(KINDS[kind], value, label) for kind, value, label in points]),
        tuple(links), note, tuple(tags), date.fromisoformat(since) if since else None,
        tuple([Extra(name, value, parameters) for name, value, parameters in extra]),
    )  # fmt: skip


def _plain_entry(item: IncomingEntry) -> list[Any]:
    on, done_on = (day.isoformat() if day else None for day in (item.on, item.done_on))
    plain = item._replace(on=None, done_on=None)
    return [ENTRY, *plain, on, done_on]


def _entry(where: Where, item: list[Any]) -> IncomingEntry:
    _, _, source, kind, key, people, _, text, channel, direction, _, months, days, *two = item
    on, done_on = [date.fromisoformat(day) if day else None for day in two]
    return IncomingEntry(
        where, SOURCES[source], EntryKind(kind), key, tuple(people), on, text, Channel(channel),
        Direction(direction), done_on, months, days,
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


def _plain_mailbag(item: Mailbag) -> list[Any]:
    """Columns as one text each: a list of numbers or digests would take ten times as long."""
    addresses, names = [*zip(*item.people, strict=True)] or [(), ()]
    return [
        MAILBAG, item.where, addresses, names, _said(map(len, item.circles)),
        _said(chain.from_iterable(item.circles)), BETWEEN.join(item.keys), _said(item.at), _said(item.circle),
        BETWEEN.join(item.answers), item.bulk.hex(), [_plain(each) for each in item.left_out],
    ]  # fmt: skip


def _mailbag(where: Where, item: list[Any]) -> Mailbag:
    _, _, addresses, names, lengths, numbers, keys, at, circle, answers, bulk, left_out = item
    people = [*map(Party, addresses, names)]
    members, ends = _heard(numbers), [*accumulate(_heard(lengths))]
    circles = [tuple(members[begin:end]) for begin, end in zip([0, *ends], ends)]  # noqa: B905  # pairs
    out = [each for each in map(_record, left_out) if isinstance(each, Quarantined)]
    bag = Mailbag(
        where, people, circles, keys.split(BETWEEN) if keys else [], _heard(at), _heard(circle),
        answers.split(BETWEEN) if keys else [], bytes.fromhex(bulk), out,
    )  # fmt: skip
    if len({len(bag.keys), len(bag.at), len(bag.circle), len(bag.answers), len(bag.bulk)}) > 1:
        raise ValueError("columns of different lengths")
    return bag


def _said(numbers: Iterable[int]) -> str:
    """Whole numbers as text, eight bytes each; both processes are on one machine."""
    return array("q", numbers).tobytes().hex()


def _heard(said: str) -> list[int]:
    return array("q", bytes.fromhex(said)).tolist()


def _plain_listing(item: IncomingListing) -> list[Any]:
    days = [day.isoformat() if day else None for day in (item.on, item.moved_from)]
    hours = [at.isoformat() if at else None for at in (item.starts_at, item.ends_at)]
    return [
        LISTING, item.where, item.uid, item.name, days, hours, item.instance, item.time_zone,
        item.is_recurring, item.place, item.city, item.latitude, item.longitude, item.is_online, item.url,
        item.about, item.host, item.size, item.price, item.currency, item.status,
    ]  # fmt: skip


def _listing(where: Where, item: list[Any]) -> IncomingListing:
    on, moved_from = [date.fromisoformat(day) if day else None for day in item[4]]
    starts_at, ends_at = [datetime.fromisoformat(at) if at else None for at in item[5]]
    if on is None:
        raise ValueError("a listing has a day")
    (
        instance, time_zone, is_recurring, place, city, latitude, longitude, is_online, url, about, host,
        size, price, currency, status,
    ) = item[6:]  # fmt: skip
    return IncomingListing(
        where, item[2], item[3], on, starts_at, ends_at, instance, time_zone, is_recurring, place, city,
        latitude, longitude, is_online, url, about, host, size, price, currency, ListingStatus(status),
        moved_from,
    )  # fmt: skip


def header(number: int, name: str, source: str) -> bytes:
    """A part of a file begins: which, what it is called, what it is."""
    return json.dumps([number, name, source]).encode()


def read_header(line: str | bytes) -> tuple[int, str, str]:
    """The same again. Raises ValueError."""
    number, name, source = json.loads(line)
    return int(number), str(name), str(source)
