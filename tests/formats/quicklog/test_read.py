"""What holds for a whole line: its day, its language, its names as typed."""

from datetime import date

import pytest

from rapport.domain.quicklog.quicklog import Encounter, FollowUp, Noted, Question
from rapport.formats.quicklog import read
from tests.formats.quicklog.shown import TODAY, shown


@pytest.mark.parametrize("text", ["", "   ", "\n", ",", "#vr"])
def test_a_line_that_says_nothing_is_still_a_reading(text: str) -> None:
    assert [type(statement) for statement in read(text, TODAY).statements] == [Noted]


def test_a_french_line_is_read_whatever_the_hint() -> None:
    line = "déjeuner avec Karen avant-hier, relancer mardi"
    assert shown(read(line, TODAY, language="en")) == shown(read(line, TODAY, language="fr"))


def test_an_english_line_is_read_whatever_the_hint() -> None:
    line = "lunch with Karen the day before yesterday, follow up tuesday"
    assert shown(read(line, TODAY, language="fr")) == shown(read(line, TODAY, language="en"))


def test_a_line_that_fits_both_languages_goes_to_the_hint() -> None:
    ambiguous = "café, Zoom 5/3"
    assert [doubt.question for doubt in read(ambiguous, TODAY, language="en").doubts].count(
        Question.WHICH_DATE
    ) == 1
    assert Question.WHICH_DATE not in [
        doubt.question for doubt in read(ambiguous, TODAY, language="fr").doubts
    ]


def test_the_day_of_the_line_is_the_day_of_the_fact_not_of_the_follow_up() -> None:
    reading = read("coffee with Ana yesterday, follow up tuesday", TODAY)
    assert reading.on == date(2026, 3, 5)
    follow_up = next(statement for statement in reading.statements if isinstance(statement, FollowUp))
    assert (follow_up.on, follow_up.due) == (date(2026, 3, 5), date(2026, 3, 10))


def test_a_day_holds_for_what_follows_until_another_is_named() -> None:
    reading = read("Yesterday I met Ana. She needs a designer. Today lunch with Tom.", TODAY)
    assert [statement.on.day for statement in reading.statements] == [5, 5, 6]


def test_names_keep_their_spelling_and_place_around_tags_and_accents() -> None:
    text = "#vr café avec Léa O’Brien et @priya, mémorable"
    (met,) = [statement for statement in read(text, TODAY).statements if isinstance(statement, Encounter)]
    assert [text[one.name.span.start : one.name.span.end] for one in met.people] == ["Léa O’Brien", "priya"]
    assert [one.name.marked for one in met.people] == [False, True]


@pytest.mark.parametrize(
    "name",
    [
        "José\u0301 Ruiz",
        "Ngọc Nguyễn",
        "ليلى حداد",
        "李明",
        "Ольга Петрова",
        "Zoë van ’t Hof",
        "Đorđe",
        "N\u030cina",
    ],
)
def test_a_name_of_any_script_is_kept_faithfully(name: str) -> None:
    text = f"lunch with {name} yesterday"
    (met,) = [statement for statement in read(text, TODAY).statements if isinstance(statement, Encounter)]
    assert " ".join(one.name.text for one in met.people) in name
    assert met.on == date(2026, 3, 5)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31), date(2024, 2, 29)])
@pytest.mark.parametrize(
    "when", ["yesterday", "tomorrow", "friday", "last friday", "29 February", "in 999999999 days"]
)
def test_no_date_is_too_far_to_be_read(day: date, when: str) -> None:
    assert read(f"lunch with Ana {when}, follow up {when}", day).statements


def test_an_absurd_number_is_not_a_date_or_a_count() -> None:
    reading = read("met Ana and 99999999999999999999 others in " + "9" * 5000 + " days", TODAY)
    assert "99999999999999999999" in str(reading.statements)
