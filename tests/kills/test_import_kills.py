"""An import killed in the middle is whole to its last step; brought in again, nothing is there twice."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

PEOPLE = 12_000
COMMAND = [sys.executable, "-m", "rapport.cli.main"]


def cards(folder: Path) -> Path:
    file = folder / "cards.vcf"
    file.write_text(
        "".join(
            f"BEGIN:VCARD\nVERSION:3.0\nUID:u{n}\nFN:Mary Number{n}\nEMAIL:mary{n}@example.org\nEND:VCARD\n"
            for n in range(PEOPLE)
        )
    )
    return file


def rapport(data: Path, *words: str) -> dict[str, object]:
    done = subprocess.run(
        [*COMMAND, "--data", str(data), *words, "--json"], capture_output=True, text=True, check=True
    )
    told: dict[str, object] = json.loads(done.stdout)
    return told


def count(data: Path) -> int:
    with closing(sqlite3.connect(f"file:{data / 'rapport.sqlite3'}?mode=ro", uri=True)) as rows:
        found: int = rows.execute("SELECT COUNT(*) FROM rapport_person").fetchone()[0]
        return found


def killed_import(data: Path, file: Path, after: float) -> None:
    """Killed so many seconds after its first step was kept."""
    process = subprocess.Popen(
        [*COMMAND, "--data", str(data), "import", str(file), "--yes"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    before = count(data)
    while process.poll() is None and count(data) == before:
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.02)
    with suppress(subprocess.TimeoutExpired):
        process.wait(after)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.mark.slow
def test_a_killed_import_leaves_whole_people_and_the_next_one_brings_the_rest(tmp_path: Path) -> None:
    data, file, rng = tmp_path / "data", cards(tmp_path), Random(7)
    rapport(data, "people")  # the tables are made
    partly = 0
    for _ in range(5):
        killed_import(data, file, rng.uniform(0, 0.3))
        partly += 0 < count(data) < PEOPLE
        assert rapport(data, "doctor")["ok"]
    rapport(data, "import", str(file), "--yes")
    assert rapport(data, "people", "--limit", "1")["total"] == PEOPLE
    again = rapport(data, "import", str(file), "--yes")
    assert again["batch_id"] is None
    assert partly, "no kill came in the middle: the test shows nothing"
