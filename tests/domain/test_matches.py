"""Whose need meets whose offer: by the words they use."""

from datetime import date
from uuid import UUID

import pytest

from rapport.domain.giving import Need, Offer
from rapport.domain.matches import MOST, matches, telling_words
from tests.cast import ANA, TEO, TOM, day


def a_need(
    what: str, of: UUID | None = ANA.id, number: int = 1, on: int = 1, met: date | None = None
) -> Need:
    return Need(UUID(int=number), what, day(on), of, met)


def an_offer(what: str, of: UUID | None = TEO.id, number: int = 101) -> Offer:
    return Offer(UUID(int=number), what, day(1), of)


@pytest.mark.parametrize(
    ("need", "offer", "words"),
    [
        ("a UX designer", "UX design and designers' talks", ("designer", "ux")),
        ("une rédactrice pour son site", "Rédactrices, à la journée", ("redactrice",)),
        ("help with VR", "VR", ("vr",)),
        ("l'atelier", "un atelier à partager", ("atelier",)),
    ],
)
def test_ana_needs_what_teo_offers(need: str, offer: str, words: tuple[str, ...]) -> None:
    (found,) = matches([a_need(need)], [an_offer(offer)])
    assert set(words) <= set(found.words)


@pytest.mark.parametrize(
    ("need", "offer"),
    [
        ("help with the books", "help with the garden"),
        ("de l'aide", "aide pour tout"),
        ("", ""),
        ("a desk", "chairs"),
    ],
)
def test_small_words_bring_nobody_together(need: str, offer: str) -> None:
    assert matches([a_need(need)], [an_offer(offer)]) == []


def test_nobody_is_matched_with_themselves_not_even_me() -> None:
    assert matches([a_need("a desk", TOM.id)], [an_offer("a desk", TOM.id)]) == []
    assert matches([a_need("a desk", None)], [an_offer("a desk", None)]) == []
    assert matches([a_need("a desk", None)], [an_offer("a desk")])


def test_a_need_that_was_met_is_left_in_peace() -> None:
    assert matches([a_need("a desk", met=day(2))], [an_offer("a desk")]) == []


def test_more_in_common_stands_first_then_the_newer_need() -> None:
    needs = [
        a_need("a designer", number=1, on=1),
        a_need("a designer", number=2, on=5),
        a_need("a UX designer", number=3, on=1),
    ]
    found = matches(needs, [an_offer("UX designer")])
    assert [match.need_id.int for match in found] == [3, 2, 1]


def test_a_crowd_of_matches_stays_readable() -> None:
    needs = [a_need("a desk", number=n) for n in range(100)]
    assert len(matches(needs, [an_offer("a desk")])) == MOST


def test_plurals_and_accents_do_not_matter() -> None:
    assert telling_words("Des ÉCOLES, three schools, glass") == {"ecole", "three", "school", "glass"}
