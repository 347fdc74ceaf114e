"""What grew, read from what was written down."""

from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rapport.domain.asks.asks import Answer
from rapport.domain.asks.introductions import Step
from rapport.domain.gatherings.gatherings import Attendance
from rapport.services import owners
from rapport.services.asks import asks, growth, introductions
from rapport.services.people import people as all_people
from rapport.services.pitches import opportunities
from rapport.services.setup import demo
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_coffee, a_crowd, a_gathering, a_person


def test_from_an_ask_of_jess_to_a_job_at_the_evening_mary_took_me_to(owner_id: UUID) -> None:
    jess = a_person(owner_id, "Jess", known_before=True)
    ask = asks.create(owner_id, asks.Draft(jess, day(3), "an editor"), at=NOW).id
    asks.answer(owner_id, ask, Answer.INTRODUCED, day(10), strangers=("Mary",), at=NOW)
    mary = introductions.listing(owner_id).received[0].person.id
    a_coffee(owner_id, mary, on=day(15))
    night = a_gathering(owner_id, "Ladies’ Night", day(20), invited_by=mary)
    leo = a_person(owner_id, "Leo")
    a_coffee(owner_id, leo, on=day(20), gathering_id=night)
    opportunities.create(owner_id, opportunities.Draft("virtual worlds", day(20), gathering_id=night), at=NOW)
    name, found = growth.of_ask(owner_id, ask)
    assert name == "Jess"
    assert [(line.depth, line.name, line.days) for line in found.lines] == [
        (0, "Mary", 12), (1, "Ladies’ Night", 5), (2, "Leo", 0), (2, "virtual worlds", 0),
    ]  # fmt: skip
    assert growth.of_gathering(owner_id, night)[1].people == 1


def test_what_was_skipped_planned_or_binned_has_grown_nothing(owner_id: UUID) -> None:
    karen, leo = a_person(owner_id, "Karen", known_before=True), a_person(owner_id, "Leo")
    for attendance in (Attendance.SKIPPED, Attendance.GOING):
        a_gathering(owner_id, f"Friday {attendance}", day(2), attendance, invited_by=karen)
    introductions.create(owner_id, introductions.Draft(leo, day(2), karen, step=Step.PROPOSED), at=NOW)
    assert growth.of_person(owner_id, karen)[1].lines == ()
    introductions.create(owner_id, introductions.Draft(leo, day(2), karen), at=NOW)
    assert growth.of_person(owner_id, karen)[1].people == 1
    all_people.discard(owner_id, leo, at=NOW)
    assert growth.of_person(owner_id, karen)[1].lines == ()


def test_what_is_not_there_says_so(owner_id: UUID) -> None:
    for read in (growth.of_person, growth.of_gathering, growth.of_series, growth.of_ask):
        with pytest.raises(LookupError):
            read(owner_id, UUID(int=1))


def test_it_takes_as_many_queries_for_thousands(owner_id: UUID) -> None:
    karen = a_person(owner_id, "Karen", known_before=True)

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            growth.of_person(owner_id, karen)
        return len(caught)

    few = queries()
    a_crowd(owner_id, 300)
    for name in ("Ana", "Leo", "Tom"):
        introductions.create(owner_id, introductions.Draft(a_person(owner_id, name), day(3), karen), at=NOW)
    assert queries() == few == 7


@pytest.mark.django_db
def test_karen_and_jess_led_to_what_the_story_tells() -> None:
    demo.load(at=NOW)
    owner_id = owners.local_owner().id
    ids = {
        row.introducer.name.split()[0]: row.introducer.id
        for row in introductions.listing(owner_id).received
        if row.introducer
    }
    karen, jess = (growth.of_person(owner_id, ids[name])[1] for name in ("Karen", "Jess"))
    assert karen.lines[0].name == "Freelance Friday"
    assert (karen.people, karen.gatherings, karen.introductions) == (3, 1, 1)
    names = [line.name for line in jess.lines]
    assert names[:2] == ["Mary Castellan", "Ladies' Night"]
    assert jess.opportunities == 1
    assert jess.people >= 5
