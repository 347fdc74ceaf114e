"""When a series comes next: by the dates it had, and by how often one means to go."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

MONTHLY: Final = 28  # days: the same weekday, about once a month
LONGEST: Final = 366  # days


def nth_weekday(day: date) -> int:
    """1 for the first Friday of its month, and so on."""
    return (day.day - 1) // 7 + 1


def proposed_days(dates: Iterable[date]) -> int:
    """How often to go to a series that gives: monthly, or as seldom as it comes."""
    gaps = [(b - a).days for a, b in pairwise(sorted(set(dates)))]
    if not gaps:
        return MONTHLY
    usual = sorted(gaps)[len(gaps) // 2]
    if usual <= 45:  # weekly to monthly ones: once a month is a pace that can be kept
        return MONTHLY
    return min(LONGEST, 7 * round(usual / 7))


def next_date(
    dates: Iterable[date], days: int, today: date, announced: Collection[date] = frozenset()
) -> date | None:
    """The next day to go: an announced one if there is one around that time; None without any date.

    A series that always fell on the same weekday of a month (the first Friday) stays there when the rhythm is
    about monthly; otherwise the days are counted from the last date.
    """
    known = sorted(set(dates))
    if not known:
        return None
    last = known[-1]
    if last > today:
        return last
    due = _counted(known, days)
    while due <= today:
        due = _counted([*known, due], days)
    soon = [day for day in announced if day > today and abs((day - due).days) <= days // 2]
    return min(soon, key=lambda day: (abs((day - due).days), day)) if soon else due


def _counted(known: list[date], days: int) -> date:
    last = known[-1]
    same = {(day.weekday(), nth_weekday(day)) for day in known}
    if MONTHLY <= days <= 31 and len(same) == 1 and nth_weekday(last) <= 4:
        return _in_next_month(last)
    return last + timedelta(days=days)


def _in_next_month(day: date) -> date:
    """The same weekday of the next month: first Friday to first Friday."""
    first = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    offset = (day.weekday() - first.weekday()) % 7
    return first + timedelta(days=offset + 7 * (nth_weekday(day) - 1))
