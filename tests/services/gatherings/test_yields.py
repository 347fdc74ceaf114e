"""What gatherings gave: with the story's month, and by hand."""

from datetime import date
from uuid import UUID

import pytest

from rapport.db import models
from rapport.domain.gatherings.debrief import Entry
from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.gatherings.yields import Advice
from rapport.services import owners
from rapport.services.gatherings import debriefs
from rapport.services.gatherings import pages as gathering_pages
from rapport.services.gatherings import yields as gathering_yields
from rapport.services.gatherings.yields import open_yields
from rapport.services.journal import undo
from rapport.services.pitches import opportunities
from rapport.services.setup import demo
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_coffee, a_gathering, a_person


@pytest.fixture
def story(db: None) -> UUID:
    """STORY.md's month, as the demo tells it."""
    demo.load(at=NOW)
    return owners.local_owner().id


def test_the_story_proposes_freelance_friday_monthly(story: UUID) -> None:
    told = {one.told.name: one for one in open_yields(story, demo.LAST).series}
    friday = told["Freelance Friday"]
    assert friday.told.advice is Advice.GO_REGULARLY
    assert (friday.rhythm_days, friday.next_on, friday.is_planned) == (28, date(2019, 4, 5), True)
    assert (friday.told.came.memorable, friday.told.came.met) == (3, 5)
    assert friday.told.came.rate.per_hour == 2.0


def test_the_story_gives_the_conference_three_people_not_three_thousand(story: UUID) -> None:
    told = {one.told.name: one.told for one in open_yields(story, demo.LAST).series}
    fair = told["National Writers' Conference"]
    assert fair.advice is Advice.THREE_PEOPLE
    assert (fair.came.memorable, fair.came.met, fair.came.hours) == (1, 13, 8.0)
    night = told["Ladies' Night"]
    assert night.advice is Advice.GO_IF_AGAIN
    assert (night.came.memorable, night.came.opened) == (4, 1)


def test_one_tap_sets_the_rhythm_and_the_next_date(story: UUID) -> None:
    (friday,) = (one for one in open_yields(story, demo.LAST).series if one.series)
    assert friday.series
    pk = friday.series.id
    saved = gathering_yields.go_regularly(story, pk, 28, date(2019, 5, 3), at=NOW)
    dates = gathering_pages.read_series(story, pk)
    assert dates.series.rhythm_days == 28
    latest = dates.dates[0]
    assert (latest.on, latest.attendance) == (date(2019, 5, 3), Attendance.GOING)
    again = gathering_yields.yields_of(story, pk, demo.LAST)
    assert again
    assert again.told.advice is Advice.KEEP_RHYTHM
    assert saved.batch_id
    undo.undo(story, saved.batch_id, at=NOW)
    assert gathering_pages.read_series(story, pk).series.rhythm_days is None


def test_a_date_that_is_there_is_not_made_twice(story: UUID) -> None:
    (friday,) = (one for one in open_yields(story, demo.LAST).series if one.series)
    assert friday.series
    gathering_yields.go_regularly(story, friday.series.id, 28, date(2019, 4, 5), at=NOW)
    assert models.Gathering.objects.filter(on=date(2019, 4, 5)).count() == 1


def test_drinks_that_gave_nobody_three_times_are_let_go_in_one_tap(owner_id: UUID, month: UUID) -> None:
    for number in (1, 8, 15):
        pk = a_gathering(owner_id, "Drinks", day(number))
        debriefs.save(owner_id, pk, debriefs.Draft((), others=4), on=day(number), at=NOW)
    (drinks,) = open_yields(owner_id, day(16)).series
    assert (drinks.told.advice, drinks.told.came.met) == (Advice.LET_GO, 12)
    assert drinks.series
    gathering_yields.let_go(owner_id, drinks.series.id, day(16), at=NOW)
    (gone,) = open_yields(owner_id, day(16)).series
    assert gone.series
    assert gone.series.let_go_on == day(16)
    gathering_yields.take_up_again(owner_id, drinks.series.id, at=NOW)
    (back,) = open_yields(owner_id, day(16)).series
    assert back.series
    assert back.series.let_go_on is None


def test_an_evening_nobody_told_of_says_nothing(owner_id: UUID, month: UUID) -> None:
    a_gathering(owner_id, "Drinks", day(1))
    assert open_yields(owner_id, day(2)).series == ()


def test_what_grew_later_counts_for_where_it_began(owner_id: UUID, month: UUID) -> None:
    friday = a_gathering(owner_id, "Freelance Friday", day(1))
    debriefs.save(owner_id, friday, debriefs.Draft((Entry("Nora", memorable=True),)), on=day(1), at=NOW)
    nora = models.Person.objects.get(name="Nora")
    opportunities.create(owner_id, opportunities.Draft("a column", day(9), person_id=nora.pk), at=NOW)
    models.Introduction.objects.create(
        owner_id=owner_id, introducer=nora, person_id=a_person(owner_id, "Teo"), on=day(9)
    )
    (told,) = open_yields(owner_id, day(10)).series
    assert (told.told.came.opened, told.told.came.introduced) == (1, 1)


def test_old_friends_met_there_are_no_encounter(owner_id: UUID, month: UUID) -> None:
    karen = a_person(owner_id, "Karen", known_before=True)
    pk = a_gathering(owner_id, "Drinks", day(1))
    a_coffee(owner_id, karen, gathering_id=pk)
    (told,) = open_yields(owner_id, day(2)).series
    assert (told.told.came.met, told.told.came.memorable) == (0, 0)


def test_one_date_that_comes_again_becomes_a_series(owner_id: UUID) -> None:
    pk = a_gathering(owner_id, "Ladies' Night", day(1))
    saved = gathering_yields.as_series(owner_id, pk, at=NOW)
    assert [row.id for row in gathering_pages.listing(owner_id, day(2)).series] == [saved.id]
    assert gathering_yields.as_series(owner_id, pk, at=NOW).batch_id is None
