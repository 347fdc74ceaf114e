"""Announced gatherings in the browser: ranked with reasons, answered in one tap."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from rapport.db import models
from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.gatherings.listings import ListingStatus
from rapport.services import owners
from tests.services.gatherings.test_engagements import a_calendar, an_entry
from tests.services.gatherings.test_listings import a_listing
from tests.services.makers import a_gathering
from tests.web.portland import NOW, TODAY, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]
SOON = TODAY + timedelta(days=3)
CALENDAR = "/gatherings/calendar"


@pytest.fixture
def drinks(owner_id: UUID) -> UUID:  # noqa: F811 - the fixture
    owners.edit(owner_id, at=NOW, topics=" vr ", time_zone="America/Los_Angeles")
    return a_listing(owner_id, "VR Drinks", SOON, size=20, price=0.0, about="An evening <b>on VR</b>.")


def test_it_stands_with_its_reasons_and_the_numbers_behind(visitor: Client, drinks: UUID) -> None:
    told = words(visitor.get("/gatherings"))
    assert (
        "Worth going to The best fit first, each with its reasons. VR Drinks Monday 18 March, 18:30" in told
    )
    assert "Small: 20 people, about vr, in your city." in told
    assert "To expect about 0.9 people to remember in one visit" in told
    assert "a first guess: you have not been to one like it" in told


def test_one_tap_answers_and_another_takes_it_back(visitor: Client, drinks: UUID) -> None:
    address = f"/listings/{drinks}/reply"
    page = visitor.get("/gatherings")
    done = visitor.post(address, posted(page, address) | {"reply": "going"}, follow=True)
    told = words(done)
    assert "VR Drinks is in your calendar. Undo" in told
    assert "Coming VR Drinks Monday 18 March, 18:30" in told
    assert "Worth going to" not in told
    assert models.Gathering.objects.get().attendance == Attendance.GOING
    assert "You answered it already." in words(visitor.get(f"/listings/{drinks}"))
    assert visitor.post(address, {"reply": "perhaps"}).status_code == 404


def test_a_no_is_kept_until_it_is_forgiven(visitor: Client, drinks: UUID) -> None:
    visitor.post(f"/listings/{drinks}/reply", {"reply": "not_for_me"})
    told = words(visitor.get("/gatherings"))
    assert "VR Drinks will not be proposed again." in told
    a_gathering(owners.local_owner().id, "Other", TODAY + timedelta(days=1), Attendance.GOING)
    assert "What you said no to VR Drinks Monday 18 March Propose it again" in words(
        visitor.get("/gatherings")
    )
    visitor.post(f"/listings/{drinks}/forgive")
    assert "Small: 20 people" in words(visitor.get("/gatherings"))


def test_its_page_tells_what_the_host_says_and_nothing_runs(visitor: Client, drinks: UUID) -> None:
    page = visitor.get(f"/listings/{drinks}")
    assert "What its host says An evening <b>on VR</b>." in words(page)
    assert "&lt;b&gt;on VR" in page.content.decode()
    models.Listing.objects.filter(pk=drinks).update(status=ListingStatus.CANCELLED)
    assert "It was cancelled, or its feed no longer tells of it." in words(visitor.get(f"/listings/{drinks}"))


def test_a_maybe_becomes_a_yes_in_one_tap(visitor: Client, drinks: UUID) -> None:
    visitor.post(f"/listings/{drinks}/reply", {"reply": "maybe"})
    pk = models.Gathering.objects.get().pk
    address = f"/gatherings/{pk}/attend"
    page = visitor.get("/gatherings")
    visitor.post(address, posted(page, address) | {"attendance": "going"})
    assert models.Gathering.objects.get().attendance == Attendance.GOING


def test_many_are_shown_in_two_steps(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    for number in range(12):
        a_listing(owner_id, f"Night {number}", SOON)
    assert "and 4 more" in words(visitor.get("/gatherings"))
    assert "and 4 more" not in words(visitor.get("/gatherings?all=1"))


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_unknown_one_is_not_there(visitor: Client, method: str) -> None:
    address = f"/listings/{UUID(int=1)}"
    if method == "get":
        assert visitor.get(address).status_code == 404
    else:
        assert visitor.post(f"{address}/reply", {"reply": "going"}).status_code == 404
        assert visitor.post(f"{address}/forgive").status_code == 404


def test_the_own_calendar_is_given_and_forgotten(visitor: Client, drinks: UUID) -> None:
    data = a_calendar(an_entry("Choir", f"{SOON:%Y%m%d}T180000", f"{SOON:%Y%m%d}T200000"))
    given = {"file": SimpleUploadedFile("mine.ics", data)}
    assert "1 time of the next months is taken." in words(visitor.post(CALENDAR, given, follow=True))
    told = words(visitor.get("/gatherings"))
    assert "Something else is in your calendar then: Choir" in told
    assert "1 time is known to be taken." in told
    assert "Choose the file of your calendar first." in words(visitor.post(CALENDAR, follow=True))
    bad = {"file": SimpleUploadedFile("mine.ics", b"hello")}
    assert "This is no calendar that can be read" in words(visitor.post(CALENDAR, bad, follow=True))
    assert "Your calendar is forgotten." in words(visitor.post(CALENDAR, {"go": "forget"}, follow=True))
    assert "Something else" not in words(visitor.get("/gatherings"))
