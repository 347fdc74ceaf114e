"""One server per data directory."""

import os
from pathlib import Path

import pytest

from rapport.services.keeping import serving


def test_nobody_serves_an_empty_directory(tmp_path: Path) -> None:
    assert serving.running(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_a_second_server_learns_where_the_first_one_is(tmp_path: Path) -> None:
    with serving.alone(tmp_path):
        serving.announce(tmp_path, 8765)
        assert serving.running(tmp_path) == serving.Running(os.getpid(), 8765)
        with pytest.raises(serving.AlreadyRunning) as taken, serving.alone(tmp_path):
            pass
        assert taken.value.running.port == 8765
    assert serving.running(tmp_path) is None


def test_a_note_left_by_a_killed_server_is_not_believed(tmp_path: Path) -> None:
    with serving.alone(tmp_path):
        serving.announce(tmp_path, 8765)
        note = (tmp_path / serving.FACTS).read_text()
    (tmp_path / serving.FACTS).write_text(note)
    assert serving.running(tmp_path) is None
    with serving.alone(tmp_path):
        pass
