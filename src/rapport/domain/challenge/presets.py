"""Challenges to start from: a length, and goals that are one's own to do."""

from datetime import date, timedelta
from enum import StrEnum

from rapport.domain.challenge.challenge import ActionGoal
from rapport.domain.ways import Way


class Preset(StrEnum):
    MONTH = "month"  # 30 days in a row, as in the story
    GENTLE = "gentle"  # six weeks, half the load
    WORKING = "working"  # 21 working days
    CUSTOM = "custom"


LENGTHS = {Preset.MONTH: 30, Preset.GENTLE: 42}  # days
WORKING_DAYS = 21


def length(
    preset: Preset, starts_on: date, rest_weekdays: frozenset[int], rest_dates: frozenset[date]
) -> int:
    """Calendar days from the first to the last; at most a year, whatever rests."""
    if preset is not Preset.WORKING:
        return LENGTHS.get(preset, 30)
    left, day = WORKING_DAYS, starts_on
    for days in range(1, 366):
        if day.weekday() not in rest_weekdays and day not in rest_dates:
            left -= 1
        if left == 0:
            return days
        day += timedelta(days=1)
    return 366


WEEKLY = ((Way.ASK, 1), (Way.GATHERING, 1), (Way.PITCH, 2), (Way.GIVE, 1), (Way.RECONNECT, 1))


def suggested_goals(preset: Preset, days: int) -> tuple[ActionGoal, ...]:
    """Things to do, never people to win: a few a week, half of that when gentle (COACH.md §2: few asks)."""
    weeks = days / 7 * (0.5 if preset is Preset.GENTLE else 1)
    return tuple(ActionGoal(way, max(1, round(count * weeks))) for way, count in WEEKLY)
