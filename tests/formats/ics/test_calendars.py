"""Events to come: what a feed of gatherings says, with nobody invited."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest

from rapport.formats.ics import CalendarEvent, Status, Window, events
from rapport.formats.ics.guests import Answer, GuestKind
from tests.formats.ics.making import COFFEE, MARCH, SAMPLES, calendar, dates, event


def test_a_meetup_says_what_where_and_when() -> None:
    (found,) = dates((SAMPLES / "meetup_feed_without_guests.ics").read_bytes(), MARCH)
    assert (found.uid, found.title) == ("event_1@meetup.com", "Freelance Friday")
    assert found.place == "The Hub (10 Main St, Portland, OR)"
    assert found.url == "https://www.meetup.com/pdx/events/1/"
    assert found.description.splitlines()[:2] == ["Portland Freelancers", "Friday, March 15 at 6:30 PM"]
    assert (found.status, found.organiser, found.guests) == (Status.CONFIRMED, None, ())
    assert isinstance(found.start, datetime)
    assert (found.start.hour, str(found.start.tzinfo)) == (18, "America/Los_Angeles")
    assert found.starts_at == datetime(2019, 3, 16, 1, 30, tzinfo=UTC)
    assert not found.is_series


def test_a_city_feed_says_who_hosts_and_that_it_is_not_settled() -> None:
    (found,) = dates((SAMPLES / "luma_city_feed.ics").read_bytes(), MARCH)
    assert found.organiser is not None
    assert (found.organiser.name, found.status) == ("Nora Lindqvist", Status.TENTATIVE)
    assert found.starts_at == datetime(2019, 3, 15, 1, 30, tzinfo=UTC)


def test_a_birthday_is_a_whole_day_that_stays_free() -> None:
    (found,) = dates((SAMPLES / "birthday.ics").read_bytes(), MARCH)
    assert (found.start, found.is_all_day, found.is_free, found.is_series) == (
        date(2019, 3, 5),
        True,
        True,
        True,
    )
    assert found.end is None


def test_two_days_end_on_the_day_after() -> None:
    (found,) = dates((SAMPLES / "whole_day_offsite.ics").read_bytes(), MARCH)
    assert (found.start, found.end) == (date(2019, 3, 7), date(2019, 3, 9))


def test_a_cancelled_date_is_told_as_cancelled() -> None:
    found = dates((SAMPLES / "instance_cancelled.ics").read_bytes(), MARCH)
    assert [each.status for each in found] == [Status.CONFIRMED, Status.CANCELLED]
    found = dates((SAMPLES / "letter_that_cancels.ics").read_bytes(), MARCH)
    assert [each.status for each in found] == [Status.CANCELLED]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,hi",
        "https://a b",
        "http",
        "https://" + "a" * 3000,
        "file:///etc",
    ],
)
def test_only_addresses_of_the_web_are_kept(url: str) -> None:
    (found,) = dates(calendar(event(*COFFEE, f"URL:{url}")))
    assert found.url == ""


def test_a_long_description_is_cut() -> None:
    (found,) = dates(calendar(event(*COFFEE, "DESCRIPTION:" + "word " * 5_000)))
    assert len(found.description) in range(3_990, 4_001)


def test_guests_are_people_lists_and_rooms_with_their_answers() -> None:
    (found,) = dates((SAMPLES / "rooms_and_lists.ics").read_bytes(), MARCH)
    assert [(each.kind, each.answer) for each in found.guests] == [
        (GuestKind.ROOM, Answer.NONE),
        (GuestKind.GROUP, Answer.NONE),
        (GuestKind.PERSON, Answer.YES),
    ]


@pytest.mark.parametrize(
    "value",
    [
        "mailto:",
        "mailto:tom",
        "tom@",
        "@example.org",
        "a@b@c",
        "mailto:a b@example.org",
        "x" * 300 + "@example.org",
    ],
)
def test_what_is_no_address_is_nobody(value: str) -> None:
    (found,) = dates(calendar(event(*COFFEE, f"ATTENDEE;CN=Tom:{value}")))
    assert [each.address for each in found.guests] == ["mary@example.org"]


def test_events_without_guests_can_be_left_aside() -> None:
    data = (SAMPLES / "meetup_feed_without_guests.ics").read_bytes()
    assert list(events(BytesIO(data), Window(*MARCH), with_guests=True)) == []


def test_a_change_with_guests_brings_in_its_series_without() -> None:
    alone = "\r\n".join(
        ("BEGIN:VEVENT", "UID:one", "DTSTART:20190305T170000Z", "RRULE:FREQ=WEEKLY;COUNT=2", "END:VEVENT")
    )
    changed = event("RECURRENCE-ID:20190312T170000Z", "DTSTART:20190312T180000Z")
    found = list(events(BytesIO(calendar(alone, changed)), Window(*MARCH), with_guests=True))
    assert [len(each.guests) for each in found if isinstance(each, CalendarEvent)] == [0, 1]


def test_what_stands_alone_is_told_on_the_way_and_a_series_when_it_is_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("rapport.formats.ics.calendars.MAX_HELD", 100)
    weekly = event("DTSTART:20190304T170000Z", "RRULE:FREQ=WEEKLY;COUNT=2", "SUMMARY:Weekly")
    moved = event("RECURRENCE-ID:20190311T170000Z", "DTSTART:20190312T170000Z", "SUMMARY:Moved")
    coffees = [event(*COFFEE, uid=f"u{number}") for number in range(3)]
    data = calendar(weekly, *coffees[:2], "BEGIN:VEVENT\r\nUID:cut", coffees[2], moved)
    found = list(events(BytesIO(data), Window(*MARCH)))
    told = [each.title if isinstance(each, CalendarEvent) else str(each.trouble) for each in found]
    assert told == ["Coffee", "Coffee", "not_understood", "Coffee", "Weekly", "Moved"]
    assert [each.where.record for each in found] == [1, 2, 3, 4, 5, 5]
    rest = list(events(BytesIO(data), Window(*MARCH), start=3))
    assert rest == found[3:]


def test_a_zone_that_is_defined_late_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    data = (SAMPLES / "zone_defined_after_its_event.ics").read_bytes()
    before = dates(data, MARCH)
    monkeypatch.setattr("rapport.formats.ics.calendars.MAX_HELD", 1)
    assert dates(data, MARCH) == before


def test_series_that_wait_too_long_are_told_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rapport.formats.ics.calendars.MAX_HELD", 100)
    monkeypatch.setattr("rapport.formats.ics.calendars.MAX_SERIES", 0)
    series = [event("DTSTART:20190304T170000Z", "RRULE:FREQ=WEEKLY;COUNT=2", uid=f"u{n}") for n in range(3)]
    assert len(dates(calendar(*series), MARCH)) == 6
