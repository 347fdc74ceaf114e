"""The terminal contract: codes, streams, and never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rapport import __version__
from rapport.cli import main
from rapport.cli.commands import COMMANDS


@pytest.fixture
def rapport(tmp_path: Path) -> "Runner":
    return Runner(tmp_path)


class Runner:
    """The real command, in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(
        self, *words: str, data: str = "data", **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("RAPPORT_", "L"))}
        return subprocess.run(
            [sys.executable, "-m", "rapport.cli.main", *words],
            env={**kept, "RAPPORT_DATA_DIR": str(self.folder / data), **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


def test_the_version_is_told_without_touching_anything(rapport: Runner) -> None:
    told = rapport("--version")
    assert (told.returncode, told.stdout) == (0, f"rapport {__version__}\n")
    assert not (rapport.folder / "data").exists()


def test_help_lists_the_commands_and_makes_no_folder(rapport: Runner) -> None:
    for words in ([], ["--help"], ["-h"]):
        told = rapport(*words)
        assert told.returncode == 0
        assert "  backup " in told.stdout
    assert not (rapport.folder / "data").exists()


def test_json_without_a_command_is_bad_input_and_prints_no_help(rapport: Runner) -> None:
    told = rapport("--json")
    assert (told.returncode, told.stdout) == (2, "")
    assert json.loads(told.stderr)["error"]["code"] == "usage"


def test_an_unknown_command_is_bad_input_in_one_sentence(rapport: Runner) -> None:
    told = rapport("bakcup")
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr == "rapport: There is no command “bakcup”. Did you mean “rapport backup”?\n"


@pytest.mark.parametrize("words", [["--json", "backup"], ["backup", "--json"]])
def test_with_json_an_error_is_an_object_on_standard_error(rapport: Runner, words: list[str]) -> None:
    told = rapport(*words)
    assert (told.returncode, told.stdout) == (2, "")
    assert json.loads(told.stderr)["error"]["code"] == "usage"


@pytest.mark.parametrize("before", [True, False])
def test_the_data_directory_can_be_named_before_or_after(rapport: Runner, before: bool) -> None:
    option = ["--data", str(rapport.folder / "mine")]
    words = [*option, "doctor", "--json"] if before else ["doctor", "--json", *option]
    told = json.loads(rapport(*words).stdout)
    assert told["checks"][0]["facts"]["folder"] == str(rapport.folder / "mine")


def test_a_folder_that_cannot_hold_data_is_refused_in_one_sentence(rapport: Runner) -> None:
    (rapport.folder / "data").write_text("a diary")
    told = rapport("backup", "x.zip")
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.count("\n") == 1
    assert "is a file" in told.stderr


def test_a_database_address_that_cannot_be_read_is_refused_without_its_password(rapport: Runner) -> None:
    told = rapport("doctor", RAPPORT_DATABASE_URL="mysql://karen:secret@db/x")
    assert told.returncode == 1
    assert "postgres://" in told.stderr
    assert "secret" not in told.stderr
    assert "Traceback" not in told.stderr


def test_a_failure_nobody_foresaw_is_one_sentence_too(rapport: Runner) -> None:
    assert rapport("backup", str(rapport.folder / "a.zip")).returncode == 0
    (rapport.folder / "data" / "rapport.sqlite3").write_bytes(b"ruins " * 500)
    told = rapport("backup", str(rapport.folder / "b.zip"))
    assert told.returncode == 1
    assert told.stderr.count("\n") == 1
    assert "Traceback" in rapport("backup", str(rapport.folder / "b.zip"), RAPPORT_DEBUG="1").stderr


def test_the_shells_language_is_spoken_and_its_encoding_does_not_matter(rapport: Runner) -> None:
    told = rapport("bakcup", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert "“bakcup”" in told.stderr


def test_a_reader_that_has_seen_enough_is_not_a_traceback(rapport: Runner) -> None:
    command = f"{sys.executable} -m rapport.cli.main --help | true"
    told = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert told.stderr == ""


def test_every_file_is_for_its_owner_alone(rapport: Runner) -> None:
    rapport("backup", str(rapport.folder / "a.zip"))
    modes = {path.name: path.stat().st_mode & 0o077 for path in (rapport.folder / "data").rglob("*")}
    assert "rapport.sqlite3" in modes
    assert set(modes.values()) == {0}
    assert not (rapport.folder / "data").stat().st_mode & 0o077


def test_ctrl_c_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_args: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(main, "_dispatch", interrupted)
    assert main.run(["doctor"]) == 130
    assert capsys.readouterr().err == ""


def test_every_command_has_a_summary() -> None:
    assert all(str(command.summary) for command in COMMANDS.values())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["today", "--foo"], "rapport: arguments inconnus : --foo\n"),
        (["--foo", "today"], "rapport: arguments inconnus : --foo\n"),
        (["board", "--data"], "rapport: argument --data : une valeur est attendue\n"),
        (["person"], "rapport: il manque : REF\n"),
        (
            ["start", "--preset", "x"],
            "rapport: argument --preset : « x » n’est pas un choix possible (au choix : "
            "'month', 'gentle', 'working')\n",
        ),
        (["serve", "--port", "x"], "rapport: argument --port : « x » n’est pas une valeur possible (int)\n"),
    ],
)
def test_what_argparse_says_is_french_in_a_french_shell(rapport: Runner, words: list[str], said: str) -> None:
    told = rapport(*words, LC_ALL="fr_FR.UTF-8")
    assert (told.returncode, told.stdout, told.stderr.replace("\u202f", " ")) == (2, "", said)


def test_the_help_of_a_command_is_french_in_a_french_shell(rapport: Runner) -> None:
    told = rapport("today", "--help", LC_ALL="fr_FR.UTF-8").stdout.replace("\u202f", " ")
    assert told.startswith("utilisation : rapport today")
    assert "\noptions :\n" in told
    assert "afficher cette aide et quitter" in told
    assert "afficher la version et quitter" in told
    assert "usage:" not in told
