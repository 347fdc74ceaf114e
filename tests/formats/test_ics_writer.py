"""Our own calendar, read back by a library that knows nothing of us."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from rapport.domain.exports.calendar import OutgoingEvent
from rapport.domain.text import spared
from rapport.formats.ics import CalendarEvent, Window, events
from rapport.formats.ics_writer import write

NOW = datetime(2019, 3, 30, 12, tzinfo=UTC)
PORTLAND = ZoneInfo("America/Los_Angeles")
FRIDAY = OutgoingEvent(
    id=UUID(int=7),
    title="Freelance Friday",
    starts=datetime(2019, 3, 15, 18, 30, tzinfo=PORTLAND),
    minutes=120,
    place="The Hub, 10 Main St",
    note="Bring cards; say hello\nto Nora",
)
CALL = OutgoingEvent(
    id=UUID(int=8), title="Priya Shah: send the deck", starts=date(2019, 3, 20), takes_time=False
)


def test_a_gathering_comes_back_whole() -> None:
    found = _one(_text(FRIDAY))
    assert str(found["UID"]) == "00000000-0000-0000-0000-000000000007@rapport"
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (FRIDAY.starts, FRIDAY.ends)
    assert (str(found["SUMMARY"]), str(found["LOCATION"])) == (FRIDAY.title, FRIDAY.place)
    assert str(found["DESCRIPTION"]) == FRIDAY.note
    assert (found["STATUS"], found["TRANSP"]) == ("CONFIRMED", "OPAQUE")
    assert found["DTSTAMP"].dt == NOW


def test_a_next_step_is_a_day_that_stays_free() -> None:
    found = _one(_text(CALL))
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date(2019, 3, 20), date(2019, 3, 21))
    assert found["TRANSP"] == "TRANSPARENT"


def test_maybe_is_tentative_and_an_unknown_end_is_left_open() -> None:
    event = OutgoingEvent(UUID(int=1), "Panel", datetime(2019, 3, 15, 18, tzinfo=UTC), is_tentative=True)
    found = _one(_text(event))
    assert found["STATUS"] == "TENTATIVE"
    assert "DTEND" not in found


def test_the_calendar_has_its_name_and_everything_a_calendar_must_have() -> None:
    found = Calendar.from_ical(_text(FRIDAY, CALL))
    assert (found["VERSION"], found["NAME"], found["X-WR-CALNAME"]) == ("2.0", "Rapport", "Rapport")
    assert len(found.walk("VEVENT")) == 2
    assert not found.errors


@pytest.mark.parametrize("day", [0, 1, 2, 200, 246, 247, 248])
@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Europe/Paris", "Australia/Sydney"])
def test_the_local_hour_is_the_one_written_down(zone: str, day: int) -> None:
    starts = datetime(2019, 3, 9, 18, 30, tzinfo=ZoneInfo(zone)) + timedelta(days=day)
    found = _one(_text(OutgoingEvent(UUID(int=1), "Talk", starts)))
    back = found["DTSTART"].dt.astimezone(ZoneInfo(zone))
    assert (back.date(), back.hour, back.minute) == (starts.date(), 18, 30)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        list(write([], name="Rapport", at=datetime(2019, 3, 30, 12)))  # noqa: DTZ001 - it is what is refused


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_comes_back_and_no_line_is_too_long(title: str, note: str) -> None:
    event = OutgoingEvent(UUID(int=1), title, date(2019, 3, 20), note=note)
    text = _text(event)
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not set("\r\n") & set("".join(lines))
    (found,) = [
        each for each in events(BytesIO(text.encode()), Window(date(2019, 3, 1), date(2019, 3, 31)))
        if isinstance(each, CalendarEvent)
    ]  # fmt: skip
    assert found.uid == f"{UUID(int=1)}@rapport"
    raw = _one(text)
    assert str(raw["SUMMARY"]) == spared(title)
    assert str(raw.get("DESCRIPTION", "")) == spared(note)


@pytest.mark.parametrize("char", ["a", "é", "李", "🦆", ","])
def test_a_long_line_is_folded_at_75_octets_and_at_whole_characters(char: str) -> None:
    text = _text(OutgoingEvent(UUID(int=1), char * 400, date(2019, 3, 20)))
    assert max(len(line.encode()) for line in text.split("\r\n")) in range(72, 76)
    assert str(_one(text)["SUMMARY"]) == char * 400


def test_the_same_entries_make_the_same_file() -> None:
    assert _text(FRIDAY, CALL) == _text(FRIDAY, CALL)


def _text(*entries: OutgoingEvent) -> str:
    return "".join(write(entries, name="Rapport", at=NOW))


def _one(text: str) -> Any:
    """The only event, as the library reads it."""
    (found,) = Calendar.from_ical(text).walk("VEVENT")
    return found
