"""Letters: their places are filled in one pass, and nothing typed can break them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.asks.letters import PLACES, LetterKind, Words, fill, unknown_places

ASK = LetterKind.ASK


def body(text: str, **values: str) -> str:
    return fill(ASK, Words("", text), values).body


def test_karen_is_greeted_by_her_name() -> None:
    assert body("Hello[ {first}],", first="Karen") == "Hello Karen,"
    assert body("Hello[ {first}],") == "Hello,"


def test_what_is_still_to_be_written_is_seen() -> None:
    assert body("I would like to meet {target}.") == "I would like to meet …."


def test_a_place_nobody_knows_stays_as_it_is_typed() -> None:
    assert body("{weather} in {Portland} [and {weather}] {first}", first="Tom") == (
        "{weather} in {Portland} [and {weather}] Tom"
    )
    assert unknown_places(ASK, Words("{me}", "{weather} {first} {weather}")) == ("weather",)


def test_what_stands_in_a_value_is_never_read_as_a_place() -> None:
    assert body("{about} {me}", about="[{me}] {first}", me="{about}") == "[{me}] {first} {about}"


def test_brackets_without_a_place_stay() -> None:
    assert body("See [1] and [x] {") == "See [1] and [x] {"


def test_a_subject_is_one_line() -> None:
    assert fill(ASK, Words("For {target}", "x"), {"target": "an\r\neditor"}).subject == "For an editor"


def test_a_line_that_goes_leaves_no_gap() -> None:
    assert body("One\n\n[{why}]\n\nTwo\n\n[{me}]") == "One\n\nTwo"


@given(st.sampled_from(LetterKind), st.text("{}[]a_ \n%", max_size=40), st.text("{}[]a%\\", max_size=8))
def test_no_text_makes_it_fall(kind: LetterKind, text: str, value: str) -> None:
    fill(kind, Words(text, text), {"a": value, "first": value})


@pytest.mark.parametrize("kind", LetterKind)
def test_every_kind_knows_its_places(kind: LetterKind) -> None:
    assert PLACES[kind]
