"""Two entries become one, with everything that named either; an undo brings both back."""

from typing import Any
from uuid import UUID

import pytest

from rapport.db import models
from rapport.domain.asks.asks import Answer
from rapport.domain.asks.introductions import Step
from rapport.services.asks import asks, introductions
from rapport.services.duplicates import duplicates
from rapport.services.exports import archive
from rapport.services.giving import giving
from rapport.services.interactions import followups, notes
from rapport.services.journal import undo
from rapport.services.people import pages as people_pages
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_coffee, a_gathering, a_person, two_marys


@pytest.fixture
def marys(owner_id: UUID) -> tuple[UUID, UUID]:
    return two_marys(owner_id)


def exported(owner_id: UUID) -> str:
    return archive.export(owner_id, at=NOW)


def test_mary_is_one_with_all_that_both_told(owner_id: UUID, marys: tuple[UUID, UUID]) -> None:
    mary, other = marys
    a_coffee(owner_id, other, on=day(12))
    merged = duplicates.merge(owner_id, mary, other, {"role": other}, at=NOW)
    assert merged.batch_id
    seen = people_pages.read(owner_id, mary).person
    assert seen.name == "Mary Castellan"
    row = models.Person.objects.get()
    assert (row.role, row.organisation, row.city) == ("career coach", "Ladies’ Night", "Portland")
    assert row.latitude is not None
    assert row.aliases == ["Castellan, Mary J."]
    assert set(row.tags.split()) == {"vr", "coach"}
    assert (row.note, row.known_before) == ("Has a newsletter.\n\nKnows Alma.", True)
    points = set(models.ContactPoint.objects.values_list("kind", "value", "label"))
    assert points == {("email", "Mary@Castellan.example", "work"), ("phone", "+1 503 555 0142", "")}
    assert models.Participant.objects.filter(person_id=mary).count() == 3
    assert models.Tie.objects.get().last_on == day(12)
    assert models.SearchRow.objects.get().person_id == mary


def test_where_both_were_there_she_was_there_once(owner_id: UUID, marys: tuple[UUID, UUID]) -> None:
    met = a_coffee(owner_id, marys[0], marys[1], on=day(14), memorable=None)
    models.Participant.objects.filter(interaction_id=met, person_id=marys[1]).update(memorable=True)
    duplicates.merge(owner_id, *marys, {}, at=NOW)
    assert models.Participant.objects.get(interaction_id=met).memorable is True


def a_full_story(owner_id: UUID, who: UUID, jess: UUID) -> None:
    """Everything that can name somebody."""
    a_gathering(owner_id, "Freelance Friday", invited_by=who)
    ask = asks.create(owner_id, asks.Draft(person_id=who, on=day(2)), at=NOW)
    asks.answer(owner_id, ask.id, Answer.THINKING, on=day(3), at=NOW)
    for by_me in (True, False):
        draft = giving.HelpDraft(person_id=who, by_me=by_me, what="a list", given_on=day(4))
        giving.create_help(owner_id, draft, at=NOW)
    giving.create_need(owner_id, giving.NeedDraft(person_id=who, what="a desk", on=day(4)), at=NOW)
    giving.create_offer(owner_id, giving.OfferDraft(person_id=who, what="a talk", on=day(4)), at=NOW)
    followups.create(owner_id, followups.Draft(person_id=who, made_on=day(4), due_on=day(8)), at=NOW)
    notes.create(owner_id, notes.Draft(person_id=who, on=day(5), text="Bold."), at=NOW)
    brought = introductions.Draft(person_id=jess, on=day(6), introducer_id=who)
    introductions.create(owner_id, brought, at=NOW)
    models.Opportunity.objects.create(owner_id=owner_id, what="a stall", on=day(7), person_id=who)
    models.Pitch.objects.create(owner_id=owner_id, organisation="Ink", folded="ink", person_id=who)
    models.SourceRecord.objects.create(
        owner_id=owner_id, source="linkedin", key="1", digest="1", person_id=who
    )
    models.Action.objects.create(owner_id=owner_id, on=day(5), key=f"ask:{who}", way="ask", reply="done")
    models.SavedFilter.objects.create(owner_id=owner_id, name="hers", query={"through": str(who)})


def test_nothing_names_the_other_any_more_and_an_undo_brings_both_back_whole(
    owner_id: UUID, marys: tuple[UUID, UUID]
) -> None:
    mary, other = marys
    jess = a_person(owner_id, "Jess Moran")
    a_full_story(owner_id, other, jess)
    duplicates.never(owner_id, other, jess, at=NOW)
    before = exported(owner_id)
    batch_id = duplicates.merge(owner_id, mary, other, {}, at=NOW).batch_id
    after = exported(owner_id)
    assert batch_id
    assert str(other) not in after
    assert after.count(str(mary)) > before.count(str(mary))
    counted: list[Any] = [models.Help, models.Need, models.Offer, models.FollowUp, models.Note]
    counted += [models.Opportunity, models.Ask, models.Pitch, models.SourceRecord]
    assert all(model._default_manager.filter(person_id=mary).exists() for model in counted)
    undo.undo(owner_id, batch_id, at=NOW)
    assert exported(owner_id) == before
    assert duplicates.look(owner_id, at=NOW).total == 1


def test_no_row_is_lost_with_the_other(owner_id: UUID, marys: tuple[UUID, UUID]) -> None:
    a_full_story(owner_id, marys[1], a_person(owner_id, "Jess Moran"))
    tables = [model for name, model in archive.MODELS.items() if name not in ("people", "contact_points")]
    before = [model.objects.count() for model in tables]
    duplicates.merge(owner_id, *marys, {}, at=NOW)
    assert [model.objects.count() for model in tables] == before


def test_an_introduction_between_the_two_is_none(owner_id: UUID, marys: tuple[UUID, UUID]) -> None:
    jess = a_person(owner_id, "Jess Moran")
    for draft in (
        introductions.Draft(person_id=marys[0], other_id=marys[1], introducer_id=jess, on=day(2)),
        introductions.Draft(person_id=marys[1], introducer_id=marys[0], on=day(2), step=Step.PROPOSED),
        introductions.Draft(person_id=marys[1], introducer_id=jess, on=day(2), step=Step.PROPOSED),
    ):
        introductions.create(owner_id, draft, at=NOW)
    duplicates.merge(owner_id, *marys, {}, at=NOW)
    row = models.Introduction.objects.get()
    assert (row.person_id, row.introducer_id) == (marys[0], jess)


def test_mary_did_not_come_through_herself(owner_id: UUID, marys: tuple[UUID, UUID]) -> None:
    """Jess → Mary (LinkedIn) → Alma → Mary: of her two origins the one before is kept."""
    jess = a_person(owner_id, "Jess Moran")
    alma = a_person(owner_id, "Alma Reyes", introduced_by=marys[1])
    models.Person.objects.filter(pk=marys[1]).update(introduced_by_id=jess)
    models.Person.objects.filter(pk=marys[0]).update(introduced_by_id=alma)
    before = exported(owner_id)
    batch_id = duplicates.merge(owner_id, *marys, {"introduced_by": marys[0]}, at=NOW).batch_id
    origins = dict(models.Person.objects.values_list("name", "introduced_by_id"))
    assert origins == {"Jess Moran": None, "Alma Reyes": marys[0], "Mary Castellan": jess}
    assert batch_id
    undo.undo(owner_id, batch_id, at=NOW)
    assert exported(owner_id) == before


def test_one_who_brought_the_other_came_through_nobody(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary Castellan")
    other = a_person(owner_id, "Mary C", introduced_by=mary)
    duplicates.merge(owner_id, other, mary, {}, at=NOW)
    assert models.Person.objects.get().introduced_by_id is None


def test_a_gathering_she_brought_me_to_is_not_where_we_met(owner_id: UUID) -> None:
    other = a_person(owner_id, "Mary C")
    friday = a_gathering(owner_id, "Freelance Friday", invited_by=other)
    mary = a_person(owner_id, "Mary Castellan", met_at=friday)
    duplicates.merge(owner_id, mary, other, {}, at=NOW)
    assert models.Person.objects.get().met_at_id is None


def test_whom_one_is_not_the_merged_one_is_not(owner_id: UUID, marys: tuple[UUID, UUID]) -> None:
    ruby = a_person(owner_id, "Mary Castile")
    duplicates.never(owner_id, ruby, marys[0], at=NOW)
    duplicates.never(owner_id, ruby, marys[1], at=NOW)
    duplicates.merge(owner_id, *marys, {}, at=NOW)
    row = models.Distinct.objects.get()
    assert {row.first_id, row.second_id} == {ruby, marys[0]}
