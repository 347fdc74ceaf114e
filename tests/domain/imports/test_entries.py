"""What becomes of each thing that another program kept beside its people."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.imports.entries import due_on, placed
from rapport.domain.imports.imports import EntryKind, IncomingEntry, Source, Where
from rapport.domain.imports.plan import Fate, KnownRecord

TODAY = date(2026, 2, 20)
PRIYA, TOM = uuid4(), uuid4()
CALLED = {(Source.MONICA, "priya"): PRIYA, (Source.MONICA, "tom"): TOM, (Source.MONICA, "gone"): None}


def an_entry(kind: EntryKind = EntryKind.EXCHANGE, **facts: Any) -> IncomingEntry:
    return IncomingEntry(Where(9), Source.MONICA, kind, "a-1", ("priya",), TODAY)._replace(**facts)


@pytest.mark.parametrize(
    ("said", "due"),
    [
        (an_entry(on=date(2026, 3, 1)), date(2026, 3, 1)),
        (an_entry(on=date(2020, 1, 1)), date(2020, 1, 1)),
        (an_entry(on=None), TODAY),
        (an_entry(on=date(2020, 3, 5), months=12), date(2026, 3, 5)),
        (an_entry(on=date(2020, 2, 29), months=12), date(2026, 2, 28)),
        (an_entry(on=date(2026, 1, 31), months=1), date(2026, 2, 28)),
        (an_entry(on=date(2026, 2, 6), days=7), TODAY),
        (an_entry(on=date(1900, 1, 1), days=1), TODAY),
    ],
    ids=["ahead", "passed", "no day", "yearly", "leap day", "month's end", "weekly", "for a century"],
)
def test_a_next_step_is_for_its_day_or_its_next_round(said: IncomingEntry, due: date) -> None:
    assert due_on(said, TODAY) == due


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.integers(0, 1_200),
    st.integers(0, 36_500),
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
)
def test_what_comes_back_is_never_due_before_today(on: date, months: int, days: int, today: date) -> None:
    due = due_on(an_entry(on=on, months=months, days=days), today)
    if months or days:
        assert due >= min(today, max(on, today))
        assert due - today <= timedelta(days=31 * months + days + 1) or on > today


def test_the_same_entry_again_is_seen_and_another_text_is_a_change() -> None:
    first = placed(an_entry(text="Ducks"), CALLED, {})
    assert first is not None
    known = {(Source.MONICA, first.key): KnownRecord(first.digest, PRIYA)}
    again = placed(an_entry(text="Ducks", where=Where(4)), CALLED, known)
    other = placed(an_entry(text="Geese"), CALLED, known)
    assert again is not None
    assert other is not None
    assert (first.fate, again.fate, other.fate) == (Fate.NEW, Fate.SEEN, Fate.CHANGED)


def test_of_nobody_in_the_file_nothing_is_made_and_of_whom_was_deleted_nothing_comes_back() -> None:
    assert placed(an_entry(people=("stranger",)), CALLED, {}) is None
    gone = placed(an_entry(people=("gone",)), CALLED, {})
    both = placed(an_entry(people=("gone", "tom")), CALLED, {})
    assert gone is not None
    assert both is not None
    assert (gone.fate, both.fate, both.people) == (Fate.SEEN, Fate.NEW, (TOM,))


def test_who_introduced_somebody_that_was_deleted_is_not_told() -> None:
    met = placed(an_entry(EntryKind.HOW_MET, people=("gone", "tom")), CALLED, {})
    assert met is not None
    assert (met.fate, met.people) == (Fate.SEEN, ())
