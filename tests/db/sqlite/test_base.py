"""The queue of writers, and a full disk."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction

from rapport.db.models import Owner
from rapport.db.sqlite import base, reserve
from rapport.db.sqlite.lock import WriteLock
from rapport.services.keeping import disk
from rapport.services.setup import demo_store

fcntl = pytest.importorskip("fcntl")


def is_free(folder: Path) -> bool:
    """Whether a writer could start now."""
    handle = os.open(folder / base.LOCK_FILE, os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(handle)
    return True


def test_a_transaction_holds_the_lock_until_it_ends(own_file: Path) -> None:
    assert is_free(own_file.parent)
    with transaction.atomic():
        assert not is_free(own_file.parent)
        with transaction.atomic():  # a savepoint: the same turn
            Owner.objects.create(name="Karen")
        assert not is_free(own_file.parent)
    assert is_free(own_file.parent)


def test_a_transaction_that_fails_gives_the_lock_back(own_file: Path) -> None:
    with pytest.raises(ValueError, match="no"), transaction.atomic():
        raise ValueError("no")
    assert is_free(own_file.parent)


def test_a_transaction_that_cannot_start_gives_the_lock_back(own_file: Path) -> None:
    connection.ensure_connection()
    connection.connection.execute("PRAGMA busy_timeout = 0")
    with sqlite3.connect(own_file) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OperationalError, match="locked"), transaction.atomic():
            pass
    other.close()
    assert is_free(own_file.parent)


def test_a_connection_closed_in_a_transaction_gives_the_lock_back(own_file: Path) -> None:
    turn = transaction.atomic()
    turn.__enter__()
    connection.close()
    turn.__exit__(None, None, None)
    assert is_free(own_file.parent)


def test_reading_takes_no_turn(own_file: Path) -> None:
    with held_elsewhere(own_file.parent):
        assert Owner.objects.count() == 0


def test_a_killed_writer_leaves_the_lock_free(own_file: Path) -> None:
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys; from pathlib import Path; from rapport.db.sqlite.lock import WriteLock;"
            "WriteLock(Path(sys.argv[1])).take(); print('held', flush=True); sys.stdin.read()",
            str(own_file.parent / base.LOCK_FILE),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout
    assert holder.stdin
    assert holder.stdout.readline() == b"held\n"
    assert not is_free(own_file.parent)
    holder.kill()
    holder.wait()
    holder.stdin.close()
    holder.stdout.close()
    assert is_free(own_file.parent)


def test_eight_writers_that_read_before_they_write_lose_nothing(
    own_file: Path, django_db_blocker: Any
) -> None:
    owner = Owner.objects.create(name="Karen")
    failures: list[Exception] = []

    def write() -> None:
        try:
            with demo_store.demo_rows(own_file):
                for _ in range(10):
                    with transaction.atomic():
                        row = Owner.objects.get(pk=owner.pk)
                        row.revision += 1
                        row.save()
        except Exception as error:
            failures.append(error)

    threads = [Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert Owner.objects.get().revision == 80


def test_a_new_connection_has_the_settings_that_survive_a_power_cut(own_file: Path) -> None:
    with connection.cursor() as cursor:
        assert pragma(cursor, "synchronous") == 2  # FULL
        assert pragma(cursor, "secure_delete") == 1
        assert pragma(cursor, "foreign_keys") == 1
        assert pragma(cursor, "journal_mode") == "wal"


def test_a_full_disk_has_a_name_and_frees_the_reserve(own_file: Path) -> None:
    assert disk.keep_reserve(own_file.parent)
    assert (own_file.parent / reserve.NAME).stat().st_blocks * 512 >= reserve.SIZE
    with connection.cursor() as cursor:
        pages = pragma(cursor, "page_count")
        cursor.execute(f"PRAGMA max_page_count = {pages}")  # as if the disk ended here
    with pytest.raises(OperationalError) as full, transaction.atomic():
        Owner.objects.bulk_create(Owner(name="Karen " * 30) for _ in range(200))
    assert disk.is_full(full.value)
    assert not (own_file.parent / reserve.NAME).exists()
    assert is_free(own_file.parent)
    assert Owner.objects.count() == 0
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1000000")
    Owner.objects.create(name="Karen")  # the second try, with the room the reserve gave


def test_another_error_is_not_a_full_disk(own_file: Path) -> None:
    with pytest.raises(OperationalError) as other, connection.cursor() as cursor:
        cursor.execute("SELECT * FROM no_such_table")
    assert not disk.is_full(other.value)


def test_no_reserve_is_taken_from_a_nearly_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reserve, "SPARE", 1 << 62)
    assert not reserve.keep(tmp_path)
    assert not (tmp_path / reserve.NAME).exists()


def pragma(cursor: Any, name: str) -> Any:
    cursor.execute(f"PRAGMA {name}")
    return cursor.fetchone()[0]


@contextmanager
def held_elsewhere(folder: Path) -> Iterator[None]:
    """Another thread is writing."""
    held, done = Event(), Event()

    def hold() -> None:
        lock = WriteLock(folder / base.LOCK_FILE)
        lock.take()
        held.set()
        done.wait()
        lock.close()

    thread = Thread(target=hold)
    thread.start()
    held.wait()
    try:
        yield
    finally:
        done.set()
        thread.join()
