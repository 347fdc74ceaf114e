"""A diary taken in: previewed, saved whole, undone whole, nothing twice."""

from uuid import UUID

import pytest

from rapport.db import models
from rapport.services.journal import undo
from rapport.services.quicklog import diary
from tests.services.conftest import NOW

MONTH = b"""# the first days
2019-03-01: coffee with Mary, intro by Jess
2019-03-02: pitched Acme
2019-03-05: lunch with Mary
"""


def test_every_entry_becomes_what_it_says(owner_id: UUID, month: UUID) -> None:
    outcome = diary.take_in(owner_id, MONTH, at=NOW)
    assert [taken.kinds for taken in outcome.taken] == [("Encounter",), ("Pitched",), ("Encounter",)]
    assert outcome.people_made == 2
    assert [given.verdict for given in outcome.rulings] == ["connection", "already_known"]


def test_the_same_file_again_adds_nothing(owner_id: UUID, month: UUID) -> None:
    diary.take_in(owner_id, MONTH, at=NOW)
    again = diary.take_in(owner_id, MONTH, at=NOW)
    assert (again.batch_id, again.taken, again.seen) == (None, (), 3)
    assert models.Interaction.objects.count() == 2


def test_a_longer_file_adds_what_is_new(owner_id: UUID, month: UUID) -> None:
    diary.take_in(owner_id, MONTH, at=NOW)
    more = diary.take_in(owner_id, MONTH + b"2019-03-06: energy 3\n", at=NOW)
    assert (len(more.taken), more.seen) == (1, 3)


def test_a_preview_says_what_saving_does_and_saves_nothing(owner_id: UUID, month: UUID) -> None:
    preview = diary.take_in(owner_id, MONTH, at=NOW, keep=False)
    assert not models.Person.objects.exists()
    assert not models.Batch.objects.filter(verb="diary").exists()
    saved = diary.take_in(owner_id, MONTH, at=NOW)
    assert (preview.taken, preview.people_made) == (saved.taken, saved.people_made)


def test_a_diary_is_undone_whole_and_can_be_taken_in_again(owner_id: UUID, month: UUID) -> None:
    outcome = diary.take_in(owner_id, MONTH, at=NOW)
    assert outcome.batch_id
    undo.undo(owner_id, outcome.batch_id, at=NOW)
    for model in (models.Person, models.Interaction, models.Pitch, models.DiaryEntry):
        assert not model.objects.exists()
    assert len(diary.take_in(owner_id, MONTH, at=NOW).taken) == 3


def test_an_unclear_entry_waits_and_the_others_go_in(owner_id: UUID, month: UUID) -> None:
    text = b"2019-03-01: met Ana Silva and Ana Costa\n2019-03-02: lunch with Ana\n2019-03-03: energy 4\n"
    outcome = diary.take_in(owner_id, text, at=NOW)
    assert [(entry.line, entry.names) for entry in outcome.open] == [
        (2, (("Ana", ("Ana Costa", "Ana Silva")),))
    ]
    assert len(outcome.taken) == 2


def test_a_day_that_does_not_exist_is_named_with_its_line(owner_id: UUID, month: UUID) -> None:
    outcome = diary.take_in(owner_id, b"2019-02-31: energy 4\n2019-03-01: energy 3\n", at=NOW)
    assert [problem.line for problem in outcome.problems] == [1]
    assert len(outcome.taken) == 1


class Stop(Exception):
    """The user has seen enough."""


def test_cancelling_half_way_saves_nothing(owner_id: UUID, month: UUID) -> None:
    def stop_at_the_second(done: int, total: int) -> None:
        if done == 1:
            raise Stop

    with pytest.raises(Stop):
        diary.take_in(owner_id, MONTH, at=NOW, progress=stop_at_the_second)
    assert not models.Person.objects.exists()
    assert not models.DiaryEntry.objects.exists()
