"""Announced gatherings answered, and what becomes of them."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from rapport.db import models
from rapport.domain.gatherings.gatherings import Attendance, GatheringKind
from rapport.domain.gatherings.listings import ListingReply, ListingStatus
from rapport.domain.text import fold
from rapport.services import owners
from rapport.services.gatherings import listings
from rapport.services.gatherings import pages as gathering_pages
from rapport.services.gatherings.fits import coming
from rapport.services.journal import undo
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_gathering

TODAY, SOON = day(15), day(20)


@pytest.fixture
def portland(owner_id: UUID) -> UUID:
    owners.edit(owner_id, at=NOW, time_zone="America/Los_Angeles", topics=" vr food-writing ")
    return owner_id


@pytest.fixture
def feed(portland: UUID) -> models.Subscription:
    return models.Subscription.objects.create(
        owner_id=portland, name="Portland this week", url="https://example.org/feed.ics"
    )


def a_listing(owner_id: UUID, name: str = "VR Drinks", on: date = SOON, **facts: Any) -> UUID:
    """One date, as a feed told it: 18:30 in Portland is 01:30 of the next day in UTC."""
    hour = datetime.combine(on + timedelta(days=1), time(1, 30), UTC)
    known = {
        "uid": uuid4().hex, "name": name, "folded": fold(name), "on": on, "starts_at": hour,
        "ends_at": hour + timedelta(hours=2), "place": "The Hub, 1 Main St", "city": "Portland",
        "seen_at": NOW, **facts,
    }  # fmt: skip
    return models.Listing.objects.create(owner_id=owner_id, **known).pk


def names(owner_id: UUID) -> list[str]:
    return [one.listing.name for one in coming(owner_id, TODAY).worth]


def test_going_makes_it_a_gathering_at_its_local_hour(portland: UUID, feed: models.Subscription) -> None:
    pk = a_listing(portland, "VR panel", subscription=feed, size=40, price=0.0, url="https://example.org/vr")
    saved = listings.reply(portland, pk, ListingReply.GOING, at=NOW)
    row = gathering_pages.read(portland, saved.id).gathering
    assert (row.name, row.on, row.starts_at, row.ends_at) == ("VR panel", day(20), time(18, 30), time(20, 30))
    assert (row.attendance, row.kind, row.size) == (Attendance.GOING, GatheringKind.PANEL, 40)
    assert (row.city, row.price, row.url) == ("Portland", 0.0, "https://example.org/vr")
    assert (row.found_how, row.topics) == ("Portland this week", ("vr",))
    assert row.spot == owners.read(portland).place
    assert names(portland) == []
    assert [one.gathering.name for one in coming(portland, TODAY).going] == ["VR panel"]


def test_one_tap_is_one_step_to_take_back(portland: UUID) -> None:
    pk = a_listing(portland)
    saved = listings.reply(portland, pk, ListingReply.MAYBE, at=NOW)
    assert [one.gathering.attendance for one in coming(portland, TODAY).maybe] == [Attendance.MAYBE]
    assert saved.batch_id
    undo.undo(portland, saved.batch_id, at=NOW)
    assert names(portland) == ["VR Drinks"]
    assert not models.Gathering.objects.exists()


def test_one_that_is_written_down_already_is_found(portland: UUID) -> None:
    mine = a_gathering(portland, "vr drinks", day(20), Attendance.MAYBE)
    pk = a_listing(portland)
    assert names(portland) == []
    assert listings.reply(portland, pk, ListingReply.GOING, at=NOW).id == mine
    assert gathering_pages.read(portland, mine).gathering.attendance is Attendance.GOING


def test_not_for_me_hides_all_its_dates_until_it_is_forgiven(portland: UUID) -> None:
    pk = a_listing(portland, "Knitting", day(18), uid="knit", instance="1")
    a_listing(portland, "Knitting", day(25), uid="knit", instance="2")
    listings.reply(portland, pk, ListingReply.NOT_FOR_ME, at=NOW)
    assert names(portland) == []
    assert [row.id for row in listings.refused(portland, TODAY)] == [pk]
    listings.forgive(portland, pk, at=NOW)
    assert names(portland) == ["Knitting"]


def test_a_no_after_a_yes_is_skipped(portland: UUID) -> None:
    pk = a_listing(portland)
    made = listings.reply(portland, pk, ListingReply.GOING, at=NOW).id
    assert listings.reply(portland, pk, ListingReply.NOT_FOR_ME, at=NOW).id == made
    assert gathering_pages.read(portland, made).gathering.attendance is Attendance.SKIPPED


def test_a_second_date_said_yes_to_makes_a_series(portland: UUID) -> None:
    for on in (day(18), day(25)):
        listings.reply(portland, a_listing(portland, "VR Drinks", on), ListingReply.GOING, at=NOW)
    (series,) = gathering_pages.listing(portland, TODAY).series
    assert series.name == "VR Drinks"


def test_what_is_cancelled_gone_or_told_twice_is_not_proposed(
    portland: UUID, feed: models.Subscription
) -> None:
    first = models.Listing.objects.get(pk=a_listing(portland))
    a_listing(portland, "The same", same_as=first)
    a_listing(portland, "Off", status=ListingStatus.CANCELLED)
    a_listing(portland, "Gone", status=ListingStatus.GONE)
    a_listing(portland, "Past", day(14))
    a_listing(portland, "Unsubscribed", subscription=feed)
    feed.binned_at = NOW
    feed.save()
    assert names(portland) == ["VR Drinks"]


def test_a_whole_day_has_no_hour(portland: UUID) -> None:
    pk = a_listing(portland, "Open studios", starts_at=None, ends_at=None)
    made = listings.reply(portland, pk, ListingReply.GOING, at=NOW).id
    row = gathering_pages.read(portland, made).gathering
    assert (row.on, row.starts_at, row.ends_at) == (day(20), None, None)


def test_nobody_answers_for_another(portland: UUID) -> None:
    other = models.Owner.objects.create()
    pk = a_listing(other.pk)
    for call in (
        lambda: listings.read(portland, pk),
        lambda: listings.reply(portland, pk, ListingReply.GOING, at=NOW),
        lambda: listings.forgive(portland, pk, at=NOW),
    ):
        with pytest.raises(LookupError):
            call()
