"""One line: shown, saved, judged; and every way it can be bad input."""

import sys

import pytest

from rapport.cli import log, names, terminal
from tests.cli.conftest import Rapport


def test_a_first_coffee_counts_and_says_why(month: Rapport) -> None:
    told = month("log", "coffee", "with", "Mary", "yesterday,", "memorable", "--yes")
    assert told.code == 0
    assert "With: Mary (new)" in told.out
    assert "When: yesterday (Thursday 14 March)" in told.out
    assert "Mary · Connection" in told.out
    assert "you met Mary for the first time, in person, and you would both remember it." in told.out
    assert "Saved: 1 exchange. “rapport undo” takes it back." in told.out


def test_a_hello_says_what_would_make_it_more(month: Rapport) -> None:
    told = month("log", "met Ruby at the fair, not memorable", "--yes")
    assert "Ruby · Hello" in told.out
    assert "within 2 days" in told.out


def test_after_a_new_connection_it_asks_how_one_can_help_and_only_then(month: Rapport) -> None:
    asked = "How can you help Mary?"
    assert asked in month("log", "coffee with Mary yesterday", "--yes").out
    assert asked not in month("log", "coffee with Mary", "--yes").out
    assert "How can you help" not in month("log", "coffee with Ana, she needs a copywriter", "--yes").out
    assert "How can you help" not in month("log", "met Ruby at the fair, not memorable", "--yes").out


def test_a_walk_alone_is_a_note_and_says_so(month: Rapport) -> None:
    told = month("log", "went for a walk", "--yes")
    assert "Nobody was recognised in “went for a walk”, so it is kept as a note" in told.out
    assert "Saved: 1 note." in told.out
    saved = month.log("went for a walk")
    assert [statement["kind"] for statement in saved["statements"]] == ["Noted"]
    assert saved["doubts"] == [{"code": "alone", "words": "went for a walk"}]


def test_what_happens_to_other_days_is_told(month: Rapport) -> None:
    month("log", "lunch with Mary on 12 March", "--yes")
    late = month("log", "coffee with Mary on 7 March", "--yes").out
    assert "judged otherwise now: Mary, Tuesday 12 March (already known; before: connection)." in late
    gone = month("log", "forget the coffee with Mary", "--yes").out
    assert "judged otherwise now: Mary, Tuesday 12 March (connection; before: already known)." in gone
    (moved,) = month.log("restore the coffee with Mary")["moved"]
    assert (moved["person"], moved["on"], moved["now"]) == ("Mary", "2019-03-12", "already_known")


def test_json_has_the_batch_the_statements_and_the_rulings(month: Rapport) -> None:
    saved = month.log("coffee with Mary, follow up tuesday #vr")
    assert saved["saved"] is True
    assert [statement["kind"] for statement in saved["statements"]] == ["Encounter", "FollowUp"]
    assert saved["statements"][1]["said"]["due"] == "2019-03-19"
    assert saved["tags"] == ["vr"]
    assert [(r["person"], r["verdict"], r["in_challenge"]) for r in saved["rulings"]] == [
        ("Mary", "connection", True)
    ]
    assert len(saved["people_made"]) == len(saved["interactions"]) == 1
    assert month.json("undo")["undone"]["id"] == saved["batch_id"]
    assert month.json("people")["total"] == 0


def test_the_day_of_telling_is_an_option(month: Rapport) -> None:
    assert month.log("coffee with Mary", on="2019-03-02")["on"] == "2019-03-02"


def test_without_yes_and_without_a_terminal_nothing_is_saved(month: Rapport) -> None:
    told = month("log", "coffee with Mary")
    assert told.code == 2
    assert "With: Mary (new)" in told.out
    assert "--yes" in told.err
    assert month.json("people")["total"] == 0


def test_a_dry_run_saves_nothing(month: Rapport) -> None:
    assert month.json("log", "coffee with Mary", "--dry-run")["saved"] is False
    assert month("log", "coffee with Mary", "--dry-run").code == 0
    assert month.json("people")["total"] == 0


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("lunch with Ana tomorrow", "“tomorrow” lies ahead"),
        ("lunch with Ana on 02/03", "Which day is “on 02/03”?"),
        ("lunch with Ana on 31 february", "There is no such day as “on 31 february”"),
    ],
)
def test_a_dry_run_says_what_saving_would_ask(month: Rapport, line: str, asked: str) -> None:
    told = month("log", "--dry-run", line)
    assert (told.code, asked in told.out) == (0, True), told


def test_two_people_of_one_name_are_asked_about(month: Rapport) -> None:
    month.log("met Mary Castellan and Mary Chen")
    error = month.refused("log", "coffee with Mary", "--yes")
    assert error["code"] == "unclear"
    assert [name["typed"] for name in error["names"]] == ["Mary"]
    assert {one["name"] for one in error["names"][0]["candidates"]} == {"Mary Castellan", "Mary Chen"}
    assert '--is "Mary=Mary Castellan"' in error["message"]


def test_options_settle_a_name(month: Rapport) -> None:
    month.log("met Mary Castellan and Mary Chen")
    picked = month.json("log", "coffee with Mary", "--yes", "--is", "Mary=Mary Chen")
    assert picked["rulings"][0]["person"] == "Mary Chen"
    new = month.json("log", "coffee with Mary", "--yes", "--new", "mary")
    assert new["rulings"][0]["person"] == "Mary"
    left_out = month.json("log", "coffee with Mary Castellan and Tom", "--yes", "--skip", "Tom")
    assert [ruling["person"] for ruling in left_out["rulings"]] == ["Mary Castellan"]


def test_an_option_for_a_name_that_is_not_there_is_bad_input(month: Rapport) -> None:
    assert month.refused("log", "coffee with Mary", "--yes", "--new", "Tom")["code"] == "no_such_name"
    assert month.refused("log", "coffee with Mary", "--yes", "--is", "Mary")["code"] == "bad_is"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("coffee with Mary on 31 February 2019", "impossible_date"),
        ("coffee with Mary on 02/03", "which_date"),
        ("energy 9", "out_of_range"),
    ],
)
def test_what_a_line_leaves_open_is_asked(month: Rapport, line: str, code: str) -> None:
    error = month.refused("log", line, "--yes")
    assert (error["code"], [question["code"] for question in error["questions"]]) == ("unclear", [code])
    assert month.json("people")["total"] == 0


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("coffee with Ma\x00ry", "bad_text"),
        ("coffee with \x1b[31mMary", "bad_text"),
        ("coffee with M\udce9ry", "bad_text"),  # a byte that is no UTF-8
        ("x" * 10_000_000, "too_long"),
        ("   ", "empty"),
    ],
)
def test_text_that_no_line_may_hold_is_bad_input(month: Rapport, line: str, code: str) -> None:
    error = month.refused("log", "--yes", "--", line)
    assert error["code"] == code
    assert "Nothing was saved" in error["message"] or code in ("too_long", "empty")


@pytest.mark.parametrize(
    "name",
    [
        "محمد علي",
        "יעל כהן",
        "Zoé Müller",
        "Nguyễn Thị Mai",
        "Zoe\u0308 Gra\u0301f",
        "李小龍",
        "O’Neill-Słowik",
        "Ana 🎉",
    ],
)
def test_names_of_every_script_come_back_as_written(month: Rapport, name: str) -> None:
    month.log(f"coffee with @{name}" if " " not in name else f"coffee with {name}")
    kept = [person["name"] for person in month.json("people")["people"]]
    assert len(kept) == 1
    assert kept[0].split()[0] in ("Zoë", *name.split())
    assert month("people").out.strip()


def test_html_stays_text(month: Rapport) -> None:
    month.log("coffee with Mary, <script>alert(1)</script> & <b>bold</b>")
    page = month.json("person", "Mary")
    assert page["thread"][0]["row"]["note"] == "<script>alert(1)</script> & <b>bold</b>"


def test_a_line_or_a_file_but_not_both(month: Rapport) -> None:
    assert month.refused("log")["code"] == "usage"
    assert month.refused("log", "coffee", "--file", "x")["code"] == "usage"


@pytest.fixture
def at_the_terminal(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Somebody who types these answers, one after the other; then closes the terminal."""
    answers: list[str] = []

    def answer() -> str:
        if not answers:
            raise EOFError
        return answers.pop(0)

    for module in (log, terminal):
        monkeypatch.setattr(module, "somebody_is_there", lambda **_facts: True)
    monkeypatch.setattr("builtins.input", answer)
    assert names.ask_for.__module__ == "rapport.cli.names"
    return answers


def test_at_a_terminal_the_preview_is_confirmed(month: Rapport, at_the_terminal: list[str]) -> None:
    at_the_terminal[:] = ["y"]
    assert month("log", "coffee with Mary").code == 0
    at_the_terminal[:] = ["no"]
    told = month("log", "coffee with Priya Shah")
    assert (told.code, told.err) == (1, "rapport: Nothing was saved.\n")
    assert month("log", "coffee with Priya Shah").code == 1  # the terminal was closed
    assert month.json("people")["total"] == 1


def test_at_a_terminal_a_name_is_chosen_by_number(month: Rapport, at_the_terminal: list[str]) -> None:
    month.json("log", "met Mary Castellan and Mary Chen", "--yes", "--on", "2019-03-10")
    at_the_terminal[:] = ["7", "two", "2", ""]
    told = month("log", "coffee with Mary")
    assert "  1  Mary Castellan\n  2  Mary Chen\n  3  someone new: Mary\n  4  leave the name out" in told.out
    assert "Mary Chen · Already known" in told.out


def test_at_a_terminal_a_doubtful_word_is_typed_again(month: Rapport, at_the_terminal: list[str]) -> None:
    at_the_terminal[:] = ["on 2 March 2019", "y"]
    told = month("log", "coffee with Mary on 02/03")
    assert told.code == 0
    assert "When: Saturday 2 March" in told.out


def test_at_a_terminal_a_walk_alone_asks_who_was_there(month: Rapport, at_the_terminal: list[str]) -> None:
    at_the_terminal[:] = ["Mary", "y"]
    assert "Mary · Connection" in month("log", "went for a walk").out
    at_the_terminal[:] = ["", "y"]
    told = month("log", "went for a walk")
    assert "Saved: 1 note." in told.out
    assert month.json("people")["total"] == 1


def test_standard_input_of_a_test_is_nobody(rapport: Rapport) -> None:
    assert not terminal.somebody_is_there(as_json=False)
    assert sys.stdin.read() == ""
