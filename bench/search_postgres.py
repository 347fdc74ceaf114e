"""A PostgreSQL server to search on: databases made for one measurement, and bare full text in them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from os import getpid
from typing import Any
from urllib.parse import urlsplit, urlunsplit

Ask = Callable[[str], list[Any]]


@contextmanager
def database(server: str) -> Iterator[str]:
    """The address of an empty database on this server, dropped when this is left."""
    import psycopg

    name = f"rapport_bench_{getpid()}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE IF EXISTS {name}")
        admin.execute(f"CREATE DATABASE {name}")
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def bare(url: str, names: Iterable[str]) -> tuple[Ask, Ask]:
    """The same names in a table with a GIN index of their own, and how it and LIKE are asked."""
    import psycopg

    from rapport.domain.people.search import words

    own = psycopg.connect(url, autocommit=True)
    own.execute("CREATE TABLE bare_names (id serial PRIMARY KEY, name text)")
    with own.cursor() as cursor, cursor.copy("COPY bare_names (name) FROM STDIN") as copy:
        for name in names:
            copy.write_row((" ".join(words(name)),))
    own.execute("CREATE INDEX ON bare_names USING gin (to_tsvector('simple', name))")
    own.execute("VACUUM ANALYZE")

    def ask(typed: str) -> list[Any]:
        query = " & ".join(f"{word}:*" for word in typed.split())
        sql = (
            "SELECT id, name FROM bare_names"
            " WHERE to_tsvector('simple', name) @@ to_tsquery('simple', %s) LIMIT 20"
        )
        return own.execute(sql, (query,)).fetchall()

    def like(typed: str) -> list[Any]:
        return own.execute(
            "SELECT id, name FROM bare_names WHERE name LIKE %s LIMIT 20", (f"%{typed}%",)
        ).fetchall()

    return ask, like
