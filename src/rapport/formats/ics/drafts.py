"""An event with its values read: dates with their zones, rules that were checked. Not yet expanded."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from rapport.domain.imports.imports import Quarantined, Trouble
from rapport.domain.values import dataclass
from rapport.formats.ics.components import RawEvent
from rapport.formats.ics.lines import excerpt
from rapport.formats.ics.properties import BadValue, Moment, Property, after, moment, moments, span, text_of
from rapport.formats.ics.rules import BadRule, checked
from rapport.formats.ics.zones import Zones

SERIES = frozenset({"RRULE", "RDATE", "RECURRENCE-ID"})  # an event with one of them does not stand alone
MAX_UID = 500  # characters
MAX_RULES = 4  # of one event; the standard would have one
MAX_DATES = 5_000  # that are added or left out one by one
LONGEST = timedelta(days=31)  # what repeats and lasts longer has no end here


@dataclass(frozen=True, slots=True)
class Draft:
    """One VEVENT: alone, the first of a series, or the change of one instance."""

    raw: RawEvent
    uid: str
    start: Moment
    end: Moment | None
    recurrence_id: Moment | None
    is_range: bool  # the change is for all that follow, too
    rules: tuple[str, ...]
    added: tuple[tuple[Moment, Moment | None], ...]  # RDATE, each with its own end where it has one
    left_out: tuple[Moment, ...]  # EXDATE
    sequence: int

    @property
    def repeats(self) -> bool:
        return bool(self.rules or self.added)


class Refused(ValueError):
    """An event that cannot be used, and the line to blame."""

    def __init__(self, trouble: Trouble, held: Property | None, expected: str = "") -> None:
        super().__init__(trouble)
        self.trouble, self.held, self.expected = trouble, held, expected

    def told(self, raw: RawEvent) -> Quarantined:
        where = raw.where._replace(line=self.held.line) if self.held else raw.where
        return Quarantined(where, self.trouble, excerpt(self.held.value) if self.held else "", self.expected)


def draft(raw: RawEvent, zones: Zones, last: date) -> Draft:
    """Read the dates of an event; its rules are checked up to the day `last`. Raises Refused."""
    begins = raw.first("DTSTART")
    if begins is None:
        raise Refused(Trouble.BAD_DATE, None, "DTSTART")
    start = _moment(begins, zones)
    recurs = raw.first("RECURRENCE-ID")
    if extra := raw.first("EXRULE"):
        raise Refused(Trouble.NOT_UNDERSTOOD, extra, "EXDATE")  # gone from the standard since 2009
    rules, added = _rules(raw, start, last), _added(raw, zones)
    uid = raw.first("UID")
    return Draft(
        raw=raw,
        uid=text_of(uid.value, MAX_UID) if uid else "",
        start=start,
        end=_end(raw, zones, start, repeats=bool(rules or added)),
        recurrence_id=_moment(recurs, zones) if recurs else None,
        is_range=recurs is not None and recurs.parameters.get("RANGE", "").upper() == "THISANDFUTURE",
        rules=rules,
        added=added,
        left_out=_left_out(raw, zones),
        sequence=_number(raw.first("SEQUENCE")),
    )


def is_past_reach(raw: RawEvent, since: date, until: date) -> bool:
    """One that stands alone, more than a day outside: cheap to know before its zone is read."""
    begins = raw.first("DTSTART")
    if begins is None or raw.trouble or SERIES & raw.properties.keys():
        return False
    try:
        when = moment(begins.value)
    except BadValue:
        return False
    day = when.date() if isinstance(when, datetime) else when
    return (since - day).days > 1 or (day - until).days > 1


def _moment(held: Property, zones: Zones) -> Moment:
    is_date = held.parameters.get("VALUE", "").upper() == "DATE"
    try:
        when = moment(held.value, is_date=is_date)
    except BadValue:
        raise Refused(Trouble.BAD_DATE, held, "YYYYMMDDTHHMMSS") from None
    return zones.aware(when, _zone(held), held.line)


def _end(raw: RawEvent, zones: Zones, start: Moment, *, repeats: bool) -> Moment | None:
    """When it ends; None where that is not said or makes no sense. The last day of a date is not its own."""
    ends, lasts = raw.first("DTEND"), raw.first("DURATION")
    end: Moment | None = None
    if ends:
        end = _moment(ends, zones)
    elif lasts:
        try:
            length = span(lasts.value)
        except BadValue:
            return None
        if isinstance(start, datetime) and not repeats:
            end = after(start, length)
        elif isinstance(start, datetime) or length.days:
            end = start + length  # of a series: the same hour on the clock each time
    if end is None or isinstance(end, datetime) is not isinstance(start, datetime) or end < start:
        return None
    return None if repeats and end - start > LONGEST else end


def _rules(raw: RawEvent, start: Moment, last: date) -> tuple[str, ...]:
    held = raw.properties.get("RRULE", [])
    if len(held) > MAX_RULES:
        raise Refused(Trouble.RECURS_TOO_OFTEN, held[MAX_RULES])
    rules = []
    for each in held:
        try:
            rules.append(checked(each.value, start, last))
        except BadRule as error:
            expected = "" if error.trouble is Trouble.RECURS_TOO_OFTEN else "FREQ=WEEKLY;BYDAY=MO"
            raise Refused(error.trouble, each, expected) from None
    return tuple(rules)


def _added(raw: RawEvent, zones: Zones) -> tuple[tuple[Moment, Moment | None], ...]:
    found: list[tuple[Moment, Moment | None]] = []
    for start, end, held in _dates(raw.properties.get("RDATE", []), zones):
        until: Moment | None = None
        if end and isinstance(start, datetime):
            try:
                until = start + span(end) if "P" in end.upper() else zones.aware(moment(end), _zone(held))
            except BadValue:
                raise Refused(Trouble.BAD_DATE, held, "YYYYMMDDTHHMMSS") from None
        is_period = (
            isinstance(until, datetime) and isinstance(start, datetime) and start <= until <= start + LONGEST
        )
        found.append((start, until if is_period else None))
    return tuple(found)


def _left_out(raw: RawEvent, zones: Zones) -> tuple[Moment, ...]:
    return tuple(start for start, _end, _held in _dates(raw.properties.get("EXDATE", []), zones))


def _dates(lines: list[Property], zones: Zones) -> Iterator[tuple[Moment, str, Property]]:
    count = 0
    for held in lines:
        try:
            for start, end in moments(held):
                count += 1
                if count > MAX_DATES:
                    raise Refused(Trouble.TOO_MANY, held)
                yield zones.aware(start, _zone(held), held.line), end, held
        except BadValue:
            raise Refused(Trouble.BAD_DATE, held, "YYYYMMDDTHHMMSS") from None


def _zone(held: Property) -> str:
    return held.parameters.get("TZID", "")


def _number(held: Property | None) -> int:
    return (
        int(held.value)
        if held and held.value.isascii() and held.value.isdecimal() and len(held.value) < 10
        else 0
    )
