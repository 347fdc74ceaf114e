"""`python -m lab`: the same command the same figures, one's own files, and honest refusals."""

import json
import re
from pathlib import Path

import pytest

from lab import __main__ as lab
from lab.names import Unknown, planners_of, worlds_of

DOCS = Path(__file__).parents[2] / "docs" / "lab.md"


def run(*words: str) -> int:
    return lab.main(["run", *words])


def typed(line: str) -> int:
    return run(*line.split())


def examples(folder: Path) -> Path:
    """The files that docs/lab.md shows."""
    for text, name in re.findall(r"```python\n(# (\w+\.py)\n.*?)```", DOCS.read_text(), re.DOTALL):
        (folder / name).write_text(text)
    return folder


def test_the_same_command_prints_the_same_document(capsys: pytest.CaptureFixture[str]) -> None:
    line = "--worlds article rival:3 --planners priors random --people 2 --json"
    assert typed(line) == 0
    first = capsys.readouterr().out
    assert typed(line) == 0
    assert capsys.readouterr().out == first
    assert json.loads(first)["worlds"] == ["article", "rival:3"]


def test_other_people_live_other_lives(capsys: pytest.CaptureFixture[str]) -> None:
    typed("--worlds article --planners priors --people 3 --json --seed 1")
    first = capsys.readouterr().out
    typed("--worlds article --planners priors --people 3 --json --seed 2")
    assert json.loads(capsys.readouterr().out)["by_world"] != json.loads(first)["by_world"]


def test_ninety_days_tell_the_first_thirty_too(capsys: pytest.CaptureFixture[str]) -> None:
    typed("--worlds article --planners priors --people 3 --days 90 --json")
    priors = json.loads(capsys.readouterr().out)["planners"]["priors"]
    typed("--worlds article --planners priors --people 3 --days 90")
    shown = capsys.readouterr()
    assert priors["days_30"]["connections"]["value"] < priors["days_90"]["connections"]["value"]
    assert "30 days" in shown.out
    assert "90 days" in shown.out
    assert "1 of 1: article" in shown.err


def test_a_world_and_a_planner_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The worked example of docs/lab.md, as it stands there."""
    files = examples(tmp_path)
    worlds = (f"{files}/mine.py:VILLAGE", f"{files}/coins.py:Coins")
    own = f"{files}/coins.py:WriteToAll"
    assert run("--worlds", *worlds, "--planners", own, "oracle", "--people", "10", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    village, coins = (world["days_30"] for world in told["by_world"])
    assert village[own] > 0
    assert 14 < coins[own] < 16
    assert 12 < coins["oracle"] < 14


def test_own_intervals_are_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = f"{examples(tmp_path)}/coins.py:WriteToAll"
    run("--worlds", f"{tmp_path}/coins.py:Coins", "--planners", own, "--people", "5", "--json")
    calibration = json.loads(capsys.readouterr().out)["planners"][own]["calibration"]
    assert calibration["coverage"]["value"] == 1
    assert calibration["brier"]["value"] == 0.25
    assert calibration["tries"] == 150


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("--worlds nowhere --planners priors", "expected article, remote"),
        ("--worlds random:9-3 --planners priors", "random:SEED"),
        ("--worlds article --planners nobody", "FILE.py:NAME"),
        ("--worlds article --planners coach+900", "at most 500"),
        ("--worlds article article --planners priors", "twice"),
        ("--worlds nofile.py:X --planners priors", "no file nofile.py"),
        ("--worlds article --planners priors --people 0", "expected 1 to"),
        ("--worlds article --planners priors --seed 1000", "expected 0 to 999"),
    ],
)
def test_bad_input_says_what_was_expected(
    words: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(words) == 2
    told = capsys.readouterr()
    assert expected in told.err
    assert not told.out


def test_a_file_that_holds_something_else(tmp_path: Path) -> None:
    (tmp_path / "odd.py").write_text("THING = 3\nclass Half:\n    def begin(self, start): ...\n")
    (tmp_path / "broken.py").write_text("1 / 0\n")
    for refused, name in ((worlds_of, "odd.py:THING"), (planners_of, "odd.py:Half")):
        with pytest.raises(Unknown, match=r"it has no"):
            refused([f"{tmp_path}/{name}"])
    with pytest.raises(Unknown, match="ZeroDivisionError"):
        worlds_of([f"{tmp_path}/broken.py:X"])
    with pytest.raises(Unknown, match="has no NOTHING"):
        worlds_of([f"{tmp_path}/odd.py:NOTHING"])


def test_stopped_by_hand_it_ends_with_a_word(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(lab, "compare", stopped)
    assert run("--worlds", "article", "--planners", "priors") == 130
    assert "stopped" in capsys.readouterr().err


def test_the_list_names_all_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert lab.main(["list"]) == 0
    listed = capsys.readouterr().out
    for name in ("article", "upside", "random:SEED", "rival:SEED", "coach", "self_oracle"):
        assert name in listed
