"""Which earlier line is meant: found, asked, or said not to be there."""

from uuid import UUID

import pytest

from rapport.db import models
from rapport.domain.quicklog.quicklog import Question
from rapport.services.quicklog import prepare, save
from rapport.services.quicklog.save import Unclear
from tests.cast import FIRST_DAY, day
from tests.services.conftest import NOW, Tell


def unclear(tell: Tell, text: str) -> Unclear:
    with pytest.raises(Unclear) as raised:
        tell(text, day(20))
    return raised.value


def test_two_coffees_with_ana_make_the_line_ask_which(month: UUID, tell: Tell) -> None:
    tell("coffee with Ana")
    tell("coffee with Ana", day(3))
    asked = unclear(tell, "forget the coffee with Ana")
    (row,) = asked.rows
    assert row.typed == "coffee with Ana"
    assert [target.on for target in row.targets] == [day(3), FIRST_DAY]
    assert models.Interaction.objects.live().count() == 2


def test_the_user_chooses_which_coffee(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("coffee with Ana")
    tell("coffee with Ana", day(3))
    prepared = prepare.prepare(owner_id, "forget the coffee with Ana", day(4))
    first = prepared.rows[0].targets[-1].id
    save.save(owner_id, prepared, {"#0": first}, at=NOW)
    assert models.Interaction.objects.live().get().on == day(3)


def test_a_row_that_was_not_offered_is_not_taken(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("coffee with Ana")
    prepared = prepare.prepare(owner_id, "forget the coffee with Ana", day(4))
    with pytest.raises(Unclear):
        save.save(owner_id, prepared, {"#0": UUID(int=7)}, at=NOW)


def test_a_reference_left_out_changes_nothing(month: UUID, tell: Tell) -> None:
    tell("coffee with Ana")
    tell("forget the coffee with Ana", day(4), **{"#0": save.SKIP})
    assert models.Interaction.objects.live().exists()


def test_the_day_tells_which_of_two_coffees(month: UUID, tell: Tell) -> None:
    tell("coffee with Ana")
    tell("coffee with Ana", day(3))
    tell("forget the coffee with Ana on 3 March", day(4))
    assert models.Interaction.objects.live().get().on == FIRST_DAY


def test_the_only_ana_of_that_day_is_meant(month: UUID, tell: Tell) -> None:
    tell("coffee with Ana Silva")
    tell("coffee with Ana Costa", day(2))
    tell("forget the coffee with Ana yesterday", day(3))
    assert models.Interaction.objects.live().get().on == FIRST_DAY


def test_no_coffee_is_guessed_where_there_was_none(month: UUID, tell: Tell) -> None:
    tell("coffee with Tom")
    asked = unclear(tell, "forget the coffee with Ana yesterday")
    assert asked.questions == ((Question.NOT_FOUND, "coffee with Ana yesterday"),)


def test_a_coffee_that_was_told_as_a_lunch_is_asked_about(month: UUID, tell: Tell) -> None:
    tell("lunch with Ana")
    (row,) = unclear(tell, "forget the coffee with Ana").rows
    assert len(row.targets) == 1


def test_what_is_not_in_the_bin_cannot_come_back(month: UUID, tell: Tell) -> None:
    tell("coffee with Ana")
    asked = unclear(tell, "restore the coffee with Ana")
    assert asked.questions == ((Question.NOT_IN_BIN, "coffee with Ana"),)


def test_a_lunch_and_a_coffee_of_one_day_are_told_apart_by_their_words(month: UUID, tell: Tell) -> None:
    tell("coffee with Ana")
    tell("lunch with Ana")
    tell("forget the lunch with Ana", day(2))
    assert models.Interaction.objects.live().get().text == "coffee with Ana"


def test_whoever_was_there_with_ana_tells_which_lunch(month: UUID, tell: Tell) -> None:
    tell("lunch with Ana and Tom")
    tell("lunch with Ana", day(2))
    tell("forget the lunch with Ana and Tom", day(3))
    assert models.Interaction.objects.live().get().on == day(2)


def test_an_ana_in_the_bin_does_not_hide_the_other(month: UUID, tell: Tell) -> None:
    tell("coffee with Ana")
    tell("delete person Ana")
    tell("coffee with Ana Costa", day(2), **{"ana costa": save.NEW})
    tell("forget the coffee with Ana", day(3))
    assert models.Interaction.objects.live().get().on == FIRST_DAY


def test_another_owners_coffee_is_not_found(month: UUID, tell: Tell) -> None:
    tell("coffee with Ana")
    other = models.Owner.objects.create(name="Mae")
    models.Interaction.objects.update(owner=other)
    assert unclear(tell, "forget the coffee with Ana").questions[0][0] is Question.NOT_FOUND


def test_a_diary_keeps_the_word_undo_as_a_note(owner_id: UUID, month: UUID, tell: Tell) -> None:
    prepared = prepare.prepare(owner_id, "undo", day(2), in_diary=True)
    assert [type(said).__name__ for said in prepared.reading.statements] == ["Noted"]
