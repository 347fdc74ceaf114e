"""What is coming in Portland, ranked by fit."""

from datetime import time
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rapport.db import models
from rapport.domain.gatherings.fit import Sign
from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.gatherings.listings import ListingReply, ListingStatus
from rapport.services import owners
from rapport.services.gatherings import listings
from rapport.services.gatherings import pages as gathering_pages
from rapport.services.gatherings.fits import coming
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.gatherings.test_listings import TODAY, a_listing, feed, names, portland  # noqa: F401 - fixtures
from tests.services.makers import a_coffee, a_gathering, a_person


def test_the_best_fit_stands_first_with_its_reasons(portland: UUID) -> None:  # noqa: F811 - fixture
    nora, friday = a_person(portland, "Nora"), a_gathering(portland, "Freelance Friday", day(1), size=5)
    a_coffee(portland, nora, gathering_id=friday, minutes=90)
    a_listing(portland, "Trade fair", day(16), size=4000)
    a_listing(portland, "VR Drinks", day(17), size=40)
    a_listing(portland, "Freelance Friday", day(22), size=5)
    a_listing(portland, "Far away", day(18), city="Seattle", size=20)
    found = coming(portland, TODAY).worth
    assert [one.listing.name for one in found] == [
        "Freelance Friday", "VR Drinks", "Trade fair", "Far away",
    ]  # fmt: skip
    friday_fit, vr, fair, far = (one.fit for one in found)
    assert friday_fit.has(Sign.SERIES_GAVE)
    assert friday_fit.has(Sign.KNOWN_THERE)
    assert vr.has(Sign.ON_TOPIC)
    assert far.has(Sign.FAR)
    assert fair.has(Sign.CONFERENCE)


def test_later_dates_of_one_name_are_folded_into_the_first(portland: UUID) -> None:  # noqa: F811 - fixture
    for number in (18, 25, 30):
        a_listing(portland, "VR Drinks", day(number))
    (only,) = coming(portland, TODAY).worth
    assert (only.listing.on, only.more) == (day(18), (day(25), day(30)))
    assert only.fit.has(Sign.COMES_AGAIN)
    assert only.starts
    assert only.starts.time() == time(18, 30)


def test_an_evening_given_away_is_busy(portland: UUID) -> None:  # noqa: F811 - fixture
    a_gathering(portland, "Ladies' Night", day(20), Attendance.GOING, starts_at=time(19), ends_at=time(22))
    a_listing(portland, "VR Drinks", day(20))
    (only,) = coming(portland, TODAY).worth
    assert [one.names for one in only.fit.reasons if one.sign is Sign.IS_BUSY] == [("Ladies' Night",)]
    maybe = a_gathering(portland, "Maybe", day(21), Attendance.MAYBE, starts_at=time(18))
    a_listing(portland, "Free", day(21))
    assert not any(one.fit.has(Sign.IS_BUSY) for one in coming(portland, TODAY).worth[:1])
    assert maybe


def test_what_one_goes_to_stands_by_date_and_maybes_by_fit(portland: UUID) -> None:  # noqa: F811 - fixture
    a_gathering(portland, "Second", day(22), Attendance.GOING)
    a_gathering(portland, "First", day(20), Attendance.GOING, size=900)
    a_gathering(portland, "A fair", day(18), Attendance.MAYBE, size=900)
    a_gathering(portland, "A few", day(25), Attendance.MAYBE, size=9)
    page = coming(portland, TODAY)
    assert [one.gathering.name for one in page.going] == ["First", "Second"]
    assert [one.gathering.name for one in page.maybe] == ["A few", "A fair"]


def test_a_cancelled_one_says_so(portland: UUID) -> None:  # noqa: F811 - fixture
    pk = a_listing(portland)
    listings.reply(portland, pk, ListingReply.GOING, at=NOW)
    assert not coming(portland, TODAY).going[0].is_cancelled
    models.Listing.objects.filter(pk=pk).update(status=ListingStatus.CANCELLED)
    models.Owner.objects.filter(pk=portland).update(revision=10_000)
    assert coming(portland, TODAY).going[0].is_cancelled


def test_a_series_that_was_let_go_is_not_proposed(portland: UUID) -> None:  # noqa: F811 - fixture
    for number in (1, 8):
        a_gathering(portland, "Freelance Friday", day(number))
    (series,) = gathering_pages.listing(portland, TODAY).series
    models.Series.objects.filter(pk=series.id).update(let_go_on=day(9))
    a_listing(portland, "Freelance Friday", day(22))
    assert names(portland) == []


@pytest.mark.parametrize("count", [2, 40])
def test_the_number_of_queries_stays_the_same(portland: UUID, count: int) -> None:  # noqa: F811 - fixture
    for number in range(count):
        a_listing(portland, f"Night {number}", day(16 + number % 10))
        a_gathering(portland, f"Evening {number}", day(16 + number % 10), Attendance.GOING)
    owners.edit(portland, at=NOW, name=str(count))  # nothing of it is remembered
    with CaptureQueriesContext(connection) as asked:
        coming(portland, TODAY)
    assert len(asked) == 11
