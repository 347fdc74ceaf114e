"""What a line leaves open, as fields and hints of the page that shows how it was read."""

from collections.abc import Mapping
from typing import Any, Final

from rapport.domain.quicklog.amendments import NAMELESS, open_doubts
from rapport.domain.quicklog.quicklog import Encounter, Name, Question, Reading
from rapport.wording import questions

IN_WORDS: Final = (Question.NOT_FOUND, Question.NOT_IN_BIN, Question.NOTHING_NEW, Question.NOTHING_DONE)


def nameless(reading: Reading) -> dict[str, Any]:
    """What to say of a line that leaves open who was there."""
    open_ = {doubt.question: doubt for doubt in reversed(reading.doubts) if doubt.question in NAMELESS}
    told = {
        question: questions.question(question, reading.text[doubt.span.start : doubt.span.end])
        for question, doubt in open_.items()
    }
    return {
        "nobody": Question.WHO in told,
        "alone": told.get(Question.ALONE, ""),
        "nobody_meant": told.get(Question.NOBODY_MEANT, ""),
    }


def replies(reading: Reading, fields: Mapping[str, str]) -> dict[int, str]:
    """What stands in place of the doubtful words."""
    given = {place: fields.get(f"doubt-{place}", "") for place, _doubt in open_doubts(reading)}
    return {place: value for place, value in given.items() if value.strip()}


def asked(reading: Reading, place: int, question: Question) -> dict[str, Any]:
    span = reading.doubts[place].span
    words = reading.text[span.start : span.end]
    options = _named(reading) if question is Question.PRONOUN else ()
    kinds = {Question.PRONOUN: "select", Question.OUT_OF_RANGE: "number"} | dict.fromkeys(IN_WORDS, "text")
    kind = kinds.get(question, "date")
    return {
        "name": f"doubt-{place}",
        "question": questions.question(question, words),
        "kind": kind,
        "words": words,
        "options": options,
        "may_be_later": question is Question.FUTURE_DATE,
    }


def _named(reading: Reading) -> tuple[str, ...]:
    """The people a pronoun may mean: those met, and those named anywhere else."""
    names: list[Name] = []
    for statement in reading.statements:
        if isinstance(statement, Encounter):
            names += [met.name for met in statement.people]
            names += [met.introducer for met in statement.people if met.introducer]
    return tuple(dict.fromkeys(name.text for name in names))
