"""rapport import: what cannot be read is refused by its name, and nothing waits for it."""

import os
from pathlib import Path

from tests.cli.conftest import Rapport

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
