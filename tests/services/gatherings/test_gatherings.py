"""Gatherings: ahead, gone to, in series, and what came of them."""

from datetime import time
from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from rapport.db import models
from rapport.domain.gatherings.gatherings import Attendance, GatheringKind
from rapport.services.errors import Invalid, Problem
from rapport.services.gatherings import gatherings
from rapport.services.gatherings import pages as gathering_pages
from rapport.services.gatherings.pages import Yield
from rapport.services.journal import undo
from rapport.services.people import pages as people_pages
from rapport.services.people import people
from rapport.services.pitches import opportunities
from tests.cast import FIRST_DAY, day
from tests.services.conftest import NOW
from tests.services.makers import a_coffee, a_crowd, a_gathering, a_person, many_coffees


def test_freelance_friday_gave_two_and_a_hello(owner_id: UUID, month: UUID) -> None:
    nora, priya, tom = (a_person(owner_id, name) for name in ("Nora", "Priya", "Tom"))
    friday = a_gathering(owner_id, "Freelance Friday")
    a_coffee(owner_id, nora, priya, gathering_id=friday)
    a_coffee(owner_id, tom, memorable=False, gathering_id=friday, others=2)
    page = gathering_pages.listing(owner_id, day(5))
    came = Yield(people=3, others=2, memorable=2, connections=2, hellos=1)
    assert [(row.name, row.came) for row in page.past] == [("Freelance Friday", came)]
    people.discard(owner_id, tom, at=NOW)
    assert gathering_pages.read(owner_id, friday).gathering.came == Yield(2, 2, 2, 2, 0)


def test_what_lies_ahead_comes_first_and_what_is_settled_is_past(owner_id: UUID) -> None:
    a_gathering(owner_id, "Panel", day(20), Attendance.GOING, starts_at=time(18, 30))
    a_gathering(owner_id, "Breakfast", day(8), Attendance.MAYBE)
    tonight = a_gathering(owner_id, "Drinks", day(5), Attendance.GOING)
    page = gathering_pages.listing(owner_id, day(5))
    assert [row.name for row in page.upcoming] == ["Drinks", "Breakfast", "Panel"]
    gatherings.attend(owner_id, tonight, Attendance.SKIPPED, at=NOW)
    page = gathering_pages.listing(owner_id, day(5))
    assert [row.name for row in page.past] == ["Drinks"]
    assert page.upcoming[-1].starts_at == time(18, 30)


def test_a_second_date_makes_a_series_whose_people_count_once(owner_id: UUID, month: UUID) -> None:
    nora, mae = a_person(owner_id, "Nora"), a_person(owner_id, "Mae")
    first = a_gathering(owner_id, "Freelance Friday")
    second = a_gathering(owner_id, "freelance friday", day(29))
    a_coffee(owner_id, nora, gathering_id=first)
    a_coffee(owner_id, nora, mae, on=day(29), gathering_id=second)
    (series,) = gathering_pages.listing(owner_id, day(30)).series
    assert (series.name, series.dates, series.last_on) == ("freelance friday", 2, day(29))
    assert (series.came.people, series.came.connections, series.came.memorable) == (2, 2, 2)
    assert [row.on for row in gathering_pages.read_series(owner_id, series.id).dates] == [day(29), day(1)]
    assert [row.id for row in gathering_pages.read(owner_id, first).other_dates] == [second]


def test_the_page_of_a_gathering_tells_whom_and_what_it_brought(owner_id: UUID, month: UUID) -> None:
    mary, alma = a_person(owner_id, "Mary"), a_person(owner_id, "Alma")
    panel = a_gathering(
        owner_id,
        "Ladies' Night",
        day(20),
        size=60,
        kind=GatheringKind.PANEL,
        stretch=True,
        invited_by=mary,
        found_how="Mary",
    )
    a_coffee(owner_id, alma, on=day(20), gathering_id=panel)
    opportunities.create(owner_id, opportunities.Draft("VR scripts", day(21), gathering_id=panel), at=NOW)
    page = gathering_pages.read(owner_id, panel)
    row = page.gathering
    assert (row.size, row.kind, row.stretch, row.found_how) == (60, GatheringKind.PANEL, True, "Mary")
    assert row.invited_by
    assert row.invited_by.name == "Mary"
    assert [part.person.name for each in page.interactions for part in each.people] == ["Alma"]
    assert [each.what for each in page.opportunities] == ["VR scripts"]


def test_one_name_one_day(owner_id: UUID) -> None:
    panel = a_gathering(owner_id, "Ladies’ Night")
    with pytest.raises(Invalid) as caught:
        a_gathering(owner_id, "LADIES' NIGHT")
    assert (caught.value.field, caught.value.code) == ("name", Problem.TAKEN)
    gatherings.discard(owner_id, panel, at=NOW)
    a_gathering(owner_id, "Ladies' Night")
    with pytest.raises(Invalid):
        gatherings.restore(owner_id, panel, at=NOW)


def test_an_edit_and_its_undo(owner_id: UUID) -> None:
    panel = a_gathering(owner_id, "Panel")
    draft = gatherings.Draft("Panel on VR", day(2), size=80, note="Bring cards")
    saved = gatherings.edit(owner_id, panel, draft, at=NOW)
    row = gathering_pages.read(owner_id, panel).gathering
    assert (row.name, row.on, row.size, row.note) == ("Panel on VR", day(2), 80, "Bring cards")
    assert saved.batch_id
    undo.undo(owner_id, saved.batch_id, at=NOW)
    assert gathering_pages.read(owner_id, panel).gathering.name == "Panel"


@pytest.mark.parametrize(
    "draft", [gatherings.Draft("", FIRST_DAY), gatherings.Draft("Panel", FIRST_DAY, size=0)]
)
def test_bad_input_is_refused(owner_id: UUID, draft: gatherings.Draft) -> None:
    with pytest.raises(Invalid):
        gatherings.create(owner_id, draft, at=NOW)


def test_a_gathering_in_the_bin_leaves_the_people_met(owner_id: UUID) -> None:
    nora = a_person(owner_id, "Nora")
    friday = a_gathering(owner_id, "Freelance Friday")
    a_coffee(owner_id, nora, gathering_id=friday)
    gatherings.discard(owner_id, friday, at=NOW)
    thread = people_pages.read(owner_id, nora).thread
    assert thread[0].row.gathering is None  # type: ignore[union-attr]  # an interaction
    with pytest.raises(LookupError):
        gathering_pages.read(owner_id, friday)


def test_a_series_is_renamed_binned_and_back(owner_id: UUID) -> None:
    a_gathering(owner_id, "Friday")
    friday = a_gathering(owner_id, "Friday", day(8))
    (series,) = gathering_pages.listing(owner_id, day(9)).series
    gatherings.edit_series(
        owner_id, series.id, gatherings.SeriesDraft("Freelance Friday", rhythm_days=7), at=NOW
    )
    assert gathering_pages.read_series(owner_id, series.id).series.rhythm_days == 7
    gatherings.discard_series(owner_id, series.id, at=NOW)
    assert gathering_pages.read(owner_id, friday).gathering.series is None
    gatherings.restore_series(owner_id, series.id, at=NOW)
    named = gathering_pages.read(owner_id, friday).gathering.series
    assert named
    assert named.name == "Freelance Friday"


@pytest.mark.parametrize("count", [3, 300])
def test_queries_do_not_grow_with_gatherings_nor_people(
    owner_id: UUID, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    rows = models.Gathering.objects.bulk_create(
        models.Gathering(owner_id=owner_id, name=f"G{n}", folded=f"g{n}", on=day(1)) for n in range(count)
    )
    many_coffees(owner_id, a_crowd(owner_id, count), gathering=rows[0])
    with django_assert_num_queries(11):
        gathering_pages.listing(owner_id, day(2))
    with django_assert_num_queries(8):
        assert len(gathering_pages.read(owner_id, rows[0].pk).interactions) == count
