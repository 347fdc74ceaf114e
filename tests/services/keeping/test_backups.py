"""A backup Karen has is a backup that restores."""

import json
import random
import shutil
import sqlite3
import stat
import zipfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import connection

from rapport.db.models import Owner
from rapport.services.keeping import backups, sealed, serving, upgrade
from rapport.services.keeping.sealed import Refusal, Refused

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


@pytest.fixture
def backup_file(own_file: Path, tmp_path: Path) -> Path:
    """A backup made while Karen was the owner."""
    Owner.objects.create(name="Karen")
    file = tmp_path / "karen.zip"
    backups.backup(file, NOON)
    return file


def restore(file: Path, own_file: Path, now: datetime = NOON) -> Path | None:
    return backups.restore(file, own_file.parent, upgrade.newest_known(), now)[1]


def refusal(file: Path, own_file: Path) -> Refusal:
    """Why a restore is refused; the data must be as it was."""
    before = own_file.read_bytes()
    with pytest.raises(Refused) as refused:
        restore(file, own_file)
    assert own_file.read_bytes() == before
    assert not list(own_file.parent.glob(".rapport-*"))
    return refused.value.code


def test_what_was_backed_up_comes_back(backup_file: Path, own_file: Path) -> None:
    Owner.objects.update(name="Someone else")
    restore(backup_file, own_file)
    assert Owner.objects.get().name == "Karen"


def test_the_old_data_is_kept_beside(backup_file: Path, own_file: Path) -> None:
    Owner.objects.update(name="Someone else")
    kept = [restore(backup_file, own_file), restore(backup_file, own_file)]
    assert [names(file) for file in kept if file] == [["Someone else"], ["Karen"]]


def test_a_backup_says_what_it_holds(backup_file: Path) -> None:
    manifest = sealed.read_manifest(backup_file)
    assert manifest.tables["rapport_owner"] == 1
    assert manifest.schema == upgrade.newest_known()
    assert manifest.made_at == "2026-03-05T12:00:00+00:00"
    with zipfile.ZipFile(backup_file) as archive:
        assert archive.testzip() is None
        archive.extract(sealed.DATABASE, backup_file.parent)
    assert sealed.digest(backup_file.parent / sealed.DATABASE) == manifest.sha256


def test_only_its_owner_can_read_a_backup(backup_file: Path) -> None:
    assert stat.S_IMODE(backup_file.stat().st_mode) == 0o600


def test_deleted_people_are_not_in_a_backup(own_file: Path, tmp_path: Path) -> None:
    Owner.objects.create(name="Forget-me " * 15)
    Owner.objects.all().delete()
    backups.backup(tmp_path / "after.zip", NOON)
    assert b"Forget-me" not in (tmp_path / "after.zip").read_bytes()


def test_room_that_deleted_people_left_is_not_in_a_backup(own_file: Path, tmp_path: Path) -> None:
    empty = backups.backup(tmp_path / "before.zip", NOON).size
    Owner.objects.bulk_create(Owner(name="Forget-me " * 15) for _ in range(500))
    Owner.objects.all().delete()
    assert backups.backup(tmp_path / "after.zip", NOON).size == empty


def test_a_postgresql_database_is_backed_up_by_its_own_tools(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "connection", SimpleNamespace(vendor="postgresql"))
    with pytest.raises(Refused) as refused:
        backups.backup(tmp_path / "karen.zip", NOON)
    assert refused.value.code is Refusal.NOT_SQLITE


def test_a_backup_holds_what_the_write_ahead_log_still_holds(own_file: Path, tmp_path: Path) -> None:
    Owner.objects.create(name="Karen")
    assert own_file.with_name(own_file.name + "-wal").stat().st_size > 0
    assert backups.backup(tmp_path / "live.zip", NOON).tables["rapport_owner"] == 1


def test_any_damaged_byte_is_noticed(backup_file: Path, own_file: Path, tmp_path: Path) -> None:
    connection.close()
    sound = backup_file.read_bytes()
    rng = random.Random(8)
    places = [0, 40, len(sound) - 1, len(sound) - 70, *(rng.randrange(len(sound)) for _ in range(60))]
    for place in places:
        broken = bytearray(sound)
        broken[place] ^= 1 << rng.randrange(8)
        (tmp_path / "broken.zip").write_bytes(broken)
        assert refusal(tmp_path / "broken.zip", own_file) in {
            Refusal.DAMAGED,
            Refusal.NOT_A_BACKUP,
            Refusal.NEWER,
        }


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.999])
def test_a_file_cut_short_is_refused(backup_file: Path, own_file: Path, share: float) -> None:
    connection.close()
    whole = backup_file.read_bytes()
    backup_file.write_bytes(whole[: int(len(whole) * share)])
    assert refusal(backup_file, own_file) in {Refusal.DAMAGED, Refusal.NOT_A_BACKUP}


def test_a_file_of_another_kind_is_refused(own_file: Path, tmp_path: Path) -> None:
    connection.close()
    (tmp_path / "photo.zip").write_bytes(b"not a zip at all")
    assert refusal(tmp_path / "photo.zip", own_file) is Refusal.NOT_A_BACKUP
    with zipfile.ZipFile(tmp_path / "photo.zip", "w") as other:
        other.writestr("photo.jpg", b"a face")
    assert refusal(tmp_path / "photo.zip", own_file) is Refusal.NOT_A_BACKUP
    assert refusal(tmp_path / "nowhere.zip", own_file) is Refusal.CANNOT_READ


def test_a_database_that_is_not_rapports_is_refused(own_file: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.sqlite3")) as other:
        other.execute("CREATE TABLE diary (line)")
    connection.close()
    assert refusal(seal(tmp_path / "other.sqlite3", {"diary": 0}, "0001"), own_file) is Refusal.NOT_A_BACKUP


def test_rows_that_lead_nowhere_are_refused(tables: Path, own_file: Path, tmp_path: Path) -> None:
    connection.close()
    file = tmp_path / "orphans.sqlite3"
    shutil.copy(tables, file)
    with closing(sqlite3.connect(file)) as loose, loose:
        loose.execute("PRAGMA foreign_keys = OFF")
        loose.execute("CREATE TABLE child (parent REFERENCES rapport_owner (id))")
        loose.execute("INSERT INTO child VALUES ('nobody')")
    with pytest.raises(Refused) as refused:
        restore(seal(file, {}, "0001"), own_file)
    assert (refused.value.code, refused.value.detail) == (Refusal.DAMAGED, "foreign_key_check")


def test_a_newer_backup_is_refused(backup_file: Path, own_file: Path) -> None:
    connection.close()
    with pytest.raises(Refused) as refused:
        backups.restore(backup_file, own_file.parent, "0000_before_everything", NOON)
    assert refused.value.code is Refusal.NEWER


def test_a_manifest_that_names_other_counts_is_refused(tables: Path, own_file: Path, tmp_path: Path) -> None:
    connection.close()
    file = Path(shutil.copy(tables, tmp_path / "copy.sqlite3"))
    assert refusal(seal(file, {"rapport_owner": 7}, "0001"), own_file) is Refusal.DAMAGED


def test_nothing_is_restored_under_a_running_server(backup_file: Path, own_file: Path) -> None:
    connection.close()
    with serving.alone(own_file.parent):
        assert refusal(backup_file, own_file) is Refusal.RUNNING


def test_a_restore_replaces_even_a_ruined_database(backup_file: Path, own_file: Path) -> None:
    connection.close()
    for suffix in ("", "-wal", "-shm"):
        own_file.with_name(own_file.name + suffix).write_bytes(b"ruins " * 1000)
    kept = restore(backup_file, own_file)
    assert Owner.objects.get().name == "Karen"
    assert kept
    assert kept.read_bytes().startswith(b"ruins")


def test_no_log_of_the_old_database_is_left_for_the_new_one(backup_file: Path, own_file: Path) -> None:
    with closing(sqlite3.connect(own_file)) as reader:  # a forgotten program keeps the log alive
        reader.execute("SELECT COUNT(*) FROM rapport_owner").fetchall()
        restore(backup_file, own_file)
        assert [path.name for path in own_file.parent.glob("rapport.sqlite3*")] == ["rapport.sqlite3"]


def test_another_file_is_never_overwritten_but_an_older_backup_is(backup_file: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("three years of work")
    with pytest.raises(Refused) as refused:
        backups.backup(tmp_path / "thesis.doc", NOON)
    assert refused.value.code is Refusal.FILE_EXISTS
    assert (tmp_path / "thesis.doc").read_text() == "three years of work"
    assert backups.backup(backup_file, NOON + timedelta(days=1)).made_at.startswith("2026-03-06")


def test_without_room_no_file_is_left(
    own_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "ROOM", 1 << 62)
    with pytest.raises(Refused) as refused:
        backups.backup(tmp_path / "karen.zip", NOON)
    assert refused.value.code is Refusal.NO_ROOM
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_a_disk_that_fills_while_writing_leaves_no_file(
    own_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sealed, "pack", full)
    with pytest.raises(Refused) as refused:
        backups.backup(tmp_path / "karen.zip", NOON)
    assert refused.value.code is Refusal.CANNOT_WRITE
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_a_week_of_days_a_month_of_weeks_and_half_a_year_are_kept(own_file: Path) -> None:
    data = own_file.parent
    for day in range(40):  # to Monday 13 April
        assert backups.daily(data, NOON + timedelta(days=day))
        assert backups.daily(data, NOON + timedelta(days=day, hours=3)) is None
    kept = sorted(file.name[6:14] for file in (data / backups.FOLDER).iterdir())
    week = [f"202604{day:02}" for day in range(7, 14)]
    assert kept == ["20260329", "20260331", "20260405", *week]
    assert backups.newest(data) == NOON + timedelta(days=39)


def names(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as kept:
        return [name for (name,) in kept.execute("SELECT name FROM rapport_owner")]


def seal(database: Path, tables: dict[str, int], schema: str) -> Path:
    """A well-sealed file around a database that may be anything."""
    manifest = sealed.Manifest(
        NOON.isoformat(), "0", schema, sealed.digest(database), database.stat().st_size, tables
    )
    target = database.with_suffix(".zip")
    sealed.pack(database, manifest, target)
    assert json.loads(zipfile.ZipFile(target).read(sealed.MANIFEST))["schema"] == schema
    return target
