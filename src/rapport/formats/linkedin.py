"""LinkedIn's data export: the zip, basic or complete, and each of its tables alone.

Connections.csv (below a preamble of notes) → people; messages.csv and Invitations.csv → traces;
Profile.csv and Email Addresses.csv → whose export it is.
"""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from rapport.domain.imports.imports import (
    Incoming,
    IncomingSelf,
    IncomingTrace,
    Quarantined,
    Source,
    Trouble,
    Where,
)
from rapport.domain.text import fold
from rapport.formats import linkedin_tables as tables
from rapport.formats import zips
from rapport.formats.cells import mail_address, once
from rapport.formats.someone import full_name
from rapport.formats.tables import Row, Table, damaged, lost

# In the order they are read, wherever they lie in the zip: first whose export it is.
_FILES = {
    "profile.csv": 0, "email addresses.csv": 1, "email_addresses.csv": 1, "invitations.csv": 2,
    "connections.csv": 3, "messages.csv": 4,
}  # fmt: skip
_FEWEST = 3  # people on messages, before the one who is on all of them can be told


class _Owner:
    """Whose export it is, as far as it has been read."""

    def __init__(self) -> None:
        self.name = ""
        self.addresses: list[str] = []
        self._told: tuple[str, ...] = ("",)
        self._always: set[str] | None = None  # on every message
        self._seen: set[str] = set()

    def met(self, trace: IncomingTrace) -> None:
        """At the end, one alone is on every message."""
        parties = {party.address for party in (trace.sender, *trace.parties) if party}
        self._always = parties if self._always is None else self._always & parties
        if len(self._seen) < _FEWEST:
            self._seen |= parties

    def conclude(self) -> None:
        if self._always and len(self._always) == 1 and len(self._seen) >= _FEWEST:
            self.addresses.extend(self._always)

    def news(self, where: Where) -> Iterator[IncomingSelf]:
        """What is known of them, if that is more than was said before."""
        known = (self.name, *once(self.addresses))
        if known != self._told:
            self._told = known
            yield IncomingSelf(where, Source.LINKEDIN, self.name, known[1:])


def is_header(cells: Sequence[str]) -> bool:
    """Whether these are the columns of a table of the export that is read here."""
    return bool(tables.table_of(cells))


def is_entry(name: str) -> bool:
    """Whether an entry of a zip is a table that is read here, wherever it lies."""
    return _base(name) in _FILES


def read(data: BinaryIO, *, start: int = 0) -> Iterator[Incoming]:
    """What an export holds, after the first `start` records; those of a zip are counted through."""
    reading = _Reading(start)
    if data.seekable() and _is_zip(data):
        yield from reading.zip(data)
    else:
        yield from reading.table(data, "")
    reading.owner.conclude()
    yield from reading.owner.news(Where(max(1, reading.count)))


def _is_zip(data: BinaryIO) -> bool:
    data.seek(0)
    beginning = data.read(2)
    data.seek(0)
    return beginning == b"PK"


class _Reading:
    """One run through an export."""

    def __init__(self, start: int) -> None:
        self.owner = _Owner()
        self.start = start
        self.count = 0  # records so far, those passed over too

    def zip(self, data: BinaryIO) -> Iterator[Incoming]:
        names = sorted(filter(is_entry, zips.names(data)), key=lambda name: _FILES[_base(name)])
        refused = False
        for entry in zips.walk(data, lambda name: is_entry(name) and name not in names):
            if isinstance(entry, Quarantined):
                refused = True
                yield entry
        if not names and not refused:
            yield Quarantined(Where(1), Trouble.NOT_UNDERSTOOD, expected="Connections.csv")
        for name in dict.fromkeys(names):
            for entry in zips.walk(data, name.__eq__):
                if isinstance(entry, Quarantined):
                    yield entry
                else:
                    yield from self.entry(entry[1], entry[0])

    def entry(self, data: BinaryIO, name: str) -> Iterator[Incoming]:
        try:
            yield from self.table(data, name)
        except zips.Broken as broken:
            self.count += 1
            yield Quarantined(Where(self.count, None, name), broken.trouble)

    def table(self, data: BinaryIO, name: str) -> Iterator[Incoming]:
        table = Table(data, is_header, _base(name, lower=False))
        if trouble := table.trouble():
            yield trouble
            return
        kind = tables.table_of(table.header)
        header = [fold(title) for title in table.header]
        if kind in {tables.PROFILE, tables.ADDRESSES}:
            yield from self.whose(table, kind, header)
            return
        before = self.count
        for row in table.rows(max(0, self.start - before)):
            row = row._replace(where=row.where._replace(record=before + row.where.record))
            self.count = row.where.record
            if row.cells:
                yield from self.row(row, kind, header, table.header)
            elif kind == tables.CONNECTIONS:
                yield lost(row)
            else:  # how a row begins may be somebody's message
                yield Quarantined(row.where, row.trouble or Trouble.BAD_ROW)
        self.count = before + table.count

    def whose(self, table: Table, kind: str, header: list[str]) -> Iterator[Incoming]:
        """Rows about the owner are no records: they are read whatever was read before."""
        for row in table.rows():
            said = tables.said_in(row, header) if row.cells else {}
            if kind == tables.PROFILE:
                name = full_name(said.get("first name", ""), said.get("last name", ""))
                self.owner.name = self.owner.name or name
            elif address := mail_address(said.get("email address", "")):
                self.owner.addresses.append(address.lower())
            where = row.where
        if table.count:
            yield from self.owner.news(where._replace(record=1))

    def row(self, row: Row, kind: str, header: list[str], titles: list[str]) -> Iterator[Incoming]:
        if kind == tables.CONNECTIONS:
            yield from tables.connection(row, header, titles)
            if row.trouble:
                yield damaged(row)
            return
        said = tables.said_in(row, header)
        found = tables.message(row, said) if kind == tables.MESSAGES else tables.invitation(row, said)
        if isinstance(found, IncomingTrace):
            if kind == tables.MESSAGES:
                self.owner.met(found)
            elif address := tables.mine(found, said):
                self.owner.addresses.append(address)
        if found is not None:
            yield found


def _base(name: str, *, lower: bool = True) -> str:
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    return base.lower() if lower else base
