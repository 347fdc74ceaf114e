"""A kind of person in a few words, in two languages, and who fits it."""

import pytest

from rapport.domain.people.descriptions import LEAST, PLACE, Facet, fit, prefixes, rarity, read, stem, weights

VR = [(Facet.ROLE, "UX designer for VR"), (Facet.CITY, "Portland")]


def words(text: str) -> list[str]:
    return [term.word for term in read(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("studios", "studio"), ("editrice", "editeur"), ("editrices", "editeurs"), ("chanteuse", "chanteur"),
        ("ouvriere", "ouvrier"), ("musiciennes", "musicien"), ("directrice", "directeurs"),
        ("magazines", "magazine"), ("agencies", "agency"), ("journaux", "journal"), ("actives", "actif"),
    ],
)  # fmt: skip
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_short_words_and_numbers_stand_as_they_are() -> None:
    assert [stem(word) for word in ("vr", "ai", "bus", "2019", "press")] == [
        "vr",
        "ai",
        "bus",
        "2019",
        "press",
    ]


def test_what_tells_nothing_is_left_out() -> None:
    assert words("somebody at a VR studio in Portland") == ["vr", "studio", "portland"]
    assert words("quelqu’un d’un studio de réalité virtuelle à Lyon") == [
        "studio", "realite", "virtuelle", "lyon",
    ]  # fmt: skip
    assert words("une personne utile") == []


def test_where_is_known_by_the_word_before_it() -> None:
    assert [term.is_where for term in read("writer in Portland")] == [False, True]
    assert [term.is_where for term in read("autrice à Lyon")] == [False, True]


@pytest.mark.parametrize(
    ("wish", "entry"),
    [
        ("éditrice d’un magazine culinaire", "Editor, food magazine"),
        ("editor at a food magazine", "éditrice, revue de cuisine"),
        ("lawyer", "avocate"),
        ("comptable", "accountant"),
        ("journalists", "une journaliste"),
        ("développeur", "web developer"),
        ("traductrice", "translator"),
    ],
)
def test_the_same_is_meant_in_both_languages(wish: str, entry: str) -> None:
    assert fit(read(wish), [(Facet.ROLE, entry)], {}).share == 1


def test_different_trades_do_not_meet() -> None:
    assert fit(read("a plumber"), [(Facet.ROLE, "painter")], {}).share == 0
    assert fit(read("chef de projet"), [(Facet.ROLE, "restaurant owner")], {}).share == 0


def test_a_part_of_the_description_fits_in_part_and_too_little_not_at_all() -> None:
    part = fit(read("VR studio"), VR, {})
    assert part.share == 0.5
    assert [(hit.facet, hit.text) for hit in part.hits] == [(Facet.ROLE, "UX designer for VR")]
    five = read("VR sculpture opera harbour glass")
    assert LEAST > 1 / 5
    assert fit(five, VR, {}).share == 0


def test_a_city_alone_fits_only_where_nothing_else_was_described() -> None:
    lives = [(Facet.ROLE, "plumber"), (Facet.CITY, "Portland")]
    wish = read("VR studio in Portland")
    told = weights(wish, [VR, lives], 10)
    assert told["portland"] == PLACE
    assert fit(wish, lives, told).share == 0
    assert fit(wish, VR, told).share > 0.5
    assert fit(read("someone in Portland"), lives, {"portland": PLACE}).share == 1


def test_a_place_that_nobody_lives_in_weighs_little() -> None:
    assert weights(read("VR studio in Timbuktu"), [VR], 10)["timbuktu"] == PLACE


def test_a_word_that_many_have_tells_less() -> None:
    assert rarity(0, 1000) == rarity(1, 1000) == 1
    assert rarity(10, 1000) > rarity(500, 1000) > 0


def test_what_somebody_is_says_more_than_what_they_need() -> None:
    shares = [
        fit(read("podcast"), [(facet, "a podcast")], {}).share
        for facet in (Facet.ROLE, Facet.TAGS, Facet.OFFER, Facet.NOTE, Facet.NEED)
    ]
    assert shares == sorted(shares, reverse=True)
    assert len(set(shares)) == 5


def test_of_a_note_the_sentence_that_says_it_is_told() -> None:
    note = "Met in the rain. She knows every museum in town! Likes tea."
    (hit,) = fit(read("museum"), [(Facet.NOTE, note)], {}).hits
    assert hit.text == "She knows every museum in town!"


def test_a_search_begins_as_all_forms_do() -> None:
    (editor,) = read("éditrice")
    assert any("editrice".startswith(each) for each in prefixes(editor))
    assert any("editor".startswith(each) for each in prefixes(editor))
    assert all(len(each) >= 2 for each in prefixes(editor))
