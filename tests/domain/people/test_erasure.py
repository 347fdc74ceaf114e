"""Mary is taken out of texts, and nobody else is."""

import pytest

from rapport.domain.people.erasure import Written, among, anywhere, tells, without

MARY = Written(
    frozenset({"Mary Castellan", "Maz"}),
    frozenset({"mary@example.org", "+1 503 555 0100", "https://marycoaches.example"}),
)
CHLOE = Written(frozenset({"Chloé Lefèvre"}), frozenset())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("tea with mary  castellan", "tea with …"),
        ("MARY CASTELLAN’s idea", "…’s idea"),
        ("write to Mary@example.org.", "write to …."),
        ("call 1 (503) 555-0100 now", "call … now"),
        ("see https://marycoaches.example/about", "see …/about"),
        ("Maz said so", "… said so"),
        ("Mary said so", "Mary said so"),
        ("Rosemary Castellano", "Rosemary Castellano"),
        ("not-mary@example.org", "not-mary@example.org"),
        ("15035550100999", "15035550100999"),
    ],
)
def test_a_whole_name_or_an_address_goes_wherever_it_stands(text: str, left: str) -> None:
    pattern = anywhere(MARY, ["Karen", "Mary Shaw"])
    assert pattern
    assert without(text, pattern) == left
    assert tells(text, pattern) is (text != left)


def test_a_name_with_accents_goes_without_them_too() -> None:
    pattern = anywhere(CHLOE, [])
    assert pattern
    assert without("Chloe Lefevre and CHLOÉ LEFÈVRE", pattern) == "… and …"


def test_a_name_that_somebody_else_has_stays_where_it_may_mean_them() -> None:
    assert anywhere(CHLOE, ["chloe lefevre"]) is None
    pattern = anywhere(Written(frozenset({"Maz", "Mary Castellan"}), frozenset()), ["Maz Brown"])
    assert pattern
    assert without("Maz and Mary Castellan", pattern) == "Maz and …"


def test_among_those_who_were_there_a_part_of_the_name_is_enough() -> None:
    pattern = among(MARY, ["Tom Castellan"])
    assert pattern
    assert without("Mary and Tom Castellan, then mary alone", pattern) == "… and Tom Castellan, then … alone"
    assert without("rosemary", pattern) == "rosemary"


def test_values_of_json_are_looked_through() -> None:
    pattern = anywhere(MARY, [])
    assert pattern
    said = {"note": ["for Mary Castellan", 3, None], "city": "Portland"}
    assert without(said, pattern) == {"note": ["for …", 3, None], "city": "Portland"}
    assert tells(said, pattern)
    assert not tells({"city": "Portland"}, pattern)


def test_nobody_without_a_name_is_looked_for() -> None:
    assert anywhere(Written(frozenset(), frozenset({"x"})), []) is None
