"""Evenings that are taken, from the file of one's own calendar."""

from uuid import UUID

import pytest

from rapport.db import models
from rapport.domain.gatherings.fit import Sign
from rapport.services.gatherings import engagements
from rapport.services.gatherings.fits import coming
from tests.cast import day
from tests.services.gatherings.test_listings import TODAY, a_listing, feed, portland  # noqa: F401 - fixtures

HEAD, FOOT = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Karen//EN\r\n", "END:VCALENDAR\r\n"


def an_entry(title: str, starts: str, ends: str, *more: str) -> str:
    lines = (
        "BEGIN:VEVENT", f"UID:{title}@example.org", "DTSTAMP:20190301T000000Z", f"SUMMARY:{title}",
        f"DTSTART;TZID=America/Los_Angeles:{starts}", f"DTEND;TZID=America/Los_Angeles:{ends}", *more,
        "END:VEVENT",
    )  # fmt: skip
    return "".join(f"{line}\r\n" for line in lines)


def a_calendar(*entries: str) -> bytes:
    return (HEAD + "".join(entries) + FOOT).encode()


CHOIR = an_entry("Choir", "20190320T180000", "20190320T200000", "RRULE:FREQ=WEEKLY;COUNT=3")


def test_a_taken_evening_speaks_against_a_gathering_and_a_free_one_is_told(portland: UUID) -> None:  # noqa: F811
    a_listing(portland, "VR Drinks", day(20), size=20)
    a_listing(portland, "VR Lunch", day(21), size=20)
    assert engagements.take_in(portland, a_calendar(CHOIR), today=TODAY) == 3
    fits = {one.listing.name: one.fit for one in coming(portland, TODAY).worth}
    busy = [one for one in fits["VR Drinks"].reasons if one.sign is Sign.IS_BUSY]
    assert [one.names for one in busy] == [("Choir",)]
    assert fits["VR Lunch"].has(Sign.IS_FREE)
    assert fits["VR Lunch"].score > fits["VR Drinks"].score


def test_the_same_gathering_in_the_calendar_does_not_stand_in_its_own_way(portland: UUID) -> None:  # noqa: F811
    a_listing(portland, "VR Drinks", day(20), size=20)
    engagements.take_in(
        portland, a_calendar(an_entry("VR drinks", "20190320T183000", "20190320T203000")), today=TODAY
    )
    (only,) = coming(portland, TODAY).worth
    assert not only.fit.has(Sign.IS_BUSY)


def test_a_second_file_replaces_the_first_and_it_can_be_forgotten(portland: UUID) -> None:  # noqa: F811
    engagements.take_in(portland, a_calendar(CHOIR), today=TODAY)
    lunch = an_entry("Lunch", "20190319T120000", "20190319T130000")
    assert engagements.take_in(portland, a_calendar(lunch), today=TODAY) == 1
    assert models.Engagement.objects.get().title == "Lunch"
    engagements.forget(portland)
    assert engagements.count(portland) == 0


def test_journeys_whole_days_and_what_is_cancelled_take_no_evening(portland: UUID) -> None:  # noqa: F811
    data = a_calendar(
        an_entry("Off", "20190320T180000", "20190320T200000", "STATUS:CANCELLED"),
        an_entry("Journey", "20190320T080000", "20190323T080000"),
        "BEGIN:VEVENT\r\nUID:1@x\r\nDTSTAMP:20190301T000000Z\r\nSUMMARY:Birthday\r\n"
        "DTSTART;VALUE=DATE:20190320\r\nEND:VEVENT\r\n",
    )
    assert engagements.take_in(portland, data, today=TODAY) == 0


@pytest.mark.parametrize("data", [b"", b"hello", b"<html><body>no</body></html>", b"\x00\x01" * 100])
def test_what_is_no_calendar_keeps_what_was_known(portland: UUID, data: bytes) -> None:  # noqa: F811
    engagements.take_in(portland, a_calendar(CHOIR), today=TODAY)
    with pytest.raises(engagements.NotACalendar):
        engagements.take_in(portland, data, today=TODAY)
    assert engagements.count(portland) == 3
