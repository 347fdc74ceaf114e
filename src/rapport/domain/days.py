"""Days that something can have happened on."""

from datetime import date

FIRST = date(1900, 1, 1)  # before anybody that somebody alive has met
LAST = date(2199, 12, 31)  # far enough for every plan, and with room to count on from


def is_plausible(day: date) -> bool:
    """A day that sums of days cannot push off the calendar."""
    return FIRST <= day <= LAST
