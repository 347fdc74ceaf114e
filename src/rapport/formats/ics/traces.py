"""Calendars as shared history: which past events were meetings, and who was there.

A meeting has guests who did not decline, and was not cancelled. Whole days are meetings only when they take
time: an offsite does, a birthday and a colleague's holiday (free, or out of office) do not. Which guest is
the owner is not known here.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, tzinfo
from typing import BinaryIO

from rapport.domain.imports.imports import IncomingTrace, Party, Quarantined, TraceKind
from rapport.formats.ics.calendars import CalendarEvent, Status, Window, events
from rapport.formats.ics.guests import Answer, Guest, GuestKind

_GONE = (Answer.NO, Answer.SENT_SOMEONE)
_CALLED_OFF = (
    "canceled:",
    "cancelled:",
    "annulé:",
    "annulée:",
    "annulé :",
    "annulée :",
)  # Outlook, in the title


def read(
    data: BinaryIO, *, start: int = 0, since: date, until: date, home: tzinfo = UTC
) -> Iterator[IncomingTrace | Quarantined]:
    """Every meeting from the day `since` to the day `until`, one trace for each date of a series.

    Records up to number `start` are left aside. `home` is the zone of times that name none.
    """
    for event in events(data, Window(since, until), home=home, start=start, with_guests=True):
        if isinstance(event, Quarantined):
            yield event
        elif (trace := _trace(event)) is not None:
            yield trace


def _trace(event: CalendarEvent) -> IncomingTrace | None:
    parties = tuple(Party(each.address, each.name) for each in event.guests if _comes(each))
    if not parties or _is_off(event) or (event.is_all_day and (event.is_free or event.is_away)):
        return None
    host = event.organiser
    answers = {each.address: each.answer for each in event.guests}
    is_there = host is not None and host.kind is not GuestKind.ROOM and answers.get(host.address) not in _GONE
    return IncomingTrace(
        where=event.where,
        kind=TraceKind.MEETING,
        key=event.key,
        at=event.starts_at,
        sender=Party(host.address, host.name) if host and is_there else None,
        parties=parties,
        is_bulk=any(each.kind is GuestKind.GROUP for each in event.guests),
        minutes=_minutes(event),
        title=event.title,
    )


def _comes(each: Guest) -> bool:
    return each.kind is not GuestKind.ROOM and each.answer not in _GONE and not each.is_told_only


def _is_off(event: CalendarEvent) -> bool:
    title = event.title.lower().replace("\u00a0", " ").replace("\u202f", " ")
    return event.status is Status.CANCELLED or title.startswith(_CALLED_OFF)


def _minutes(event: CalendarEvent) -> int | None:
    """How long it lasts; None where that is not said, or in days."""
    if not isinstance(event.start, datetime) or not isinstance(event.end, datetime):
        return None
    return int((event.end - event.start).total_seconds()) // 60  # as the clock on the wall shows it
