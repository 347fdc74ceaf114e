"""Outlook's contacts as CSV: classic Outlook in four languages, Outlook.com and the new Outlook."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from rapport.domain.imports.imports import Incoming, IncomingPerson, Quarantined, Source
from rapport.domain.people.people import ContactKind
from rapport.domain.text import fold
from rapport.formats.cells import listed, mail_address, one_line
from rapport.formats.outlook_columns import KNOWN, UNSAID
from rapport.formats.someone import Someone, full_name
from rapport.formats.tables import Row, Table, damaged, lost

_MARKS = frozenset(
    {"city:2", "country:2", "phone:work", "mail_type", "phone:company", "phone:home", "city:1"}
)
_FEWEST = 4  # columns of Outlook's that make a table Outlook's
_NAMES = frozenset(
    {"prefix", "first", "middle", "last", "suffix", "whole", "alias", "yomi_first", "yomi_last"}
)

_Plan = list[tuple[str, str]]  # of each column: what it is (empty: nothing known), and its label


def is_header(cells: Sequence[str]) -> bool:
    """Whether these are columns of Outlook."""
    found = [KNOWN.get(fold(one_line(cell)), "") for cell in cells]
    names = {"first", "last", "whole"}.intersection(found)
    return bool(names) and len(set(found) - {""}) >= _FEWEST and bool(_MARKS.intersection(found))


def read(data: BinaryIO, *, start: int = 0) -> Iterator[Incoming]:
    """The people of an export, after the first `start` records."""
    table = Table(data, is_header)
    if trouble := table.trouble():
        yield trouble
        return
    plan = _plan(table.header)
    for row in table.rows(start):
        if not row.cells:
            yield lost(row)
            continue
        yield _person(row, plan, table.header)
        if row.trouble:
            yield damaged(row)


def _plan(header: list[str]) -> _Plan:
    plan: _Plan = []
    for title in header:
        what, _, label = KNOWN.get(fold(title), "").partition(":")
        plan.append((what, label))
    titles = [place for place, title in enumerate(header) if fold(title) in {"titre", "titel"}]
    for place, what in zip(titles, ("prefix", "role") if len(titles) > 1 else ("role",), strict=False):
        plan[place] = (what, "")  # in French both the form of address and the job are "Titre"
    return plan


def _person(row: Row, plan: _Plan, header: list[str]) -> IncomingPerson | Quarantined:
    someone = Someone()
    names: dict[str, str] = {}
    places: dict[str, dict[str, tuple[str, str]]] = {}
    for cell, (what, label), title in zip(row.cells, plan, header, strict=True):
        if not cell:
            continue
        if what in _NAMES:
            names.setdefault(what, cell)
        elif what in {"city", "country"}:
            places.setdefault(label, {})[what] = (cell, title)
        elif what != "mail_type" or fold(cell) not in UNSAID:
            _field(someone, what, label, cell, title)
    _named(someone, names)
    for _, place in sorted(places.items()):
        city, country = place.get("city", ("", "")), place.get("country", ("", ""))
        if someone.city and city[0]:
            someone.keep(city[1], city[0])
        someone.place(city[0], *country)
    return someone.finished(row.where, Source.OUTLOOK)


def _named(someone: Someone, names: dict[str, str]) -> None:
    said = [names.get(part, "") for part in ("first", "middle", "last")]
    someone.name = (
        full_name(*said, names.get("suffix", "")) if any(said) else one_line(names.get("whole", ""))
    )
    whole = one_line(names.get("whole", ""))
    someone.alias(names.get("alias", ""))
    if whole and not mail_address(whole):
        someone.alias(whole)
    someone.alias(full_name(names.get("yomi_first", ""), names.get("yomi_last", "")))
    someone.keep("Title", names.get("prefix", ""))


def _field(someone: Someone, what: str, label: str, cell: str, title: str) -> None:
    if what == "mail":
        if mail_address(cell):
            someone.mail(cell)
        else:
            someone.keep(title, cell)  # "/o=ExchangeLabs/ou=…": nothing to write to
    elif what == "phone":
        someone.point(ContactKind.PHONE, cell, label)
    elif what == "organisation":
        someone.organisation = one_line(cell)
    elif what == "role":
        someone.role = one_line(cell)
    elif what == "page":
        someone.page(cell, title)
    elif what == "note":
        someone.remark(cell)
    elif what == "tags":
        someone.tags.extend(listed(cell, ";,"))
    elif fold(cell.strip()) not in UNSAID:
        someone.keep(title, cell)
