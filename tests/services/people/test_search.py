"""People found as one types, on whichever engine the tests run."""

from uuid import UUID

import pytest
from django.db import connection

from rapport.domain.people.people import ContactKind, Told
from rapport.services.journal import undo
from rapport.services.people import pages as people_pages
from rapport.services.people import people, search, search_index
from rapport.services.people.pages import PeopleFilter
from tests.services.conftest import NOW
from tests.services.makers import a_person


def found(owner_id: UUID, typed: str) -> list[str]:
    return [people_pages.read(owner_id, person_id).person.name for person_id in search.find(owner_id, typed)]


def listed(owner_id: UUID, typed: str) -> set[str]:
    return {row.name for row in people_pages.listing(owner_id, PeopleFilter(search=typed)).rows}


@pytest.fixture
def everybody(owner_id: UUID) -> UUID:
    for name in (
        "María García",
        "Søren Kierkegaard",
        "Łukasz Wójcik",
        "Chloé Lefèvre",
        "李小龍",
        "Mary Castellan",
    ):
        a_person(owner_id, name)
    return owner_id


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("garcia", "María García"),
        ("soren", "Søren Kierkegaard"),
        ("lukasz", "Łukasz Wójcik"),
        ("lefevre chloe", "Chloé Lefèvre"),
        ("李", "李小龍"),
        ("cas ma", "Mary Castellan"),
        ("kierkgaard", "Søren Kierkegaard"),
        ("mary castelan", "Mary Castellan"),
    ],
)
def test_a_name_is_found_as_it_is_typed(everybody: UUID, typed: str, name: str) -> None:
    assert found(everybody, typed) == [name]
    assert listed(everybody, typed) == {name}


def test_nobody_is_found_by_words_that_are_operators_elsewhere(everybody: UUID) -> None:
    for typed in ('"', "AND", "NOT (", "a* OR", "')--", "& | !", ":*", "%", "\\"):
        assert isinstance(found(everybody, typed), list)
        assert isinstance(listed(everybody, typed), set)


def test_the_closest_mary_comes_first(owner_id: UUID) -> None:
    a_person(owner_id, "Mary Aldana")
    close = people.create(owner_id, people.Draft(name="Mary Zuckerman", told=Told.CLOSE), at=NOW)
    a_person(owner_id, "Mary Bell")
    assert search.find(owner_id, "mary")[0] == close.id


def test_a_number_finds_karen_in_any_spacing(owner_id: UUID) -> None:
    point = people.ContactPoint(ContactKind.PHONE, "(503) 555-0142")
    people.create(owner_id, people.Draft(name="Karen", contact_points=(point,)), at=NOW)
    for typed in ("503 555 01", "+1 503 555 0142", "5035550142", "(503) 555"):
        assert found(owner_id, typed) == ["Karen"], typed


def test_a_renamed_person_is_found_by_the_new_name_until_that_is_taken_back(owner_id: UUID) -> None:
    jess = a_person(owner_id, "Jess Moran")
    renamed = people.edit(owner_id, jess, people.Draft(name="Jess Lee"), at=NOW)
    assert (found(owner_id, "lee"), found(owner_id, "moran")) == (["Jess Lee"], [])
    assert renamed.batch_id is not None
    undo.undo(owner_id, renamed.batch_id, at=NOW)
    assert (found(owner_id, "lee"), found(owner_id, "moran")) == ([], ["Jess Moran"])


def test_who_lies_in_the_bin_is_not_found(owner_id: UUID) -> None:
    jess = a_person(owner_id, "Jess Moran")
    people.discard(owner_id, jess, at=NOW)
    assert found(owner_id, "jess") == []
    people.restore(owner_id, jess, at=NOW)
    assert found(owner_id, "jess") == ["Jess Moran"]


def test_an_index_grown_in_many_parts_becomes_one_and_finds_all_the_same(everybody: UUID) -> None:
    def parts() -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(DISTINCT segid) FROM rapport_search_idx")
            return int(cursor.fetchone()[0])

    is_parted = connection.vendor == "sqlite"  # PostgreSQL's index has no parts
    assert not is_parted or parts() > 1
    search_index.settle()
    assert not is_parted or parts() == 1
    assert found(everybody, "garcia") == ["María García"]
