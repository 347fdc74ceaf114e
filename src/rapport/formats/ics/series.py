"""The instances of a series: expanded by recurring-ical-events from drafts whose rules were checked."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

from icalendar import Calendar, Event
from icalendar.prop import vDDDLists, vDDDTypes, vRecur
from recurring_ical_events import CalendarQuery  # type: ignore[import-untyped]  # it ships no types

from rapport.formats.ics.drafts import Draft
from rapport.formats.ics.properties import Moment
from rapport.formats.ics.rules import SLICE

_WHICH = "X-RAPPORT-WHICH"  # the place of the draft that an instance was made from
_A_DAY = timedelta(days=1)


class Instance(NamedTuple):
    """One date of an event."""

    draft: Draft
    start: Moment
    end: Moment | None
    key: Moment  # its start as the series would have it, before it was moved


def instances(drafts: Sequence[Draft], since: date, until: date) -> Iterator[Instance]:
    """All that begin from the day `since` to the day `until`, of the drafts of one UID."""
    for some in _by_series(drafts):
        if len(some) == 1 and not some[0].repeats:
            found = [Instance(some[0], some[0].start, some[0].end, some[0].recurrence_id or some[0].start)]
        else:
            found = _expanded(some, since, until)
        yield from (each for each in found if since <= _day(each.start) <= until)


def _by_series(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """Changes with their series. Several first events under one UID stay several (old Outlook)."""
    firsts: dict[Moment, Draft] = {}
    newest = max((each.sequence for each in drafts if each.recurrence_id is None), default=0)
    for each in drafts:
        if each.recurrence_id is None and each.sequence == newest:
            firsts[each.start] = each
    changes = [each for each in drafts if each.recurrence_id is not None]
    if not firsts:
        return [changes]
    alone = sorted(firsts.values(), key=lambda each: not each.repeats)
    return [[alone[0], *changes], *([each] for each in alone[1:])]


def _expanded(drafts: Sequence[Draft], since: date, until: date) -> list[Instance]:
    calendar = Calendar()
    for which, each in enumerate(drafts):
        calendar.add_component(_component(each, which))
    query = CalendarQuery(calendar)
    found: dict[Moment, Instance] = {}
    begin = max(since, min(_day(start) for each in drafts for start in _starts(each)) - _A_DAY)
    while begin <= until:
        end = min(begin + SLICE, until + _A_DAY)
        for component in query.between(_midnight(begin - _A_DAY), _midnight(end + _A_DAY)):
            instance = _instance(component, drafts)
            found.setdefault(instance.key, instance)
        begin = end + _A_DAY
    return sorted(found.values(), key=lambda each: _comparable(each.start))


def _starts(each: Draft) -> list[Moment]:
    return [
        each.start,
        *([each.recurrence_id] if each.recurrence_id else []),
        *(start for start, _ in each.added),
    ]


def _component(each: Draft, which: int) -> Event:
    """Only what decides about dates: the library never sees the rest."""
    event = Event()
    event["UID"] = "one"
    event[_WHICH] = str(which)
    event["SEQUENCE"] = each.sequence
    event["DTSTART"] = vDDDTypes(each.start)
    if each.end is not None:
        event["DTEND"] = vDDDTypes(each.end)
    if each.recurrence_id is not None:
        event["RECURRENCE-ID"] = vDDDTypes(each.recurrence_id)
        if each.is_range:
            event["RECURRENCE-ID"].params["RANGE"] = "THISANDFUTURE"
        return event  # the change of one instance does not repeat
    if each.rules:
        event["RRULE"] = [vRecur.from_ical(rule) for rule in each.rules]
    if each.added:
        event["RDATE"] = vDDDLists([(start, end) if end else start for start, end in each.added])
    if each.left_out:
        event["EXDATE"] = vDDDLists(list(each.left_out))
    return event


def _instance(component: Any, drafts: Sequence[Draft]) -> Instance:
    each = drafts[int(component[_WHICH])]
    start: Moment = component["DTSTART"].dt
    key: Moment = start if each.is_range else component["RECURRENCE-ID"].dt
    has_end = each.end is not None or any(start == own and end for own, end in each.added)
    end: Moment | None = component["DTEND"].dt if has_end else None
    return Instance(each, start, end, key)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), UTC)


def _comparable(when: Moment) -> datetime:
    return when.astimezone(UTC) if isinstance(when, datetime) else _midnight(when)


def _day(when: Moment) -> date:
    return when.date() if isinstance(when, datetime) else when
