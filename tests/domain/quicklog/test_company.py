"""A walk alone is a note; a walk with Mary, or among twenty at the meetup, is an exchange."""

import pytest

from rapport.domain.quicklog.company import alone, as_notes
from rapport.domain.quicklog.quicklog import Encounter, Noted, Question, Reading
from rapport.formats.quicklog import read
from tests.cast import FIRST_DAY, day


def told(text: str, language: str = "en") -> Reading:
    return as_notes(read(text, FIRST_DAY, language=language))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("went for a walk", "en"),
        ("coffee this morning", "en"),
        ("walk 30 min", "en"),
        ("dinner at home", "en"),
        ("café ce matin", "fr"),
        ("appel de 20 min", "fr"),
    ],
)
def test_nobody_is_in_it_so_it_is_one_note_as_written(text: str, language: str) -> None:
    reading = told(text, language)
    assert reading.statements == (Noted(FIRST_DAY, text),)
    assert [doubt.question for doubt in reading.doubts] == [Question.ALONE]
    span = reading.doubts[0].span
    assert text[span.start : span.end] == text


@pytest.mark.parametrize(
    "text",
    ["went to the meetup, 20 people", "met 3 people", "coffee with Mary", "went to the meetup", "energy 2"],
)
def test_where_somebody_was_there_nothing_changes(text: str) -> None:
    assert told(text) == read(text, FIRST_DAY)
    assert alone(told(text)) is None


def test_what_else_the_line_says_is_kept_beside_the_note() -> None:
    reading = told("energy 2, dinner at home, follow up with Mary tuesday")
    assert [type(said).__name__ for said in reading.statements] == ["CheckedIn", "Noted", "FollowUp"]
    assert [said.text for said in reading.statements if isinstance(said, Noted)] == ["dinner at home"]


def test_its_day_is_the_day_of_the_note() -> None:
    (note,) = as_notes(read("went for a walk yesterday", day(5))).statements
    assert note.on == day(4)


def test_mary_was_on_the_walk_too_so_nobody_asks() -> None:
    reading = told("walk and coffee with Mary")
    assert alone(reading) is None
    assert [said.people[0].name.text for said in reading.statements if isinstance(said, Encounter)] == [
        "Mary"
    ]


def test_whoever_is_left_out_was_not_there() -> None:
    reading = read("coffee with Mary", FIRST_DAY)
    assert as_notes(reading, {"mary"}).statements == (Noted(FIRST_DAY, "coffee with Mary"),)
    both = read("coffee with Mary and Tom", FIRST_DAY)
    assert as_notes(both, {"mary"}) == both
