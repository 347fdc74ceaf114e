"""A diary from a file: previewed, saved whole, never twice; every bad line named by its number."""

import io
import sys
from pathlib import Path

import pytest

from rapport.cli import diary
from rapport.cli.progress import Progress
from rapport.services.quicklog.diary import LARGEST
from tests.cli.conftest import Rapport

GOOD = """\
2019-03-01: met Nora Lindqvist at Freelance Friday, memorable
2019-03-02: energy 3
2019-03-03: a quiet Sunday
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "diary.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def people(rapport: Rapport) -> int:
    return int(rapport.json("people")["total"])


def test_a_diary_is_taken_in_once(month: Rapport, file: Path) -> None:
    first = month("log", "--file", str(file), "--yes")
    assert first.code == 0
    assert "3 entries are clear." in first.out
    assert "1 exchange, 1 check-in, 1 note" in first.out
    assert "1 new person." in first.out
    assert "1 connection" in first.out
    again = month("log", "--file", str(file), "--yes")
    assert (again.code, again.out) == (0, "Nothing new: 3 entries were here already.\n")
    assert people(month) == 1


def test_undo_takes_the_whole_diary_back(month: Rapport, file: Path) -> None:
    saved = month.json("log", "--file", str(file), "--yes")
    assert [taken["line"] for taken in saved["taken"]] == [1, 2, 3]
    assert month.json("undo")["undone"]["id"] == saved["batch_id"]
    assert people(month) == 0


def test_a_dry_run_says_what_saving_would_do(month: Rapport, file: Path) -> None:
    preview = month.json("log", "--file", str(file), "--dry-run")
    assert (preview["saved"], preview["batch_id"], len(preview["taken"])) == (False, None, 3)
    assert "To save: 1 exchange" in month("log", "--file", str(file), "--dry-run").out
    assert people(month) == 0


def test_without_yes_and_without_a_terminal_it_is_only_shown(month: Rapport, file: Path) -> None:
    told = month("log", "--file", str(file))
    assert told.code == 2
    assert "To save: 1 exchange" in told.out
    assert "--yes" in told.err
    assert people(month) == 0


@pytest.mark.parametrize(("answer", "kept"), [("", 1), ("n", 0)])
def test_at_a_terminal_it_is_confirmed(
    month: Rapport, file: Path, monkeypatch: pytest.MonkeyPatch, answer: str, kept: int
) -> None:
    monkeypatch.setattr(diary, "somebody_is_there", lambda **_facts: True)
    monkeypatch.setattr("builtins.input", lambda: answer)
    assert month("log", "--file", str(file)).code == 1 - kept
    assert people(month) == kept


def test_what_only_its_writer_can_say_is_left_out_with_its_line(month: Rapport, file: Path) -> None:
    file.write_text(
        "2019-02-31: coffee with Mary\n"
        "2019-03-01: met Mary Castellan and Mary Chen\n"
        "2019-03-02: coffee with Mary\n"
        "2019-03-03: met Tom on 05/06\n",
        encoding="utf-8",
    )
    told = month("log", "--file", str(file), "--yes")
    assert told.code == 0  # the clear entry was saved
    assert "3 entries are left out:" in told.out
    assert "Line 1: there is no such day; write it as YYYY-MM-DD. “2019-02-31: coffee with Mary”" in told.out
    assert "Line 3 (Saturday 2 March 2019): Which “Mary”: “Mary Castellan” or “Mary Chen”?" in told.out
    assert "Line 4 (Sunday 3 March 2019): Which day is “on 05/06”?" in told.out
    again = month.json("log", "--file", str(file), "--yes")
    assert (again["seen"], [entry["line"] for entry in again["open"]]) == (1, [3, 4])
    assert [found["code"] for found in again["problems"]] == ["impossible_date"]


def test_a_diary_of_which_nothing_can_be_saved_is_bad_input(month: Rapport, file: Path) -> None:
    file.write_text("lunch with Mary\n2019-02-31: coffee\n", encoding="utf-8")
    told = month("log", "--file", str(file), "--yes")
    assert told.code == 2
    assert "Line 1: an entry begins with its date" in told.out
    assert "nothing could be saved" in told.err
    assert month("log", "--file", str(file), "--yes", "--json").code == 2


def test_the_wrong_encoding_is_named_and_can_be_told(month: Rapport, file: Path) -> None:
    file.write_bytes("2019-03-01: coffee with Zoé\n".encode("cp1252"))
    told = month("log", "--file", str(file), "--yes")
    assert told.code == 2
    assert "Line 1: this is not written in UTF-8 (byte 0xe9)" in told.out
    assert "--encoding cp1252" in told.out
    month.json("log", "--file", str(file), "--yes", "--encoding", "cp1252")
    assert month.json("people")["people"][0]["name"] == "Zoé"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_byte_order_mark_is_believed(month: Rapport, file: Path, encoding: str) -> None:
    file.write_bytes("2019-03-01: coffee with Zoé\n".encode(encoding))
    assert len(month.json("log", "--file", str(file), "--yes", "--encoding", encoding)["taken"]) == 1


@pytest.mark.parametrize("encoding", ["base64", "no-such", "rot13", "\x00"])
def test_an_encoding_that_is_none_is_bad_input(month: Rapport, file: Path, encoding: str) -> None:
    assert month.refused("log", "--file", str(file), "--encoding", encoding)["code"] == "bad_encoding"


def test_a_line_of_ten_megabytes_is_refused_and_the_rest_goes_in(month: Rapport, file: Path) -> None:
    file.write_text(GOOD + "2019-03-04: " + "x" * 10_000_000 + "\n", encoding="utf-8")
    saved = month.json("log", "--file", str(file), "--yes")
    assert len(saved["taken"]) == 3
    assert [(found["line"], found["code"]) for found in saved["problems"]] == [(4, "line_too_long")]


def test_nul_bytes_are_refused_by_line(month: Rapport, file: Path) -> None:
    file.write_bytes(GOOD.encode() + b"2019-03-04: coffee with \x00Tom\n")
    saved = month.json("log", "--file", str(file), "--yes")
    assert [(found["line"], found["found"]) for found in saved["problems"]] == [(4, "U+0000")]
    assert people(month) == 1


def test_a_file_that_cannot_be_read_is_bad_input(month: Rapport, file: Path) -> None:
    assert month.refused("log", "--file", str(file.parent / "nowhere.txt"), "--yes")["code"] == "cannot_read"
    assert month.refused("log", "--file", str(file.parent), "--yes")["code"] == "cannot_read"


def test_an_empty_diary_is_no_mistake(month: Rapport, file: Path) -> None:
    file.write_bytes(b"")
    told = month("log", "--file", str(file), "--yes")
    assert (told.code, told.out.startswith("There is no entry in it.")) == (0, True)


def test_standard_input_is_a_diary_too(month: Rapport, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    assert len(month.json("log", "--file", "-", "--yes")["taken"]) == 3


def test_ctrl_c_cancels_and_says_so(month: Rapport, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_self: object, done: int, _total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(Progress, "__call__", interrupt)
    told = month("log", "--file", str(file), "--yes")
    assert (told.code, told.err) == (130, "rapport: Cancelled. Nothing was saved.\n")
    assert people(month) == 0


def test_options_of_a_line_do_not_go_with_a_file(month: Rapport, file: Path) -> None:
    assert month.refused("log", "--file", str(file), "--on", "2019-03-01")["code"] == "usage"
    assert month.refused("log", "--file", str(file), "--new", "Tom")["code"] == "usage"


def test_a_diary_longer_than_any_is_refused_with_the_limit(rapport: Rapport, tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_bytes(b"2019-03-01: energy 3\n" + b"x" * LARGEST)
    told = rapport.refused("log", "--file", str(file), "--yes")
    assert told["code"] == "too_large"
    assert "is over 10 MB, so nothing was saved." in told["message"]
