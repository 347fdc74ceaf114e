"""Calendar files as dated events: series expanded, zones resolved, what cannot be read told one by one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, tzinfo
from enum import StrEnum
from hashlib import sha256
from typing import BinaryIO, NamedTuple

from rapport.domain.imports.imports import Quarantined, Trouble, Where
from rapport.domain.values import dataclass
from rapport.formats.ics.components import Closed, Item, RawEvent, RawHeader, RawZone, components
from rapport.formats.ics.drafts import SERIES, Draft, Refused, draft, is_past_reach
from rapport.formats.ics.guests import Guest, guest
from rapport.formats.ics.lines import excerpt
from rapport.formats.ics.properties import Moment, Property, text_of
from rapport.formats.ics.series import Instance, instances
from rapport.formats.ics.zones import Zones

MAX_TITLE = 200  # characters, of a title and a place
MAX_DESCRIPTION = 4_000
MAX_URL = 2_000
MAX_HELD = 4 * 1024 * 1024  # bytes of events that come in before some are told
MAX_SERIES = 16 * 1024 * 1024  # bytes of series that wait for the end of their calendar
_SIZE_OF_TROUBLE = 300  # bytes, about
_MAY_HAVE_GUESTS = SERIES | {"ATTENDEE"}  # an instance of a series may have some
_ANSWERS = frozenset({"REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"})  # letters about an event, not events


class Status(StrEnum):
    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"


class Window(NamedTuple):
    """The days asked for, both included."""

    since: date
    until: date


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One date of an event. Times have their zone; whole days are dates, and end the day after."""

    where: Where
    uid: str
    start: Moment
    end: Moment | None
    key: str  # UID and start of this instance, as the series has it: the same when the instance is moved
    title: str
    place: str
    url: str  # http or https, or empty
    description: str
    organiser: Guest | None
    guests: tuple[Guest, ...]
    status: Status
    is_free: bool  # it takes no time in the calendar
    is_away: bool  # out of office (Outlook)
    is_series: bool
    starts_at: datetime  # in UTC; noon where it is whole days
    planned: Moment  # its start as the series has it, before it was moved
    geo: str = ""  # "48.85;2.35", as it stands
    conference: str = ""  # the address of an online meeting

    @property
    def is_all_day(self) -> bool:
        return not isinstance(self.start, datetime)


def events(
    data: BinaryIO, window: Window, *, home: tzinfo = UTC, start: int = 0, with_guests: bool = False
) -> Iterator[CalendarEvent | Quarantined]:
    """Every date of every event within the window.

    `home` is the zone of times that name none, in a calendar that names none. Records are counted as they are
    told: a series and its changes are one, and come after what stands alone. Those up to number `start` are
    left aside. With `with_guests`, events that nobody is invited to are skipped before they cost anything.
    """
    reader = _Reader(window, home, start, with_guests)
    for item in components(data):
        reader.take(item)
        if isinstance(item, Closed):
            yield from reader.told(is_end=True)
            reader.open_calendar()
        elif reader.size > MAX_HELD:
            yield from reader.told(is_end=False)


class _Reader:
    """Holds events until all that belongs to them is known: the changes of a series, the zone of a time."""

    def __init__(self, window: Window, home: tzinfo, start: int, with_guests: bool) -> None:
        self.window, self.home, self.start, self.with_guests = window, home, start, with_guests
        self.number = 0  # of the record told last
        self.open_calendar()

    def open_calendar(self) -> None:
        self.zones = Zones(self.home)
        self.method = ""
        self.size = 0  # bytes that came in since the last telling
        self.waiting: dict[str, list[RawEvent]] = {}  # by UID
        self.troubles: list[Quarantined] = []

    def take(self, item: Item) -> None:
        if isinstance(item, RawEvent):
            self._hold(item)
        elif isinstance(item, Quarantined):
            self.troubles.append(item)
            self.size += _SIZE_OF_TROUBLE
        elif isinstance(item, RawZone):
            self.zones.define(item.name, item.place, item.text)
        elif isinstance(item, RawHeader) and item.name == "METHOD":
            self.method = item.value.upper()
        elif isinstance(item, RawHeader):
            self.zones.name_own(item.value)

    def _hold(self, raw: RawEvent) -> None:
        if is_past_reach(raw, *self.window):
            return
        if self.with_guests and not raw.properties.keys() & _MAY_HAVE_GUESTS:
            return
        uid = raw.first("UID")
        lone = f"\n{raw.where.line}"  # no UID holds a line end
        self.waiting.setdefault(uid.value if uid and uid.value else lone, []).append(raw)
        self.size += raw.size

    def told(self, *, is_end: bool) -> Iterator[CalendarEvent | Quarantined]:
        """What waits, in the order of the file; in the middle of a calendar only what needs nothing more."""
        waiting, self.waiting, self.size = self.waiting, {}, 0
        if not is_end:
            later = {uid: same for uid, same in waiting.items() if self._must_wait(same)}
            if sum(raw.size for same in later.values() for raw in same) <= MAX_SERIES:
                self.waiting = later
        now: list[list[RawEvent] | Quarantined] = [*self.troubles]
        now += [same for uid, same in waiting.items() if uid not in self.waiting and self._is_wanted(same)]
        self.troubles = []
        for each in sorted(now, key=_line):
            self.number += 1
            if self.number <= self.start:
                continue
            if isinstance(each, Quarantined):
                yield replace(each, where=each.where._replace(record=self.number))
            else:
                yield from self._of_uid(each)

    def _must_wait(self, same: list[RawEvent]) -> bool:
        zones = (held.parameters.get("TZID", "") for raw in same if (held := raw.first("DTSTART")))
        return any(raw.properties.keys() & SERIES for raw in same) or not all(map(self.zones.knows, zones))

    def _is_wanted(self, same: list[RawEvent]) -> bool:
        has_guests = any("ATTENDEE" in raw.properties for raw in same)
        return self.method not in _ANSWERS and (has_guests or not self.with_guests)

    def _of_uid(self, same: list[RawEvent]) -> Iterator[CalendarEvent | Quarantined]:
        drafts: list[Draft] = []
        for raw in same:
            raw.where = raw.where._replace(record=self.number)
            try:
                drafts.append(draft(raw, self.zones, self.window.until))
            except Refused as refused:
                yield refused.told(raw)
        for name, line in self.zones.newly_unknown():
            where = Where(self.number, line)
            yield Quarantined(where, Trouble.NOT_UNDERSTOOD, excerpt(name), "TZID", is_part=True)
        try:
            found = list(instances(drafts, *self.window)) if drafts else []
        except Exception:  # dates at the edges of time: the library raises many kinds, and says which nowhere
            yield Quarantined(drafts[0].raw.where, Trouble.NOT_UNDERSTOOD, expected="VEVENT")
            return
        guests = {id(each.raw): _guests(each.raw) for each in drafts}
        for instance in found:
            yield self._event(instance, guests[id(instance.draft.raw)])

    def _event(self, instance: Instance, guests: tuple[Guest, ...]) -> CalendarEvent:
        each, raw = instance.draft, instance.draft.raw
        title, organiser = _text(raw, "SUMMARY", MAX_TITLE), raw.first("ORGANIZER")
        hosted = guest(organiser) if organiser else None
        begins = instance.key
        stamp = (
            self.zones.utc(begins).strftime("%Y%m%dT%H%M%SZ")
            if isinstance(begins, datetime)
            else f"{begins:%Y%m%d}"
        )
        uid = each.uid or _made_up(title, hosted, raw)
        busy = _value(raw, "X-MICROSOFT-CDO-BUSYSTATUS")
        return CalendarEvent(
            where=raw.where,
            uid=uid,
            start=instance.start,
            end=instance.end,
            key=f"{uid}/{stamp}",
            title=" ".join(title.split()),
            place=" ".join(_text(raw, "LOCATION", MAX_TITLE).split()),
            url=_url(_value(raw, "URL", upper=False)),
            description=_text(raw, "DESCRIPTION", MAX_DESCRIPTION),
            organiser=hosted,
            guests=guests,
            status=self._status(raw),
            is_free=_value(raw, "TRANSP") == "TRANSPARENT" or busy == "FREE",
            is_away=busy == "OOF",
            is_series=each.repeats or each.recurrence_id is not None,
            starts_at=self.zones.utc(instance.start, hour=12),
            planned=begins,
            geo=_value(raw, "GEO"),
            conference=_url(_value(raw, "CONFERENCE", upper=False))
            or _url(_value(raw, "X-GOOGLE-CONFERENCE", upper=False)),
        )

    def _status(self, raw: RawEvent) -> Status:
        status = _value(raw, "STATUS")
        if self.method == "CANCEL" or status in ("CANCELLED", "CANCELED"):
            return Status.CANCELLED
        return Status.TENTATIVE if status == "TENTATIVE" else Status.CONFIRMED


def _line(each: list[RawEvent] | Quarantined) -> int:
    """Where it begins in the file."""
    return (each.where.line if isinstance(each, Quarantined) else each[0].where.line) or 0


def _guests(raw: RawEvent) -> tuple[Guest, ...]:
    """Everyone with an address, each once."""
    found: dict[str, Guest] = {}
    for held in raw.properties.get("ATTENDEE", []):
        each = guest(held)
        if each is not None:
            found.setdefault(each.address, each)
    return tuple(found.values())


def _made_up(title: str, organiser: Guest | None, raw: RawEvent) -> str:
    """What to call an event without UID: the same for the same event."""
    begins = raw.first("DTSTART")
    parts = (title, organiser.address if organiser else "", begins.value if begins else "")
    return sha256("\n".join(parts).encode()).hexdigest()[:32]


def _text(raw: RawEvent, name: str, most: int) -> str:
    held = raw.first(name)
    return text_of(held.value, most) if held else ""


def _value(raw: RawEvent, name: str, *, upper: bool = True) -> str:
    held: Property | None = raw.first(name)
    value = held.value.strip() if held else ""
    return value.upper() if upper else value


def _url(value: str) -> str:
    plain = text_of(value, MAX_URL + 1)
    is_web = plain.lower().startswith(("http://", "https://")) and len(plain) <= MAX_URL
    return plain if is_web and not any(char.isspace() for char in plain) else ""
