"""Meerkat CRM's CSV export: several tables one below the other, each under a line like "=== CONTACTS ===".

Contacts come in with their notes; relationships, activities and reminders are not read.
"""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from rapport.domain.imports import Incoming, IncomingPerson, Quarantined, Source
from rapport.formats.cells import listed, one_line
from rapport.formats.someone import Someone, full_name
from rapport.formats.tables import Row, Table, damaged, lost

_TITLE = "=== "
_CONTACTS, _NOTES = "CONTACTS", "NOTES"
_MARKS = frozenset({"firstname", "lastname", "circles", "how we met"})
_PLACED = frozenset(
    {"id", "firstname", "lastname", "nickname", "email", "phone", "circles", "work information"}
)
_HOUSEKEEPING = frozenset({"created at", "updated at"})
_NOTE_OF, _NOTE, _NOTE_DAY = 1, 3, 4  # columns of the notes


def is_header(cells: Sequence[str]) -> bool:
    """Whether these are the columns of the contacts of such an export."""
    return {cell.strip().lower() for cell in cells} >= _MARKS


def read(data: BinaryIO, *, start: int = 0) -> Iterator[Incoming]:
    """The contacts of an export, after the first `start` records; notes stand last in it, so they wait."""
    table = Table(data, is_header)
    if trouble := table.trouble():
        yield trouble
        return
    section, contacts, notes = _CONTACTS, [], dict[str, list[str]]()
    is_title = False  # whether the row before was a section's line: below it stands its header
    for row in table.rows():
        if row.cells and row.cells[0].startswith(_TITLE):
            section, is_title = row.cells[0].strip("= "), True
        elif is_title:
            is_title = False
        elif not row.cells:
            if row.where.record > start:
                yield lost(row)
        elif section == _CONTACTS:
            contacts.append(row)
        elif section == _NOTES:
            said = f"{one_line(row.cells[_NOTE_DAY])[:10]} {row.cells[_NOTE]}"
            notes.setdefault(row.cells[_NOTE_OF], []).append(said)
    header = [title.lower() for title in table.header]
    for row in contacts:
        if row.where.record > start:
            yield _person(row, header, table.header, notes)
            if row.trouble:
                yield damaged(row)


def _person(
    row: Row, header: list[str], titles: list[str], notes: dict[str, list[str]]
) -> IncomingPerson | Quarantined:
    someone = Someone()
    said = dict(zip(header, row.cells, strict=True))
    someone.key = one_line(said.get("id", ""))
    someone.name = full_name(said["firstname"], said["lastname"])
    someone.alias(said.get("nickname", ""))
    someone.mail(said.get("email", ""))
    someone.phone(said.get("phone", ""))
    someone.role = one_line(said.get("work information", ""))
    someone.tags.extend(listed(said["circles"], ";"))
    for note in reversed(notes.get(said.get("id", ""), [])):  # the newest stand first
        someone.remark(note)
    for title, key, cell in zip(titles, header, row.cells, strict=True):
        if key not in _PLACED and key not in _HOUSEKEEPING:
            someone.keep(title, cell)
    return someone.finished(row.where, Source.MEERKAT)
