"""People as a table for spreadsheets, and back: a row each, and nothing that a spreadsheet could run.

A cell that a spreadsheet could take for a formula is written with an apostrophe before it; so is one that
begins with an apostrophe of its own: reading takes off exactly what writing put there. Several values stand
one a line, with their label in square brackets.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from rapport.domain.exports.exports import OutgoingPerson
from rapport.domain.imports.extras import Extra
from rapport.domain.imports.imports import (
    Incoming,
    IncomingPerson,
    IncomingPoint,
    Quarantined,
    Source,
    Trouble,
)
from rapport.domain.people.people import ContactKind
from rapport.formats.cells import excerpt, link, once, tidy
from rapport.formats.tables import Row, Table, damaged, lost

HOW_MET, INTRODUCED_BY = "X-RAPPORT-HOW-MET", "X-RAPPORT-INTRODUCED-BY"  # as extra fields, on the way in

_POINTS = {
    "E-mail": ContactKind.EMAIL, "Phone": ContactKind.PHONE, "Web": ContactKind.URL,
    "Other": ContactKind.OTHER,
}  # fmt: skip
HEADER = (
    "Rapport ID", "Name", "Also known as", "Organisation", "Role", "City", "Country", *_POINTS, "Links",
    "Tags", "How you met", "Introduced by", "Note", "Other fields",
)  # fmt: skip
MOST_EXTRA = 30_000  # characters; spreadsheets cut cells off at 32,767

# What a spreadsheet may take for the beginning of a formula (OWASP, CSV injection), and our own mark.
_RUN = frozenset("=+-@\t\r\n＝＋－＠'")
_QUOTED = re.compile(r'[",;\t\r\n]|^\s|\s$')
_ITEM = re.compile(r"((?:[^\\\[\]]|\\.)*?)(?: \[((?:[^\\\[\]]|\\.)*)\])?", re.DOTALL)
_SPECIAL = re.compile(r"[\\\[\]\n]")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def write(people: Iterable[OutgoingPerson]) -> Iterator[str]:
    """The table, line by line, the first one with the byte order mark; write it as UTF-8."""
    yield "\ufeff" + _line(HEADER)
    for person in people:
        yield _line(_cells(person))


def _line(cells: Iterable[str]) -> str:
    return ",".join(_quoted(_defused(cell)) for cell in cells) + "\r\n"


def _defused(cell: str) -> str:
    return f"'{cell}" if cell and cell[0] in _RUN else cell


def _restored(cell: str) -> str:
    return cell[1:] if cell.startswith("'") else cell


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell


def _cells(person: OutgoingPerson) -> list[str]:
    points: dict[ContactKind, list[str]] = {kind: [] for kind in ContactKind}
    for point in person.points:
        label = f" [{_escaped(point.label)}]" if point.label else ""
        points[point.kind].append(_escaped(point.value) + label)
    return [
        str(person.id), person.name, _several(person.aliases), person.organisation, person.role, person.city,
        person.country, *("\n".join(points[kind]) for kind in _POINTS.values()), _several(person.links),
        _several(person.tags), person.how_met, person.introduced_by, person.note, _extra(person.extra),
    ]  # fmt: skip


def _several(items: Iterable[str]) -> str:
    return "\n".join(_escaped(item) for item in items)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: "\\n" if found[0] == "\n" else f"\\{found[0]}", text)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: "\n" if found[1] == "n" else found[1], text)


def _extra(extra: Iterable[Extra]) -> str:
    """All of them as JSON, as long as a spreadsheet can hold them: a photo is not for a table."""
    kept, size = [], 2
    for each in extra:
        said = json.dumps(list(each), ensure_ascii=False)
        if size + len(said) <= MOST_EXTRA:
            kept.append(said)
            size += len(said) + 1
    return f"[{','.join(kept)}]" if kept else ""


def is_header(cells: Sequence[str]) -> bool:
    """Whether these are the columns that `write` writes, in whatever order they come back."""
    return {"Rapport ID", "Name", "Other fields"} <= {cell.strip() for cell in cells}


def read(data: BinaryIO, *, start: int = 0) -> Iterator[Incoming]:
    """The people of such a table, after the first `start` records."""
    table = Table(data, is_header)
    if trouble := table.trouble():
        yield trouble
    else:
        yield from people(table, start)


def people(table: Table, start: int = 0) -> Iterator[Incoming]:
    """The same, of a table whose header has been read."""
    for row in table.rows(start):
        if row.cells:
            yield from _person(row, dict(zip(table.header, map(_restored, row.cells), strict=True)))
        else:
            yield lost(row)


def _person(row: Row, said: dict[str, str]) -> Iterator[Incoming]:
    extra, is_whole = _extra_of(said.pop("Other fields", ""))
    points = [point for title, kind in _POINTS.items() for point in _points_of(said.pop(title, ""), kind)]
    links = [address for item in _items(said.pop("Links", "")) if (address := link(item))]
    for title, name in (("How you met", HOW_MET), ("Introduced by", INTRODUCED_BY)):
        if value := tidy(said.pop(title, "")):
            extra.append(Extra(name, value))
    reached = points[0].value if points else ""
    known = {title: tidy(said.pop(title, "")) for title in HEADER if title in said}
    name = known.get("Name", "") or known.get("Organisation", "") or reached
    extra.extend(Extra(title, value) for title, cell in said.items() if title and (value := tidy(cell)))
    if not name:
        yield Quarantined(row.where, Trouble.NO_NAME, excerpt(" ".join(row.cells)))
        return
    yield IncomingPerson(
        row.where,
        Source.CSV,
        name,
        key=known.get("Rapport ID", ""),
        aliases=once(_items(known.get("Also known as", ""))),
        organisation=known.get("Organisation", ""),
        role=known.get("Role", ""),
        city=known.get("City", ""),
        country=known.get("Country", ""),
        points=tuple(points),
        links=once(links),
        note=known.get("Note", ""),
        tags=once(_items(known.get("Tags", ""))),
        extra=tuple(extra),
    )
    if row.trouble:
        yield damaged(row)
    if not is_whole:
        yield Quarantined(row.where, Trouble.NOT_UNDERSTOOD, expected="[[…]]", is_part=True)


def _items(cell: str) -> list[str]:
    return [text for line in cell.split("\n") if (text := tidy(_unescaped(line)))]


def _points_of(cell: str, kind: ContactKind) -> Iterator[IncomingPoint]:
    for line in cell.split("\n"):
        found = _ITEM.fullmatch(tidy(line))
        value, label = (found[1], found[2] or "") if found else (line, "")
        if value := tidy(_unescaped(value)):
            yield IncomingPoint(kind, value, tidy(_unescaped(label)))


def _extra_of(cell: str) -> tuple[list[Extra], bool]:
    """What stood in the last column, and whether it could be read whole."""
    if not cell.strip():
        return [], True
    try:
        found: Any = json.loads(cell)
    except (ValueError, RecursionError):
        return [], False
    if not isinstance(found, list):
        return [], False
    extra = []
    for item in found:
        is_text = isinstance(item, list) and len(item) == 3 and all(isinstance(part, str) for part in item)
        if is_text and tidy(item[0]):
            extra.append(Extra(*map(tidy, item)))
    return extra, len(extra) == len(found)
