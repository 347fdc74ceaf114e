"""What a need or an offer says: its language, its concepts, what narrows it down."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapport.domain.concepts.concepts import SIDES, lexicon
from rapport.domain.concepts.small_words import ENGLISH, FALSE_FRIENDS, FRENCH
from rapport.domain.giving.matches import compare
from rapport.domain.giving.meaning import meaning


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("a copywriter for our site", "en"),
        ("une rédactrice pour notre site", "fr"),
        ("plombière", "fr"),
        ("plumber", "en"),
        ("WordPress", ""),
        ("translators EN>FR", "en"),
        ("", ""),
    ],
)
def test_the_language_is_told_by_small_words_and_by_the_lexicon(text: str, language: str) -> None:
    assert meaning(text).language == language


def test_the_longer_form_is_read_before_the_shorter() -> None:
    assert [concept for concept, _ in meaning("a video editor").concepts] == ["video_editing"]
    assert [concept for concept, _ in meaning("an editor for my novel").concepts] == ["editing_text"]


def test_what_it_is_for_stands_behind_what_it_is() -> None:
    found = meaning("a logo for my bakery")
    assert [concept for concept, _ in found.concepts] == ["logo"]
    assert [concept for concept, _ in found.purposes] == ["bread"]


def test_languages_cities_and_days_narrow_it_down() -> None:
    found = meaning("traductrice FR>EN à Lyon, le mardi")
    assert [tongue for tongue, _ in found.tongues] == ["@fr", "@en"]
    assert (found.cities, found.days) == (("lyon",), frozenset({1}))
    assert meaning("a nice chair").cities == ()


def test_a_word_of_two_senses_is_no_concept_where_the_language_is_open() -> None:
    assert meaning("chat").concepts == ()
    assert [concept for concept, _ in meaning("garder mon chat").concepts] == ["cat_sitting"]


def test_every_form_can_be_found_by_its_own_words() -> None:
    forms = lexicon()
    for side in SIDES:
        for found in forms.by_word[side].values():
            for form in found:
                assert form.words[0]
                assert not form.words[0].endswith("*")
        for start in forms.by_start[side]:
            assert len(start) >= 3
    assert set(forms.wider.values()) <= _concepts()


def test_false_friends_are_folded_words() -> None:
    for words in (ENGLISH, FRENCH, FALSE_FRIENDS):
        assert all(word == word.lower() and word.isascii() for word in words)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # the table is read when first asked
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_can_be_compared(need: str, offer: str) -> None:
    fit, _ = compare(meaning(need), meaning(offer))
    assert 0.0 <= fit <= 1.0


def _concepts() -> set[str]:
    forms = lexicon()
    indexes = [*forms.by_word.values(), *forms.by_start.values()]
    return {form.concept for index in indexes for found in index.values() for form in found}
