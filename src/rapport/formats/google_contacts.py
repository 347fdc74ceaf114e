"""Google Contacts' CSV, of both generations: with "Given Name … E-mail 1 - Type" and "… E-mail 1 - Label"."""

import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO, NamedTuple

from rapport.domain.imports.imports import Incoming, IncomingPerson, Quarantined, Source
from rapport.domain.people.people import ContactKind
from rapport.formats.cells import listed, one_line
from rapport.formats.someone import Someone, full_name
from rapport.formats.tables import Row, Table, damaged, lost

SEVERAL = " ::: "  # between the values of one cell

_MARKS = frozenset(
    {"given name", "group membership", "labels", "file as", "name prefix", "organization name"}
)
_NUMBERED = re.compile(r"([A-Za-z-]+) (\d+) - (.+)")
_GROUPS_OF_GOOGLE = re.compile(r"\* ?(?:my ?contacts|starred|friends|family|coworkers|other contacts)", re.I)
_NAMES = {
    "name": "whole", "given name": "first", "first name": "first", "additional name": "middle",
    "middle name": "middle", "family name": "last", "last name": "last", "name prefix": "prefix",
    "name suffix": "suffix",
}  # fmt: skip
_ALIASES = ("nickname", "maiden name", "short name", "yomi name")
_ALIAS_PARTS = ("phonetic first name", "phonetic middle name", "phonetic last name")
_YOMI_PARTS = ("given name yomi", "additional name yomi", "family name yomi")


class _Group(NamedTuple):
    """The columns of one numbered thing: "Phone 2 - Label" and "Phone 2 - Value"."""

    kind: str  # "phone"
    columns: dict[str, int]  # "value" → its place


class _Layout(NamedTuple):
    names: dict[str, int]
    single: dict[str, int]
    groups: tuple[_Group, ...]
    rest: tuple[int, ...]  # columns without a place of their own


def is_header(cells: Sequence[str]) -> bool:
    """Whether these are the columns of Google Contacts."""
    said = {cell.strip().lower() for cell in cells}
    numbered = any(_NUMBERED.fullmatch(cell.strip()) for cell in cells)
    return numbered and len(said & _MARKS) >= 2


def read(data: BinaryIO, *, start: int = 0) -> Iterator[Incoming]:
    """The people of an export, after the first `start` records."""
    table = Table(data, is_header)
    if trouble := table.trouble():
        yield trouble
        return
    layout = _layout(table.header)
    for row in table.rows(start):
        if not row.cells:
            yield lost(row)
            continue
        yield _person(row, layout, table.header)
        if row.trouble:
            yield damaged(row)


def _layout(header: list[str]) -> _Layout:
    names: dict[str, int] = {}
    single: dict[str, int] = {}
    groups: dict[tuple[str, str], dict[str, int]] = {}
    rest = []
    for place, title in enumerate(header):
        key = title.lower()
        numbered = _NUMBERED.fullmatch(key)
        if key in _NAMES:
            names.setdefault(_NAMES[key], place)
        elif key in _SINGLE or key in _ALIASES or key in _ALIAS_PARTS or key in _YOMI_PARTS:
            single.setdefault(key, place)
        elif numbered and numbered[1] in _GROUPED:
            groups.setdefault((numbered[1], numbered[2]), {})[numbered[3]] = place
        else:
            rest.append(place)
    return _Layout(
        names, single, tuple(_Group(kind, columns) for (kind, _), columns in groups.items()), tuple(rest)
    )


_SINGLE = frozenset(
    {"notes", "group membership", "labels", "organization name", "organization title", "photo"}
)
_GROUPED = frozenset({"e-mail", "phone", "address", "website", "organization", "im"})


def _person(row: Row, layout: _Layout, header: list[str]) -> IncomingPerson | Quarantined:
    cells = row.cells
    someone = Someone()
    said = {part: cells[place] for part, place in layout.names.items()}
    parts = full_name(said.get("first", ""), said.get("middle", ""), said.get("last", ""))
    someone.name = parts or said.get("whole", "")
    if (suffix := said.get("suffix", "")) and parts:
        someone.name = full_name(parts, suffix)
    if prefix := said.get("prefix", ""):
        someone.keep("Name Prefix", prefix)
    _singles(someone, {key: cells[place] for key, place in layout.single.items() if cells[place]})
    for group in layout.groups:
        values = {key: cells[place] for key, place in group.columns.items() if cells[place]}
        if values:
            titles = {key: header[place] for key, place in group.columns.items()}
            _grouped(someone, group.kind, values, titles)
    for place in layout.rest:
        if cells[place]:
            someone.keep(header[place], cells[place])
    return someone.finished(row.where, Source.GOOGLE)


def _singles(someone: Someone, said: dict[str, str]) -> None:
    for key in _ALIASES:
        someone.alias(said.get(key, ""))
    for parts in (_ALIAS_PARTS, _YOMI_PARTS):
        someone.alias(full_name(*(said.get(part, "") for part in parts)))
    someone.organisation = one_line(said.get("organization name", ""))
    someone.role = one_line(said.get("organization title", ""))
    someone.remark(said.get("notes", ""))
    someone.keep("Photo", said.get("photo", ""))
    for key in ("group membership", "labels"):
        for tag in listed(said.get(key, "").replace(SEVERAL, "\n").replace(":::", "\n"), "\n"):
            if not _GROUPS_OF_GOOGLE.fullmatch(tag):
                someone.tags.append(tag.removeprefix("* "))


def _grouped(someone: Someone, kind: str, said: dict[str, str], titles: dict[str, str]) -> None:
    label = one_line(said.pop("label", "") or said.pop("type", "")).lstrip("* ")
    if kind == "organization":
        _organisation(someone, said, titles)
        return
    if kind == "address":
        someone.place(said.pop("city", ""), said.pop("country", ""), titles.get("country", ""))
        for key, value in said.items():
            someone.keep(titles[key], value, _type(label))
        return
    for value in said.pop("value", "").split(":::"):
        if kind == "e-mail":
            someone.mail(value, label)
        elif kind == "phone":
            someone.phone(value, label)
        elif kind == "im":
            someone.point(ContactKind.OTHER, value, said.get("service", "") or label)
        elif value.strip():
            someone.page(value, titles.get("value", ""))
    if kind == "website" and label:
        someone.keep(titles.get("label") or titles["type"], label)
    said.pop("service", "")
    for key, value in said.items():
        someone.keep(titles[key], value)


def _organisation(someone: Someone, said: dict[str, str], titles: dict[str, str]) -> None:
    """The first one is where they are; more, and what it says beyond name and title, are kept."""
    if not someone.organisation and not someone.role:
        someone.organisation = one_line(said.pop("name", "").split(":::")[0])
        someone.role = one_line(said.pop("title", "").split(":::")[0])
    for key, value in said.items():
        someone.keep(titles[key], value)


def _type(label: str) -> str:
    """The label of an address as a parameter, its separators left out."""
    return f"TYPE={label.translate({59: None, 58: None, 44: None})}" if label else ""
