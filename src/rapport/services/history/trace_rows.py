"""Traces, their parties and addresses as raw rows: a million of them, past the model objects."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from django.db import connection, models

from rapport.db.models import Address, ContactPoint, Trace, TraceParty
from rapport.domain.history.history import AddressKind, kind_of
from rapport.domain.imports import imports
from rapport.domain.imports.imports import Party
from rapport.domain.people.people import ContactKind

AT_ONCE = 500  # values in one statement
REMEMBERED = 50_000  # addresses
TRACE = (
    "id", "owner_id", "kind", "key", "at", "from_me", "is_bulk", "size", "reply_to", "minutes", "title",
    "batch_id",
)  # fmt: skip
PARTY = ("trace_id", "address_id", "is_sender")
ADDRESS = ("id", "owner_id", "address", "name", "kind", "person_id", "confirmed")
T = TypeVar("T")


class Known(NamedTuple):
    """An address that has a row."""

    id: int
    kind: str
    person: UUID | None


def digest(key: str) -> str:
    """As `Trace.key` keeps it; empty stays empty."""
    return imports.digest(key.encode("utf-8", "replace"))


def next_ids(model: type[models.Model], count: int) -> Sequence[int]:
    """Numbers for new rows, ascending. On SQLite the transaction holds the write lock."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count]
            )
            return [row[0] for row in cursor.fetchall()]
        cursor.execute(f"SELECT COALESCE(MAX(id), 0) FROM {connection.ops.quote_name(table)}")
        first = cursor.fetchone()[0] + 1
    return range(first, first + count)


def insert(model: type[models.Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Values as the engine wants them (`plain`, `moment`)."""
    if rows:
        table = connection.ops.quote_name(model._meta.db_table)
        marks = ", ".join(["%s"] * len(columns))
        with connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)


def plain(value: UUID | None) -> Any:
    """An id as this engine keeps it."""
    return value if value is None or connection.features.has_native_uuid_field else value.hex


def moment() -> Callable[[datetime], Any]:
    """How this engine keeps a time in UTC: as itself, or as text without "+00:00"."""
    return (lambda at: at) if connection.vendor == "postgresql" else (lambda at: str(at)[:-6])


def slices(values: Iterable[T], size: int = AT_ONCE) -> Iterator[list[T]]:
    them = iter(values)
    while part := list(islice(them, size)):
        yield part


def unknown_keys(owner_id: UUID, keys: Iterable[str]) -> set[str]:
    """Which of these digests no trace has yet."""
    wanted = set(keys)
    table = connection.ops.quote_name(Trace._meta.db_table)
    query, values = f"SELECT key FROM {table} WHERE owner_id = %s AND key = ANY(%s)", list(wanted)
    if connection.vendor == "sqlite":
        query = f"SELECT t.key FROM json_each(%s) j JOIN {table} t ON t.owner_id = %s AND t.key = j.value"
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(query, [json.dumps(values), plain(owner_id)])
        else:
            cursor.execute(query, [plain(owner_id), values])
        return wanted.difference(row[0] for row in cursor)


def contacts(owner_id: UUID, people: Collection[UUID] | None = None) -> dict[str, UUID]:
    """Whose an e-mail address is, where just one person has it."""
    rows = ContactPoint.objects.of(owner_id).filter(kind=ContactKind.EMAIL, person__binned_at__isnull=True)
    if people is not None:
        rows = rows.filter(person_id__in=list(people))
    found: dict[str, UUID | None] = {}
    for value, person in rows.values_list("value", "person_id"):
        address = value.strip().lower()
        found[address] = person if found.get(address, person) == person else None
    return {address: person for address, person in found.items() if person}


class AddressBook:
    """The addresses of one owner: known ones looked up, new ones written down and linked to people."""

    def __init__(self, owner_id: UUID, mine: frozenset[str]) -> None:
        self.owner_id, self.mine = owner_id, mine
        self.contacts = contacts(owner_id)
        self.linked: set[UUID] = set()  # people who got an address that had traces before
        self._known: dict[str, Known] = {}

    def find(self, parties: Iterable[Party]) -> dict[str, Known]:
        """Everybody's row, made where there was none."""
        known = self._known
        names = {party.address: party.name for party in parties if party.address not in known}
        if names:
            if known and len(known) + len(names) > REMEMBERED:
                known.clear()
                return self.find(list(parties))
            self._load(names)
            self._add({address: name for address, name in names.items() if address not in known})
        return known

    def _load(self, names: dict[str, str]) -> None:
        rows = Address.objects.of(self.owner_id)
        for some in slices(names):
            found = rows.filter(address__in=some).values_list("id", "address", "kind", "person_id", "name")
            for pk, address, kind, person, name in found:
                owner = person or self._owner(address, kind)
                if owner != person:
                    rows.filter(pk=pk).update(person_id=owner)
                    self.linked.add(owner)
                if not name and names[address]:
                    rows.filter(pk=pk).update(name=names[address])
                self._known[address] = Known(pk, kind, owner)

    def _add(self, names: dict[str, str]) -> None:
        rows = []
        for pk, (address, name) in zip(next_ids(Address, len(names)), names.items(), strict=True):
            is_mine = address in self.mine
            kind = AddressKind.ME if is_mine else kind_of(address)
            person = self._owner(address, kind)
            self._known[address] = Known(pk, kind, person)
            rows.append((pk, plain(self.owner_id), address, name, kind.value, plain(person), is_mine))
        insert(Address, ADDRESS, rows)

    def _owner(self, address: str, kind: str) -> Any:
        """A machine and I are nobody's; a shared mailbox is whose card alone has it."""
        return None if kind in (AddressKind.MACHINE, AddressKind.ME) else self.contacts.get(address)


def add_traces(traces: Sequence[Sequence[Any]], parties: Sequence[tuple[int, int, bool]]) -> None:
    """Rows of TRACE; of each party (trace, address, is sender)."""
    insert(Trace, TRACE, traces)
    insert(TraceParty, PARTY, parties)
