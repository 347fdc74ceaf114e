"""A line that corrects another: told plainly, asked about where it could mean several, and confirmed."""

import pytest

from rapport.cli import log, terminal
from tests.cli.conftest import Rapport


def interactions(rapport: Rapport) -> int:
    return len(rapport.json("person", "Ana")["thread"])


def test_a_coffee_goes_into_the_bin_only_with_a_yes(month: Rapport) -> None:
    month.log("coffee with Ana", on="2019-03-14")
    asked = month("log", "forget the coffee with Ana yesterday")
    assert asked.code == 2
    assert "Into the bin: coffee with Ana, yesterday (Thursday 14 March)" in asked.out
    assert interactions(month) == 1
    told = month("log", "forget the coffee with Ana yesterday", "--yes")
    assert "Saved: 1 entry binned. “rapport undo” takes it back." in told.out
    assert interactions(month) == 0


def test_which_coffee_is_chosen_by_its_number(month: Rapport) -> None:
    month.log("coffee with Ana", on="2019-03-14")
    month.log("coffee with Ana", on="2019-03-12")
    error = month.refused("log", "forget the coffee with Ana", "--yes")
    assert (error["code"], [row["typed"] for row in error["rows"]]) == ("unclear", ["coffee with Ana"])
    assert "2  coffee with Ana, Tuesday 12 March" in error["message"]
    month.json("log", "forget the coffee with Ana", "--yes", "--is", "coffee with Ana=2")
    (left,) = month.json("person", "Ana")["thread"]
    assert left["on"] == "2019-03-14"


def test_a_number_that_is_not_offered_is_bad_input(month: Rapport) -> None:
    month.log("coffee with Ana")
    error = month.refused("log", "forget the coffee with Ana", "--yes", "--is", "coffee with Ana=7")
    assert error["code"] == "bad_is"


def test_at_a_terminal_the_row_is_asked_for(month: Rapport, monkeypatch: pytest.MonkeyPatch) -> None:
    month.log("coffee with Ana", on="2019-03-14")
    month.log("coffee with Ana", on="2019-03-12")
    typed = iter(["2", "y"])
    monkeypatch.setattr(log, "somebody_is_there", lambda *, as_json: not as_json)
    monkeypatch.setattr(terminal, "ask", lambda prompt: next(typed))
    told = month("log", "forget the coffee with Ana")
    assert told.code == 0
    assert "Which “coffee with Ana” do you mean?" in told.out
    assert "Into the bin: coffee with Ana, Tuesday 12 March" in told.out


def test_what_is_not_there_is_said_and_nothing_is_guessed(month: Rapport) -> None:
    month.log("coffee with Tom")
    error = month.refused("log", "forget the coffee with Ana yesterday", "--yes")
    assert "No “coffee with Ana yesterday” is written down." in error["message"]


def test_undo_in_a_line_does_what_rapport_undo_does(month: Rapport) -> None:
    month.log("coffee with Ana")
    told = month("log", "undo", "--yes")
    assert "Take back: coffee with Ana" in told.out
    assert "Taken back: coffee with Ana" in told.out
    assert month.json("people")["total"] == 0


def test_a_diary_corrects_what_was_logged_before_it(month: Rapport) -> None:
    month.log("coffee with Ana", on="2019-03-14")
    diary = month.data.parent / "diary.txt"
    diary.write_text("2019-03-15: correct the coffee with Ana yesterday: 45 min\n", encoding="utf-8")
    month.json("log", "--file", str(diary), "--yes")
    (entry,) = month.json("person", "Ana")["thread"]
    assert entry["row"]["minutes"] == 45
