"""A look at everything the data's safety stands on."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import field
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final

from django.db import DatabaseError, connection

from rapport.domain.values import dataclass
from rapport.services.keeping import backups, serving, upgrade

LITTLE_ROOM: Final = 200 * 1024 * 1024  # bytes
OLD_BACKUP: Final = timedelta(days=8)

Facts = dict[str, str | int | bool]


class State(StrEnum):
    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


class Subject(StrEnum):
    """What is looked at."""

    FOLDER = "folder"
    PERMISSIONS = "permissions"
    NETWORK_DRIVE = "network_drive"
    CLOUD_FOLDER = "cloud_folder"
    ENGINE = "engine"
    JOURNAL = "journal"
    TABLES = "tables"
    INTEGRITY = "integrity"
    ROOM = "room"
    BACKUP = "backup"
    SERVER = "server"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; `facts` are what a sentence about it needs."""

    subject: Subject
    state: State
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """What only the wiring knows about the data directory and the engine."""

    data: Path
    network_drive: str | None
    cloud_folder: str | None
    engine_is_fixed: bool


def examine(place: Place, now: datetime) -> tuple[Check, ...]:
    """Every check, each on its own: one that cannot be made is a failed one."""
    if place.data.exists() and not place.data.is_dir():
        return (Check(Subject.FOLDER, State.FAIL, {"folder": str(place.data), "exists": True}),)
    if not place.data.is_dir():
        return (Check(Subject.FOLDER, State.WARN, {"folder": str(place.data), "exists": False}),)
    checks: list[Check] = [Check(Subject.FOLDER, State.OK, {"folder": str(place.data), "exists": True})]
    checks += _surroundings(place)
    checks += _database() if connection.vendor == "sqlite" else _other_database()
    checks += [_room(place.data), _backup(place.data, now), _server(place.data)]
    return tuple(checks)


def _surroundings(place: Place) -> Iterator[Check]:
    open_to_others = sum(1 for path in _files(place.data) if path.lstat().st_mode & 0o077)
    yield Check(
        Subject.PERMISSIONS, State.FAIL if open_to_others else State.OK, {"open_to_others": open_to_others}
    )
    yield Check(
        Subject.NETWORK_DRIVE,
        State.FAIL if place.network_drive else State.OK,
        {"kind": place.network_drive or ""},
    )
    yield Check(
        Subject.CLOUD_FOLDER,
        State.WARN if place.cloud_folder else State.OK,
        {"service": place.cloud_folder or ""},
    )
    mode = _journal_mode() if connection.vendor == "sqlite" else ""
    version = sqlite3.sqlite_version
    safe = place.engine_is_fixed or mode != "wal"
    yield Check(
        Subject.ENGINE,
        State.OK if safe else State.FAIL,
        {"version": version, "fixed": place.engine_is_fixed, "bundled": sqlite3.__name__ != "sqlite3"},
    )


def _database() -> Iterator[Check]:
    file = Path(connection.settings_dict["NAME"])
    if not file.exists():
        yield Check(Subject.TABLES, State.WARN, {"applied": "", "known": upgrade.newest_known()})
        return
    yield Check(Subject.JOURNAL, State.OK, {"mode": _journal_mode()})
    yield _guarded(Subject.TABLES, _tables)
    yield _guarded(Subject.INTEGRITY, lambda: _integrity(file))


def _other_database() -> Iterator[Check]:
    yield _guarded(Subject.TABLES, _tables)


def _guarded(subject: Subject, check: Callable[[], Check]) -> Check:
    try:
        return check()
    except (DatabaseError, sqlite3.DatabaseError) as error:
        return Check(subject, State.FAIL, {"error": str(error)})


def _tables() -> Check:
    applied, known = upgrade.newest_applied(), upgrade.newest_known()
    behind = applied < known  # brought up to date at the next start; newer than known is a failure
    state = State.OK if applied == known else State.WARN if behind else State.FAIL
    return Check(Subject.TABLES, state, {"applied": applied, "known": known})


def _integrity(file: Path) -> Check:
    with closing(sqlite3.connect(file, timeout=30)) as live:
        live.execute("PRAGMA query_only=ON")
        said = [row[0] for row in live.execute("PRAGMA integrity_check(5)")]
        orphans = len(live.execute("PRAGMA foreign_key_check").fetchall())
    fine = said == ["ok"] and not orphans
    facts: Facts = {"said": "; ".join(said)[:400], "orphans": orphans}
    return Check(Subject.INTEGRITY, State.OK if fine else State.FAIL, facts)


def _journal_mode() -> str:
    file = Path(connection.settings_dict["NAME"])
    if not file.exists():
        return ""
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode")
            return str(cursor.fetchone()[0])
    except DatabaseError:
        return "unknown"


def _room(data: Path) -> Check:
    free = shutil.disk_usage(data).free
    return Check(Subject.ROOM, State.WARN if free < LITTLE_ROOM else State.OK, {"free_bytes": free})


def _backup(data: Path, now: datetime) -> Check:
    last = backups.newest(data)
    if last is None:
        return Check(Subject.BACKUP, State.WARN, {"last": ""})
    old = now - last > OLD_BACKUP
    return Check(Subject.BACKUP, State.WARN if old else State.OK, {"last": last.isoformat()})


def _server(data: Path) -> Check:
    found = serving.running(data)
    return Check(
        Subject.SERVER,
        State.OK,
        {"running": bool(found), "pid": found.pid if found else 0, "port": found.port if found else 0},
    )


def _files(data: Path) -> Iterator[Path]:
    yield data
    for folder, folders, files in os.walk(data):
        for name in (*folders, *files):
            yield Path(folder, name)
