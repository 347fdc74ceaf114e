"""rapport import: what cannot be read is refused by its name, and nothing waits for it."""

import os
from pathlib import Path

from tests.cli.conftest import Rapport
from tests.formats.samples import SAMPLES

CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Karen Lindqvist\nEND:VCARD\n"


def test_a_pipe_is_refused_and_not_waited_for(rapport: Rapport, tmp_path: Path) -> None:
    pipe = tmp_path / "cards.vcf"
    os.mkfifo(pipe)
    error = rapport.refused("import", str(pipe), "--yes")
    assert (error["code"], error["file"]) == ("cannot_read", str(pipe))


def test_karen_comes_in_from_a_file_whose_name_is_not_utf_8(rapport: Rapport, tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.vcf")
    (tmp_path / name).write_text(CARD)
    told = rapport.json("import", str(tmp_path / name), "--yes")
    assert told["saved"]
    assert told["files"][0]["name"] == "caf\N{REPLACEMENT CHARACTER}.vcf"


def test_linkedin_s_letters_come_in_with_a_yes_given_beforehand(rapport: Rapport, tmp_path: Path) -> None:
    for name, count in (("messages", 4), ("invitations", 2)):
        letters = (SAMPLES / "linkedin" / f"{name}.csv").read_text()
        path = tmp_path / f"{name}.csv"
        path.write_text(letters.replace("2026-", "2018-").replace("/26,", "/18,"))
        told = rapport.json("import", str(path), "--yes")
        assert told["files"][0]["traces"] == {"new": count, "seen": 0, "ahead": 0}


def test_letters_of_the_future_are_told_as_left_out(rapport: Rapport) -> None:
    path = str(SAMPLES / "linkedin" / "messages.csv")  # of 2026, and this is 2019
    said = "4 messages and meetings lie in the future and are left out."
    assert said in rapport("import", path, "--dry-run").out
    assert said in rapport("import", path, "--yes").out


def test_the_preview_counts_whom_you_write_with(rapport: Rapport) -> None:
    path = str(SAMPLES / "mail" / "takeout.mbox")
    told = rapport.json("import", path, "--dry-run", "--pen-pals", "1")
    pals = [each for each in told["pen_pals"] if each["received"] and each["written"]]
    assert told["people"]["new"] == len(pals)
    assert {each["fate"] for each in pals} <= {"new"}
    assert rapport.json("import", path, "--dry-run", "--pen-pals", "0")["people"]["new"] == 0
    saved = rapport.json("import", path, "--yes", "--pen-pals", "1")
    assert saved["people"]["new"] == told["people"]["new"]
