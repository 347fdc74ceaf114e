"""A diary file becomes entries, each on its day; what cannot be read is named with its line."""

import tracemalloc
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.days import FIRST, LAST
from rapport.formats.diary import MAX_LINE, Diary, read_diary


def diary(text: str) -> Diary:
    return read_diary(text.encode())


def entries(found: Diary) -> list[tuple[str, str]]:
    return [(entry.on.isoformat(), entry.text) for entry in found.entries]


def problems(found: Diary) -> list[tuple[int, str]]:
    return [(problem.line, problem.code.value) for problem in found.problems]


@pytest.mark.parametrize(
    "line",
    [
        "2026-03-05: lunch with Ana",
        "2026-03-05 lunch with Ana",
        "2026-03-05 - lunch with Ana",
        "2026-3-5: lunch with Ana",
        "5 March 2026: lunch with Ana",
        "5 mars 2026 : lunch with Ana",
        "5 mars 2026\u202f: lunch with Ana",
        "Thursday 5 March 2026: lunch with Ana",
        "jeudi 5 mars 2026 : lunch with Ana",
        "the 5th of March 2026: lunch with Ana",
        "March 5, 2026: lunch with Ana",
        "5 Mar. 2026: lunch with Ana",
    ],
)
def test_an_entry_begins_with_a_date(line: str) -> None:
    assert entries(diary(line)) == [("2026-03-05", "lunch with Ana")]


def test_lines_without_a_date_go_on_with_the_entry() -> None:
    found = diary("2026-03-05: lunch with Ana\n  at Ladies' Night\n2026-03-06: energy 3\n")
    assert entries(found) == [("2026-03-05", "lunch with Ana\nat Ladies' Night"), ("2026-03-06", "energy 3")]
    assert [entry.line for entry in found.entries] == [1, 3]


def test_a_blank_line_ends_an_entry_but_not_the_day() -> None:
    found = diary("2026-03-05: lunch with Ana\n\ncoffee with Tom\n")
    assert entries(found) == [("2026-03-05", "lunch with Ana"), ("2026-03-05", "coffee with Tom")]


def test_each_dash_under_a_date_is_an_entry() -> None:
    found = diary("2026-03-05\n- lunch with Ana\n  45 min\n- coffee with Tom\n")
    assert entries(found) == [("2026-03-05", "lunch with Ana\n45 min"), ("2026-03-05", "coffee with Tom")]


def test_comments_are_ignored_and_tags_are_not() -> None:
    found = diary("# my month\n2026-03-05: lunch with Ana\n#vr\n# not this\n")
    assert entries(found) == [("2026-03-05", "lunch with Ana\n#vr")]


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm() -> None:
    found = read_diary("\ufeff2026-03-05: lunch with Léa\r\n2026-03-06: energy 3\r\n".encode())
    assert entries(found) == [("2026-03-05", "lunch with Léa"), ("2026-03-06", "energy 3")]


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_by_its_mark(order: str) -> None:
    found = read_diary("\ufeff2026-03-05: lunch with 李\u0a0a\n2026-03-06: energy 3".encode(order))
    assert entries(found) == [("2026-03-05", "lunch with 李\u0a0a"), ("2026-03-06", "energy 3")]
    assert found.encoding == order


def test_a_windows_file_is_not_guessed_but_offered() -> None:
    data = "2026-03-05: déjeuner avec Léa\n2026-03-06: energy 3\n".encode("cp1252")
    refused = read_diary(data)
    assert entries(refused) == [("2026-03-06", "energy 3")]
    assert problems(refused) == [(1, "not_utf8")]
    assert refused.problems[0].found == "0xe9"
    assert refused.offered == "cp1252"
    accepted = read_diary(data, encoding="cp1252")
    assert entries(accepted)[0] == ("2026-03-05", "déjeuner avec Léa")
    assert accepted.problems == ()
    assert accepted.offered is None


def test_a_bad_line_inside_an_entry_refuses_the_whole_entry() -> None:
    found = read_diary(b"2026-03-05: lunch with Ana\nand \x00 more\n2026-03-06: energy 3\n")
    assert entries(found) == [("2026-03-06", "energy 3")]
    assert problems(found) == [(2, "control_character")]
    assert found.problems[0].found == "U+0000"
    assert "\x00" not in found.problems[0].excerpt


def test_an_impossible_date_is_named_and_the_rest_is_read() -> None:
    found = diary("31 February 2026: lunch with Ana\nand Tom\n2026-03-06: energy 3\n")
    assert entries(found) == [("2026-03-06", "energy 3")]
    assert problems(found) == [(1, "impossible_date")]
    assert found.problems[0].found == "31 February 2026"
    assert found.problems[0].expected == "YYYY-MM-DD"


def test_entries_under_an_impossible_date_are_each_named() -> None:
    found = diary("2026-02-30\n- lunch with Ana\n- coffee with Tom\n")
    assert problems(found) == [(1, "impossible_date"), (2, "impossible_date"), (3, "impossible_date")]


def test_a_date_that_could_be_two_days_is_asked_for() -> None:
    assert problems(diary("05/03/2026: lunch with Ana")) == [(1, "which_date")]
    assert entries(diary("13/03/2026: lunch with Ana")) == [("2026-03-13", "lunch with Ana")]
    assert entries(diary("03/13/2026: lunch with Ana")) == [("2026-03-13", "lunch with Ana")]


def test_text_before_the_first_date_is_named() -> None:
    found = diary("My diary\n2026-03-05: lunch with Ana\n")
    assert problems(found) == [(1, "no_date")]
    assert entries(found) == [("2026-03-05", "lunch with Ana")]


@pytest.mark.parametrize("mark", ["(assumed)", "(supposé)", "(Assumed)", "(supposée)"])
def test_an_assumed_entry_is_marked_and_the_mark_removed(mark: str) -> None:
    (entry,) = diary(f"2026-03-05: lunch with Ana {mark}\n").entries
    assert (entry.text, entry.assumed) == ("lunch with Ana", True)


def test_two_equal_lines_both_count_and_the_same_file_again_adds_nothing() -> None:
    text = "2026-03-05: said hello to Tom\n2026-03-05: said  hello to Tom\n2026-03-06: said hello to Tom\n"
    first = diary(text).entries
    assert [entry.occurrence for entry in first] == [1, 2, 1]
    assert len({entry.digest for entry in first}) == 3
    assert [entry.digest for entry in diary("# moved\n\n" + text).entries] == [
        entry.digest for entry in first
    ]


def test_a_line_of_ten_megabytes_is_refused_without_copying_it() -> None:
    data = b"2026-03-05: " + b"a" * 10_000_000 + b"\n2026-03-06: energy 3\n"
    tracemalloc.start()
    found = read_diary(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert problems(found) == [(1, "line_too_long")]
    assert len(found.problems[0].excerpt) < 100
    assert entries(found) == [("2026-03-06", "energy 3")]
    assert peak < 100_000


def test_a_line_or_an_entry_over_the_limit_is_refused() -> None:
    assert problems(diary("2026-03-05: " + "é" * MAX_LINE)) == [(1, "line_too_long")]
    assert problems(diary("2026-03-05:\n" + ("word " * 2000 + "\n") * 3)) == [(1, "entry_too_long")]


@given(st.binary(max_size=300))
def test_any_bytes_have_a_reading(data: bytes) -> None:
    assert isinstance(read_diary(data), Diary)


@given(st.dates(FIRST, LAST), st.text("abc deé李", min_size=1).filter(str.strip))
def test_what_is_written_is_read_back(on: date, text: str) -> None:
    (entry,) = diary(f"{on.isoformat()}: {text}").entries
    assert (entry.on, entry.text) == (on, text.strip())


@pytest.mark.parametrize("year", ["0001", "1850", "2200", "9999"])
def test_a_day_nobody_lives_is_refused_with_its_line(year: str) -> None:
    found = diary(f"{year}-12-31: coffee with Tom\n2026-03-05: lunch with Ana\n")
    assert problems(found) == [(1, "impossible_date")]
    assert entries(found) == [("2026-03-05", "lunch with Ana")]
