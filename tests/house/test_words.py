"""English and French are complete, always."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parents[2] / "src" / "rapport" / "locale"


@pytest.fixture(scope="module")
def french() -> Catalog:
    with (LOCALE / "fr" / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale="fr")


def forms(message: Message) -> tuple[str, ...]:
    return (
        tuple(map(str, message.string)) if isinstance(message.string, tuple) else (str(message.string or ""),)
    )


def sources(message: Message) -> tuple[str, ...]:
    return tuple(map(str, message.id)) if isinstance(message.id, tuple) else (str(message.id),)


def test_every_sentence_has_its_french(french: Catalog) -> None:
    missing = [m.id for m in french if m.id and (m.fuzzy or not all(forms(m)))]
    assert not missing


def test_every_plural_has_both_its_french_forms(french: Catalog) -> None:
    short = [m.id for m in french if isinstance(m.id, tuple) and len(forms(m)) != 2]
    assert not short


PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]")


def test_placeholders_are_named_and_kept(french: Catalog) -> None:
    wrong = []
    for message in french:
        wanted = {name for text in sources(message) for name in PLACEHOLDER.findall(text)}
        said = [set(PLACEHOLDER.findall(text)) for text in forms(message)]
        if "" in wanted or any(not names <= wanted for names in said):
            wrong.append(message.id)
    assert not wrong


def test_french_is_typeset_as_french(french: Catalog) -> None:
    """A narrow no-break space before high punctuation, typographic apostrophes, guillemets."""
    plain_space = re.compile(r"[ ][;:?!»]|«[ ]")
    wrong = [
        text
        for message in french
        if message.id
        for text in forms(message)
        if plain_space.search(text) or re.search(r"\w'\w", text)
    ]
    assert not wrong
