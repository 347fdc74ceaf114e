"""Reflections, kept as written."""

from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from rapport.db import models
from rapport.services.errors import Invalid, Problem
from rapport.services.interactions import notes
from rapport.services.interactions.notes import Draft
from rapport.services.people import people
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_person


def test_a_note_keeps_its_lines_tags_and_person(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    made = notes.create(owner_id, Draft(day(2), "One.\r\n\r\nTwo.", ("vr", "#month"), mary), at=NOW).id
    row = notes.read(owner_id, made)
    assert (row.text, row.tags, row.person and row.person.name) == ("One.\n\nTwo.", ("vr", "month"), "Mary")
    people.discard(owner_id, mary, at=NOW)
    assert notes.listing(owner_id).rows == ()


def test_edited_binned_and_back(owner_id: UUID) -> None:
    made = notes.create(owner_id, Draft(day(2), "One"), at=NOW).id
    notes.edit(owner_id, made, Draft(day(3), "Two"), at=NOW)
    assert [(row.on, row.text) for row in notes.listing(owner_id).rows] == [(day(3), "Two")]
    notes.discard(owner_id, made, at=NOW)
    assert notes.listing(owner_id).paging.total == 0
    notes.restore(owner_id, made, at=NOW)
    assert notes.listing(owner_id).paging.total == 1


def test_an_empty_note_is_refused(owner_id: UUID) -> None:
    with pytest.raises(Invalid) as caught:
        notes.create(owner_id, Draft(day(2), "\n"), at=NOW)
    assert (caught.value.field, caught.value.code) == ("text", Problem.REQUIRED)


@pytest.mark.parametrize("count", [3, 300])
def test_fifty_a_page_in_two_queries(
    owner_id: UUID, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    models.Note.objects.bulk_create(models.Note(owner_id=owner_id, on=day(1), text="x") for _ in range(count))
    with django_assert_num_queries(2):
        assert len(notes.listing(owner_id).rows) == min(count, 50)
