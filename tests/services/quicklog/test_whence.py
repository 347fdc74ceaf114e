"""Where somebody is from: a city of the map, a place of work, or words for the note."""

from uuid import UUID

from rapport.db import models
from tests.cast import day
from tests.services.conftest import Tell


def test_priya_from_berlin_lives_there(month: UUID, tell: Tell) -> None:
    tell("call with Priya from Berlin")
    assert models.Person.objects.get().city == "Berlin"
    assert models.Interaction.objects.get().note == ""


def test_tom_from_acme_stays_as_written_while_acme_is_unknown(month: UUID, tell: Tell) -> None:
    tell("lunch with Tom from Zorblat")
    person = models.Person.objects.get()
    assert (person.city, person.organisation) == ("", "")
    assert models.Interaction.objects.get().note == "from Zorblat"


def test_tom_from_orange_works_where_sue_works(month: UUID, tell: Tell) -> None:
    tell("Sue works at Orange")
    tell("lunch with Tom from Orange", day(2))
    tom = models.Person.objects.get(name="Tom")
    assert (tom.city, tom.organisation) == ("", "Orange")
