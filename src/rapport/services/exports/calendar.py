"""What one wrote down, as a calendar for other programs: gatherings, next steps, promises with a date."""

from collections.abc import Iterator
from datetime import datetime, tzinfo
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q

from rapport.db.queries import followups, gatherings, giving
from rapport.db.queries.gatherings import GatheringRow
from rapport.db.queries.values import Named
from rapport.domain.exports.calendar import GATHERING_MINUTES, OutgoingEvent
from rapport.domain.gatherings.gatherings import Attendance
from rapport.formats import ics_writer
from rapport.services import owners
from rapport.services.gatherings.fits import hours

NAME = "Rapport"


def export(owner_id: UUID, *, at: datetime) -> str:
    """One iCalendar file. Gatherings that were skipped and steps that are done are not in it."""
    with transaction.atomic():  # one moment in time
        zone = ZoneInfo(owners.read(owner_id).time_zone)
        entries = [*_gatherings(owner_id, zone), *_next_steps(owner_id), *_promises(owner_id)]
    return "".join(ics_writer.write(entries, name=NAME, at=at))


def _gatherings(owner_id: UUID, zone: tzinfo) -> Iterator[OutgoingEvent]:
    """Planned and gone to, the earliest first."""
    for row in reversed(gatherings.choices(owner_id, limit=None)):
        if row.attendance is not Attendance.SKIPPED:
            yield _gathering(row, zone)


def _gathering(row: GatheringRow, zone: tzinfo) -> OutgoingEvent:
    starts, ends = hours(row)
    return OutgoingEvent(
        id=row.id,
        title=row.name,
        starts=row.on if starts is None else starts.replace(tzinfo=zone),
        minutes=_minutes(starts, ends),
        place=", ".join(dict.fromkeys(filter(None, (row.place, row.city)))),
        note=row.note,
        url=row.url,
        is_tentative=row.attendance is Attendance.MAYBE,
        is_cancelled=row.cancelled_on is not None,
        takes_time=starts is not None,
    )


def _minutes(starts: datetime | None, ends: datetime | None) -> int:
    """As the clock on the wall shows it; the usual length where the end is not known."""
    if starts is None or ends is None:
        return GATHERING_MINUTES
    return int((ends - starts).total_seconds()) // 60


def _next_steps(owner_id: UUID) -> Iterator[OutgoingEvent]:
    for row in followups.rows(owner_id, followups.OPEN):
        yield OutgoingEvent(row.id, _title(row.person, row.what), row.due_on, takes_time=False)


def _promises(owner_id: UUID) -> Iterator[OutgoingEvent]:
    """What I said I would give, and by when."""
    still_open = Q(by_me=True, given_on__isnull=True, due_on__isnull=False)
    for row in reversed(giving.helps(owner_id, still_open)):
        if row.due_on is not None:
            yield OutgoingEvent(row.id, _title(row.person, row.what), row.due_on, takes_time=False)


def _title(person: Named | None, what: str) -> str:
    """Who and what, in the words they were written down with: a calendar has one language, its owner's."""
    return ": ".join(part for part in (person.name if person else "", what) if part)
