"""Which engine may use a write-ahead log."""

import sqlite3

import pytest

from rapport.config import engine


@pytest.mark.parametrize(
    ("version", "fixed"),
    [
        ((3, 6, 23), True),  # older than the bug
        ((3, 7, 0), False),
        ((3, 40, 1), False),  # Debian 12
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 0), False),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
    ],
)
def test_an_engine_is_fixed_from_the_version_that_mended_the_write_ahead_log(
    version: engine.Version, fixed: bool
) -> None:
    assert engine.engine_is_fixed(version) is fixed


def test_a_fixed_engine_writes_ahead_and_an_unfixed_one_rolls_back() -> None:
    assert "journal_mode=WAL" in engine.init_command((3, 53, 4))
    assert "journal_mode=DELETE" in engine.init_command((3, 40, 1))


@pytest.mark.parametrize("version", [(3, 53, 4), (3, 40, 1)])
def test_every_engine_waits_for_the_disk_and_overwrites_what_is_deleted(version: engine.Version) -> None:
    command = engine.init_command(version)
    assert "synchronous=FULL" in command
    assert "fullfsync=ON" in command
    assert "secure_delete=ON" in command


def test_the_bundled_engine_stands_in_for_pythons_own() -> None:
    pytest.importorskip("pysqlite3")
    assert sqlite3.__name__ == "pysqlite3"
    assert engine.engine_is_fixed(sqlite3.sqlite_version_info)
