"""Calendars of many programs, one oddity each, and the meetings in them."""

from datetime import UTC, date
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest

from rapport.domain.imports.imports import IncomingTrace, Party
from rapport.formats.ics import read
from tests.formats.ics.expected import EXPECTED
from tests.formats.ics.making import COFFEE, MARCH, SAMPLES, YEAR, calendar, event, told


@pytest.mark.parametrize("name", EXPECTED)
def test_a_sample_tells_its_meetings(name: str) -> None:
    days = YEAR if "zone" in name else MARCH
    assert tuple(told((SAMPLES / f"{name}.ics").read_bytes(), days)) == EXPECTED[name]


def test_every_sample_is_read() -> None:
    assert {path.stem for path in SAMPLES.glob("*.ics")} == EXPECTED.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_no_two_meetings_share_a_key(name: str) -> None:
    keys = [trace.key for trace in _traces((SAMPLES / f"{name}.ics").read_bytes())]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", EXPECTED)
def test_going_on_behind_a_record_repeats_none_before_it(name: str) -> None:
    data = (SAMPLES / f"{name}.ics").read_bytes()
    whole = list(read(BytesIO(data), since=YEAR[0], until=YEAR[1]))
    records = [item.where.record for item in whole]
    assert records == sorted(records)
    for record in set(records):
        rest = list(read(BytesIO(data), start=record, since=YEAR[0], until=YEAR[1]))
        assert [item for item in whole if item.where.record > record] == rest


def test_names_are_told_as_they_were_meant() -> None:
    (trace,) = _traces((SAMPLES / "odd_names.ics").read_bytes())
    assert trace.sender == Party("karen@example.org", 'Karen "K" Holt')
    assert [party.name for party in trace.parties] == ["Castellan, Mary; coach: VR", "Priya P Shah", "Tom"]


def test_a_name_that_is_only_the_address_is_none() -> None:
    (trace,) = _traces((SAMPLES / "google_export.ics").read_bytes())
    assert trace.sender == Party("karen@example.org")


def test_a_moved_coffee_keeps_the_key_it_had() -> None:
    before, after = (
        calendar(event("DTSTART:20190301T170000Z", "RRULE:FREQ=WEEKLY;COUNT=2"), *changes)
        for changes in ([], [event("RECURRENCE-ID:20190308T170000Z", "DTSTART:20190309T120000Z")])
    )
    assert [trace.key for trace in _traces(before)] == [trace.key for trace in _traces(after)]
    assert [trace.at.day for trace in _traces(after)] == [1, 9]


def test_only_the_days_asked_for_are_told() -> None:
    weekly = calendar(event("DTSTART:20190301T170000Z", "RRULE:FREQ=WEEKLY"))
    assert told(weekly, (date(2019, 3, 8), date(2019, 3, 15))) == [
        "03-08 17:00 None karen > mary:",
        "03-15 17:00 None karen > mary:",
    ]


def test_the_days_are_those_of_the_people_there() -> None:
    """Six in the evening of 8 March in Portland is 9 March in UTC."""
    late = calendar(event("DTSTART;TZID=America/Los_Angeles:20190308T180000"))
    assert len(told(late, (date(2019, 3, 8), date(2019, 3, 8)))) == 1
    assert told(late, (date(2019, 3, 9), date(2019, 3, 9))) == []


def test_times_without_a_zone_are_those_of_ones_home() -> None:
    floating = calendar(event("DTSTART:20190305T090000"))
    assert told(floating, home=ZoneInfo("America/Los_Angeles")) == ["03-05 17:00 None karen > mary:"]


def test_ten_years_of_a_standup_come_whole() -> None:
    data = calendar(event("DTSTART;TZID=Europe/Paris:20100104T090000", "RRULE:FREQ=WEEKLY"))
    traces = _traces(data, date(2010, 1, 1), date(2019, 12, 31))
    assert len(traces) == 522
    assert {(trace.at.astimezone(ZoneInfo("Europe/Paris")).hour, trace.at.weekday()) for trace in traces} == {
        (9, 0)
    }
    assert traces[0].at.tzinfo is UTC


def test_what_repeats_and_lasts_for_months_has_no_length() -> None:
    ends = "DTEND:20190501T170000Z"
    assert told(calendar(event(COFFEE[0], ends, "RRULE:FREQ=DAILY;COUNT=1"))) == [
        "03-05 17:00 None karen > mary:"
    ]
    assert told(calendar(event(COFFEE[0], ends))) == ["03-05 17:00 82080 karen > mary:"]


def test_a_long_title_is_cut() -> None:
    (trace,) = _traces(calendar(event(*COFFEE[:2], "SUMMARY:" + "é" * 900)))
    assert trace.title == "é" * 200


def _traces(data: bytes, since: date = YEAR[0], until: date = YEAR[1]) -> list[IncomingTrace]:
    found = read(BytesIO(data), since=since, until=until)
    return [item for item in found if isinstance(item, IncomingTrace)]
