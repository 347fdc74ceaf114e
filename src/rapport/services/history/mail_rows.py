"""Messages as raw rows: a hundred thousand of them, at what they cost the engine."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any
from uuid import UUID

from django.db import connection, models

from rapport.db.models import Address, Trace, TraceParty
from rapport.domain.imports.imports import TraceKind
from rapport.services.history.trace_rows import PARTY

MAIL = (  # what all messages of a run share, and what each has
    "owner_id", "batch_id", "kind", "title", "id", "key", "at", "from_me", "is_bulk", "size", "reply_to",
)  # fmt: skip
AT_ONCE = 200  # rows in a statement on SQLite, which looks up the last id for every statement
TRUTH = frozenset({"from_me", "is_bulk", "is_sender"})


def add_mails(owner_id: UUID, batch_id: UUID, rows: Iterable[Sequence[Any]]) -> int:
    """Messages as (id, key, at, from me, is bulk, size, reply to), but for those that are there; how many.

    `at` is in seconds since 1970.
    """
    same = (f"'{owner_id.hex}'", f"'{batch_id.hex}'", f"'{TraceKind.MAIL}'", "''")
    return _insert(Trace, MAIL, rows, same)


def add_parties(parties: Iterable[tuple[int, int, int]]) -> None:
    """Of each party (trace, address, is sender)."""
    _insert(TraceParty, PARTY, parties)


def there(ids: Sequence[int]) -> set[int]:
    """Which of these ascending numbers traces have."""
    rows = Trace.objects.filter(pk__gte=ids[0], pk__lte=ids[-1])
    return set(rows.values_list("pk", flat=True)).intersection(ids)


def measure() -> None:
    """Let PostgreSQL look at what came in: without it, it joins as if the tables were still empty."""
    if connection.vendor == "postgresql":
        tables = ", ".join(
            connection.ops.quote_name(each._meta.db_table) for each in (Trace, TraceParty, Address)
        )
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {tables}")


def _insert(
    model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]], same: Sequence[str] = ()
) -> int:
    """Whole numbers and text; `same` are SQL values that the first columns have in all rows. What is there
    already is passed over; how many rows were new.

    Truth is given as 1 or 0: for what is neither number nor text, SQLite's driver looks for an adapter.
    """
    table = connection.ops.quote_name(model._meta.db_table)
    marks = ", ".join([*same, *(_mark(each) for each in columns[len(same) :])])
    begin = f"INSERT INTO {table} ({', '.join(columns)}) VALUES "
    rows = list(rows)
    together = AT_ONCE if connection.vendor == "sqlite" else 1
    whole = len(rows) // together * together
    some = [[*chain.from_iterable(rows[at : at + together])] for at in range(0, whole, together)]
    added = 0
    with connection.cursor() as cursor:
        for count, values in ((together, some), (1, rows[whole:])):
            if values:
                query = f"{begin}{', '.join([f'({marks})'] * count)} ON CONFLICT DO NOTHING"
                cursor.executemany(query, values)
                added += cursor.rowcount
    return added


def _mark(column: str) -> str:
    """Where its value goes. The engine makes of a number what it keeps, in less time than Python."""
    if column in TRUTH:
        return "%s <> 0"
    if column == "at":
        return "to_timestamp(%s)" if connection.vendor == "postgresql" else "datetime(%s, 'unixepoch')"
    return "%s"
