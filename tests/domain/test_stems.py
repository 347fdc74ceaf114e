"""Words without their endings."""

import pytest

from rapport.domain.stems import singular, stem


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("desks", "desk"),
        ("cities", "city"),
        ("boxes", "box"),
        ("glass", "glass"),
        ("choix", "choi"),
        ("bus", "bus"),
    ],
)
def test_plurals_become_singular(word: str, bare: str) -> None:
    assert singular(word) == bare


def test_an_ending_goes_where_enough_stays() -> None:
    assert stem("gardening", "en") == stem("gardener", "en") == "garden"
    assert stem("traductrice", "fr") == stem("traducteur", "fr") == "traduct"
    assert stem("king", "en") == "king"
    assert stem("gardener", "") == "gardener"
