"""Somebody added to a line that named nobody."""

import re
from datetime import date
from typing import Final
from uuid import UUID

from rapport.domain.quicklog.company import alone
from rapport.domain.quicklog.naming import names_in
from rapport.domain.quicklog.quicklog import Noted, Reading, Span
from rapport.services.quicklog.prepare import prepare

WITH: Final = {"en": "with", "fr": "avec"}
BETWEEN: Final = frozenset({"and", "et", "&", "de", "da", "van", "von", "der"})


def in_company(owner_id: UUID, text: str, name: str, on: date, language: str) -> str:
    """The line with `name` in the first meeting that has nobody, in the language it is written in."""
    reading = prepare(owner_id, text, on, language).reading
    doubt = alone(reading)
    if doubt is None:
        return text
    before = len(names_in(reading))
    spellings = dict.fromkeys((name, _capitals(name), f"@{_capitals(name)}"))  # small letters: no name yet
    for typed in spellings:
        lines = _lines(text, doubt.span, name, typed, language)
        read_as = {line: prepare(owner_id, line, on, language).reading for line in lines}
        named = [line for line in lines if len(names_in(read_as[line])) > before]
        if named:
            return min(named, key=lambda line: _notes(read_as[line]))  # in its own language less stays over
    return text


def _lines(text: str, where: Span, name: str, typed: str, language: str) -> list[str]:
    if there := re.compile(re.escape(name), re.IGNORECASE).search(text, where.start, where.end):
        return [text[: there.start()] + typed + text[there.end() :]]  # "lunch with john smith"
    tongues = sorted(WITH, key=lambda tongue: tongue != language)
    return [f"{text[: where.end]} {WITH[tongue]} {typed}{text[where.end :]}" for tongue in tongues]


def _notes(reading: Reading) -> int:
    """Characters that the line leaves as notes."""
    return sum(len(said.text) for said in reading.statements if isinstance(said, Noted))


def _capitals(name: str) -> str:
    """ "john smith" as a name is written; small words between names stay ("Mary and Tom")."""
    return " ".join(word if word in BETWEEN else word[:1].upper() + word[1:] for word in name.split())
