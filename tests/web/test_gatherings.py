"""Gatherings: coming, past with what each gave, in series."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from rapport.domain.gatherings.gatherings import Attendance
from rapport.services.gatherings import gatherings
from rapport.services.gatherings import pages as gathering_pages
from tests.services.makers import a_coffee, a_gathering, a_person
from tests.web.portland import NOW, TODAY, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]


@pytest.fixture
def evening(owner_id: UUID) -> UUID:  # noqa: F811 - the fixture
    """Ladies' Night, yesterday: Mary and Teo to remember, two hellos."""
    pk = a_gathering(owner_id, "Ladies’ Night", TODAY - timedelta(days=1), size=1200, stretch=True)
    both = (a_person(owner_id, "Mary"), a_person(owner_id, "Teo"))
    a_coffee(owner_id, *both, on=TODAY - timedelta(days=1), gathering_id=pk, others=2)
    return pk


def test_an_empty_page_says_how_to_begin(visitor: Client) -> None:
    assert "No gathering is written down yet." in words(visitor.get("/gatherings"))


def test_what_comes_stands_before_what_was(visitor: Client, owner_id: UUID, evening: UUID) -> None:  # noqa: F811 - fixture
    a_gathering(owner_id, "Freelance Friday", TODAY + timedelta(days=7), Attendance.GOING)
    said = words(visitor.get("/gatherings"))
    assert "Coming Freelance Friday Friday 22 March" in said
    past = "Ladies’ Night 1,200 people, a stretch 2 met, 2 connections, 2 to remember, 2 hellos"
    assert f"Past, and what each gave {past} yesterday" in said


def test_a_past_one_asks_whether_you_went(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    pk = a_gathering(owner_id, "Panel", TODAY - timedelta(days=2), Attendance.MAYBE)
    page = visitor.get("/gatherings")
    assert "Did you go?" in words(page)
    address = f"/gatherings/{pk}/attend"
    done = visitor.post(address, posted(page, address) | {"attendance": "skipped"}, follow=True)
    assert "Noted: Skipped." in words(done)
    assert gathering_pages.read(owner_id, pk).gathering.attendance is Attendance.SKIPPED
    assert visitor.post(address, {"attendance": "dreamt"}).status_code == 404


def test_its_page_tells_whom_you_met_with_the_verdicts(visitor: Client, evening: UUID) -> None:
    said = words(visitor.get(f"/gatherings/{evening}"))
    assert "Connection Mary Edit : Mary It counts: you met Mary for the first time, in person" in said
    assert "While it is fresh" not in said


def test_after_the_evening_it_asks_whom_you_met(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    pk = a_gathering(owner_id, "Freelance Friday", TODAY - timedelta(days=1))
    page = visitor.get(f"/gatherings/{pk}")
    assert "While it is fresh: who did you meet" in words(page)
    assert f'href="/gatherings/{pk}/debrief"' in page.content.decode()
    listed = words(visitor.get("/gatherings"))
    assert "How was Freelance Friday? Yesterday (Thursday 14 March)." in listed


def test_one_is_added_edited_and_binned(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    a_person(owner_id, "Karen")
    fields = posted(visitor.get("/gatherings/new"), "/gatherings/new")
    assert (fields["on"], fields["attendance"], fields["kind"]) == ("2019-03-15", "going", "meetup")
    more = {
        "name": "Freelance Friday",
        "starts_at": "08:30",
        "size": "5",
        "invited_by": "Karen",
        "stretch": "on",
    }
    made = visitor.post("/gatherings/new", fields | more, follow=True)
    said = words(made)
    assert "Written down." in said
    assert "Today (Friday 15 March), 08:30" in said
    assert "Invited by Karen" in said
    address = made.redirect_chain[-1][0]
    again = posted(visitor.get(f"{address}/edit"), f"{address}/edit")
    assert again["starts_at"] == "08:30"
    assert "Changed." in words(visitor.post(f"{address}/edit", again | {"place": "Café"}, follow=True))
    assert "Freelance Friday is in the bin" in words(visitor.post(f"{address}/bin", follow=True))


def test_the_same_name_on_the_same_day_is_refused(visitor: Client, evening: UUID) -> None:
    fields = posted(visitor.get("/gatherings/new"), "/gatherings/new")
    page = visitor.post("/gatherings/new", fields | {"name": "ladies' night", "on": "2019-03-14"})
    assert "There is one of that name already." in words(page)


def test_a_second_date_makes_a_series_with_a_page(visitor: Client, owner_id: UUID, evening: UUID) -> None:  # noqa: F811 - fixture
    later = a_gathering(owner_id, "Ladies’ Night", TODAY + timedelta(days=27), Attendance.GOING)
    series = gathering_pages.read(owner_id, later).gathering.series
    assert series
    said = words(visitor.get("/gatherings"))
    assert "What they give you Ladies’ Night 2 people to remember of 4 met, in one visit" in said
    address = f"/series/{series.id}"
    assert "Its dates" in words(visitor.get(address))
    fields = posted(visitor.get(f"{address}/edit"), f"{address}/edit")
    changed = visitor.post(f"{address}/edit", fields | {"rhythm_days": "28"}, follow=True)
    assert "every 4 weeks" in words(changed)
    gone = visitor.post(f"{address}/bin", follow=True)
    assert "The series is in the bin, for 30 days. Its dates stay." in words(gone)
    assert visitor.get(address).status_code == 404


@pytest.mark.parametrize("count", [3, 60])
def test_queries_do_not_grow_with_gatherings(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    django_assert_max_num_queries: Any,
    count: int,
) -> None:
    for number in range(count):
        draft = gatherings.Draft(f"Evening {number}", TODAY - timedelta(days=number), Attendance.WENT)
        gatherings.create(owner_id, draft, at=NOW)
    with django_assert_max_num_queries(36):
        page = visitor.get("/gatherings")
    assert ("Page 1 of 2" in words(page)) == (count > 50)


@pytest.mark.parametrize(
    "address", ["/gatherings/{}", "/gatherings/{}/edit", "/series/{}", "/series/{}/edit"]
)
def test_an_unknown_one_is_not_there(visitor: Client, address: str) -> None:
    assert visitor.get(address.format(UUID(int=1))).status_code == 404
