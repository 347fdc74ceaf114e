"""An evening told in the terminal: one line for each person met."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rapport.cli import debrief
from tests.cli.conftest import Rapport

NORA = "Nora Lindqvist *; needs a headline; promised the template; then a coffee 2019-03-20"


@pytest.fixture
def evening(month: Rapport) -> Rapport:
    """Freelance Friday two weeks ago, and Ladies' Night yesterday; Nora Lindqvist is known."""
    month.json("gatherings", "add", "Freelance Friday", "--on", "2019-03-01")
    month.json("gatherings", "add", "Ladies' Night", "--on", "2019-03-14")
    month.log("coffee with Nora Lindqvist", on="2019-03-02")
    return month


def typed(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Somebody at the terminal, with these answers."""
    left: Iterator[str] = iter(answers)
    monkeypatch.setattr(debrief, "somebody_is_there", lambda *, as_json: not as_json)
    monkeypatch.setattr("builtins.input", lambda: next(left))


def test_everybody_met_is_one_line_and_one_step_back(evening: Rapport) -> None:
    told = evening("debrief", "ladies", NORA, "Sam Field*", "Ana Silva", "--others", "3", "--yes").out
    assert "Nora Lindqvist · to remember · needs: a headline · you promised: the template" in told
    assert "Sam Field (new) · to remember" in told
    assert "Ana Silva (new) · a hello" in told
    assert "Sam Field · Connection" in told
    assert "Next: Nora Lindqvist, a coffee, Wednesday 20 March." in told
    assert "Write to Sam Field: tomorrow (Saturday 16 March)." in told
    assert "Saved: Ladies' Night, 6 people. “rapport undo” takes it back." in told
    evening("undo")
    assert [one["name"] for one in evening.json("people")["people"]] == ["Nora Lindqvist"]
    assert evening.json("debrief")["waiting"][0]["name"] == "Ladies' Night"


def test_the_document_tells_what_it_brought(evening: Rapport) -> None:
    told = evening.json("debrief", "--yes", "Freelance Friday", NORA)
    assert told["gathering"]["on"] == "2019-03-01"
    (entry,) = told["entries"]
    assert (entry["need"], entry["promise"], entry["step"]) == ("a headline", "the template", "a coffee")
    assert [one["what"] for one in told["promises"]] == ["the template"]
    assert [step["due_on"] for step in told["steps"]] == ["2019-03-20"]
    assert told["rulings"][0]["person"] == "Nora Lindqvist"


def test_without_a_name_the_one_that_waits_is_meant_and_several_are_asked_about(evening: Rapport) -> None:
    waiting = [one["name"] for one in evening.json("debrief")["waiting"]]
    assert waiting == ["Ladies' Night", "Freelance Friday"]
    assert "Still to tell of" in evening("debrief").out
    error = evening.refused("debrief", "--yes", "--others", "2")
    assert (error["code"], len(error["gatherings"])) == ("ambiguous", 2)
    evening.json("debrief", "--yes", "Ladies' Night", "Ana Silva")
    told = evening.json("debrief", "--yes", "--others", "2")
    assert told["gathering"]["name"] == "Freelance Friday"
    assert "No gathering waits to be told of." in evening("debrief").out


def test_the_latest_date_of_a_name_is_meant_unless_a_day_is_said(evening: Rapport) -> None:
    evening.json("gatherings", "add", "Freelance Friday", "--on", "2019-03-08")
    assert evening.json("debrief", "--yes", "Freelance Friday", "Ana")["gathering"]["on"] == "2019-03-08"
    told = evening.json("debrief", "--yes", "Freelance Friday", "Tom", "--on", "2019-03-01")
    assert told["gathering"]["on"] == "2019-03-01"


def test_half_a_name_is_asked_about_and_settled_by_an_option(evening: Rapport) -> None:
    error = evening.refused("debrief", "--yes", "Ladies' Night", "Nora *")
    assert (error["code"], error["names"][0]["typed"]) == ("unclear", "Nora")
    told = evening.json("debrief", "--yes", "--is", "Nora=Nora Lindqvist", "Ladies' Night", "Nora *", "Bob")
    assert told["entries"][0]["person_id"]
    assert [one["name"] for one in told["people_made"]] == ["Bob"]
    again = evening.json("debrief", "--yes", "--new", "Nora", "--skip", "Ed", "Ladies' Night", "Nora", "Ed")
    assert [one["name"] for one in again["people_made"]] == ["Nora"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("nowhere", "Ana"), "no_gathering"),
        (("Ladies' Night",), "usage"),
        (("Ladies' Night", "Ana; hates cats"), "bad_line"),
        (("Ladies' Night", "Ana; then a call 2019-02-31"), "bad_line"),
        (("Ladies' Night", "; needs a desk"), "bad_line"),
        (("Ladies' Night", "Ana", "ana"), "twice"),
        (("Ladies' Night", "Ana", "--new", "Tom"), "no_such_name"),
        (("Ladies' Night", "--file", "/no/such/file"), "no_file"),
    ],
)
def test_bad_input_saves_nothing(evening: Rapport, words: tuple[str, ...], code: str) -> None:
    assert evening.refused("debrief", "--yes", *words)["code"] == code
    assert len(evening.json("debrief")["waiting"]) == 2


def test_nothing_is_saved_without_a_yes(evening: Rapport) -> None:
    assert evening.refused("debrief", "Ladies' Night", "Ana")["code"] == "not_confirmed"
    assert len(evening.json("debrief")["waiting"]) == 2


def test_lines_come_from_a_file_too(evening: Rapport, tmp_path: Path) -> None:
    lines = tmp_path / "lines.txt"
    lines.write_text("Ana Silva *; cherche une designer UX\n\nTéo\n", encoding="utf-8")
    told = evening.json("debrief", "--yes", "Ladies' Night", "--file", str(lines))
    assert [(one["name"], one["need"]) for one in told["entries"]] == [
        ("Ana Silva", "une designer UX"), ("Téo", ""),
    ]  # fmt: skip


def test_at_the_terminal_lines_are_asked_for_and_names_settled(
    evening: Rapport, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "Nora *", "Ana Silva", "", "1", "y")
    told = evening("debrief", "Ladies' Night").out
    assert "Who did you meet? One line for each; an empty line ends." in told
    assert "Nora Lindqvist · to remember" in told
    assert "Saved: Ladies' Night, 2 people." in told


def test_a_no_at_the_terminal_saves_nothing(evening: Rapport, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "n")
    assert "Nothing was saved." in evening("debrief", "Ladies' Night", "Ana").err
    assert len(evening.json("debrief")["waiting"]) == 2
