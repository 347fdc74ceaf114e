"""Names compare alike however they are typed, and no control character slips in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.text import BadText, clean, fold, spared


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Léa", "lea"),
        ("Ladies’ Night", "ladies' night"),
        ("SØREN Łukasz", "soren lukasz"),
        ("Strauß", "strauss"),
        ("Œuvre ÆON", "oeuvre aeon"),
        ("Đorđe", "dorde"),
        ("Þóra", "thora"),
        ("Iı", "ii"),
        ("Ole\u0301", "ole"),
        ("Ольга", "ольга"),
        ("李明", "李明"),
        ("한국", "한국"),
    ],
)
def test_one_spelling_for_comparing(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_clean_text_is_composed() -> None:
    assert clean("Le\u0301a\tet\nKaren") == "Léa\tet\nKaren"


@pytest.mark.parametrize("code", [0x00, 0x01, 0x0D, 0x1B, 0x7F, 0x85, 0x9F, 0xD800, 0xDFFF])
def test_a_character_no_text_may_hold_is_named_with_its_place(code: int) -> None:
    with pytest.raises(BadText) as caught:
        clean("Tom" + chr(code))
    assert (caught.value.position, caught.value.code_point) == (3, code)


def test_spared_text_has_lost_what_clean_refuses_and_nothing_else() -> None:
    everything = "".join(map(chr, range(0x110000)))
    left = spared(everything)
    assert "\t\n" in left
    assert clean(left)
    for char in set(everything) - set(left):
        with pytest.raises(BadText):
            clean(char)
    assert spared("Tom\r\nKaren\rJess") == "Tom\nKarenJess"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
