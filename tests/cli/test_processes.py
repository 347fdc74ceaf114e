"""The real command in processes of its own: terminals, pipes, signals, and bytes that are no text."""

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_main import Runner

COMMAND = [sys.executable, "-m", "rapport.cli.main"]


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """A month begun, with one coffee."""
    rapport = Runner(tmp_path_factory.mktemp("lived-in"))
    assert rapport("start", "--on", "2019-03-01").returncode == 0
    assert rapport("log", "coffee with Mary Castellan", "--on", "2019-03-02", "--yes").returncode == 0
    return rapport


def surroundings(rapport: Runner, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("RAPPORT_", "L"))}
    return {**kept, "RAPPORT_DATA_DIR": str(rapport.folder / "data"), **more}


def test_what_was_said_is_whole_and_the_log_folded_back(lived_in: Runner) -> None:
    told = lived_in("people")
    assert (told.returncode, told.stdout, told.stderr) == (0, told.stdout, "")
    assert told.stdout.startswith("Mary Castellan")
    assert not list((lived_in.folder / "data").glob("*-wal"))


def test_logging_a_line_loads_no_forms_no_templates_and_no_mail(lived_in: Runner) -> None:
    """Start-up counts: each of these takes as long as reading and saving the line."""
    code = (
        "import sys; from rapport.cli.main import run; code = run(['log', 'coffee with Mary', '--dry-run']);"
        " print(code, [m for m in sys.modules if m in"
        " ('django.forms.forms', 'django.template', 'django.core.mail', 'django.http', 'rapport.web')])"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], env=surroundings(lived_in), capture_output=True, text=True, check=False
    )
    assert told.stdout.splitlines()[-1:] == ["0 []"], told.stderr


def test_a_line_in_bytes_that_are_no_text_is_refused(lived_in: Runner) -> None:
    told = subprocess.run(
        [*map(os.fsencode, COMMAND), b"log", b"coffee with Zo\xe9", b"--yes"],
        env=surroundings(lived_in, LC_ALL="C.UTF-8"),
        capture_output=True,
        check=False,
    )
    assert told.returncode == 2
    assert b"was not written as UTF-8. Nothing was saved." in told.stderr


def test_names_of_every_script_pass_through_a_pipe_in_any_locale(lived_in: Runner) -> None:
    line = "coffee with @محمد and @李小龍"
    assert lived_in("log", line, "--yes", LC_ALL="C.UTF-8").returncode == 0
    assert "محمد" in lived_in("people", LC_ALL="C").stdout


def test_a_reader_that_has_seen_enough_is_no_failure_to_tell_of(lived_in: Runner) -> None:
    shell = f"{' '.join(COMMAND)} people --help | true"
    told = subprocess.run(
        ["/bin/sh", "-c", shell], env=surroundings(lived_in), capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stderr) == (0, "")


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    keyboard, screen = pty.openpty()
    yield keyboard, screen
    os.close(keyboard)
    os.close(screen)


def test_ctrl_c_in_a_long_diary_saves_nothing(
    lived_in: Runner, terminal: tuple[int, int], tmp_path: Path
) -> None:
    keyboard, screen = terminal
    diary = tmp_path / "diary.txt"
    diary.write_text("".join(f"2019-03-01: coffee with Nora {n:05}, memorable\n" for n in range(5000)))
    with subprocess.Popen(
        [*COMMAND, "log", "--file", str(diary), "--yes"],
        env=surroundings(lived_in),
        stdout=subprocess.PIPE,
        stderr=screen,
    ) as process:
        shown = os.read(keyboard, 65_536).decode()  # how far it is
        process.send_signal(signal.SIGINT)
        out, _err = process.communicate(timeout=60)
    while "Cancelled" not in shown:
        shown += os.read(keyboard, 65_536).decode()
    assert (process.returncode, out) == (130, b"")
    assert " of 5000" in shown
    assert "rapport: Cancelled. Nothing was saved." in shown
    assert "Nora" not in lived_in("people").stdout


@pytest.mark.parametrize(("typed", "code", "count"), [(b"n\n", 1, 0), (b"\n", 0, 1)])
def test_at_a_real_terminal_the_line_is_confirmed(
    lived_in: Runner, terminal: tuple[int, int], typed: bytes, code: int, count: int
) -> None:
    keyboard, screen = terminal
    os.write(keyboard, typed)
    told = subprocess.run(
        [*COMMAND, "log", "coffee with Jess"],
        env=surroundings(lived_in),
        stdin=screen,
        stdout=screen,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    shown = os.read(keyboard, 65_536).decode()
    assert (told.returncode, "Save this? [Y/n]" in shown) == (code, True)
    assert lived_in("people", "jess").stdout.count("Jess") == count
