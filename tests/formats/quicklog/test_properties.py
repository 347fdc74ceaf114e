"""Whatever is typed: nothing raises, nothing is lost, spans lie in the text, and long lines stay quick."""

import random
from unicodedata import normalize

from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.domain.quicklog.quicklog import Encounter, Noted, Reading
from rapport.formats.quicklog import read
from rapport.formats.quicklog.parsed import ParsedLine
from rapport.formats.quicklog.tokens import tokenise
from tests.formats.quicklog.shown import TODAY
from tests.formats.quicklog.test_specification import CAST, NOBODY, rows

WORDS = sorted(
    {word for language in ("english", "french") for row in rows(language) for word in row[0].split()}
)
STRANGERS = ("zorblat", "Quimby", "plinth")  # words that no lexicon has

lines = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
languages = st.sampled_from(["en", "fr"])
directories = st.sampled_from([NOBODY, CAST])


def _check_spans(reading: Reading) -> None:
    for doubt in reading.doubts:
        assert 0 <= doubt.span.start < doubt.span.end <= len(reading.text)
    for statement in reading.statements:
        if isinstance(statement, Encounter):
            for met in statement.people:
                span = met.name.span
                assert reading.text[span.start : span.end] == met.name.text
            if statement.gathering:
                span = statement.gathering.span
                assert reading.text[span.start : span.end] == statement.gathering.text


@given(st.text(max_size=400), languages, directories)
def test_any_text_has_a_reading(text: str, language: str, directory: object) -> None:
    reading = read(text, TODAY, language=language, directory=CAST if directory is CAST else NOBODY)
    assert reading.statements
    assert reading.text == text
    _check_spans(reading)


@given(lines, languages)
def test_any_words_of_the_table_have_a_reading_with_spans_in_the_text(text: str, language: str) -> None:
    reading = read(text, TODAY, language=language, directory=CAST)
    assert reading.statements
    _check_spans(reading)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(WORDS), max_size=14), st.randoms(use_true_random=False), languages)
def test_no_word_is_lost(words: list[str], chance: random.Random, language: str) -> None:
    for stranger in STRANGERS:
        words.insert(chance.randint(0, len(words)), stranger)
    reading = read(" ".join(words), TODAY, language=language)
    kept = str(reading.statements) + str(reading.tags)
    assert [stranger for stranger in STRANGERS if stranger not in kept] == []


@given(st.text(max_size=200))
def test_tokens_cover_all_but_white_space(text: str) -> None:
    tokens = tokenise(text)
    places = [place for token in tokens for place in range(token.start, token.end)]
    missed = [char for place, char in enumerate(text) if place not in set(places)]
    assert len(places) == len(set(places))
    assert all(char.isspace() for char in missed)


@given(lines, languages)
def test_the_same_line_reads_the_same_twice(text: str, language: str) -> None:
    assert read(text, TODAY, language=language) == read(text, TODAY, language=language)


def test_a_line_of_names_without_end_takes_linear_work() -> None:
    def work(count: int) -> int:
        text = "Ana, " * count
        line = ParsedLine(text, TODAY, "en", tokenise(text), NOBODY)
        steps = 0
        original = line.name

        def counted(at: int) -> tuple[int, int] | None:
            nonlocal steps
            steps += 1
            return original(at)

        line.name = counted  # type: ignore[method-assign]  # counts calls, so that no clock is needed
        for at in range(line.size):
            line.opening(at)
            line.modifier(at)
        return steps

    assert work(2000) <= 11 * work(200)


def test_twenty_thousand_characters_of_prose_are_kept_whole() -> None:
    paragraph = "It rained on Tuesday and the dog was sad; nobody knows why.\n"
    text = (paragraph * 400)[:20_000]
    reading = read(text, TODAY)
    kept = "".join(statement.text for statement in reading.statements if isinstance(statement, Noted))
    assert "".join(kept.split())[:5000] == "".join(text.split())[:5000]


@given(lines)
def test_decomposed_accents_read_like_composed_ones(text: str) -> None:
    composed = read(normalize("NFC", text), TODAY, language="fr")
    decomposed = read(normalize("NFD", text), TODAY, language="fr")
    assert [type(one) for one in composed.statements] == [type(one) for one in decomposed.statements]
