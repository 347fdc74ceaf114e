"""`python -m bench.vcard_import FILE WAY [PACKAGES]`: from cards to people in the database, in cpu seconds.

Ways: `bare`, `ours`, `vobject` (which is imported from PACKAGES, a directory of its own). Prints
`label<TAB>cpu seconds<TAB>cards` for each thing measured.
"""

import os
import resource
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

from bench.vcard_limit import Card, cards_by_hand

WAYS = {
    "bare": "by hand, and bare executemany",
    "ours": "Rapport: file to searchable, linked people",
    "vobject": "vobject and Django's bulk_create",
}
KNOWING = "  of this, who probably knows whom"
READING = "  of this, the process that reads"
STORING = "  of this, the database's own work, theirs too"


class Said(NamedTuple):
    """What a card says, as far as two tables go."""

    name: str
    organisation: str
    note: str
    points: list[tuple[str, str]]


def main(path: Path, way: str) -> None:
    if hasattr(os, "sched_setaffinity"):  # two halves of one core slow each other down: all ways on one
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    folder = Path(tempfile.mkdtemp(prefix="rapport-bench-"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "rapport.config.settings"
    from rapport.config import boot

    boot.boot(str(folder / "data"))
    apart: dict[str, float] = {}
    began = _spent()
    if way == "bare":
        count = bare(path, folder / "bare.sqlite3")
    else:
        count = ours(path, apart) if way == "ours" else bulk_create(path)
    print(WAYS[way], _spent() - began, count, sep="\t", flush=True)
    for label, seconds in apart.items():
        print(label, seconds, count, sep="\t", flush=True)
    shutil.rmtree(folder, ignore_errors=True)


def bare(path: Path, file: Path) -> int:
    """Names and addresses into two tables with three indexes, and nothing else."""
    rows = sqlite3.connect(file)
    rows.executescript(
        "PRAGMA journal_mode=WAL; CREATE TABLE p(id TEXT PRIMARY KEY, name TEXT, org TEXT, note TEXT);"
        "CREATE TABLE e(id TEXT PRIMARY KEY, p TEXT, kind TEXT, value TEXT);"
        "CREATE INDEX p_name ON p(name); CREATE INDEX e_p ON e(p); CREATE INDEX e_value ON e(value);"
    )
    people, points = [], []
    for card in cards_by_hand(path.read_bytes()):
        pk = uuid4().hex
        people.append((pk, _first(card, "FN"), _first(card, "ORG"), _first(card, "NOTE")))
        points += [(uuid4().hex, pk, kind, value) for kind, value in _points(card)]
    rows.executemany("INSERT INTO p VALUES (?, ?, ?, ?)", people)
    rows.executemany("INSERT INTO e VALUES (?, ?, ?, ?)", points)
    rows.commit()
    return len(people)


def ours(path: Path, apart: dict[str, float]) -> int:
    """All of it: the reading process, the plan, people, sources, search rows, the batch to take it back."""
    from django.db import connection

    from rapport import clock
    from rapport.services import owners
    from rapport.services.imports import bring
    from rapport.services.imports.values import File
    from rapport.services.journal import bulk

    def timed(label: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def done(*given: Any) -> Any:
            began = time.process_time()
            try:
                return work(*given)
            finally:
                apart[label] = apart.get(label, 0.0) + time.process_time() - began

        return done

    def statement(execute: Callable[..., Any], *given: Any) -> Any:
        return timed(STORING, execute)(*given)

    book: Any = bulk.BulkJournal
    book.acquaint_all = timed(KNOWING, book.acquaint_all)
    connection.commit = timed(STORING, connection.commit)  # type: ignore[method-assign]  # to tell its share
    owner = owners.local_owner()
    today, read = clock.owners_day(owner), _children()
    with connection.execute_wrapper(statement):
        plan = bring.apply(owner.id, [File(path.name, path)], at=clock.now(), today=today)
    apart[READING] = _children() - read
    return sum(sum(told.people.values()) for told in plan.files)


def bulk_create(path: Path) -> int:
    """Names, organisations, notes and ways to reach them into Rapport's own two tables, and nothing else."""
    from django.db import transaction

    from rapport.db import models

    owner = models.Owner.objects.create(number=2)
    people: list[Any] = []
    points: list[Any] = []
    for said in _with_vobject(path):
        name = said.name[:200] or "-"
        person = models.Person(
            owner=owner, name=name, folded=name.lower(), organisation=said.organisation[:200], note=said.note
        )
        people.append(person)
        points += [
            models.ContactPoint(owner=owner, person=person, kind=kind, value=value[:400])
            for kind, value in said.points
            if value
        ]
    with transaction.atomic():
        models.Person.objects.bulk_create(people, batch_size=500)
        models.ContactPoint.objects.bulk_create(points, batch_size=500)
    return len(people)


def _with_vobject(path: Path) -> Iterator[Said]:
    import vobject  # type: ignore[import-untyped]  # in an environment of its own

    text = path.read_text("utf-8")
    for card in vobject.readComponents(text, ignoreUnreadable=True, allowQP=True):
        told = card.contents
        firm = told["org"][0].value if "org" in told else [""]
        yield Said(
            told["fn"][0].value if "fn" in told else "",
            firm if isinstance(firm, str) else firm[0],
            told["note"][0].value if "note" in told else "",
            [
                (kind, each.value)
                for name, kind in (("email", "email"), ("tel", "phone"))
                for each in told.get(name, ())
            ],
        )


def _spent() -> float:
    return time.process_time() + _children()


def _children() -> float:
    """Processor seconds of the processes that ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def _first(card: Card, name: str) -> str:
    return card[name][0][1] if name in card else ""


def _points(card: Card) -> list[tuple[str, str]]:
    return [
        (kind, value)
        for name, kind in (("EMAIL", "email"), ("TEL", "phone"))
        for _parameters, value in card.get(name, ())
    ]


if __name__ == "__main__":
    sys.path += sys.argv[3:]
    main(Path(sys.argv[1]), sys.argv[2])
