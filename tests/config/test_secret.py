"""The key that signs cookies."""

import stat
from pathlib import Path
from threading import Thread

from rapport.config import secret


def test_it_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    key = secret.read_or_make(tmp_path / "data")
    assert len(key) > 80
    assert secret.read_or_make(tmp_path / "data") == key
    assert stat.S_IMODE((tmp_path / "data" / secret.KEY_FILE).stat().st_mode) == 0o600


def test_two_data_directories_have_two_keys(tmp_path: Path) -> None:
    assert secret.read_or_make(tmp_path / "karen") != secret.read_or_make(tmp_path / "mary")


def test_starting_many_times_at_once_ends_with_one_key(tmp_path: Path) -> None:
    keys: list[str] = []
    threads = [Thread(target=lambda: keys.append(secret.read_or_make(tmp_path))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(keys)) == 1
    assert [file.name for file in tmp_path.iterdir()] == [secret.KEY_FILE]
