"""A next step with a date, and the working days that dates are counted in."""

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from rapport.domain.values import dataclass


class Evidence(StrEnum):
    """What showed that a next step was done, without the user saying so."""

    INTERACTION = "interaction"  # something logged later
    MESSAGE = "message"  # a mail in an import
    MEETING = "meeting"  # a calendar in an import
    PITCH = "pitch"  # a later stage
    HELP = "help"  # the promise was kept


IsRest = Callable[[date], bool]  # is this a day on which nothing is asked?


@dataclass(frozen=True, slots=True)
class FollowUp:
    id: UUID
    due_on: date
    made_on: date
    person_id: UUID | None = None
    what: str = ""
    done_on: date | None = None
    dropped_on: date | None = None
    kept_open: bool = False  # the user said that it is not done

    @property
    def is_open(self) -> bool:
        return self.done_on is None and self.dropped_on is None

    def is_due(self, today: date) -> bool:
        return self.is_open and self.due_on <= today


def working_days_after(day: date, count: int, is_rest: IsRest) -> date:
    """The `count`-th day after `day` that is no rest day; if all rest, days are counted as they come."""
    found, later = 0, day
    for _ in range(366):
        later += timedelta(days=1)
        found += not is_rest(later)
        if found == count:
            return later
    return day + timedelta(days=count)
