"""Introductions: made, received, heard of; step by step."""

from uuid import UUID

import pytest

from rapport.domain.introductions import Step
from rapport.services import introductions, people, undo
from rapport.services.errors import Invalid, Problem
from rapport.services.introductions import Draft
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_person


@pytest.fixture
def known(owner_id: UUID) -> dict[str, UUID]:
    return {name: a_person(owner_id, name) for name in ("Jess", "Mary", "Tom", "Ana")}


def test_each_stands_where_it_belongs(owner_id: UUID, known: dict[str, UUID]) -> None:
    jess, mary, tom, ana = (known[name] for name in ("Jess", "Mary", "Tom", "Ana"))
    introductions.create(owner_id, Draft(mary, day(2), introducer_id=jess), at=NOW)
    introductions.create(owner_id, Draft(ana, day(3), other_id=tom, step=Step.PROPOSED), at=NOW)
    introductions.create(owner_id, Draft(ana, day(4), introducer_id=jess, other_id=mary), at=NOW)
    page = introductions.listing(owner_id)
    assert [(row.person.name, row.introducer and row.introducer.name) for row in page.received] == [
        ("Mary", "Jess")
    ]
    assert [(row.person.name, row.other and row.other.name) for row in page.mine] == [("Ana", "Tom")]
    assert len(page.heard_of) == 1


def test_mary_came_through_jess_once_both_had_agreed(owner_id: UUID, known: dict[str, UUID]) -> None:
    draft = Draft(known["Mary"], day(2), introducer_id=known["Jess"], step=Step.PROPOSED)
    made = introductions.create(owner_id, draft, at=NOW).id
    introductions.move(owner_id, made, Step.ONE_AGREED, at=NOW)
    assert people.read(owner_id, known["Mary"]).person.introduced_by is None
    saved = introductions.move(owner_id, made, Step.CONNECTED, at=NOW)
    origin = people.read(owner_id, known["Mary"]).person.introduced_by
    assert origin
    assert origin.name == "Jess"
    assert saved.batch_id
    undo.undo(owner_id, saved.batch_id, at=NOW)
    assert people.read(owner_id, known["Mary"]).person.introduced_by is None
    assert introductions.read(owner_id, made).step is Step.ONE_AGREED


def test_an_introduction_joins_two_different_people(owner_id: UUID, known: dict[str, UUID]) -> None:
    mary, jess = known["Mary"], known["Jess"]
    wrong = {
        ("other_id", Problem.REQUIRED): Draft(mary, day(2)),
        ("other_id", Problem.SAME_PERSON): Draft(mary, day(2), other_id=mary),
        ("introducer_id", Problem.SAME_PERSON): Draft(mary, day(2), introducer_id=mary),
    }
    for expected, draft in wrong.items():
        with pytest.raises(Invalid) as caught:
            introductions.create(owner_id, draft, at=NOW)
        assert (caught.value.field, caught.value.code) == expected
    with pytest.raises(Invalid):
        introductions.create(owner_id, Draft(mary, day(2), introducer_id=jess, other_id=jess), at=NOW)


def test_with_one_of_them_in_the_bin_it_is_out_of_sight(owner_id: UUID, known: dict[str, UUID]) -> None:
    made = introductions.create(owner_id, Draft(known["Ana"], day(3), other_id=known["Tom"]), at=NOW).id
    people.discard(owner_id, known["Tom"], at=NOW)
    assert introductions.listing(owner_id).mine == ()
    with pytest.raises(LookupError):
        introductions.read(owner_id, made)


def test_edited_binned_and_back(owner_id: UUID, known: dict[str, UUID]) -> None:
    draft = Draft(known["Ana"], day(3), other_id=known["Tom"])
    made = introductions.create(owner_id, draft, at=NOW).id
    introductions.edit(owner_id, made, Draft(known["Ana"], day(5), other_id=known["Mary"]), at=NOW)
    row = introductions.read(owner_id, made)
    assert (row.on, row.other and row.other.name) == (day(5), "Mary")
    introductions.discard(owner_id, made, at=NOW)
    assert introductions.listing(owner_id).mine == ()
    introductions.restore(owner_id, made, at=NOW)
    assert len(introductions.listing(owner_id).mine) == 1
