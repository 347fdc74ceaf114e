"""Corrections are made ready only for lines that may hold one."""

import pytest

from rapport.domain.quicklog.quicklog import Directory
from rapport.formats.quicklog.correcting_index import correcting_of
from rapport.formats.quicklog.index import index_of
from rapport.formats.quicklog.parsed import ParsedLine
from rapport.formats.quicklog.tokens import tokenise
from tests.formats.quicklog.shown import TODAY


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_word_that_begins_a_correction_is_known_beforehand(language: str) -> None:
    rules = correcting_of(language).rules
    assert set(rules.by_word) == index_of(language).lexicon.correcting
    assert not rules.open
    assert not rules.by_verb


@pytest.mark.parametrize(
    ("text", "is_ready"), [("lunch with Ana", False), ("forget the lunch with Ana", True)]
)
def test_a_plain_line_compiles_no_correction(text: str, is_ready: bool) -> None:
    line = ParsedLine(text, TODAY, "en", tokenise(text), Directory())
    assert (line.correcting is not None) is is_ready
