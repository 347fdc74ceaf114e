"""What the user changes in a reading before it is saved: field by field, nothing guessed.

A change is named by the statement's place in the reading and the field: `0-on`, `0-minutes`, `2-what`; a
person of an encounter by one more place: `0-1-memorable`. `0-drop` leaves a statement out,
`tags` replaces the tags. What is not named stays as it was read.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any, Final

from rapport.domain.asks.asks import Answer
from rapport.domain.interactions.interactions import Channel, Direction
from rapport.domain.pitches.pitches import Stage
from rapport.domain.quicklog.quicklog import (
    CORRECTIONS,
    CheckedIn,
    Doubt,
    Encounter,
    FollowUp,
    GatheringName,
    Met,
    Name,
    Planned,
    Question,
    Reading,
    Span,
    Statement,
    TakeBack,
)
from rapport.domain.quicklog.typed import Refused, Wrong, date_of, due, number, one_of, text_of, yes_no
from rapport.domain.values import dataclass

Changes = Mapping[str, str]

DROP: Final = "drop"
TAGS: Final = "tags"
BATCH: Final = "batch"  # the step that "undo" was shown to take back
NAMELESS: Final = (Question.WHO, Question.ALONE, Question.NOBODY_MEANT)
LATER: Final = "later"  # what lies ahead is a plan, not an encounter
LONGEST_NAME: Final = 200  # characters
LONGEST_TEXT: Final = 400
NOWHERE: Final = Span(0, 0)  # typed beside the line, not in it


class BadChange(ValueError):
    """Some changes cannot be taken; none was."""

    def __init__(self, wrong: dict[str, Wrong]) -> None:
        super().__init__(", ".join(f"{name}: {why}" for name, why in wrong.items()))
        self.wrong = wrong  # by the change's name; "" for the whole


@dataclass(frozen=True, slots=True)
class _Form:
    """The changes to one statement, and what was wrong with them."""

    changes: Changes
    prefix: str
    wrong: dict[str, Wrong]

    def take(self, name: str, read: Callable[[str], Any], before: Any) -> Any:
        """The field's new value; the old one when it is not changed or cannot be read."""
        key = f"{self.prefix}-{name}"
        if key not in self.changes:
            return before
        try:
            return read(self.changes[key].strip())
        except Refused as refused:
            self.wrong[key] = refused.why
            return before

    def part(self, place: int) -> "_Form":
        return replace(self, prefix=f"{self.prefix}-{place}")


def amend(reading: Reading, changes: Changes, today: date) -> Reading:
    """The reading as the user wants it. Raises BadChange, naming every field at once."""
    wrong: dict[str, Wrong] = {}
    kept: list[Statement] = []
    for place, statement in enumerate(reading.statements):
        if f"{place}-{DROP}" not in changes:
            kept.append(_amended(statement, _Form(changes, str(place), wrong), today))
    if not kept:
        wrong[""] = Wrong.NOTHING_LEFT
    reading = replace(reading, statements=tuple(kept), tags=_tags(reading, changes, wrong))
    if LATER in changes:
        reading = _planned(reading, today)
    if wrong:
        raise BadChange(wrong)
    return reading


def answered(reading: Reading, answers: Mapping[int, str]) -> str:
    """The text with each doubtful stretch (by the doubt's place) replaced by what the user meant."""
    text = reading.text
    for place, doubt in sorted(enumerate(reading.doubts), key=lambda pair: -pair[1].span.start):
        if answer := answers.get(place, "").strip():
            text = text[: doubt.span.start] + answer + text[doubt.span.end :]
    return text


def open_doubts(reading: Reading) -> list[tuple[int, Doubt]]:
    """The questions that must be answered before saving; a meeting may stay without a name."""
    return [(n, doubt) for n, doubt in enumerate(reading.doubts) if doubt.question not in NAMELESS]


def _amended(statement: Statement, form: _Form, today: date) -> Statement:
    if isinstance(statement, Encounter):
        return _encounter(statement, form, today)
    if isinstance(statement, TakeBack):
        _check_last(statement, form)
    if isinstance(statement, CORRECTIONS):
        return statement  # put right by writing the line anew
    values: dict[str, Any] = {}
    for field in fields(statement):
        before = getattr(statement, field.name)
        if isinstance(before, GatheringName):
            values[field.name] = _gathering(before, form)
        elif read := READERS.get(field.name):
            values[field.name] = form.take(field.name, read, before)
    if isinstance(statement, FollowUp) and values.get("due") is None:
        form.wrong.setdefault(f"{form.prefix}-due", Wrong.NOT_A_DATE)
        return statement
    if not isinstance(statement, Planned | FollowUp):
        _check_past(values["on"], form, today)
    if values.get("what") == "" and not isinstance(statement, FollowUp):
        form.wrong.setdefault(f"{form.prefix}-what", Wrong.EMPTY)
    if isinstance(statement, Planned) and values["gathering"] is None:
        form.wrong.setdefault(f"{form.prefix}-gathering", Wrong.EMPTY)
    if isinstance(statement, CheckedIn) and values["energy"] is None and values["pressure"] is None:
        form.wrong.setdefault(f"{form.prefix}-energy", Wrong.EMPTY)
    amended: Statement = replace(statement, **values)
    return amended


def _encounter(said: Encounter, form: _Form, today: date) -> Encounter:
    on = form.take("on", date_of, said.on)
    if LATER not in form.changes:
        _check_past(on, form, today)
    return replace(
        said,
        on=on,
        channel=form.take("channel", one_of(Channel), said.channel),
        direction=form.take("direction", one_of(Direction), said.direction),
        minutes=form.take("minutes", number(1, 1440), said.minutes),
        others=form.take("others", number(0, 100_000), said.others) or 0,
        substance=form.take("substance", yes_no, said.substance),
        lost_touch=bool(form.take("lost_touch", yes_no, said.lost_touch)),
        gathering=_gathering(said.gathering, form),
        people=tuple(_met(met, form.part(n)) for n, met in enumerate(said.people)),
    )


def _met(met: Met, form: _Form) -> Met:
    introducer = form.take("introducer", text_of(LONGEST_NAME), met.introducer.text if met.introducer else "")
    name = met.introducer
    if introducer != (name.text if name else ""):
        name = Name(introducer, NOWHERE) if introducer else None
    return replace(met, memorable=form.take("memorable", yes_no, met.memorable), introducer=name)


def _gathering(before: GatheringName | None, form: _Form) -> GatheringName | None:
    text = form.take("gathering", text_of(LONGEST_NAME), before.text if before else "")
    if not text:
        return None
    gathering = replace(before, text=text) if before else GatheringName(text, NOWHERE)
    return replace(
        gathering,
        size=form.take("size", number(1, 1_000_000), gathering.size),
        stretch=bool(form.take("stretch", yes_no, gathering.stretch)),
    )


def _planned(reading: Reading, today: date) -> Reading:
    """Encounters that lie ahead become what they are: a gathering to go to, a follow-up to make."""
    statements: list[Statement] = []
    for said in reading.statements:
        if not isinstance(said, Encounter) or said.on <= today:
            statements.append(said)
            continue
        if said.gathering:
            statements.append(Planned(said.on, said.gathering))
        if said.people or not said.gathering:
            names = tuple(met.name for met in said.people)
            statements.append(FollowUp(today, names, said.on))
    doubts = tuple(doubt for doubt in reading.doubts if doubt.question is not Question.FUTURE_DATE)
    return replace(reading, statements=tuple(statements), doubts=doubts)


def _check_past(on: date, form: _Form, today: date) -> None:
    if on > today:
        form.wrong.setdefault(f"{form.prefix}-on", Wrong.IN_THE_FUTURE)


def _check_last(said: TakeBack, form: _Form) -> None:
    """What is taken back is what was shown."""
    if form.changes.get(f"{form.prefix}-{BATCH}", str(said.batch_id)) != str(said.batch_id):
        form.wrong[""] = Wrong.OVERTAKEN


def _tags(reading: Reading, changes: Changes, wrong: dict[str, Wrong]) -> tuple[str, ...]:
    if TAGS not in changes:
        return reading.tags
    try:
        text = text_of(LONGEST_TEXT)(changes[TAGS])
    except Refused as refused:
        wrong[TAGS] = refused.why
        return reading.tags
    return tuple(dict.fromkeys(tag for word in text.split() if (tag := word.strip("#,"))))


READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "on": date_of,
    "due": due,
    "what": text_of(LONGEST_TEXT),
    "target": text_of(LONGEST_TEXT),
    "value": text_of(LONGEST_NAME),
    "text": text_of(20_000, needed=True),
    "organisation": text_of(LONGEST_NAME, needed=True),
    "answer": one_of(Answer),
    "stage": one_of(Stage),
    "fright": number(1, 5),
    "hopeful": yes_no,
    "energy": number(1, 5),
    "pressure": number(1, 5),
}
