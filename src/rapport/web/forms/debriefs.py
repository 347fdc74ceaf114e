"""The debrief as the browser sends it: a row for each person, the evening itself, and questions answered."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.utils.translation import gettext as _

from rapport.domain.gatherings.debrief import Entry, entries_in
from rapport.domain.text import fold, spared
from rapport.services.gatherings.debriefs import DebriefPage, Draft, Who

EMPTY: Final = 3  # rows to write on, where there is no script to add more
NUMBERED: Final = re.compile(r"(?:name|mem)-(\d{1,4})")
SOMEBODY_NEW: Final = "new"
YES, NO, NOT_THERE = "yes", "no", ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the page."""

    name: str = ""
    memorable: str = NO  # or YES; NOT_THERE for somebody who was expected and did not come
    need: str = ""
    promise: str = ""
    step: str = ""
    step_on: str = ""  # as the browser's calendar says it
    expected: UUID | None = None  # somebody known, offered by the page
    who: str = ""  # the answer to "which one?": an id, or "new"
    choices: tuple[dict[str, str], ...] = ()  # the question
    problem: str = ""

    @property
    def is_open(self) -> bool:
        """Something is written beside the name."""
        return bool(self.need or self.promise or self.step or self.step_on)

    @property
    def is_said(self) -> bool:
        """Somebody was there."""
        return self.memorable != NOT_THERE if self.expected else bool(self.name.strip())


@dataclass(slots=True)
class Sheet:
    """The whole page as it stands."""

    rows: list[Row]
    minutes: str = ""
    others: str = ""
    note: str = ""
    remind: bool = True
    lines: str = ""  # several at once
    problems: list[str] = field(default_factory=list)
    asks: bool = False  # some name may mean several people


def fresh(page: DebriefPage) -> Sheet:
    """Those who may have been there, and room for the others."""
    expected = [Row(one.name, NOT_THERE, expected=one.id) for one in page.expected]
    return Sheet([*expected, *[Row()] * EMPTY], minutes=str(page.minutes))


def posted(data: Mapping[str, Any]) -> Sheet:
    """What came back; nothing is checked yet, and nothing is lost."""
    numbers = sorted({int(found[1]) for key in data if (found := NUMBERED.fullmatch(key))})
    text = {key: spared(str(value)) for key, value in data.items()}
    rows = [
        Row(
            name=text.get(f"name-{n}", ""),
            memorable=text.get(f"mem-{n}", NO if f"expected-{n}" not in text else NOT_THERE),
            need=text.get(f"need-{n}", ""),
            promise=text.get(f"promise-{n}", ""),
            step=text.get(f"step-{n}", ""),
            step_on=text.get(f"on-{n}", ""),
            expected=_id(text.get(f"expected-{n}", "")),
            who=text.get(f"who-{n}", ""),
        )
        for n in numbers
    ]
    return Sheet(
        rows,
        minutes=text.get("minutes", ""),
        others=text.get("others", ""),
        note=text.get("note", ""),
        remind="remind" in text,
        lines=text.get("lines", ""),
    )


def with_lines(sheet: Sheet) -> None:
    """Several at once become a row each, in the first empty rows and behind them."""
    empty = [at for at, row in enumerate(sheet.rows) if not row.expected and not row.is_said]
    for entry in entries_in(sheet.lines):
        row = Row(entry.name, YES if entry.memorable else NO)
        if empty:
            sheet.rows[empty.pop(0)] = row
        else:
            sheet.rows.append(row)
    sheet.lines = ""


def with_room(sheet: Sheet) -> None:
    """Some more rows to write on."""
    sheet.rows.extend([Row()] * EMPTY)


def draft(
    sheet: Sheet, who: Callable[[str], Who], label: Callable[[list[UUID]], Mapping[UUID, str]]
) -> Draft | None:
    """The evening, when everything is clear; None, and the questions stand in the sheet, when it is not.

    `label`: what tells people of one name apart.
    """
    if sheet.lines.strip():
        with_lines(sheet)
    entries: list[Entry] = []
    for at, row in enumerate(sheet.rows):
        row = _judged(row, who, label)
        sheet.rows[at] = row
        if row.choices and not row.who:
            sheet.asks = True
        if row.is_said:
            entries.append(_entry(row))
    minutes = _number(sheet, sheet.minutes, _("Minutes"), 1440)
    others = _number(sheet, sheet.others, _("Others"), 100_000)
    _refuse_twins(sheet)
    if sheet.asks or sheet.problems or any(row.problem for row in sheet.rows):
        return None
    return Draft(tuple(entries), minutes or None, others or 0, sheet.note, sheet.remind)


def _judged(row: Row, who: Callable[[str], Who], label: Callable[[list[UUID]], Mapping[UUID, str]]) -> Row:
    """With the question that its name asks, and what is wrong with it."""
    if row.expected or not row.is_said:
        said = not row.is_said and not row.expected and row.is_open
        return replace(row, problem=_("Whose is this? Write a name, or empty the line.") if said else "")
    if len(row.name) > 200:
        return replace(row, problem=_("This name has over 200 characters."))
    if row.step_on and _day(row.step_on) is None:
        return replace(row, problem=_("This is no day."))
    found = who(row.name)
    if found.is_sure:
        return replace(row, who=str(found.people[0].id), choices=())
    if not found.people:
        return replace(row, who=SOMEBODY_NEW, choices=())
    details = label([one.id for one in found.people])
    choices = tuple(
        {"value": str(one.id), "name": one.name, "detail": details.get(one.id, "")} for one in found.people
    )
    answered = row.who if row.who in {SOMEBODY_NEW, *(one["value"] for one in choices)} else ""
    return replace(row, choices=choices, who=answered)


def _entry(row: Row) -> Entry:
    return Entry(
        name=row.name,
        memorable=row.memorable == YES,
        need=row.need,
        promise=row.promise,
        step=row.step,
        step_on=_day(row.step_on),
        person_id=row.expected or _id(row.who),
    )


def _refuse_twins(sheet: Sheet) -> None:
    """Nobody stands there twice: known people by who they are, new ones by name."""
    seen: set[str] = set()
    for at, row in enumerate(sheet.rows):
        if not row.is_said or (row.choices and not row.who):
            continue
        known = row.expected or _id(row.who)
        key = str(known) if known else fold(" ".join(row.name.split()))
        if key in seen:
            sheet.rows[at] = replace(row, problem=_("%(name)s stands here twice.") % {"name": row.name})
        seen.add(key)


def _number(sheet: Sheet, text: str, label: str, most: int) -> int | None:
    said = text.strip()
    if not said:
        return None
    if not (said.isascii() and said.isdigit()) or int(said[:9]) > most:
        sheet.problems.append(_("%(label)s: a number up to %(most)s.") % {"label": label, "most": most})
        return None
    return int(said)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
