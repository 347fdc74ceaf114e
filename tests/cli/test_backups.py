"""rapport backup, restore and doctor, as a person types them."""

import json
from pathlib import Path

import pytest

from rapport.cli.backups import REFUSALS
from rapport.cli.doctor import SENTENCES
from rapport.services.keeping.doctor import Subject
from rapport.services.keeping.sealed import Refusal
from tests.cli.test_main import Runner


@pytest.fixture
def rapport(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def test_a_backup_restores_on_another_machine(rapport: Runner) -> None:
    file = str(rapport.folder / "karen.zip")
    made = json.loads(rapport("backup", file, "--json").stdout)
    assert made["file"] == file
    assert made["manifest"]["tables"]["rapport_person"] == 0
    restored = json.loads(rapport("restore", file, "--json", data="elsewhere").stdout)
    assert restored["manifest"] == made["manifest"]
    assert restored["kept"] is None
    again = json.loads(rapport("restore", file, "--json", data="elsewhere").stdout)
    assert Path(again["kept"]).exists()


def test_a_bad_file_is_bad_input(rapport: Runner) -> None:
    (rapport.folder / "photo.zip").write_bytes(b"not a backup")
    told = rapport("restore", str(rapport.folder / "photo.zip"))
    assert told.returncode == 2
    assert "Nothing was changed" in told.stderr
    assert rapport("restore", str(rapport.folder / "nowhere.zip")).returncode == 2


def test_the_doctor_ends_with_one_when_something_is_wrong(rapport: Runner) -> None:
    assert rapport("doctor").returncode == 0
    rapport("backup", str(rapport.folder / "karen.zip"))
    healthy = rapport("doctor", "--json")
    assert (healthy.returncode, json.loads(healthy.stdout)["ok"]) == (0, True)
    (rapport.folder / "data" / "rapport.sqlite3").chmod(0o644)
    ill = rapport("doctor", "--json")
    assert (ill.returncode, json.loads(ill.stdout)["ok"]) == (1, False)
    assert "chmod" in rapport("doctor").stdout


def test_every_refusal_and_every_check_has_its_words() -> None:
    assert set(REFUSALS) == set(Refusal)
    assert set(SENTENCES) == set(Subject)
