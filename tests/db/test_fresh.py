"""A new store has the very tables that an old one has come to."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from rapport.db import fresh
from rapport.db.models import Owner
from rapport.services.keeping import upgrade
from rapport.services.setup import demo_store

Shape = dict[str, Any]
HASH = re.compile(r"_[0-9a-f]{8}(?=_|$)")  # of columns and the like, in names Django gives


@contextmanager
def sqlite(file: Path, blocker: Any) -> Iterator[None]:
    with blocker.unblock(), demo_store.demo_rows(file):
        yield


def rules(sql: str) -> list[str]:
    """The columns and rules a table is made with, whatever their order."""
    inside = sql[sql.index("(") + 1 : sql.rindex(")")]
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(inside + ","):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and depth == 0:
            parts.append(" ".join(inside[start:at].split()))
            start = at + 1
    return sorted(parts)


def of_sqlite() -> Shape:
    """Every table with its columns and rules, every index and trigger, and which migrations are done."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        found: Shape = {}
        for kind, name, table, sql in cursor.fetchall():
            plain = " ".join(re.sub(r'"[^"]*" ON', "ON", sql).split())
            found[f"{kind} {table} {HASH.sub('', name)}"] = rules(sql) if kind == "table" else plain
        cursor.execute("SELECT app, name FROM django_migrations ORDER BY app, name")
        found["done"] = cursor.fetchall()
    return found


def of_postgresql(schema: str) -> Shape:
    """Every column and every index."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name, data_type, is_nullable, is_identity, character_maximum_length"
            " FROM information_schema.columns WHERE table_schema = %s",
            [schema],
        )
        found: Shape = {f"{table}.{column}": rest for table, column, *rest in cursor.fetchall()}
        cursor.execute("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = %s", [schema])
        for name, made in cursor.fetchall():
            found[HASH.sub("", name)] = made[made.index(" USING ") :]
    return found


def test_a_new_store_is_what_every_migration_together_makes(tmp_path: Path, django_db_blocker: Any) -> None:
    with sqlite(tmp_path / "new.sqlite3", django_db_blocker):
        upgrade.make_tables()
        new = of_sqlite()
    with sqlite(tmp_path / "old.sqlite3", django_db_blocker):
        call_command("migrate", verbosity=0, interactive=False)
        old = of_sqlite()
    assert new.keys() == old.keys()
    assert [name for name in new if new[name] != old[name]] == []


@pytest.mark.django_db
def test_on_postgresql_too(tmp_path: Path) -> None:
    if connection.vendor != "postgresql":
        return  # nothing to compare with: the other test says it of SQLite
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA newcomer")
        cursor.execute("CREATE SCHEMA old")
        cursor.execute("SET LOCAL search_path TO old")
        call_command("migrate", verbosity=0, interactive=False)
        cursor.execute("SET LOCAL search_path TO newcomer")
    fresh.make()
    assert Owner.objects.create(name="Priya").pk
    assert upgrade.newest_applied() == upgrade.newest_known()
    new = of_postgresql("newcomer")
    assert new == of_postgresql("old")
    assert new == of_postgresql("public")  # what every other test stands on
