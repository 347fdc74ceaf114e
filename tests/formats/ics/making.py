"""Calendars for tests: from a few lines to the bytes of a file, and from a file to what it tells."""

from datetime import UTC, date, tzinfo
from io import BytesIO
from pathlib import Path
from time import process_time

from rapport.domain.imports.imports import IncomingTrace, Party, Quarantined
from rapport.formats.ics import CalendarEvent, Window, events, read

SAMPLES = Path(__file__).parents[2] / "samples" / "ics"
YEAR = (date(2019, 1, 1), date(2019, 12, 31))
MARCH = (date(2019, 3, 1), date(2019, 3, 31))
GUESTS = ("ORGANIZER:mailto:karen@example.org", "ATTENDEE:mailto:mary@example.org")
COFFEE = ("DTSTART:20190305T170000Z", "DTEND:20190305T180000Z", "SUMMARY:Coffee")


def calendar(*parts: str) -> bytes:
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *parts, "END:VCALENDAR", "")).encode()


def event(*lines: str, uid: str = "one") -> str:
    """A meeting of Karen and Mary."""
    return "\r\n".join(("BEGIN:VEVENT", f"UID:{uid}", *lines, *GUESTS, "END:VEVENT"))


def told(data: bytes, days: tuple[date, date] = YEAR, home: tzinfo = UTC) -> list[str]:
    """Each trace and each trouble in a line."""
    found = read(BytesIO(data), since=days[0], until=days[1], home=home)
    return [shown(item) for item in found]


def told_soon(data: bytes, days: tuple[date, date] = YEAR) -> list[str]:
    """The same, and it took no five seconds (TRUST.md T9)."""
    began = process_time()
    found = told(data, days)
    assert process_time() - began < 5
    return found


def shown(item: IncomingTrace | Quarantined) -> str:
    if isinstance(item, Quarantined):
        part = " in part" if item.is_part else ""
        return f"{item.trouble}{part} at {item.where.record}:{item.where.line} {item.expected}".strip()
    parties = " ".join(map(_short, item.parties))
    crowd = " (list)" if item.is_bulk else ""
    return (
        f"{item.at:%m-%d %H:%M} {item.minutes} {_short(item.sender)} > {parties}{crowd}: {item.title}".strip()
    )


def dates(data: bytes, days: tuple[date, date] = YEAR, home: tzinfo = UTC) -> list[CalendarEvent]:
    """Every date of every event; nothing may be in trouble."""
    found = list(events(BytesIO(data), Window(*days), home=home))
    assert not [item for item in found if isinstance(item, Quarantined)]
    return [item for item in found if isinstance(item, CalendarEvent)]


def _short(party: Party | None) -> str:
    return party.address.removesuffix("@example.org") if party else "-"
