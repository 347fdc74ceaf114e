"""Cards whose lines have the same heads in the same order, as one program writes them: taken in one go.

What each line means is worked out for the first of them. Values that need a second look, and lines that
look at others, are left to `Card.fill`, which says the same of every card.
"""

from functools import lru_cache
from typing import NamedTuple

from rapport.domain.imports.extras import Extra
from rapport.domain.imports.imports import IncomingPoint
from rapport.formats.vcard.caps import HEAD
from rapport.formats.vcard.card import Card, Head
from rapport.formats.vcard.labels import LABEL
from rapport.formats.vcard.puts import (
    EMAIL,
    PHONE,
    put_email,
    put_extra,
    put_name_parts,
    put_nickname,
    put_phone,
    put_single,
    put_tags,
    put_uid,
    put_version,
    said,
    split_tags,
)
from rapport.formats.vcard.taking import learn
from rapport.formats.vcard.values import modern

MOST_LINES = 40  # of a card whose layout is remembered
SIMPLE = frozenset({put_email, put_extra, put_phone, put_tags, put_uid, put_version, put_nickname})
SINGLE = frozenset({put_single, put_name_parts})
ONCE = frozenset({put_tags, put_uid, put_version, *SINGLE})


class Layout(NamedTuple):
    """Where the values stand that mean something, by their places among the lines."""

    version: int  # -1: no such line
    key: int
    tags: tuple[Head, int, int] | None  # with how many lines before it are kept
    singles: tuple[tuple[str, Head, int], ...]
    aliases: tuple[tuple[Head, int], ...]
    emails: tuple[tuple[int, str], ...]  # with their labels
    phones: tuple[tuple[int, str], ...]
    points: tuple[int, ...]  # the place of each among `emails`, then `phones`, in the order of the lines
    kept: tuple[tuple[str, int, str], ...]  # given back as they stand: name, place, parameters


def taken(lines: list[str], *, is_old: bool) -> Card | None:
    """The card, filled; None where its lines must be looked at one by one."""
    pairs = [line.split(":", 1) for line in lines]
    try:
        values = [value for _head, value in pairs]
    except ValueError:  # a line without a colon
        return None
    layout = layout_of(tuple([pair[0] for pair in pairs]))
    if layout is None:
        return None
    if is_old:
        values = [modern(value) if "\\" in value else value for value in values]
    elif layout.version >= 0 and "2.1" in values[layout.version]:
        return None
    card = Card(lines, is_old=is_old)
    card.extra = [Extra(name, values[at], parameters) for name, at, parameters in layout.kept]
    if not _points(card, layout, values):
        return None
    if layout.key >= 0:
        card.key = said(values[layout.key])
        if not card.key:
            return None
    for name, head, at in layout.singles:
        value = values[at]
        if name == "N" or value.strip(" ;"):
            card.singles[name] = [(head, value)]
    if layout.tags is not None:
        _tags(card, layout.tags, values)
    for head, at in layout.aliases:
        put_nickname(card, head, values[at])
    return card


def _points(card: Card, layout: Layout, values: list[str]) -> bool:
    """Addresses and numbers, where all are plain."""
    points = []
    for at, label in layout.emails:
        value = values[at]
        if "@" not in value or ":" in value or "\\" in value or "\t" in value:
            return False
        points.append(IncomingPoint(EMAIL, said(value), label))
    for at, label in layout.phones:
        value = values[at].strip()
        if not value or not value.isascii() or value[:4].lower() == "tel:" or "\\" in value or "\t" in value:
            return False
        points.append(IncomingPoint(PHONE, value, label))
    card.points = [points[place] for place in layout.points] if layout.points else points
    return True


def _tags(card: Card, where: tuple[Head, int, int], values: list[str]) -> None:
    head, at, before = where
    value = values[at]
    tags, is_whole = split_tags(value)
    card.tags = list(tags)
    if not is_whole:
        card.extra.insert(before, Extra(head.shown, value, head.parameters))


@lru_cache(maxsize=1024)
def layout_of(texts: tuple[str, ...]) -> Layout | None:
    """None where some line needs more than its own value to be understood."""
    if len(texts) > MOST_LINES or max(map(len, texts), default=0) >= HEAD:
        return None
    heads = [learn(text) for text in texts]
    found = [head for head in heads if head is not None and not head.coding and head.name != LABEL]
    if len(found) < len(texts):
        return None
    once = [head.name for head in found if head.put in ONCE]
    if len(set(once)) < len(once) or not all(map(_is_simple, found)):
        return None
    return _layout(found)


def _is_simple(head: Head) -> bool:
    if head.put in (put_tags, put_nickname):
        return not head.parameters and not head.group
    return head.put in SIMPLE or head.put in SINGLE


def _layout(heads: list[Head]) -> Layout:
    by_put = {put: [at for at, head in enumerate(heads) if head.put is put] for put in SIMPLE}
    emails, phones = by_put[put_email], by_put[put_phone]
    kept = [at for at, head in enumerate(heads) if _is_kept(head)]
    tags = next(iter(by_put[put_tags]), -1)
    together = emails + phones
    order = [together.index(at) for at in sorted(together)]
    return Layout(
        version=next(iter(by_put[put_version]), -1),
        key=next(iter(by_put[put_uid]), -1),
        tags=(heads[tags], tags, sum(at < tags for at in kept)) if tags >= 0 else None,
        singles=tuple((head.name, head, at) for at, head in enumerate(heads) if head.put in SINGLE),
        aliases=tuple((heads[at], at) for at in by_put[put_nickname]),
        emails=tuple((at, heads[at].label) for at in emails),
        phones=tuple((at, heads[at].label) for at in phones),
        points=() if order == sorted(order) else tuple(order),
        kept=tuple((heads[at].shown, at, heads[at].parameters) for at in kept),
    )


def _is_kept(head: Head) -> bool:
    """Whether the line is given back as it stands, whatever its value."""
    if head.put in (put_email, put_phone):
        return not head.is_exact
    return head.put in (put_uid, put_extra)
