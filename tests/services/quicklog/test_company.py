"""Somebody added to a line that named nobody, and a line that is left with nobody."""

from uuid import UUID

import pytest

from rapport.db import models
from rapport.services.quicklog import prepare, save
from rapport.services.quicklog.company import in_company
from rapport.services.quicklog.save import SKIP
from tests.cast import FIRST_DAY
from tests.services.conftest import NOW, Tell


@pytest.mark.parametrize(
    ("text", "name", "language", "expected"),
    [
        ("went for a walk", "Mary", "en", "went for a walk with Mary"),
        ("went for a walk", "mary", "en", "went for a walk with Mary"),
        ("energy 2, lunch, follow up tuesday", "Mary and Tom", "en", None),
        ("went for a walk", "ruby lee", "en", "went for a walk with Ruby Lee"),
        ("lunch with john smith", "john smith", "en", "lunch with John Smith"),
        ("café ce matin", "Léa", "fr", "café ce matin avec Léa"),
        ("went for a walk", "Mary", "fr", "went for a walk with Mary"),
        ("coffee with Tom", "Mary", "en", "coffee with Tom"),
    ],
)
def test_the_name_joins_the_meeting(
    owner_id: UUID, text: str, name: str, language: str, expected: str | None
) -> None:
    wanted = expected or "energy 2, lunch with Mary and Tom, follow up tuesday"
    assert in_company(owner_id, text, name, FIRST_DAY, language) == wanted


def test_a_walk_alone_makes_a_note_and_no_exchange(owner_id: UUID, tell: Tell) -> None:
    logged = tell("went for a walk #outside")
    assert logged.kinds == ("Noted",)
    assert not models.Interaction.objects.exists()
    note = models.Note.objects.get()
    assert (note.text, note.tags) == ("went for a walk #outside", " outside ")


def test_a_coffee_whose_only_name_is_left_out_is_a_note(owner_id: UUID) -> None:
    prepared = prepare.prepare(owner_id, "coffee with Mary", FIRST_DAY)
    logged = save.save(owner_id, prepared, {"mary": SKIP}, at=NOW)
    assert (logged.kinds, logged.interactions) == (("Noted",), ())
    assert not models.Person.objects.exists()


def test_a_gathering_without_names_stays_an_exchange(owner_id: UUID, tell: Tell) -> None:
    logged = tell("went to the meetup, 20 people")
    assert len(logged.interactions) == 1
