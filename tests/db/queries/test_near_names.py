"""A superset of whom a name with a slip may mean: nobody that the rule would find is missing."""

from uuid import UUID

import pytest

from rapport.db.models import Owner, Person
from rapport.db.queries.near_names import near
from rapport.domain.people.people import Match, resolve
from rapport.domain.text import fold

LETTERS = "aeiouz"


@pytest.fixture
def owner_id(db: None) -> UUID:
    pk: UUID = Owner.objects.create().pk
    return pk


def a_person(owner_id: UUID, name: str, *aliases: str) -> UUID:
    folded = " | ".join(fold(spelling) for spelling in (name, *aliases))
    pk: UUID = Person.objects.create(owner_id=owner_id, name=name, folded=folded, aliases=list(aliases)).pk
    return pk


def slips(name: str) -> set[str]:
    """The name with one letter wrong, missing, doubled or swapped, at every place."""
    places = range(len(name))
    wrong = {name[:at] + letter + name[at + 1 :] for at in places for letter in LETTERS}
    missing = {name[:at] + name[at + 1 :] for at in places}
    more = {name[:at] + letter + name[at:] for at in places for letter in LETTERS}
    swapped = {name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in places[:-1]}
    return {typed for typed in wrong | missing | more | swapped if typed.strip() == typed}


def test_nobody_whom_the_rule_would_find_is_missing(owner_id: UUID) -> None:
    everybody: list[tuple[UUID, str, list[str]]] = [
        (a_person(owner_id, name), name, []) for name in ("Karen Holt", "Mary Castellan", "Priya Shah")
    ]
    found = 0
    for typed in slips("Mary Castellan") | slips("Karen Holt"):
        rule = resolve(typed, everybody)
        if rule.match is Match.MAYBE:
            found += 1
            assert set(rule.ids) <= {pk for pk, _name, _aliases in near(owner_id, typed)}
    assert found > 200


def test_two_slips_in_a_long_name_are_found(owner_id: UUID) -> None:
    alma = a_person(owner_id, "Alma Reyes-Castellanos")
    for first in slips("castellan"):
        typed = f"Alma Reyes-{first}os"
        if resolve(typed, [(alma, "Alma Reyes-Castellanos", [])]).match is Match.MAYBE:
            assert near(owner_id, typed)


def test_an_alias_with_a_slip_is_found(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary Castellan", "Molly")
    assert [pk for pk, _name, _aliases in near(owner_id, "Moly")] == [mary]


def test_far_names_are_left_out(owner_id: UUID) -> None:
    a_person(owner_id, "Jess Moran")
    assert near(owner_id, "Priya Shah") == []


def test_short_words_are_never_slips(owner_id: UUID) -> None:
    a_person(owner_id, "Ann")
    assert near(owner_id, "Ana") == []
