"""Letters in the product's words and in one's own."""

import pytest
from django.utils import translation

from rapport.domain.asks.letters import LANGUAGES, PLACES, LetterKind, Own, Place, Words, unknown_places
from rapport.wording import letters

PRODUCT = Own("en", {})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_is_whole_in_both_languages(kind: LetterKind, language: str) -> None:
    words = letters.product(kind, language)
    assert words.body
    assert not unknown_places(kind, words)
    read = letters.write(kind, letters.sample(language), Own(language, {}))
    assert not set("{}[]") & set(read.subject + read.body)
    bare = letters.write(kind, {}, Own(language, {}))
    assert not set("{}[]") & set(bare.subject + bare.body)
    assert "  " not in bare.body


@pytest.mark.parametrize("kind", LetterKind)
def test_the_french_letter_has_the_places_of_the_english(kind: LetterKind) -> None:
    def used(language: str) -> set[Place]:
        words = letters.product(kind, language)
        return {place for place in PLACES[kind] if f"{{{place}}}" in words.subject + words.body}

    assert used("fr") == used("en")


def test_ones_own_words_go_before_the_products() -> None:
    own = Own("en", {LetterKind.RECONNECT: Words("Hey {first}", "Long time. {me}")})
    read = letters.write(LetterKind.RECONNECT, {"first": "Tom", "me": "Ada"}, own, "tom@x.org")
    assert (read.subject, read.body, read.email) == ("Hey Tom", "Long time. Ada", "tom@x.org")
    assert letters.write(LetterKind.PITCH, {}, own).body.startswith("Hello,")


def test_an_ask_names_one_person_and_makes_no_easy() -> None:
    read = letters.write(
        LetterKind.ASK,
        {"first": "Karen", "target": "an editor", "organisation": "Saveur", "about": "I write.", "me": "Ada"},
        PRODUCT,
    )
    assert read.body.startswith(
        "Hello Karen,\n\nI would like to meet one person: an editor, at Saveur. Could you"
    )
    assert "“I write.”" in read.body
    assert "a short no is fine" in read.body


def test_it_is_written_in_the_language_asked_for() -> None:
    with translation.override("en"):
        assert (
            letters.write(LetterKind.RECONNECT, {}, Own("fr", {})).body
            != letters.write(LetterKind.RECONNECT, {}, PRODUCT).body
        )
    with translation.override("fr-ca"):
        assert letters.language() == "fr"
    with translation.override("de"):
        assert letters.language() == "en"


@pytest.mark.parametrize(
    ("name", "greeted"), [("Priya Shah", "Priya"), ("Dr. Priya Shah", "Dr. Priya Shah"), ("", "")]
)
def test_how_one_greets(name: str, greeted: str) -> None:
    assert letters.first(name) == greeted


def test_every_code_has_its_words() -> None:
    assert set(letters.KINDS) == set(LetterKind)
    assert set(letters.PLACES) == set(Place)
