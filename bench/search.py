"""Search as you type: 1,000 to 100,000 people beside 1,000,000 exchanges, against bare FTS5 and LIKE.

Every query is timed in processor milliseconds of this process, the least of three, beside the same query on
a bare full-text table of the same people. Where RAPPORT_DATABASE_URL names a PostgreSQL server, the same is
done there, in databases made for it and dropped again, and timed by the clock, since the server works in
processes of its own. `python -m bench search`
"""

import gc
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from bench import search_postgres
from bench.measure import table

SIZES = (1_000, 10_000, 100_000)
INTERACTIONS = 10  # for each person
TARGETS = 60
SYLLABLES = (
    *(
        "ka",
        "lo",
        "mi",
        "ra",
        "ten",
        "vor",
        "shu",
        "lin",
        "das",
        "pe",
        "qua",
        "zel",
        "bri",
        "mon",
        "fa",
        "gar",
    ),
    *("ri", "tho", "ny", "cas", "sel", "ou", "jin", "bek"),
)
ACCENTS = str.maketrans({"a": "á", "e": "è", "o": "ø", "l": "ł", "u": "ü"})


Ask = Callable[[str], list[Any]]


def compare() -> str:
    """One row for each size, and the share of slips that were forgiven; for each engine there is."""
    server = os.environ.pop("RAPPORT_DATABASE_URL", "")
    told = [_table("SQLite", "bare FTS5", "processor time", [_measured(size) for size in SIZES])]
    if server:
        rows = [_on_server(server, size) for size in SIZES]
        told.append(_table("PostgreSQL", "bare GIN", "time by the clock", rows))
    return "\n\n".join(told)


def _table(engine: str, bare: str, clock: str, rows: list[tuple[str, ...]]) -> str:
    head = ("people", f"{bare} p50", "p95", "Rapport p50", "p95", "p95 ratio", "LIKE p95", "typos found")
    return f"{engine}: milliseconds of {clock}; every prefix of 60 names, 20 answers\n" + table([head, *rows])


def _on_server(server: str, size: int) -> tuple[str, ...]:
    with search_postgres.database(server) as url:
        return _measured(size, url)


def _measured(size: int, url: str = "") -> tuple[str, ...]:
    folder = Path(tempfile.mkdtemp(prefix="rapport-bench-"))
    pid = os.fork()  # Django is set up for one data directory in a process
    if pid == 0:
        code = 1
        try:
            if url:
                os.environ["RAPPORT_DATABASE_URL"] = url
            (folder / "row").write_text("\t".join(_row(folder, size, url)))
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(pid, 0)
    try:
        return (
            tuple((folder / "row").read_text().split("\t")) if not status else (f"{size:,}", *["failed"] * 7)
        )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _row(folder: Path, size: int, url: str) -> tuple[str, ...]:
    owner_id, names = _fill(folder / "data", size)
    from django.db import connection

    from rapport.domain.people.search import words
    from rapport.services.people import search

    ask, like = search_postgres.bare(url, names) if url else _bare(folder / "bare.sqlite3", names)
    clock = time.perf_counter_ns if url else time.thread_time_ns
    rng = Random(5)
    targets = [rng.choice(names) for _ in range(TARGETS)]
    typed = sorted({" ".join(words(name))[:end] for name in targets for end in range(1, len(name) + 1)})
    queries = [query for query in typed if query.strip()]
    connection.ensure_connection()
    gc.disable()
    search.find(owner_id, "warm")
    ours = _costs(lambda query: search.find(owner_id, query), queries, clock)
    raw = _costs(ask, queries, clock)
    slow = _costs(like, queries[:: max(1, len(queries) // 60)], clock)
    slips = _slips(targets, rng)
    found = sum(_is_found(owner_id, name, slip) for name, slip in slips)
    gc.enable()
    return (
        f"{size:,}", f"{_share(raw, 0.5):.3f}", f"{_share(raw, 0.95):.3f}", f"{_share(ours, 0.5):.3f}",
        f"{_share(ours, 0.95):.3f}", f"{_share(ours, 0.95) / _share(raw, 0.95):.2f} x",
        f"{_share(slow, 0.95):.2f}", f"{found} of {len(slips)}",
    )  # fmt: skip


def _fill(folder: Path, size: int) -> tuple[UUID, list[str]]:
    os.environ["DJANGO_SETTINGS_MODULE"] = "rapport.config.settings"
    from rapport.config import boot

    boot.boot(str(folder))
    from django.db import transaction

    from rapport.db import models
    from rapport.domain.people.search import document
    from rapport.services import owners
    from rapport.services.journal.bulk_rows import insert, new_ids
    from rapport.services.people import search_index

    owner_id = owners.local_owner().id
    rng, names = Random(3), invented(size)
    ids = [UUID(pk) for pk in new_ids(size)]
    people = [
        (
            pk, name, name.lower(), [], f"Studio {rng.randrange(2000)}", "", "Lyon", "FR", "", [], "", "", "",
            False, "", False,
        )
        for pk, name in zip(ids, names, strict=True)
    ]  # fmt: skip
    columns = (
        "id", "name", "folded", "aliases", "organisation", "role", "city", "country", "reach", "links",
        "note", "how_met", "told", "known_before", "tags", "assumed",
    )  # fmt: skip
    ties = [(pk, who, rng.random() ** 4, 1, False) for pk, who in zip(new_ids(size), ids, strict=True)]
    with transaction.atomic():
        insert(models.Person, owner_id, people, columns)
        insert(models.Tie, owner_id, ties, ("id", "person", "closeness", "interactions", "was_strong"))
        texts = [
            (tie[2], person[0], document((person[1],), (person[4], "Lyon"), ()))
            for tie, person in zip(ties, people, strict=True)
        ]
        search_index.insert(owner_id, 1, texts)
        search_index.settle()
    for _ in range(INTERACTIONS):
        _exchanges(models, insert, new_ids, owner_id, ids, rng)
    return owner_id, names


def _exchanges(
    models: Any, insert: Any, new_ids: Any, owner_id: UUID, people: list[UUID], rng: Random
) -> None:
    """One with each, so that the store is as large as it would be."""
    from django.db import transaction

    met = [
        (
            pk, date(2026, 1, 1) - timedelta(days=rng.randrange(900)), "email", "mutual", 0, False,
            "said hello", "", "", False,
        )
        for pk in new_ids(len(people))
    ]  # fmt: skip
    columns = ("id", "on", "channel", "direction", "others", "lost_touch", "note", "text", "tags", "assumed")
    parts = [(pk, row[0], who) for pk, row, who in zip(new_ids(len(people)), met, people, strict=True)]
    with transaction.atomic():
        insert(models.Interaction, owner_id, met, columns)
        insert(models.Participant, owner_id, parts, ("id", "interaction", "person"))


def invented(many: int) -> list[str]:
    """Names of two or three words from syllables, some with accents."""
    rng = Random(1)

    def word() -> str:
        said = "".join(rng.choice(SYLLABLES) for _ in range(rng.choice((2, 2, 3))))
        return (said.translate(ACCENTS) if rng.random() < 0.1 else said).capitalize()

    return [" ".join(word() for _ in range(rng.choice((2, 2, 2, 3)))) for _ in range(many)]


def _bare(file: Path, names: Iterable[str]) -> tuple[Ask, Ask]:
    """The same names in a full-text table of their own, and how it and LIKE are asked."""
    from rapport.domain.people.search import words

    bare = sqlite3.connect(file)
    bare.execute("CREATE VIRTUAL TABLE f USING fts5(name, prefix='1 2 3')")
    bare.execute("CREATE TABLE p(name)")
    said = [(" ".join(words(name)),) for name in names]
    bare.executemany("INSERT INTO f VALUES (?)", said)
    bare.executemany("INSERT INTO p VALUES (?)", said)
    bare.execute("INSERT INTO f(f) VALUES ('optimize')")
    bare.commit()

    def ask(typed: str) -> list[Any]:
        query = " ".join(f'"{word}"*' for word in typed.split())
        return bare.execute("SELECT rowid, name FROM f WHERE f MATCH ? LIMIT 20", (query,)).fetchall()

    def like(typed: str) -> list[Any]:
        sql = "SELECT rowid, name FROM p WHERE name LIKE ? LIMIT 20"
        return bare.execute(sql, (f"%{typed}%",)).fetchall()

    return ask, like


def _slips(names: list[str], rng: Random) -> list[tuple[str, str]]:
    """Each name with one letter of its longest word wrong, missing, doubled or swapped."""
    from rapport.domain.people.search import words

    slips = []
    for name in names:
        said = words(name)
        at = max(range(len(said)), key=lambda n: len(said[n]))
        word, place = said[at], rng.randrange(1, len(said[at]) - 1)
        kinds = (
            word[:place] + word[place + 1 :],
            word[:place] + word[place] + word[place:],
            word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :],
            word[:place] + ("x" if word[place] != "x" else "y") + word[place + 1 :],
        )
        slips.append((name, " ".join([*said[:at], rng.choice(kinds), *said[at + 1 :]])))
    return slips


def _is_found(owner_id: UUID, name: str, slip: str) -> bool:
    from rapport.db.models import Person
    from rapport.services.people import search

    return name in Person.objects.filter(pk__in=search.find(owner_id, slip)).values_list("name", flat=True)


def _costs(ask: Callable[[str], object], queries: list[str], clock: Callable[[], int]) -> list[float]:
    """Milliseconds for each query, the least of three."""
    costs = []
    for query in queries:
        least = float("inf")
        for _ in range(3):
            start = clock()
            ask(query)
            least = min(least, clock() - start)
        costs.append(least / 1e6)
    return costs


def _share(costs: list[float], share: float) -> float:
    return sorted(costs)[int(share * (len(costs) - 1))]
