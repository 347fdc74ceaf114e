"""Lists of people kept under a name."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from rapport.db import models
from rapport.domain.people_filters import PeopleFilter
from rapport.services.errors import Invalid, Problem
from rapport.services.journal import undo
from rapport.services.people import filters
from tests.services.conftest import NOW
from tests.services.people.test_people_filters import EVERYTHING


def test_a_list_is_kept_as_it_was_asked_for(owner_id: UUID) -> None:
    filters.keep(owner_id, "  Zoé’s  people ", EVERYTHING, at=NOW)
    filters.keep(owner_id, "Everybody", replace(PeopleFilter(), challenge_id=uuid4()), at=NOW)
    first, second = filters.listing(owner_id)
    assert (first.name, first.wanted) == ("Everybody", PeopleFilter())
    assert (second.name, second.wanted) == ("Zoé’s people", EVERYTHING)


def test_a_list_is_renamed_binned_and_brought_back(owner_id: UUID) -> None:
    kept = filters.keep(owner_id, "VR", PeopleFilter(tag="vr"), at=NOW).id
    filters.rename(owner_id, kept, "VR people", at=NOW)
    assert [each.name for each in filters.listing(owner_id)] == ["VR people"]
    binned = filters.discard(owner_id, kept, at=NOW)
    assert filters.listing(owner_id) == ()
    assert binned.batch_id
    undo.undo(owner_id, binned.batch_id, at=NOW)
    filters.discard(owner_id, kept, at=NOW)
    filters.restore(owner_id, kept, at=NOW)
    assert [each.wanted for each in filters.listing(owner_id)] == [PeopleFilter(tag="vr")]


def test_a_list_needs_a_name(owner_id: UUID) -> None:
    for name, problem in (("  ", Problem.REQUIRED), ("V" * 81, Problem.TOO_LONG)):
        with pytest.raises(Invalid) as caught:
            filters.keep(owner_id, name, PeopleFilter(), at=NOW)
        assert caught.value.code is problem


def test_what_this_version_does_not_know_is_left_out(owner_id: UUID) -> None:
    query = {"tag": "vr", "close": "telepathic", "moon": "full", "through": "nobody"}
    models.SavedFilter.objects.create(owner_id=owner_id, name="VR", query=query)
    assert filters.listing(owner_id)[0].wanted == PeopleFilter(tag="vr")


def test_a_stranger_has_other_lists(owner_id: UUID) -> None:
    kept = filters.keep(owner_id, "VR", PeopleFilter(tag="vr"), at=NOW).id
    stranger = models.Owner.objects.create(rest_weekdays=[6]).pk
    assert filters.listing(stranger) == ()
    with pytest.raises(LookupError):
        filters.rename(stranger, kept, "Mine", at=NOW)
