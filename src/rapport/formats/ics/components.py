"""A calendar file cut into its components, before any library sees them: bounded, and each on its own.

What cannot be right (an event inside an event, an end that never comes) costs that event alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from rapport.domain.imports.imports import Quarantined, Trouble, Where
from rapport.formats.ics.lines import UTF16_MARKS, Line, content_lines, excerpt
from rapport.formats.ics.properties import Property, name_of, parsed

MAX_DEPTH = 20  # components inside each other
MAX_COMPONENT = 1024 * 1024  # bytes of what is kept of an event
MAX_GUESTS = 2_000
MAX_ZONE = 64 * 1024  # bytes of the definition of a time zone
MAX_ZONES = 200  # in one calendar

TEXTS = frozenset(
    {"SUMMARY", "LOCATION", "DESCRIPTION"}
)  # cut where they are too long; the rest must be whole
_OF_EVENT = TEXTS | {
    "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "SEQUENCE",
    "STATUS", "TRANSP", "URL", "ORGANIZER", "ATTENDEE", "X-MICROSOFT-CDO-BUSYSTATUS",
    "GEO", "CONFERENCE", "X-GOOGLE-CONFERENCE",
}  # fmt: skip
_OF_ZONE = frozenset(
    {"BEGIN", "END", "TZID", "DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "RRULE", "RDATE"}
    | {"X-LIC-LOCATION"}
)
_OF_CALENDAR = frozenset({"METHOD", "X-WR-TIMEZONE", "TIMEZONE-ID"})


@dataclass(slots=True)
class RawEvent:
    """An event as it stands in the file: what is kept of it, and what speaks against it."""

    where: Where
    depth: int
    properties: dict[str, list[Property]] = field(default_factory=dict)
    size: int = 0  # bytes
    trouble: Quarantined | None = None

    def first(self, name: str) -> Property | None:
        held = self.properties.get(name)
        return held[0] if held else None


class RawZone(NamedTuple):
    """The definition of a time zone, unfolded, without what does not define it."""

    name: str
    place: str  # X-LIC-LOCATION, or empty
    text: bytes


class RawHeader(NamedTuple):
    """A property of the calendar itself."""

    name: str
    value: str


class Closed(NamedTuple):
    """The calendar ends here."""


Item = RawEvent | RawZone | RawHeader | Closed | Quarantined


def components(data: BinaryIO) -> Iterator[Item]:
    """Everything in the file, in its order; `Closed` after each calendar."""
    cutter = Cutter()
    for line in content_lines(data):
        if line.number == 1 and line.text.startswith(UTF16_MARKS):
            yield Quarantined(Where(1, 1), Trouble.BAD_ENCODING, expected="UTF-8")
            yield Closed()
            return
        yield from cutter.feed(line)
    yield from cutter.end()


class Cutter:
    """Takes lines, gives components as soon as they end."""

    def __init__(self) -> None:
        self.depth = 0
        self.record = 0
        self.line = 1  # the last one seen
        self.is_calendar = False  # BEGIN:VCALENDAR or BEGIN:VEVENT was seen
        self.is_reported = False  # too deep or too long, since the last component began
        self.event: RawEvent | None = None
        self.zone: list[tuple[str, Line]] | None = None
        self.zones = 0

    def feed(self, line: Line) -> Iterator[Item]:
        self.line = line.number
        name = name_of(line.text)
        if name == "BEGIN":
            yield from self._begin(line, line.text[6:].strip().upper())
        elif name == "END":
            yield from self._end(line, line.text[4:].strip().upper())
        elif self.event is not None:
            yield from self._of_event(line, name)
        elif line.is_long:
            yield from self._report(line, Trouble.LONG_LINE)
        elif self.zone is not None:
            if name in _OF_ZONE:
                self.zone.append((name, line))
        elif name in _OF_CALENDAR and self.depth <= 1:
            yield RawHeader(name, parsed(line.number, name, line.text).value)

    def end(self) -> Iterator[Item]:
        """The file ends."""
        yield from self._cut_off("END:VEVENT")
        if not self.is_calendar:
            yield Quarantined(Where(1, 1), Trouble.NOT_UNDERSTOOD, expected="BEGIN:VCALENDAR")
        yield Closed()

    def _begin(self, line: Line, kind: bytes) -> Iterator[Item]:
        if kind == b"VCALENDAR":
            yield from self._cut_off("END:VEVENT")
            if self.is_calendar:
                yield Closed()
            self.depth, self.zones, self.is_calendar = 0, 0, True
        elif kind == b"VEVENT":
            self.zone, self.is_calendar = None, True
            if self.event is None or self.event.properties:
                yield from self._cut_off("END:VEVENT")
                self.record += 1
                self.depth = min(self.depth, 1)  # whatever was never closed before it
                self.event = RawEvent(Where(self.record, line.number), self.depth + 1)
                self.is_reported = False
        elif kind == b"VTIMEZONE" and self.event is None:
            self.zone = []
        elif self.zone is not None:
            self.zone.append(("BEGIN", line))
        self.depth += 1
        if self.depth > MAX_DEPTH:
            if self.event is not None:
                self._refuse(self.event, line, Trouble.TOO_DEEP)
            else:
                yield from self._report(line, Trouble.TOO_DEEP)

    def _end(self, line: Line, kind: bytes) -> Iterator[Item]:
        if kind == b"VCALENDAR":
            yield from self._cut_off("END:VEVENT")
            self.depth = 0
            yield Closed()
            return
        if kind == b"VEVENT":
            event, self.event = self.event, None
            if event is not None:
                self.depth = event.depth - 1
                yield event.trouble or event
            return
        if kind == b"VTIMEZONE":
            yield from self._zone_ends()
        elif self.zone is not None:
            self.zone.append(("END", line))
        self.depth = max(self.depth - 1, self.event.depth if self.event else 0)

    def _of_event(self, line: Line, name: str) -> Iterator[Item]:
        """A line of the open event; those of its alarms are left aside."""
        event = self.event
        if event is None:
            return
        inside = name in _OF_EVENT and self.depth == event.depth
        if line.is_cut and inside and name not in TEXTS:
            self._refuse(event, line, Trouble.LONG_LINE)
        elif line.is_long:
            yield from self._report(line, Trouble.LONG_LINE)
        if not inside or event.trouble:
            return
        event.size += len(line.text)
        held = event.properties.setdefault(name, [])
        if event.size > MAX_COMPONENT:
            self._refuse(event, line, Trouble.TOO_LARGE)
        elif name == "ATTENDEE" and len(held) >= MAX_GUESTS:
            self._refuse(event, line, Trouble.TOO_MANY)
        else:
            held.append(parsed(line.number, name, line.text))

    def _zone_ends(self) -> Iterator[Item]:
        lines, self.zone = self.zone or [], None
        self.zones += 1
        if self.zones > MAX_ZONES or sum(len(line.text) for _, line in lines) > MAX_ZONE:
            return
        values = {name: parsed(line.number, name, line.text).value for name, line in lines}
        inner = b"".join(line.text + b"\r\n" for name, line in lines if name != "X-LIC-LOCATION")
        text = b"BEGIN:VTIMEZONE\r\n" + inner + b"END:VTIMEZONE\r\n"
        yield RawZone(values.get("TZID", ""), values.get("X-LIC-LOCATION", ""), text)

    def _cut_off(self, expected: str) -> Iterator[Item]:
        event, self.event, self.zone = self.event, None, None
        if event is not None:
            self.depth = event.depth - 1
            yield event.trouble or Quarantined(event.where, Trouble.NOT_UNDERSTOOD, expected=expected)

    def _refuse(self, event: RawEvent, line: Line, trouble: Trouble) -> None:
        """The first thing that speaks against an event is what is told."""
        if event.trouble is None:
            where = Where(event.where.record, line.number)
            event.trouble = Quarantined(where, trouble, excerpt(line.text))

    def _report(self, line: Line, trouble: Trouble) -> Iterator[Item]:
        """A part that was left out, told once for each component."""
        if not self.is_reported:
            self.is_reported = True
            where = Where(max(self.record, 1), line.number)
            yield Quarantined(where, trouble, excerpt(line.text), is_part=True)
