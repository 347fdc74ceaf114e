"""Whose need meets whose offer: by the words they use, and by what these mean in English and French."""

from datetime import date
from uuid import UUID

import pytest

from rapport.domain.concepts.small_words import FALSE_FRIENDS
from rapport.domain.giving.giving import Need, Offer
from rapport.domain.giving.matches import AT_ONCE, ENOUGH, FOR_EACH, MOST, Shared, compare, matches
from rapport.domain.giving.meaning import meaning
from tests.cast import ANA, TEO, TOM, day
from tests.needs import HELD_OUT, PARTS, half, score, suggested


def a_need(
    what: str, of: UUID | None = ANA.id, number: int = 1, on: int = 1, met: date | None = None
) -> Need:
    return Need(UUID(int=number), what, day(on), of, met)


def an_offer(what: str, of: UUID | None = TEO.id, number: int = 101) -> Offer:
    return Offer(UUID(int=number), what, day(1), of)


def fit(need: str, offer: str) -> float:
    return compare(meaning(need), meaning(offer))[0]


@pytest.mark.parametrize(
    ("need", "offer", "reason"),
    [
        ("a UX designer", "UX design and designers' talks", Shared("UX designer", "UX design")),
        ("une rédactrice web", "Rédactrices web, à la journée", Shared("rédactrice web", "Rédactrices web")),
        ("a plumber", "plombière, le week-end", Shared("plumber", "plombière")),
        ("un logo", "graphic designer", Shared("logo", "graphic designer")),
        ("German lessons", "cours d’allemand", Shared("German", "allemand")),
        ("a zither", "plays the zither", Shared("zither", "zither")),
        ("help with Kubuntu", "aide avec Kubuntu", Shared("Kubuntu", "Kubuntu")),
    ],
)
def test_ana_needs_what_teo_offers(need: str, offer: str, reason: Shared) -> None:
    (found,) = matches([a_need(need)], [an_offer(offer)])
    assert reason in found.reasons
    assert found.fit >= ENOUGH


@pytest.mark.parametrize(
    ("need", "offer"),
    [
        ("help with the books", "help with the garden"),
        ("de l'aide", "aide pour tout"),
        ("", ""),
        ("a lamp", "chairs"),
        ("a web designer", "web developer"),
        ("a French teacher", "French food for twelve"),
        ("an editor for my novel", "video editor"),
        ("someone to speak at my event", "event space for sixty"),
        ("German lessons", "piano lessons"),
        ("a flat in Lyon", "a flat in Paris"),
        ("translators EN>FR", "translation from French into English"),
        ("a babysitter on Tuesday", "babysitting on Fridays"),
        ("learn WordPress", "WordPress hosting"),
    ],
)
def test_what_only_sounds_alike_brings_nobody_together(need: str, offer: str) -> None:
    assert matches([a_need(need)], [an_offer(offer)]) == []


@pytest.mark.parametrize("word", sorted(FALSE_FRIENDS))
def test_false_friends_never_join_the_two_languages(word: str) -> None:
    for need, offer in (
        (f"looking for somebody with a {word}", f"je propose aussi des {word} avec mes amis"),
        (f"je cherche quelqu’un avec un {word}", f"I have this {word} and would like to give it"),
    ):
        reasons = compare(meaning(need), meaning(offer))[1]
        assert (
            word
            not in {shared.needed.lower() for shared in reasons}
            | {shared.offered.lower() for shared in reasons}
            or fit(need, offer) < ENOUGH
        )


@pytest.mark.parametrize(
    ("need", "offer"),
    [("location", "je propose une location"), ("lecture", "I give a lecture about it")],
)
def test_a_false_friend_alone_joins_nobody_while_its_language_is_open(need: str, offer: str) -> None:
    assert meaning(need).language == ""
    assert matches([a_need(need)], [an_offer(offer)]) == []


def test_a_narrower_offer_is_found_where_the_rest_fits() -> None:
    (found,) = matches([a_need("a lawyer who speaks French")], [an_offer("contracts, in French")])
    assert {shared.offered for shared in found.reasons} == {"contracts", "French"}


@pytest.mark.parametrize("name", PARTS)
def test_four_of_five_suggestions_are_right_and_no_language_is_crossed_wrongly(name: str) -> None:
    of = half(name)
    found = score(of, suggested(of, fit, ENOUGH))
    assert found.precision >= 0.8
    assert (found.misread, found.astray) == (0, 0)
    assert found.recall >= (0.4 if name == HELD_OUT else 0.6)
    assert found.across >= 25


def test_the_set_is_large_and_of_both_languages() -> None:
    parts = [half(name) for name in PARTS]
    assert sum(len(part.needs) for part in parts) >= 600
    assert sum(len(part.offers) for part in parts) >= 600
    languages = [language for part in parts for language in part.language.values()]
    assert 0.4 <= languages.count("fr") / len(languages) <= 0.6


def test_nobody_is_matched_with_themselves_not_even_me() -> None:
    assert matches([a_need("a desk", TOM.id)], [an_offer("a desk", TOM.id)]) == []
    assert matches([a_need("a desk", None)], [an_offer("a desk", None)]) == []
    assert matches([a_need("a desk", None)], [an_offer("a desk")])


def test_a_need_that_was_met_is_left_in_peace() -> None:
    assert matches([a_need("a desk", met=day(2))], [an_offer("a desk")]) == []


def test_what_was_answered_is_not_shown_again() -> None:
    need, offer = a_need("a desk"), an_offer("a desk")
    assert matches([need], [offer], {(need.id, offer.id)}) == []


def test_the_better_fit_stands_first_then_the_newer_need() -> None:
    needs = [
        a_need("a UX designer for a booking engine", number=1, on=1),
        a_need("a UX designer", number=2, on=5),
        a_need("a UX designer", number=3, on=7),
    ]
    found = matches(needs, [an_offer("UX designer")])
    assert [match.need_id.int for match in found] == [3, 2, 1]


def test_a_crowd_of_matches_stays_readable() -> None:
    needs = [a_need("a desk", number=n) for n in range(100)]
    assert len(matches(needs, [an_offer("a desk")])) == MOST
    offers = [an_offer("a desk", number=100 + n) for n in range(10)]
    assert len(matches([a_need("a desk")], offers)) == FOR_EACH


def test_offers_are_found_by_index_as_if_all_were_compared() -> None:
    of = half(HELD_OUT)
    ids = {key: UUID(int=number) for number, key in enumerate((*of.needs, *of.offers), 1)}
    needs = [Need(ids[key], what, day(1), TOM.id) for key, what in of.needs.items()]
    offers = [Offer(ids[key], what, day(1), TEO.id) for key, what in of.offers.items()]
    found = {(match.need_id, match.offer_id) for match in matches(needs, offers, most=len(needs) * FOR_EACH)}
    compared = suggested(of, fit, ENOUGH)
    assert found == {(ids[need], ids[offer]) for need, three in compared.items() for offer in three}


def test_a_book_of_ten_thousand_weighs_the_newest() -> None:
    old = a_need("a desk", number=1, on=1)
    newer = [Need(UUID(int=1000 + n), "a lamp", day(2), ANA.id) for n in range(AT_ONCE)]
    assert matches([old], [an_offer("a desk")])
    assert matches([old, *newer], [an_offer("a desk")]) == []
