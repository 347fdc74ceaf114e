"""Whom a typed name means, and how far people live."""

import pytest

from rapport.domain.people.people import Match, Place, distance_km, resolve
from tests.cast import ANA, CHICAGO, KAREN, MARY, PORTLAND, PRIYA

PEOPLE = [(p.id, p.name, ()) for p in (KAREN, MARY, PRIYA, ANA)]


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("Karen Holt", KAREN),
        ("karen", KAREN),
        ("Holt", KAREN),
        ("Shah Priya", PRIYA),
        ("PRÏYA", PRIYA),
        ("Ana", ANA),
    ],
)
def test_a_name_or_a_part_of_it_is_enough(typed: str, who: object) -> None:
    found = resolve(typed, PEOPLE)
    assert (found.match, found.ids) == (Match.KNOWN, (who.id,))  # type: ignore[attr-defined]  # a Person


def test_two_people_of_one_first_name_are_both_offered() -> None:
    other = (ANA.id.__class__(int=99), "Ana Costa", ())
    found = resolve("Ana", [*PEOPLE, other])
    assert found.match is Match.AMBIGUOUS
    assert set(found.ids) == {ANA.id, other[0]}


def test_a_whole_name_wins_over_a_part_of_another() -> None:
    only_ana = (ANA.id.__class__(int=99), "Ana", ())
    assert resolve("Ana", [*PEOPLE, only_ana]).ids == (only_ana[0],)


def test_an_alias_is_a_name() -> None:
    assert resolve("Kaz", [(KAREN.id, KAREN.name, ("Kaz",))]).match is Match.KNOWN


@pytest.mark.parametrize("typed", ["Prija Shah", "Mary Castelan", "Karne Holt", "Mary Castellan Reyes"])
def test_a_slip_is_offered_and_not_taken(typed: str) -> None:
    assert resolve(typed, PEOPLE).match is Match.MAYBE


@pytest.mark.parametrize("typed", ["Ann", "Tom", "Karl Bolt", "李明"])
def test_somebody_else_is_somebody_new(typed: str) -> None:
    assert resolve(typed, PEOPLE).match is Match.UNKNOWN


def test_portland_and_chicago_are_too_far_for_a_coffee() -> None:
    assert distance_km(PORTLAND, CHICAGO) == pytest.approx(2830, abs=30)
    assert distance_km(PORTLAND, Place(45.63, -122.67)) < 15  # Vancouver, across the river
