"""The only reader of the clock: everyone below is told what time it is."""

from datetime import date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from rapport.services.owners import OwnerView

from django.utils import timezone


def now(tz: tzinfo | str | None = None) -> datetime:
    """This instant, aware, in the given time zone (UTC where none is given)."""
    instant = timezone.now()  # noqa: TID251 - this file is the one that may
    if tz is None:
        return instant
    return instant.astimezone(ZoneInfo(tz) if isinstance(tz, str) else tz)


def today(tz: tzinfo | str | None = None, day_ends_at: time = time(0)) -> date:
    """The day a person is living: before `day_ends_at` it is still yesterday."""
    here = now(tz)
    late = here.timetz().replace(tzinfo=None) < day_ends_at
    return here.date() - timedelta(days=1) if late else here.date()


def owners_day(owner: "OwnerView") -> date:
    """The day this owner lives; a demo stands still on its own."""
    return owner.stands_on or today(owner.time_zone, time(owner.day_ends_hour))
