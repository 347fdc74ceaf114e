"""Backups that were checked before they get their name, and restores that check before they touch."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import quote

from django.db import connection

from rapport import __version__
from rapport.db.sqlite.base import LOCK_FILE
from rapport.db.sqlite.lock import WriteLock
from rapport.services.keeping import sealed, serving
from rapport.services.keeping.sealed import Manifest, Refusal, Refused

FOLDER: Final = "backups"
STAMP: Final = "%Y%m%d-%H%M%S"
DAYS, WEEKS, MONTHS = 7, 4, 6  # how many of each keep their newest daily backup
DAILY: Final = "daily"
KEEP: Final = 12  # backups made before something risky
TABLE_NAMES: Final = (
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) != 'sqlite_' ORDER BY 1"
)
ROOM: Final = 4 * 1024 * 1024  # bytes to leave free beside the copy


def backup(target: Path, now: datetime) -> Manifest:
    """Write a verified backup of everything to one file; nothing half-made ever has that name."""
    source = _database()
    if target.exists():
        _refuse_to_overwrite(target)
    with _workshop(target.parent) as work:
        _room_for(source.stat().st_size * 2, work)
        copy, draft = work / sealed.DATABASE, work / "draft.zip"
        _vacuum_into(source, copy)
        manifest = _describe(copy, now)
        sealed.pack(copy, manifest, draft)
        copy.unlink()
        sealed.unpack(draft, work / "proof")  # what was written can be read back
        draft.replace(target)
        _flush_folder(target.parent)
    return manifest


def automatic(data: Path, kind: str, now: datetime) -> Path:
    """A backup in the data directory before something risky; the oldest of its kind make room."""
    folder = data / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / f"{kind}-{now.astimezone(UTC):{STAMP}}.zip"
    if not target.exists():
        backup(target, now)
    every = sorted(folder.glob(f"{kind}-[0-9]*.zip"), reverse=True)
    for old in set(every) - (_worth_keeping(every) if kind == DAILY else set(every[:KEEP])):
        old.unlink()
    return target


def _worth_keeping(newest_first: list[Path]) -> set[Path]:
    """The newest of each of the last days, weeks and months that have one."""
    kept: set[Path] = set()
    for form, many in (("%Y%m%d", DAYS), ("%G-%V", WEEKS), ("%Y%m", MONTHS)):
        spans: dict[str, Path] = {}
        for file in newest_first:
            made = datetime.strptime(file.stem[-15:], STAMP).replace(tzinfo=UTC)
            spans.setdefault(made.strftime(form), file)
        kept.update(list(spans.values())[:many])
    return kept


def daily(data: Path, now: datetime) -> Path | None:
    """The backup of the day, if it is not there yet and there is something to keep."""
    today = f"{now.astimezone(UTC):%Y%m%d}"
    if any((data / FOLDER).glob(f"daily-{today}-*.zip")):
        return None
    try:
        return automatic(data, DAILY, now)
    except Refused as refused:
        if refused.code in {Refusal.NOT_SQLITE, Refusal.NOTHING_YET}:
            return None
        raise


def newest(data: Path) -> datetime | None:
    """When the latest automatic backup was made."""
    stamps = [file.stem[-15:] for file in (data / FOLDER).glob("*.zip")]
    return max((datetime.strptime(s, STAMP).replace(tzinfo=UTC) for s in stamps), default=None)


def restore(file: Path, data: Path, known_schema: str, now: datetime) -> tuple[Manifest, Path | None]:
    """Put a backup in the place of the database; returns where the old one is kept."""
    target = _database(must_exist=False)
    with serving_stopped(data), _workshop(data) as work:
        if file.exists():
            _room_for(file.stat().st_size, work)
        fresh = work / sealed.DATABASE
        manifest = sealed.unpack(file, fresh)
        if _describe(fresh, now).tables != manifest.tables:
            raise Refused(Refusal.DAMAGED, "tables")
        if max(manifest.schema, _schema(fresh)) > known_schema:
            raise Refused(Refusal.NEWER, manifest.schema)
        connection.close()
        lock = WriteLock(data / LOCK_FILE)
        lock.take()
        try:
            kept = _set_aside(target, now)
            for suffix in ("-wal", "-shm", "-journal"):
                target.with_name(target.name + suffix).unlink(missing_ok=True)
            fresh.replace(target)
            _flush_folder(data)
        finally:
            lock.close()
    return manifest, kept


@contextmanager
def serving_stopped(data: Path) -> Iterator[None]:
    """Refuse while a server runs, and let none start meanwhile."""
    try:
        with serving.alone(data):
            yield
    except serving.AlreadyRunning as error:
        raise Refused(Refusal.RUNNING, str(error.running.pid)) from error


@contextmanager
def open_foreign(file: Path) -> Iterator[sqlite3.Connection]:
    """Read a database that may be hostile or damaged: nothing in it runs, nothing is written."""
    address = f"file:{quote(str(file))}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as foreign:
        foreign.execute("PRAGMA trusted_schema=OFF")
        foreign.execute("PRAGMA query_only=ON")
        foreign.execute("PRAGMA cell_size_check=ON")
        yield foreign


def _database(must_exist: bool = True) -> Path:
    if connection.vendor != "sqlite":
        raise Refused(Refusal.NOT_SQLITE)
    file = Path(connection.settings_dict["NAME"])
    if must_exist and (not file.exists() or not file.stat().st_size):
        raise Refused(Refusal.NOTHING_YET)
    return file


def _refuse_to_overwrite(target: Path) -> None:
    """An older backup may be replaced; anything else with that name stays."""
    try:
        sealed.read_manifest(target)
    except Refused as error:
        raise Refused(Refusal.FILE_EXISTS, target.name) from error


@contextmanager
def _workshop(folder: Path) -> Iterator[Path]:
    try:
        work = Path(tempfile.mkdtemp(prefix=".rapport-", dir=folder))
    except OSError as error:
        raise Refused(Refusal.CANNOT_WRITE, sealed.code_of(error)) from error
    try:
        yield work
    except OSError as error:
        raise Refused(Refusal.CANNOT_WRITE, sealed.code_of(error)) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _room_for(size: int, folder: Path) -> None:
    if shutil.disk_usage(folder).free < size + ROOM:
        raise Refused(Refusal.NO_ROOM)


def _vacuum_into(source: Path, copy: Path) -> None:
    """A copy without the pages of what was deleted; writers go on meanwhile."""
    os.close(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with closing(sqlite3.connect(source, timeout=30)) as live:
            live.execute("VACUUM INTO ?", (str(copy),))
    except sqlite3.DatabaseError as error:
        raise Refused(Refusal.DAMAGED, str(error)) from error


def _describe(file: Path, now: datetime) -> Manifest:
    """Check a database through and through, and count what it holds."""
    try:
        with open_foreign(file) as foreign:
            if foreign.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
                raise Refused(Refusal.DAMAGED, "quick_check")
            if foreign.execute("PRAGMA foreign_key_check").fetchone():
                raise Refused(Refusal.DAMAGED, "foreign_key_check")
            names = foreign.execute(TABLE_NAMES).fetchall()
            tables = {name: _count(foreign, name) for (name,) in names}
    except sqlite3.DatabaseError as error:
        raise Refused(Refusal.DAMAGED, str(error)) from error
    if "django_migrations" not in tables:
        raise Refused(Refusal.NOT_A_BACKUP, "no tables of Rapport")
    return Manifest(
        made_at=now.astimezone(UTC).isoformat(timespec="seconds"),
        version=__version__,
        schema=_schema(file),
        sha256=sealed.digest(file),
        size=file.stat().st_size,
        tables=tables,
    )


def _count(foreign: sqlite3.Connection, table: str) -> int:
    quoted = table.replace('"', '""')
    return int(foreign.execute(f'SELECT COUNT(*) FROM "{quoted}"').fetchone()[0])


def _schema(file: Path) -> str:
    with open_foreign(file) as foreign:
        row = foreign.execute("SELECT MAX(name) FROM django_migrations WHERE app = 'rapport'").fetchone()
    return row[0] or ""


def _set_aside(target: Path, now: datetime) -> Path | None:
    """Keep the old database beside the new one, with the log it may still need."""
    if not target.exists():
        return None
    stem = f"{target.stem}-before-restore-{now.astimezone(UTC):{STAMP}}"
    kept = target.with_name(f"{stem}.sqlite3")
    while kept.exists():  # two restores in one second
        kept = kept.with_name(f"{kept.stem}-again.sqlite3")
    try:
        with closing(sqlite3.connect(target, timeout=30)) as old:
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.DatabaseError:  # too damaged to tidy up: kept as it is
        pass
    for suffix in ("", "-wal", "-journal"):
        part = target.with_name(target.name + suffix)
        if part.exists() and (not suffix or part.stat().st_size):
            shutil.copy2(part, kept.with_name(kept.name + suffix))
    return kept


def _flush_folder(folder: Path) -> None:
    """Make a rename survive a power cut."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
