"""The minute after an evening."""

from datetime import date, datetime, time

import pytest

from rapport.domain.gatherings.debrief import (
    BadPiece,
    Entry,
    entries_in,
    entry_told,
    is_time,
    next_steps,
    write_by,
)
from tests.cast import day

FRIDAY = day(1)


def at(hour: int, minute: int = 0, *, on: int = 1) -> datetime:
    """On the clock of Portland."""
    return datetime.combine(day(on), time(hour, minute))


def is_sunday(on: date) -> bool:
    return on.weekday() == 6


def test_several_at_once_are_a_line_each_and_a_star_is_to_remember() -> None:
    told = list(entries_in("Nora Lindqvist *\n- Tom\n\n  Ana   Silva , Mary+ ; Teo"))
    assert [(one.name, one.memorable) for one in told] == [
        ("Nora Lindqvist", True),
        ("Tom", False),
        ("Ana Silva", False),
        ("Mary", True),
        ("Teo", False),
    ]


@pytest.mark.parametrize(
    ("met", "today", "due"),
    [
        (day(1), day(1), day(2)),  # Friday: Sunday is a rest day, so Saturday
        (day(4), day(4), day(6)),  # Monday: Wednesday
        (day(4), day(8), day(8)),  # told late: today
        (day(4), day(10), day(11)),  # told on a Sunday: Monday
    ],
)
def test_two_days_are_the_time_to_write(met: date, today: date, due: date) -> None:
    assert write_by(met, today, is_sunday) == due


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("Nora Lindqvist", Entry("Nora Lindqvist")),
        ("Nora *", Entry("Nora", memorable=True)),
        ("Ana; looks for a designer; needs: a desk", Entry("Ana", need="a designer, a desk")),
        ("Léa ★; a besoin d’un avocat; j’ai promis le modèle", Entry("Léa", True, "un avocat", "le modèle")),
        ("Tom;; then call on 2019-03-20", Entry("Tom", step="call", step_on=date(2019, 3, 20))),
        ("Tom; puis 2019-03-20", Entry("Tom", step_on=date(2019, 3, 20))),
        ("Tom; promised the nextdoor list", Entry("Tom", promise="the nextdoor list")),
    ],
)
def test_a_line_says_whom_and_what_they_need_what_was_promised_what_is_next(line: str, entry: Entry) -> None:
    assert entry_told(line) == entry


@pytest.mark.parametrize("line", ["Tom; hates cats", "Tom; needs", "Tom; nextdoor", "Tom; then 2019-02-31"])
def test_a_piece_that_says_nothing_known_is_refused(line: str) -> None:
    with pytest.raises(BadPiece):
        entry_told(line)


def test_those_to_remember_are_written_to_and_what_was_said_is_done_on_its_day() -> None:
    entries = [
        Entry("Nora", memorable=True),
        Entry("Tom"),
        Entry("Ana", step="send the list", step_on=day(9)),
        Entry("Teo", memorable=True, step="coffee"),
    ]
    told = next_steps(entries, day(4), day(4), is_sunday, remind=True)
    assert [(step.person, step.what, step.due_on) for step in told] == [
        (0, "", day(6)),
        (2, "send the list", day(9)),
        (3, "coffee", day(6)),
    ]
    quiet = next_steps(entries, day(4), day(4), is_sunday, remind=False)
    assert [step.person for step in quiet] == [2, 3]


def test_a_step_is_never_due_before_today() -> None:
    (step,) = next_steps([Entry("Ana", step="call", step_on=day(2))], day(1), day(5), is_sunday, remind=False)
    assert step.due_on == day(5)


@pytest.mark.parametrize(
    ("starts", "ends", "now", "due"),
    [
        (18, None, at(19, 59), False),
        (18, None, at(20), True),
        (18, 23, at(22), False),
        (18, 23, at(23), True),
        (None, None, at(23), False),
        (None, None, at(7, on=2), True),
    ],
)
def test_it_is_asked_when_it_is_over_or_the_next_morning(
    starts: int | None, ends: int | None, now: datetime, due: bool
) -> None:
    begin = at(starts) if starts else None
    end = at(ends) if ends else None
    assert is_time(begin, end, FRIDAY, now) is due
