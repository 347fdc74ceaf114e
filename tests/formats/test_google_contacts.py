"""Google Contacts' tables, old and new, say the same of Priya."""

import pytest

from rapport.domain.imports.imports import IncomingPoint, Trouble
from rapport.domain.people.people import ContactKind
from rapport.formats.google_contacts import read
from tests.formats.samples import names, one, sample, troubles

GENERATIONS = ["google/first_generation.csv", "google/second_generation.csv"]


@pytest.mark.parametrize("name", GENERATIONS)
def test_priya_is_the_same_in_both_generations(name: str) -> None:
    priya = one(read(sample(name)))
    assert (priya.name, priya.aliases, priya.city, priya.country) == (
        "Priya Shah",
        ("Pri",),
        "Portland",
        "US",
    )
    assert (priya.organisation, priya.role) == ("Studio Shah", "Illustrator")
    assert priya.note == "Met on a Friday.\nHas a cat."
    assert priya.points[:2] == (
        IncomingPoint(ContactKind.EMAIL, "priya@shah.example", "Work"),
        IncomingPoint(ContactKind.EMAIL, "pri@example.org", "Home"),
    )
    assert priya.links == ("https://shah.example",)


@pytest.mark.parametrize("name", GENERATIONS)
def test_groups_are_tags_but_for_google_s_own(name: str) -> None:
    assert one(read(sample(name))).tags == ("Freelance Friday",)


@pytest.mark.parametrize("name", GENERATIONS)
def test_what_has_no_place_is_kept_under_its_column(name: str) -> None:
    kept = {extra.name: extra.value for extra in one(read(sample(name))).extra}
    assert kept["Custom Field 1 - Value"] == "Miso"
    assert kept["Address 1 - Street"] == "1 Main St"
    assert "Ink" in kept.values()
    assert kept["Birthday"].endswith("03-05")


def test_two_values_in_one_cell_are_two() -> None:
    tom = one(read(sample("google/two_addresses_in_one_cell.csv")))
    assert [point.value for point in tom.points] == [
        "tom@reed.example", "tom@work.example", "+1 503 555 0103", "(503) 555-0104",
    ]  # fmt: skip


def test_a_bakery_is_called_by_its_name_and_an_address_by_itself() -> None:
    assert names(read(sample("google/organisation_without_a_person.csv"))) == ["Corner Bakery"]
    ana = one(read(sample("google/nothing_but_an_address.csv")))
    assert (ana.name, ana.tags) == ("ana@silva.example", ())


def test_how_a_name_sounds_is_another_name() -> None:
    assert one(read(sample("google/phonetic_names.csv"))).aliases == ("たろう やまもと",)


def test_utf_16_is_read() -> None:
    assert names(read(sample("google/utf_16_from_the_old_site.csv"))) == ["Søren Åberg"]


def test_a_row_too_long_costs_itself() -> None:
    items = list(read(sample("google/row_too_long.csv")))
    assert (names(items), troubles(items)) == (["Priya", "Ana"], [Trouble.BAD_ROW])


def test_nobody_is_left_out_with_what_was_said_of_them() -> None:
    (refused,) = read(sample("google/nobody_in_it.csv"))
    assert troubles([refused]) == [Trouble.NO_NAME]
    assert "who was this?" in repr(refused)


def test_reading_goes_on_where_it_was_left() -> None:
    assert names(read(sample("google/row_too_long.csv"), start=2)) == ["Ana"]
