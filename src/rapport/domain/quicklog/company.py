"""A meeting with nobody is no exchange: it is kept as a note, and whoever wrote it is told."""

import re
from collections.abc import Container
from dataclasses import replace

from rapport.domain.quicklog.naming import names_in
from rapport.domain.quicklog.quicklog import Doubt, Encounter, Noted, Question, Reading, Span, Statement
from rapport.domain.text import fold

CLAUSE_ENDS = re.compile(r"[,;\n]|[.!?](?=\s|$)")


def as_notes(reading: Reading, left_out: Container[str] = ()) -> Reading:
    """The reading with each meeting that has nobody and no gathering as a note of its words.

    `left_out`: folded names that are not to be in it after all. What the reader asked of it
    (`Question.WHO`) becomes `Question.ALONE`, about the words of the note.
    """
    if not any(_is_alone(said, left_out) for said in reading.statements):
        return reading
    asked = [doubt for doubt in reading.doubts if doubt.question is Question.WHO]
    told: dict[Doubt, Doubt | None] = {}
    statements: list[Statement] = []
    for said in reading.statements:
        is_asked = isinstance(said, Encounter) and not said.people and said.gathering is None
        doubt = asked.pop(0) if is_asked and asked else None
        if isinstance(said, Encounter) and _is_alone(said, left_out):
            span = _clause(reading.text, doubt.span.start) if doubt else Span(0, len(reading.text))
            if doubt:
                told[doubt] = None if _names_somebody(reading, span) else Doubt(Question.ALONE, span)
            statements.append(Noted(said.on, reading.text[span.start : span.end].strip()))
        else:
            statements.append(said)
    kept = (told.get(doubt, doubt) for doubt in reading.doubts)
    doubts = tuple(doubt for doubt in kept if doubt is not None)
    return replace(reading, statements=_joined(reading, statements), doubts=doubts)


def alone(reading: Reading) -> Doubt | None:
    """The first meeting of the reading that is kept as a note, since nobody is named in it."""
    return next((doubt for doubt in reading.doubts if doubt.question is Question.ALONE), None)


def _is_alone(said: Statement, left_out: Container[str]) -> bool:
    return (
        isinstance(said, Encounter)
        and said.gathering is None
        and not said.others
        and all(fold(met.name.text) in left_out for met in said.people)
    )


def _clause(text: str, start: int) -> Span:
    """From there to the end of what is said in one breath."""
    end = CLAUSE_ENDS.search(text, start)
    return Span(start, end.start() if end else len(text))


def _names_somebody(reading: Reading, span: Span) -> bool:
    """ "walk and coffee with Mary": the coffee says who was there."""
    return any(span.start <= name.span.start < span.end for name in names_in(reading))


def _joined(reading: Reading, statements: list[Statement]) -> tuple[Statement, ...]:
    """A line that holds nothing but notes is one note, as it was written; no note repeats another."""
    if all(isinstance(said, Noted) for said in statements):
        return (Noted(statements[0].on, reading.text.strip()),)
    kept: list[Statement] = []
    for said in statements:
        before = kept[-1] if kept else None
        if isinstance(said, Noted) and isinstance(before, Noted) and said.text in before.text:
            continue
        kept.append(said)
    return tuple(kept)
