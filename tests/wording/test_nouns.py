"""Names for what lies in the bin, for what was done, and for countries."""

from django.utils import translation

from rapport.services.journal.journal import Verb
from rapport.services.keeping.bin import Noun
from rapport.wording.countries import countries
from rapport.wording.nouns import noun, verb


def test_every_noun_and_every_verb_has_a_word() -> None:
    assert all(noun(code) for code in Noun)
    assert all(verb(code) for code in Verb)


def test_countries_stand_by_name_in_both_languages_each_code_once() -> None:
    with translation.override("en"):
        english = countries()
    with translation.override("fr-CA"):
        french = countries()
    assert ("DE", "Germany") in english
    assert ("DE", "Allemagne") in french
    assert {code for code, _ in english} == {code for code, _ in french}
    assert len(dict(english)) == len(english)
    assert french.index(("EG", "Égypte")) < french.index(("FR", "France"))
