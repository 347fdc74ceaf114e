"""What --help says, word for word. RAPPORT_UPDATE_SNAPSHOTS=1 writes the files anew."""

import os
from pathlib import Path

import pytest

from rapport.cli.commands import COMMANDS
from tests.cli.conftest import Rapport

SNAPSHOTS = Path(__file__).parents[1] / "snapshots" / "cli"
HERE = ("asks", "gatherings", "pitches", "help")  # commands that add, too


@pytest.mark.parametrize("words", [*([name] for name in COMMANDS), *([name, "add"] for name in HERE)])
def test_help_says_what_it_said(rapport: Rapport, words: list[str]) -> None:
    told = rapport(*words, "--help")
    assert (told.code, told.err) == (0, "")
    file = SNAPSHOTS / f"{'-'.join(words)}.txt"
    if os.environ.get("RAPPORT_UPDATE_SNAPSHOTS"):
        file.write_text(told.out, encoding="utf-8")
    assert told.out == file.read_text(encoding="utf-8")


def test_every_snapshot_belongs_to_a_command() -> None:
    names = {file.stem for file in SNAPSHOTS.glob("*.txt")}
    assert names == {*COMMANDS, *(f"{name}-add" for name in HERE)}
