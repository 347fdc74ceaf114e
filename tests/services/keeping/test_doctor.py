"""What the doctor sees."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection

from rapport.services.keeping import backups, doctor, serving, upgrade
from rapport.services.keeping.doctor import Check, Place, State, Subject

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


@pytest.fixture
def place(own_file: Path) -> Place:
    own_file.chmod(0o600)
    return Place(own_file.parent, network_drive=None, cloud_folder=None, engine_is_fixed=True)


def look(place: Place, subject: Subject) -> Check:
    return next(check for check in doctor.examine(place, NOON) if check.subject is subject)


def test_sound_data_has_nothing_wrong(place: Place) -> None:
    backups.daily(place.data, NOON)
    checks = doctor.examine(place, NOON)
    assert {check.subject: check.state for check in checks} == dict.fromkeys(Subject, State.OK)


def test_before_the_first_start_there_is_nothing_to_look_at(tmp_path: Path) -> None:
    (check,) = doctor.examine(Place(tmp_path / "none", None, None, True), NOON)
    assert (check.subject, check.state) == (Subject.FOLDER, State.WARN)
    assert not (tmp_path / "none").exists()


def test_a_file_others_can_read_is_wrong(place: Place) -> None:
    (place.data / "rapport.sqlite3").chmod(0o644)
    assert look(place, Subject.PERMISSIONS) == Check(Subject.PERMISSIONS, State.FAIL, {"open_to_others": 1})


def test_a_network_drive_is_wrong_and_a_cloud_folder_a_warning(place: Place) -> None:
    assert look(replace(place, network_drive="nfs4"), Subject.NETWORK_DRIVE).state is State.FAIL
    assert look(replace(place, cloud_folder="Dropbox"), Subject.CLOUD_FOLDER).state is State.WARN


def test_an_unfixed_engine_is_wrong_only_with_a_write_ahead_log(place: Place) -> None:
    unfixed = replace(place, engine_is_fixed=False)
    assert look(unfixed, Subject.ENGINE).state is State.FAIL
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode=DELETE")
    assert look(unfixed, Subject.ENGINE).state is State.OK
    assert look(unfixed, Subject.JOURNAL).facts == {"mode": "delete"}


def test_a_damaged_page_is_wrong(place: Place) -> None:
    file = place.data / "rapport.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    damaged = bytearray(file.read_bytes())
    damaged[8192:20480] = b"\xff" * 12288
    file.write_bytes(damaged)
    assert look(place, Subject.INTEGRITY).state is State.FAIL


def test_a_row_that_leads_nowhere_is_wrong(place: Place) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE child (parent REFERENCES rapport_owner (id))")
        cursor.execute("PRAGMA foreign_keys = OFF")
        cursor.execute("INSERT INTO child VALUES ('nobody')")
    check = look(place, Subject.INTEGRITY)
    assert (check.state, check.facts["orphans"]) == (State.FAIL, 1)


def test_a_file_that_is_no_database_is_wrong_not_a_crash(place: Place) -> None:
    connection.close()
    for suffix in ("", "-wal", "-shm"):
        (place.data / f"rapport.sqlite3{suffix}").unlink(missing_ok=True)
    (place.data / "rapport.sqlite3").write_bytes(b"ruins " * 1000)
    assert look(place, Subject.INTEGRITY).state is State.FAIL
    assert look(place, Subject.TABLES).state is State.FAIL


def test_tables_that_lag_are_a_warning_and_tables_from_the_future_wrong(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upgrade, "newest_known", lambda: "9999_tomorrow")
    assert look(place, Subject.TABLES).state is State.WARN
    monkeypatch.setattr(upgrade, "newest_known", lambda: "0000_long_ago")
    assert look(place, Subject.TABLES).state is State.FAIL


def test_no_backup_or_an_old_one_is_a_warning(place: Place) -> None:
    assert look(place, Subject.BACKUP).state is State.WARN
    backups.daily(place.data, NOON - timedelta(days=9))
    assert look(place, Subject.BACKUP).state is State.WARN
    backups.daily(place.data, NOON)
    assert look(place, Subject.BACKUP).state is State.OK


def test_little_room_is_a_warning(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LITTLE_ROOM", 1 << 62)
    assert look(place, Subject.ROOM).state is State.WARN


def test_a_running_server_is_named(place: Place) -> None:
    with serving.alone(place.data):
        serving.announce(place.data, 8765)
        assert look(place, Subject.SERVER).facts["port"] == 8765


def test_a_file_in_the_place_of_the_folder_is_wrong(place: Place, tmp_path: Path) -> None:
    file = tmp_path / "data.txt"
    file.touch()
    (found,) = doctor.examine(replace(place, data=file), NOON)
    assert (found.subject, found.state) == (Subject.FOLDER, State.FAIL)
