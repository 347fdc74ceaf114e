"""Entries as a calendar file that every program reads (RFC 5545, RFC 7986 for its name).

Hours go out in UTC: an instant is the same in every program, whatever it knows of time zones. Next steps go
out as events of a whole day that leave the day free, not as VTODO: Google Calendar and Outlook show none.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from rapport.domain.exports.calendar import OutgoingEvent
from rapport.domain.text import spared

PRODUCT = "-//Rapport//Rapport//EN"
_WIDTH = 75  # octets of a line, its end not counted
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def write(events: Iterable[OutgoingEvent], *, name: str, at: datetime) -> Iterator[str]:
    """The file, one folded line with its CR LF at a time. `at`: the moment it is written, with its zone."""
    stamp = _moment(at)
    yield from map(_folded, ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"))
    yield from map(_folded, (f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}"))
    for event in events:
        yield from map(_folded, _event(event, stamp))
    yield _folded("END:VCALENDAR")


def _event(event: OutgoingEvent, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@rapport"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART{_when(event.starts)}"
    if event.ends is not None:
        yield f"DTEND{_when(event.ends)}"
    yield f"SUMMARY:{_text(event.title)}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    if event.note:
        yield f"DESCRIPTION:{_text(event.note)}"
    if event.url:
        yield f"URL:{_address(event.url)}"
    yield f"STATUS:{_status(event)}"
    yield "TRANSP:OPAQUE" if event.takes_time and not event.is_cancelled else "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _status(event: OutgoingEvent) -> str:
    if event.is_cancelled:
        return "CANCELLED"
    return "TENTATIVE" if event.is_tentative else "CONFIRMED"


def _address(url: str) -> str:
    """A URI is no text: it has no escapes, and no control characters either."""
    return "".join(char for char in url if char.isprintable() and not char.isspace())


def _when(moment: datetime | date) -> str:
    return f":{_moment(moment)}" if isinstance(moment, datetime) else f";VALUE=DATE:{moment:%Y%m%d}"


def _moment(when: datetime) -> str:
    if when.tzinfo is None:
        raise ValueError("a time without a zone is no moment")
    return when.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(text: str) -> str:
    return spared(text).translate(_ESCAPES)


def _folded(line: str) -> str:
    """At most 75 octets a line, never cut inside a character."""
    if len(line) * 4 <= _WIDTH or len(line.encode()) <= _WIDTH:
        return line + "\r\n"
    pieces, piece, size = [], "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > _WIDTH:
            pieces.append(piece)
            piece, size = "", 1  # the space that begins the next line
        piece += char
        size += octets
    return "\r\n ".join([*pieces, piece]) + "\r\n"
