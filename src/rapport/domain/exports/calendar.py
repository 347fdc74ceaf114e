"""What Rapport puts into other calendars."""

from datetime import date, datetime, timedelta
from uuid import UUID

from rapport.domain.values import dataclass

GATHERING_MINUTES = 120  # how long a gathering is shown: the debrief comes two hours after it begins


@dataclass(frozen=True, slots=True)
class OutgoingEvent:
    """One entry. A datetime has its zone; a date is the whole day."""

    id: UUID
    title: str
    starts: datetime | date
    minutes: int | None = None  # how long, where it has an hour and that is known
    place: str = ""
    note: str = ""
    url: str = ""
    is_tentative: bool = False
    is_cancelled: bool = False
    takes_time: bool = True  # False: a reminder, the day stays free

    @property
    def ends(self) -> datetime | date | None:
        """The first moment after it, or None where that is not known."""
        if not isinstance(self.starts, datetime):
            return self.starts + timedelta(days=1)
        return self.starts + timedelta(minutes=self.minutes) if self.minutes else None
