"""What other programs keep beside their people, taking shape: exchanges, next steps, reflections."""

from collections.abc import Iterable, Iterator
from typing import Any

from rapport.domain.imports.imports import EntryKind, IncomingEntry, Quarantined, Source, Trouble, Where
from rapport.formats.cells import a_day, excerpt, one_line, tidy
from rapport.formats.documents import as_text

NOWHERE = Where(0)  # until `numbered` says where
DATED = frozenset({EntryKind.EXCHANGE, EntryKind.REFLECTION})  # nothing without their day
MOST_MONTHS, MOST_DAYS = 1_200, 36_500  # a hundred years: more is no rhythm
Shaped = IncomingEntry | Quarantined


def entry(
    source: Source,
    kind: EntryKind,
    key: str,
    people: Iterable[str] = (),
    day: str = "",
    text: Iterable[str] = (),
    **more: Any,
) -> Shaped:
    """One of them, its lines joined; or why it is none: a day that there is not, or nothing said."""
    said = "\n".join(line for line in map(tidy, text) if line)
    on = a_day(day) if day else None
    if on is None and (day or kind in DATED):
        return Quarantined(NOWHERE, Trouble.BAD_DATE, excerpt(f"{day} {said}".strip()))
    return IncomingEntry(NOWHERE, source, kind, one_line(key), tuple(map(one_line, people)), on, said, **more)


def numbered(items: Iterable[Shaped], after: int, start: int) -> Iterator[Shaped]:
    """With their places, counted on behind the people; those up to `start` are passed over."""
    for place, item in enumerate(items, after + 1):
        if place > start:
            yield at(item, Where(place))


def at(item: Shaped, where: Where) -> Shaped:
    """The same, standing there."""
    if isinstance(item, IncomingEntry):
        return item._replace(where=where)
    return Quarantined(where, item.trouble, item.excerpt)


def a_number(found: Any, most: int) -> int:
    """A whole number from 0 to `most`; 0 for anything else."""
    text = as_text(found).strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 and int(text) <= most else 0
