"""Several people changed at once, and changed back as one."""

from uuid import UUID

import pytest

from rapport.db import models
from rapport.domain.people_filters import PeopleFilter
from rapport.services.errors import Invalid, Problem
from rapport.services.journal import undo
from rapport.services.people import chosen
from rapport.services.people import pages as people_pages
from tests.services.conftest import NOW
from tests.services.makers import a_crowd, a_person


def names(owner_id: UUID, **wanted: object) -> list[str]:
    return [row.name for row in people_pages.listing(owner_id, PeopleFilter(**wanted)).rows]  # type: ignore[arg-type]  # by name


def test_a_tag_is_given_and_taken_off(owner_id: UUID) -> None:
    mary, tom = a_person(owner_id, "Mary", tags=("vr",)), a_person(owner_id, "Tom")
    done = chosen.tag(owner_id, [mary, tom, mary], "#vr", at=NOW)
    assert (done.count, names(owner_id, tag="vr")) == (1, ["Mary", "Tom"])
    assert names(owner_id, search="vr") == ["Mary", "Tom"]
    done = chosen.untag(owner_id, [mary, tom], "vr", at=NOW)
    assert (done.count, names(owner_id, tag="vr")) == (2, [])
    assert done.batch_id
    undo.undo(owner_id, done.batch_id, at=NOW)
    assert names(owner_id, tag="vr") == ["Mary", "Tom"]


def test_a_city_and_a_rhythm_are_set(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary", city="Lyon", country="FR")
    assert chosen.set_city(owner_id, [mary], " Portland ", at=NOW).count == 1
    assert chosen.set_rhythm(owner_id, [mary], 30, at=NOW).count == 1
    facts = people_pages.read(owner_id, mary).person
    assert (facts.city, facts.cadence_days) == ("Portland", 30)
    chosen.set_rhythm(owner_id, [mary], None, at=NOW)
    chosen.set_city(owner_id, [mary], "", at=NOW)
    facts = people_pages.read(owner_id, mary).person
    assert (facts.city, facts.cadence_days, facts.is_on_map) == ("", None, False)


def test_the_bin_takes_all_of_them_and_gives_them_back(owner_id: UUID) -> None:
    crowd = a_crowd(owner_id, 600)
    done = chosen.discard(owner_id, crowd, at=NOW)
    assert (done.count, names(owner_id), names(owner_id, search="nora")) == (600, [], [])
    assert done.batch_id
    undo.undo(owner_id, done.batch_id, at=NOW)
    assert people_pages.listing(owner_id).paging.total == 600


def test_what_is_so_already_is_no_step(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary", tags=("vr",))
    before = undo.recent(owner_id)
    done = chosen.tag(owner_id, [mary], "vr", at=NOW)
    assert (done.count, done.batch_id, undo.recent(owner_id)) == (0, None, before)


@pytest.mark.parametrize(
    ("problem", "change"),
    [
        (Problem.REQUIRED, lambda owner, ids: chosen.tag(owner, ids, " # ", at=NOW)),
        (Problem.TOO_LONG, lambda owner, ids: chosen.tag(owner, ids, "v" * 61, at=NOW)),
        (Problem.TOO_LONG, lambda owner, ids: chosen.set_city(owner, ids, "v" * 201, at=NOW)),
        (Problem.OUT_OF_RANGE, lambda owner, ids: chosen.set_rhythm(owner, ids, 0, at=NOW)),
    ],
)
def test_what_makes_no_sense_changes_nobody(owner_id: UUID, problem: Problem, change: object) -> None:
    mary = a_person(owner_id, "Mary")
    with pytest.raises(Invalid) as caught:
        change(owner_id, [mary])  # type: ignore[operator]  # one of the lambdas above
    assert caught.value.code is problem


def test_a_stranger_changes_nobody_of_mine(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    stranger = models.Owner.objects.create(rest_weekdays=[6]).pk
    assert chosen.discard(stranger, [mary], at=NOW).count == 0
    assert names(owner_id) == ["Mary"]
