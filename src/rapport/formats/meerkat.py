"""Meerkat CRM's CSV export: several tables one below the other, each under a line like "=== CONTACTS ===".

Contacts come in with their notes and relations, then activities and reminders. Activities name people by
their names; where two contacts have the same one, nobody is taken for the other.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import BinaryIO

from rapport.domain.imports.imports import EntryKind, Incoming, IncomingPerson, Quarantined, Source
from rapport.formats.cells import a_day, listed, one_line
from rapport.formats.entries import Shaped, at, entry
from rapport.formats.someone import Someone, full_name
from rapport.formats.tables import Row, Table, damaged, lost

_TITLE = "=== "
_CONTACTS, _RELATIONSHIPS, _ACTIVITIES, _NOTES, _REMINDERS = (
    "CONTACTS",
    "RELATIONSHIPS",
    "ACTIVITIES",
    "NOTES",
    "REMINDERS",
)
_MARKS = frozenset({"firstname", "lastname", "circles", "how we met"})
_PLACED = frozenset(
    {"id", "firstname", "lastname", "nickname", "email", "phone", "circles", "work information", "how we met"}
)
_HOUSEKEEPING = frozenset({"created at", "updated at"})
_ROUNDS = {  # months and days
    "weekly": (0, 7), "monthly": (1, 0), "quarterly": (3, 0), "six-months": (6, 0), "yearly": (12, 0),
}  # fmt: skip
Said = Mapping[str, str]  # column in lower case → cell
_entry = partial(entry, Source.MEERKAT)


def is_header(cells: Sequence[str]) -> bool:
    """Whether these are the columns of the contacts of such an export."""
    return {cell.strip().lower() for cell in cells} >= _MARKS


def read(data: BinaryIO, *, start: int = 0) -> Iterator[Incoming]:
    """The contacts of an export, after the first `start` records; notes stand last in it, so they wait."""
    table = Table(data, is_header)
    if trouble := table.trouble():
        yield trouble
        return
    found: dict[str, list[tuple[Row, Said]]] = {}
    for section, header, row in _rows(table):
        if not row.cells:
            if row.where.record > start:
                yield lost(row)
        else:
            found.setdefault(section, []).append((row, dict(zip(header, row.cells, strict=False))))
    notes = _notes(found)
    for row, said in found.get(_CONTACTS, []):
        if row.where.record > start:
            yield _person(row, said, table.header, notes.get(said.get("id", ""), []))
            if row.trouble:
                yield damaged(row)
    for row, shaped in _entries(found):
        if row.where.record > start:
            yield at(shaped, row.where)


def _rows(table: Table) -> Iterator[tuple[str, list[str], Row]]:
    """Every record with its section and the section's columns in lower case."""
    section, header = _CONTACTS, [title.lower() for title in table.header]
    is_title = False  # whether the row before was a section's line: below it stands its header
    for row in table.rows():
        if row.cells and row.cells[0].startswith(_TITLE):
            section, is_title = row.cells[0].strip("= "), True
        elif is_title:
            header, is_title = [cell.strip().lower() for cell in row.cells], False
        else:
            yield section, header, row


def _notes(found: Mapping[str, list[tuple[Row, Said]]]) -> dict[str, list[str]]:
    """By contact: dated notes, the oldest first, then who is what to them."""
    lines: dict[str, list[str]] = {}
    for _row, said in reversed(found.get(_NOTES, [])):  # the newest stand first
        day, text = one_line(said.get("date", ""))[:10], said.get("content", "")
        lines.setdefault(said.get("contact id", ""), []).append(f"{day} {text}")
    for _row, said in found.get(_RELATIONSHIPS, []):
        name = one_line(said.get("related contact name", "")) or one_line(said.get("name", ""))
        born = one_line(said.get("birthday", ""))
        if name:
            line = f"{one_line(said.get('type', '')) or '—'}: {name}" + (f" ({born})" if born else "")
            lines.setdefault(said.get("contact id", ""), []).append(line)
    return lines


def _person(row: Row, said: Said, titles: list[str], notes: list[str]) -> IncomingPerson | Quarantined:
    someone = Someone()
    someone.key = one_line(said.get("id", ""))
    someone.name = _name(said)
    someone.alias(said.get("nickname", ""))
    someone.mail(said.get("email", ""))
    someone.phone(said.get("phone", ""))
    someone.role = one_line(said.get("work information", ""))
    someone.tags.extend(listed(said.get("circles", ""), ";"))
    for note in notes:
        someone.remark(note)
    for title, cell in zip(titles, row.cells, strict=True):
        if title.lower() not in _PLACED and title.lower() not in _HOUSEKEEPING:
            someone.keep(title, cell)
    return someone.finished(row.where, Source.MEERKAT)


def _name(said: Said) -> str:
    return full_name(said.get("firstname", ""), said.get("lastname", ""))


def _entries(found: Mapping[str, list[tuple[Row, Said]]]) -> Iterator[tuple[Row, Shaped]]:
    called: dict[str, list[str]] = {}
    for row, said in found.get(_CONTACTS, []):
        called.setdefault(_name(said), []).append(said.get("id", ""))
        if met := said.get("how we met", "").strip():
            who = one_line(said.get("id", ""))
            yield row, _entry(EntryKind.HOW_MET, who, (who,), "", (met,))
    for row, said in found.get(_ACTIVITIES, []):
        yield row, _activity(said, called)
    for row, said in found.get(_NOTES, []):
        if not said.get("contact id"):
            lines = (said.get("content", ""),)
            yield row, _entry(EntryKind.REFLECTION, said.get("id", ""), (), said.get("date", ""), lines)
    for row, said in found.get(_REMINDERS, []):
        yield row, _reminder(said)


def _activity(said: Said, called: Mapping[str, list[str]]) -> Shaped:
    """Whom nobody or more than one is called like stays a name, which is nobody's id."""
    names = [one_line(name) for name in said.get("contact names", "").split(";")]
    people = [ids[0] if len(ids := called.get(name, [])) == 1 else f"? {name}" for name in names if name]
    lines = (said.get("title", ""), said.get("description", ""), said.get("location", ""))
    kind = EntryKind.EXCHANGE if people else EntryKind.REFLECTION
    return _entry(kind, f"activity {said.get('id', '')}", people, said.get("date", ""), lines)


def _reminder(said: Said) -> Shaped:
    who = one_line(said.get("contact id", ""))
    when = said.get("remind at", "")
    months, days = _ROUNDS.get(one_line(said.get("recurrence", "")), (0, 0))
    is_done = said.get("completed") == "true"
    return _entry(
        EntryKind.NEXT_STEP,
        said.get("id", ""),
        (who,) if who else (),
        when,
        (said.get("message", ""),),
        done_on=(a_day(said.get("last sent", "")) or a_day(when)) if is_done else None,
        months=months,
        days=days,
    )
