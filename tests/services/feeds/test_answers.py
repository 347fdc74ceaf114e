"""What is said to an announced gathering, and what becomes of it: in the calendar, and folded over feeds."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from rapport.db.models import Listing
from rapport.domain.gatherings.listings import ListingReply
from rapport.services import owners
from rapport.services.exports import calendar as my_calendar
from rapport.services.feeds import feeds
from rapport.services.feeds.subscriptions import Draft
from rapport.services.gatherings import fits as gathering_fits
from rapport.services.gatherings import listings
from tests.services.conftest import NOW
from tests.services.feeds.makers import URL, Web, calendar, event, web

SAMPLES = Path(__file__).parents[2] / "samples" / "feeds"
LATER = NOW + timedelta(hours=7)
PORTLAND = ZoneInfo("America/Los_Angeles")
FRIDAY = event("ff", "20190405T190000", LOCATION="CENTRL")
PANEL = event("panel", "20190410T180000", "Panel")
BRUNCH = event("brunch", "20190414T110000", "Brunch")


@pytest.fixture
def owner(owner_id: UUID) -> UUID:
    owners.edit(owner_id, at=NOW, time_zone="America/Los_Angeles")
    return owner_id


@pytest.fixture
def net(monkeypatch: pytest.MonkeyPatch) -> Web:
    made = web(monkeypatch)
    made.pages[URL] = calendar(FRIDAY, PANEL, BRUNCH)
    return made


def added(owner: UUID, url: str = URL, today: date = date(2019, 3, 30)) -> UUID:
    return feeds.add(owner, Draft(url), at=NOW, today=today).saved.id


def exported(owner: UUID) -> dict[str, tuple[datetime, str]]:
    found: Any = Calendar.from_ical(my_calendar.export(owner, at=LATER)).walk("VEVENT")
    return {
        str(each["SUMMARY"]): (each["DTSTART"].dt.astimezone(PORTLAND), str(each.get("STATUS")))
        for each in found
    }


def answer(owner: UUID, name: str, said: ListingReply) -> None:
    listings.reply(owner, Listing.objects.get(owner_id=owner, name=name).pk, said, at=NOW)


def test_going_and_maybe_are_in_the_calendar_and_a_no_is_not(owner: UUID, net: Web) -> None:
    pk = added(owner)
    answer(owner, "Freelance Friday", ListingReply.GOING)
    answer(owner, "Panel", ListingReply.MAYBE)
    answer(owner, "Brunch", ListingReply.NOT_FOR_ME)
    assert exported(owner) == {
        "Freelance Friday": (datetime(2019, 4, 5, 19, tzinfo=PORTLAND), "CONFIRMED"),
        "Panel": (datetime(2019, 4, 10, 18, tzinfo=PORTLAND), "TENTATIVE"),
    }
    moved = event("ff", "20190412T183000", LOCATION="CENTRL")
    off = event("panel", "20190410T180000", "Panel", STATUS="CANCELLED")
    net.pages[URL] = calendar(moved, off, BRUNCH)
    feeds.refresh(owner, pk, at=LATER, today=date(2019, 3, 30))
    assert exported(owner) == {
        "Freelance Friday": (datetime(2019, 4, 12, 18, 30, tzinfo=PORTLAND), "CONFIRMED"),
        "Panel": (datetime(2019, 4, 10, 18, tzinfo=PORTLAND), "CANCELLED"),
    }


@pytest.mark.parametrize(
    ("samples", "shown"),
    [
        (("meetup_group.ics", "meetup_event_page.html"), ["Indie Makers Night"]),
        (("luma_calendar.ics", "luma_calendar_page.html"), ["Founders Dinner"]),
        (("mobilizon_group.ics", "no_offset_in_local_time.html"), ["Install party", "Local"]),
    ],
)
def test_a_calendar_and_a_page_of_one_group_tell_of_one_evening(
    owner: UUID, net: Web, samples: tuple[str, ...], shown: list[str]
) -> None:
    today = date(2026, 3, 1)
    owners.edit(owner, at=NOW, time_zone="Europe/Paris")
    for name in samples:
        url = f"https://feeds.example/{name}"
        net.pages[url] = (SAMPLES / name).read_bytes()
        added(owner, url, today)
    worth = gathering_fits.coming(owner, today).worth
    assert sorted(one.listing.name for one in worth) == shown
    assert Listing.objects.of(owner).count() == 2  # both are kept, and one of them is shown
