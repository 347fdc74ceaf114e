"""One-time links."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rapport.services.setup import launch

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


def test_a_link_lets_in_once(tmp_path: Path) -> None:
    token = launch.mint(tmp_path, NOON)
    assert launch.redeem(tmp_path, token, NOON)
    assert not launch.redeem(tmp_path, token, NOON)


def test_a_link_ends_after_ten_minutes(tmp_path: Path) -> None:
    token = launch.mint(tmp_path, NOON)
    assert not launch.redeem(tmp_path, token, NOON + timedelta(minutes=10))


def test_a_guessed_link_lets_nobody_in(tmp_path: Path) -> None:
    launch.mint(tmp_path, NOON)
    for guess in ("", "x", "../../etc/passwd", "\0", "é"):
        assert not launch.redeem(tmp_path, guess, NOON)


def test_the_token_itself_is_nowhere_on_the_disk(tmp_path: Path) -> None:
    token = launch.mint(tmp_path, NOON)
    (file,) = (tmp_path / launch.FOLDER).iterdir()
    assert token not in file.name + file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert len(token) >= 43  # 256 bits in base64


def test_old_links_are_swept_away_by_the_next(tmp_path: Path) -> None:
    launch.mint(tmp_path, NOON)
    (tmp_path / launch.FOLDER / "junk").write_text("not a date")
    launch.mint(tmp_path, NOON + timedelta(hours=1))
    assert len(list((tmp_path / launch.FOLDER).iterdir())) == 1
