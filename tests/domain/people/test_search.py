"""What is indexed of a person, what a typed line looks for, and who comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.people.search import (
    STEPS,
    document,
    first_number,
    is_ranked,
    numbers_of,
    slipped,
    terms,
    words,
)


def finds(
    typed: str, *, names: tuple[str, ...] = (), texts: tuple[str, ...] = (), phones: tuple[str, ...] = ()
) -> bool:
    """Whether every word typed begins a word of the document."""
    there = document(names, texts, phones).split()
    return all(any(word.startswith(term) for word in there) for term in terms(typed))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("garcia", "María García"),
        ("soren", "Søren Kierkegaard"),
        ("soeren", "Søren Kierkegaard"),
        ("lukasz", "Łukasz Żuławski"),
        ("lefevre chloe", "Chloé Lefèvre"),
        ("李", "李小龍"),
        ("小龍", "李小龍"),
        ("mueller", "Jörg Müller"),
        ("muller jorg", "Jörg Müller"),
        ("obrien", "Siobhán O’Brien"),
        ("o'brien", "Siobhán O’Brien"),
        ("jean-p", "Jean-Pierre Léaud"),
        ("straße", "Anna Strasse"),
    ],
)
def test_a_name_is_found_without_its_accents_and_in_any_order(typed: str, name: str) -> None:
    assert finds(typed, names=(name,))


@pytest.mark.parametrize(
    "typed",
    [
        "+33 6 12 34 56 78",
        "06 12 34 56 78",
        "06.12.34.56",
        "0612345678",
        "+33612345678",
        "33 612 345",
        "06 12 34",
    ],
)
def test_karens_number_is_found_in_any_spacing(typed: str) -> None:
    assert finds(typed, phones=("+33612345678",))


def test_a_number_and_a_name_may_be_typed_together() -> None:
    assert terms("karen 06 12 34 56") == ("karen", "06123456")


def test_an_address_is_found_by_any_of_its_parts() -> None:
    assert finds("mary@exam", texts=("mary.castellan@example.org",))
    assert finds("castellan", texts=("mary.castellan@example.org",))


def test_the_closest_have_the_smallest_numbers_and_owners_never_mix() -> None:
    assert first_number(1, 0.9) < first_number(1, 0.4) < first_number(1, 0.0)
    low, high = numbers_of(1)
    assert low <= first_number(1, 1.0)
    assert first_number(1, 0.0) + 2**24 - 1 <= high < numbers_of(2)[0]
    assert numbers_of(2**19 - 1)[1] < 2**63


@given(st.floats(0, 1), st.integers(1, 2**19 - 1), st.integers(0, 2**24 - 1))
def test_a_row_knows_the_closeness_it_was_given(closeness: float, owner: int, place: int) -> None:
    assert is_ranked(first_number(owner, closeness) + place, owner, closeness)
    further = closeness - 1.5 / STEPS
    assert further < 0 or not is_ranked(first_number(owner, closeness) + place, owner, further)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kiekegaard", "kierkegaard"),
        ("kerkegaar", "kierkegaard"),
        ("maery", "mary"),
        ("prya", "priya"),
        ("casttelan", "castellan"),
    ],
)
def test_a_slip_is_forgiven(typed: str, meant: str) -> None:
    vocabulary = ["kierkegaard", "mary", "priya", "castellan", "portland", "jess"]
    assert any(meant.startswith(word) for word in slipped(typed, vocabulary))


def test_short_words_and_numbers_must_be_typed_right() -> None:
    assert slipped("ann", ["ana"]) == []
    assert slipped("061234", ["061235"]) == []


@given(st.text(max_size=60))
def test_whatever_is_typed_finds_what_it_was_typed_from(text: str) -> None:
    assert finds(" ".join(words(text)[:8]), texts=(text,))


@pytest.mark.parametrize("code", range(0x80, 0x100))
def test_a_western_letter_is_folded_alike_in_any_company(code: int) -> None:
    word = f"Ka{chr(code)}Ren"
    assert words(f"{word} Ω")[:-1] == words(word)


def test_a_word_without_end_is_cut() -> None:
    assert words("a" * 50 + " maps") == ["a" * 40, "maps"]
    assert words("é" * 50 + " maps") == ["e" * 40, "maps"]
