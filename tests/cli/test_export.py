"""Everything in one file, for its owner alone."""

import json
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Rapport


def test_the_file_is_private_and_whole(story: Rapport, tmp_path: Path) -> None:
    file = tmp_path / "rapport.json"
    told = story.json("export", str(file))
    assert (told["file"], told["bytes"]) == (str(file), file.stat().st_size)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    text = file.read_text(encoding="utf-8")
    assert "Mary Castellan" in text
    assert json.loads(story("export", "-").out).keys() == json.loads(text).keys()


def test_a_file_that_is_there_stays(story: Rapport, tmp_path: Path) -> None:
    file = tmp_path / "rapport.json"
    file.write_text("my diary")
    assert story.refused("export", str(file))["code"] == "file_exists"
    assert file.read_text() == "my diary"
    assert story("export", str(file), "--force").code == 0
    assert file.read_text() != "my diary"
    assert {path.name for path in tmp_path.iterdir()} == {"data", "rapport.json"}  # no draft is left behind


def test_a_place_that_cannot_be_written_is_bad_input(story: Rapport, tmp_path: Path) -> None:
    assert story.refused("export", str(tmp_path / "nowhere" / "rapport.json"))["code"] == "cannot_write"
    assert story.refused("export", str(tmp_path))["code"] == "file_exists"


def test_a_name_that_ends_in_ics_is_a_calendar(story: Rapport, tmp_path: Path) -> None:
    file = tmp_path / "mine.ICS"
    told = story("export", str(file))
    assert (told.code, "for any calendar" in " ".join(told.out.split())) == (0, True)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    text = file.read_text(encoding="utf-8")
    assert text.startswith("BEGIN:VCALENDAR\n")
    assert "SUMMARY:Freelance Friday\n" in text


@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        ("people.vcf", (), "BEGIN:VCARD\r\nVERSION:4.0"),
        ("people.VCF", ("--vcard", "3"), "BEGIN:VCARD\r\nVERSION:3.0"),
        ("people.csv", (), "\ufeffRapport ID,Name"),
    ],
)
def test_people_go_out_as_the_name_of_the_file_says(
    story: Rapport, tmp_path: Path, name: str, options: tuple[str, ...], begins: str
) -> None:
    file = tmp_path / name
    told = story("export", str(file), *options)
    assert (told.code, "Your people are in" in " ".join(told.out.split())) == (0, True)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with file.open(encoding="utf-8", newline="") as text:
        said = text.read()
    assert said.startswith(begins)
    assert "Mary Castellan" in said
