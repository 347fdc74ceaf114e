"""Taking back: whole, in any order that makes sense, and never under somebody's feet."""

from uuid import UUID

import pytest

from rapport.db import models
from rapport.domain.interactions.interactions import Participation
from rapport.services import owners
from rapport.services.interactions import interactions
from rapport.services.journal import undo
from rapport.services.journal.journal import Verb, journal, within
from rapport.services.people import pages as people_pages
from rapport.services.people import people
from tests.cast import day
from tests.services.conftest import NOW, Tell


def test_an_edit_goes_back_to_what_it_was(owner_id: UUID) -> None:
    owners.edit(owner_id, at=NOW, city="Lyon", country="FR")
    last = undo.last_undoable(owner_id)
    assert last
    undo.undo(owner_id, last.id, at=NOW)
    assert owners.read(owner_id).city == "Portland"


def test_a_batch_is_undone_once(owner_id: UUID, tell: Tell) -> None:
    logged = tell("energy 3")
    assert logged.batch_id
    undo.undo(owner_id, logged.batch_id, at=NOW)
    with pytest.raises(LookupError):
        undo.undo(owner_id, logged.batch_id, at=NOW)


def test_karen_is_not_unmade_while_a_later_lunch_stands_on_her(owner_id: UUID, tell: Tell) -> None:
    first = tell("coffee with Karen")
    tell("lunch with Karen", day(2))
    assert first.batch_id
    with pytest.raises(undo.CannotUndo):
        undo.undo(owner_id, first.batch_id, at=NOW)
    assert models.Interaction.objects.count() == 2


def test_in_reverse_order_both_go(owner_id: UUID, tell: Tell) -> None:
    batches = [tell("coffee with Karen").batch_id, tell("lunch with Karen", day(2)).batch_id]
    for batch_id in reversed(batches):
        assert batch_id
        undo.undo(owner_id, batch_id, at=NOW)
    assert not models.Person.objects.exists()


def test_what_was_changed_since_is_not_overwritten(owner_id: UUID, tell: Tell) -> None:
    first = tell("energy 2")
    tell("energy 4")
    assert first.batch_id
    with pytest.raises(undo.CannotUndo):
        undo.undo(owner_id, first.batch_id, at=NOW)
    assert models.CheckIn.objects.get().energy == 4


def test_an_edit_from_before_an_upgrade_is_taken_back(owner_id: UUID) -> None:
    """A row has a column more since: what it holds says nothing about the edit, and stays."""
    mary = people.create(owner_id, people.Draft("Mary"), at=NOW).id
    edited = people.edit(owner_id, mary, people.Draft("Mary", city="Portland"), at=NOW)
    assert edited.batch_id
    change = models.Change.objects.get(batch_id=edited.batch_id)
    for image in (change.before, change.after):
        assert image
        del image["note"]
    change.save()
    undo.undo(owner_id, edited.batch_id, at=NOW)
    assert models.Person.objects.get().city == ""


def test_somebody_else_cannot_take_it_back(owner_id: UUID, tell: Tell) -> None:
    logged = tell("energy 3")
    assert logged.batch_id
    stranger = models.Owner.objects.create()
    with pytest.raises(LookupError):
        undo.undo(stranger.pk, logged.batch_id, at=NOW)


def test_every_write_and_every_undo_moves_the_revision_on(owner_id: UUID, tell: Tell) -> None:
    before = owners.revision(owner_id)
    logged = tell("energy 3")
    assert logged.batch_id
    undo.undo(owner_id, logged.batch_id, at=NOW)
    assert owners.revision(owner_id) == before + 2


def test_where_the_owner_stands_still_closeness_is_as_of_that_day(owner_id: UUID) -> None:
    """A demo loaded years later still knows who Mary is."""
    owners.edit(owner_id, at=NOW, stands_on=day(30))
    later = NOW.replace(year=2031)
    person = people.create(owner_id, people.Draft("Mary"), at=later).id
    met = interactions.Draft(on=day(29), people=(Participation(person, True),))
    interactions.create(owner_id, met, at=later)
    facts = people_pages.read(owner_id, person).person
    assert facts.last_on == day(29)
    assert facts.closeness > 0.2


def test_a_move_and_back_and_away_again_is_taken_back_from_the_end(owner_id: UUID) -> None:
    for city in ("Lyon", "Portland", "Lyon"):
        owners.edit(owner_id, at=NOW, city=city, country="US")
    third, second, first = (step.id for step in undo.recent(owner_id, 3))
    with pytest.raises(undo.CannotUndo):
        undo.undo(owner_id, first, at=NOW)
    for step in (third, second, first):
        undo.undo(owner_id, step, at=NOW)
    assert owners.read(owner_id).city == "Portland"


def test_verbs_within_a_journal_are_one_step_to_take_back(owner_id: UUID, tell: Tell) -> None:
    tell("coffee with Ana and Tom")
    ana, tom = models.Person.objects.order_by("name").values_list("pk", flat=True)
    with journal(owner_id, Verb.LOG, at=NOW, subject="forget both") as book, within(book):
        people.discard(owner_id, ana, at=NOW)
        people.discard(owner_id, tom, at=NOW)
    last = undo.last_undoable(owner_id)
    assert last
    assert last.subject == "forget both"
    undo.undo(owner_id, last.id, at=NOW)
    assert models.Person.objects.live().count() == 2
