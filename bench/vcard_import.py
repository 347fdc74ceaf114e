"""`python -m bench.vcard_import FILE`: from cards to people in the database, in processor seconds."""

import os
import resource
import sqlite3
import sys
import tempfile
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

from bench.vcard_limit import Card, cards_by_hand


def main(path: Path) -> None:
    folder = Path(tempfile.mkdtemp(prefix="rapport-bench-"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "rapport.config.settings"
    from rapport.config import boot

    boot.boot(str(folder / "data"))
    for label, work in (
        ("by hand, and bare executemany", lambda: bare(path, folder / "bare.sqlite3")),
        ("Rapport: file to searchable, linked people", lambda: ours(path)),
        ("the same rows with Django's bulk_create", lambda: bulk_create(path)),
    ):
        began = _spent()
        count = work()
        print(label, _spent() - began, count, sep="\t", flush=True)


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
        people.append((pk, _said(card, "FN"), _said(card, "ORG"), _said(card, "NOTE")))
        points += [(uuid4().hex, pk, kind, value) for kind, value in _points(card)]
    rows.executemany("INSERT INTO p VALUES (?, ?, ?, ?)", people)
    rows.executemany("INSERT INTO e VALUES (?, ?, ?, ?)", points)
    rows.commit()
    return len(people)


def ours(path: Path) -> int:
    """All of it: the reading process, the plan, people, sources, search rows, the batch to take it back."""
    from rapport import clock
    from rapport.services import owners
    from rapport.services.imports import bring
    from rapport.services.imports.values import File

    owner = owners.local_owner()
    today = clock.owners_day(owner)
    plan = bring.apply(owner.id, [File(path.name, path)], at=clock.now(), today=today)
    return sum(sum(told.people.values()) for told in plan.files)


def bulk_create(path: Path) -> int:
    from django.db import transaction

    from rapport.db import models

    owner = models.Owner.objects.create(number=2)
    people: list[Any] = []
    points: list[Any] = []
    for card in cards_by_hand(path.read_bytes()):
        name, organisation = _said(card, "FN")[:200] or "-", _said(card, "ORG")[:200]
        person = models.Person(owner=owner, name=name, organisation=organisation)
        people.append(person)
        points += [
            models.ContactPoint(owner=owner, person=person, kind=kind, value=value[:400])
            for kind, value in _points(card)
            if value
        ]
    with transaction.atomic():
        models.Person.objects.bulk_create(people, batch_size=500)
        models.ContactPoint.objects.bulk_create(points, batch_size=500)
    return len(people)


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _said(card: Card, name: str) -> str:
    return card[name][0][1] if name in card else ""


def _points(card: Card) -> list[tuple[str, str]]:
    return [
        (kind, value)
        for name, kind in (("EMAIL", "email"), ("TEL", "phone"))
        for _parameters, value in card.get(name, ())
    ]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
