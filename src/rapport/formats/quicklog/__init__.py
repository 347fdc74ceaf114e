"""The quick log: one line of English or French in, typed statements out."""

from datetime import date

from rapport.domain.quicklog.quicklog import Directory, Reading
from rapport.formats.quicklog.parsed import ParsedLine
from rapport.formats.quicklog.reader import reading_of
from rapport.formats.quicklog.tokens import Kind, tokenise

_NOBODY = Directory()


def read(text: str, on: date, *, language: str = "en", directory: Directory = _NOBODY) -> Reading:
    """What the line says, seen from the day `on`; `language` decides only where both languages fit alike."""
    tokens = tokenise(text)
    tags = tuple(dict.fromkeys(token.text[1:] for token in tokens if token.kind is Kind.TAG))
    words = [token for token in tokens if token.kind is not Kind.TAG]
    hint = "fr" if language.lower().startswith("fr") else "en"
    reading, unexplained = reading_of(ParsedLine(text, on, hint, words, directory), tags)
    if not unexplained:
        return reading
    other, less = reading_of(ParsedLine(text, on, "en" if hint == "fr" else "fr", words, directory), tags)
    return other if less < unexplained else reading
