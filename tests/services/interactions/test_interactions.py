"""What happened with whom: told, told otherwise, taken out; and the page of a day."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from rapport.db import models
from rapport.domain.asks.asks import Answer
from rapport.domain.challenge.referee import Reason, Verdict
from rapport.domain.interactions.interactions import Channel, Direction, Participation
from rapport.domain.pitches.pitches import Stage
from rapport.services.asks import asks
from rapport.services.challenge import checkins
from rapport.services.errors import Invalid, Problem
from rapport.services.giving import giving
from rapport.services.interactions import interactions, notes
from rapport.services.interactions import pages as interaction_pages
from rapport.services.interactions.interactions import Draft
from rapport.services.journal import undo
from rapport.services.pitches import opportunities, pitches
from tests.cast import FIRST_DAY, day
from tests.services.conftest import NOW
from tests.services.makers import a_coffee, a_crowd, a_gathering, a_person, many_coffees


def verdict(owner_id: UUID, interaction_id: UUID, person_id: UUID) -> Verdict | None:
    part = interaction_pages.read(owner_id, interaction_id).part_of(person_id)
    return part.ruling.verdict if part and part.ruling else None


def test_a_coffee_with_mary_counts_and_says_why(owner_id: UUID, month: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    coffee = interaction_pages.read(
        owner_id, a_coffee(owner_id, mary, minutes=45, note="At the corner", tags=("vr",))
    )
    assert (coffee.minutes, coffee.note, coffee.tags) == (45, "At the corner", ("vr",))
    ruling = coffee.people[0].ruling
    assert ruling
    assert (ruling.verdict, ruling.reasons) == (Verdict.CONNECTION, (Reason.NEW_IN_PERSON,))


def test_saying_that_it_was_no_memorable_coffee_makes_it_a_hello(owner_id: UUID, month: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    coffee = a_coffee(owner_id, mary)
    saved = interactions.edit(owner_id, coffee, Draft(FIRST_DAY, (Participation(mary, False),)), at=NOW)
    assert verdict(owner_id, coffee, mary) is Verdict.HELLO
    assert saved.batch_id
    undo.undo(owner_id, saved.batch_id, at=NOW)
    assert verdict(owner_id, coffee, mary) is Verdict.CONNECTION


def test_it_was_tom_not_mary(owner_id: UUID, month: UUID) -> None:
    mary, tom = a_person(owner_id, "Mary"), a_person(owner_id, "Tom")
    coffee = a_coffee(owner_id, mary)
    interactions.edit(owner_id, coffee, Draft(FIRST_DAY, (Participation(tom, True),)), at=NOW)
    assert verdict(owner_id, coffee, mary) is None
    assert verdict(owner_id, coffee, tom) is Verdict.CONNECTION


@pytest.mark.parametrize("days", [-40, -3, 3, 29, 90])
def test_an_entry_moved_to_another_day_is_judged_there(owner_id: UUID, month: UUID, days: int) -> None:
    mary = a_person(owner_id, "Mary")
    lunch, tea = a_coffee(owner_id, mary), a_coffee(owner_id, mary, on=day(2))
    moved = FIRST_DAY + timedelta(days=days)
    interactions.edit(owner_id, lunch, Draft(moved, (Participation(mary, True),)), at=NOW)
    first, later = (lunch, tea) if days < 1 else (tea, lunch)
    assert verdict(owner_id, first, mary) is Verdict.CONNECTION
    assert verdict(owner_id, later, mary) is Verdict.ALREADY_KNOWN
    assert models.Ruling.objects.count() == 2


def test_a_reply_taken_out_leaves_a_message_without_answer(owner_id: UUID, month: UUID) -> None:
    mae = a_person(owner_id, "Mae", city="Chicago", country="US")
    mail = a_coffee(owner_id, mae, channel=Channel.EMAIL, direction=Direction.OUTBOUND)
    reply = a_coffee(owner_id, mae, on=day(4), channel=Channel.EMAIL, direction=Direction.INBOUND)
    assert verdict(owner_id, mail, mae) is Verdict.CONNECTION
    interactions.discard(owner_id, reply, at=NOW)
    assert verdict(owner_id, mail, mae) is Verdict.REACHED_OUT
    interactions.restore(owner_id, reply, at=NOW)
    assert verdict(owner_id, mail, mae) is Verdict.CONNECTION


def test_whoever_lies_in_the_bin_keeps_their_part(owner_id: UUID, month: UUID) -> None:
    from rapport.services.people import people

    mary, tom = a_person(owner_id, "Mary"), a_person(owner_id, "Tom")
    coffee = a_coffee(owner_id, mary, tom)
    people.discard(owner_id, mary, at=NOW)
    interactions.edit(owner_id, coffee, Draft(FIRST_DAY, (Participation(tom, True),), minutes=30), at=NOW)
    people.restore(owner_id, mary, at=NOW)
    there = interaction_pages.read(owner_id, coffee).people
    assert [part.person.name for part in there] == ["Mary", "Tom"]


@pytest.mark.parametrize(
    ("field", "code", "draft"),
    [
        ("people", Problem.REQUIRED, Draft(FIRST_DAY, ())),
        ("people", Problem.UNKNOWN, Draft(FIRST_DAY, (Participation(uuid4()),))),
        ("gathering_id", Problem.UNKNOWN, Draft(FIRST_DAY, (), gathering_id=uuid4())),
        ("minutes", Problem.OUT_OF_RANGE, Draft(FIRST_DAY, (), others=3, minutes=1441)),
        ("note", Problem.BAD_TEXT, Draft(FIRST_DAY, (), others=3, note="\0")),
    ],
)
def test_bad_input_names_its_field(owner_id: UUID, field: str, code: Problem, draft: Draft) -> None:
    with pytest.raises(Invalid) as caught:
        interactions.create(owner_id, draft, at=NOW)
    assert (caught.value.field, caught.value.code) == (field, code)


def test_nobody_is_there_twice(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    with pytest.raises(Invalid):
        a_coffee(owner_id, mary, mary)


def test_a_stranger_reads_nothing(owner_id: UUID) -> None:
    coffee = a_coffee(owner_id, a_person(owner_id, "Mary"))
    stranger = models.Owner.objects.create(rest_weekdays=[6]).pk
    with pytest.raises(LookupError):
        interaction_pages.read(stranger, coffee)
    assert interaction_pages.of_day(stranger, FIRST_DAY).is_empty


def test_a_day_tells_all_that_happened(owner_id: UUID, month: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    panel = a_gathering(owner_id, "Ladies' Night")
    a_coffee(owner_id, mary, gathering_id=panel)
    a_coffee(owner_id, mary, on=day(2))
    checkins.save(owner_id, FIRST_DAY, energy=4, at=NOW)
    asks.create(owner_id, asks.Draft(mary, FIRST_DAY), at=NOW)
    pitches.create(owner_id, pitches.Draft("Acme"), Stage.SENT, FIRST_DAY, at=NOW)
    giving.create_help(owner_id, giving.HelpDraft(mary, "a link", given_on=FIRST_DAY), at=NOW)
    opportunities.create(owner_id, opportunities.Draft("VR scripts", FIRST_DAY, gathering_id=panel), at=NOW)
    notes.create(owner_id, notes.Draft(FIRST_DAY, "A start"), at=NOW)
    page = interaction_pages.of_day(owner_id, FIRST_DAY)
    assert len(page.interactions) == 1
    assert page.checkin
    assert page.checkin.energy == 4
    assert page.gatherings[0].came.people == 1
    assert [ask.person.name for ask in page.asks] == ["Mary"]
    asks.answer(owner_id, page.asks[0].id, Answer.THINKING, day(3), at=NOW)
    assert [ask.answer for ask in interaction_pages.of_day(owner_id, day(3)).asks] == [Answer.THINKING]
    assert [pitch.stage for pitch in page.pitches] == [Stage.SENT]
    assert [each.what for each in page.helps] == ["a link"]
    assert [each.gathering and each.gathering.name for each in page.opportunities] == ["Ladies' Night"]
    assert [note.text for note in page.notes] == ["A start"]
    assert interaction_pages.of_day(owner_id, day(20)).is_empty


@pytest.mark.parametrize("count", [3, 300])
def test_a_full_day_costs_as_many_queries_as_a_quiet_one(
    owner_id: UUID, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    many_coffees(owner_id, a_crowd(owner_id, count))
    with django_assert_num_queries(14):
        assert len(interaction_pages.of_day(owner_id, FIRST_DAY).interactions) == count
