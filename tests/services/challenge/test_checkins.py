"""How it felt, once a day."""

from uuid import UUID

import pytest

from rapport.services.challenge import checkins
from rapport.services.errors import Invalid, Problem
from rapport.services.journal import undo
from tests.cast import day
from tests.services.conftest import NOW


def test_saying_it_again_changes_the_day_and_undo_brings_it_back(owner_id: UUID) -> None:
    checkins.save(owner_id, day(2), energy=2, note="Tired", at=NOW)
    saved = checkins.save(owner_id, day(2), energy=4, pressure=3, at=NOW)
    row = checkins.of_day(owner_id, day(2))
    assert row
    assert (row.energy, row.pressure, row.note) == (4, 3, "")
    assert saved.batch_id
    undo.undo(owner_id, saved.batch_id, at=NOW)
    row = checkins.of_day(owner_id, day(2))
    assert row
    assert (row.energy, row.pressure, row.note) == (2, None, "Tired")


def test_a_range_of_days_in_order(owner_id: UUID) -> None:
    for number in (9, 2, 5):
        checkins.save(owner_id, day(number), energy=3, at=NOW)
    assert [row.on for row in checkins.listing(owner_id, day(2), day(5))] == [day(2), day(5)]


def test_unsaid_and_back(owner_id: UUID) -> None:
    checkins.save(owner_id, day(2), energy=2, at=NOW)
    saved = checkins.discard(owner_id, day(2), at=NOW)
    assert checkins.of_day(owner_id, day(2)) is None
    with pytest.raises(LookupError):
        checkins.discard(owner_id, day(2), at=NOW)
    assert saved.batch_id
    undo.undo(owner_id, saved.batch_id, at=NOW)
    assert checkins.of_day(owner_id, day(2))


def test_bad_input_names_its_field(owner_id: UUID) -> None:
    with pytest.raises(Invalid) as high:
        checkins.save(owner_id, day(2), pressure=6, at=NOW)
    assert (high.value.field, high.value.code) == ("pressure", Problem.OUT_OF_RANGE)
    with pytest.raises(Invalid) as empty:
        checkins.save(owner_id, day(2), note=" ", at=NOW)
    assert empty.value.code is Problem.REQUIRED
