"""What traces tell: sums by person, what is usual among them, single traces from one person's side."""

from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from rapport.db.models import Address, PersonHistory, TieScale, Trace, TraceParty
from rapport.db.queries.prepared import prepared_for_few
from rapport.domain.history.history import AddressKind, Seen, Sums, from_json
from rapport.domain.history.ties import FIXED, Scale
from rapport.domain.imports.imports import TraceKind

MANY = 500  # above that, one scan is quicker than a list of ids
TABLES = {
    "trace": Trace._meta.db_table,
    "party": TraceParty._meta.db_table,
    "address": Address._meta.db_table,
}
REPLIES = """
    SELECT a.person_id, r.key, r.at, o.at, r.from_me
    FROM {trace} r
    JOIN {trace} o ON o.owner_id = r.owner_id AND o.key = r.reply_to
    JOIN {party} y ON y.is_sender AND y.trace_id = CASE WHEN r.from_me THEN o.id ELSE r.id END
    JOIN {address} a ON a.id = y.address_id
    WHERE r.owner_id = %s AND NOT (r.reply_to = '') AND r.from_me <> o.from_me
        AND NOT r.is_bulk AND NOT o.is_bulk AND a.person_id IS NOT NULL AND """


def sums(owner_id: UUID, people: Collection[UUID] | None = None) -> dict[UUID, Sums]:
    """Of these people, or of all who have any."""
    if people is not None and len(people) <= MANY:
        return {person: from_json(kept) for person, kept in _sums_of(people, owner_id)}
    wanted = None if people is None else set(people)
    found = _sums(owner_id)
    return {person: from_json(kept) for person, kept in found if wanted is None or person in wanted}


@prepared_for_few
def _sums_of(people: tuple[UUID, ...], owner_id: UUID) -> "QuerySet[Any, Any]":
    return _sums(owner_id).filter(person_id__in=people)


def _sums(owner_id: UUID) -> "QuerySet[Any, Any]":
    rows = PersonHistory.objects.of(owner_id).filter(person__binned_at__isnull=True)
    return rows.values_list("person_id", "sums")


def scale(owner_id: UUID) -> Scale:
    """The user's own, or the fixed one."""
    row = TieScale.objects.of(owner_id).first()
    return Scale(tuple(row.centres), tuple(row.spreads), row.lifetime) if row else FIXED


def mine(owner_id: UUID) -> frozenset[str]:
    """The addresses that are the user's own."""
    rows = Address.objects.of(owner_id).filter(kind=AddressKind.ME)
    return frozenset(rows.values_list("address", flat=True))


def is_anybody(owner_id: UUID) -> bool:
    """Whether any address is somebody's."""
    return Address.objects.of(owner_id).filter(person__isnull=False).exists()


def traces_of(owner_id: UUID, people: Collection[UUID]) -> Iterator[tuple[UUID, Seen]]:
    """Every trace of these people, once each, though it may name two of their addresses."""
    rows = TraceParty.objects.filter(
        trace__owner_id=owner_id, trace__is_bulk=False, address__person_id__in=list(people)
    )
    columns = (
        "trace_id", "address__person_id", "is_sender", "trace__at", "trace__kind", "trace__from_me",
        "trace__size", "trace__minutes",
    )  # fmt: skip
    last: tuple[int, UUID] | None = None
    ordered = rows.order_by("trace_id", "address__person_id", "-is_sender").values_list(*columns)
    for trace, person, is_sender, at, kind, from_me, size, minutes in ordered.iterator(chunk_size=2000):
        if (trace, person) != last:
            last = (trace, person)
            yield person, Seen(at, TraceKind(kind), from_me, is_sender, size, minutes)


def replies_since(owner_id: UUID, first: int) -> Iterator[tuple[UUID, str, float, bool]]:
    """(person, key, hours, by them) where answer or question is trace number `first` or a later one."""
    yield from _replies(REPLIES + "r.id >= %s", (owner_id, first))
    yield from _replies(REPLIES + "o.id >= %s AND r.id < %s", (owner_id, first, first))


def replies_of(owner_id: UUID, people: Collection[UUID]) -> Iterator[tuple[UUID, str, float, bool]]:
    """All answers between me and these people."""
    if people:
        marks = ", ".join(["%s"] * len(people))
        yield from _replies(f"{REPLIES} a.person_id IN ({marks})", (owner_id, *people))


def _replies(query: str, values: tuple[Any, ...]) -> Iterator[tuple[UUID, str, float, bool]]:
    with connection.cursor() as cursor:
        cursor.execute(query.format(**TABLES), [_plain(value) for value in values])
        for person, key, answered, asked, from_me in cursor:
            seconds = (_moment(answered) - _moment(asked)).total_seconds()
            yield UUID(str(person)), key, seconds / 3600, not from_me


def _plain(value: Any) -> Any:
    return value.hex if isinstance(value, UUID) and not connection.features.has_native_uuid_field else value


def _moment(value: Any) -> datetime:
    """SQLite keeps text, in UTC."""
    return value if isinstance(value, datetime) else datetime.fromisoformat(value).replace(tzinfo=UTC)
