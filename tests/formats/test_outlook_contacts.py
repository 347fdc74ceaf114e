"""Outlook's contacts are read in its four languages and its two generations."""

import pytest

from rapport.domain.imports.imports import IncomingPoint
from rapport.domain.people.people import ContactKind
from rapport.formats.outlook_contacts import read
from tests.formats.samples import names, one, people, sample


def test_classic_outlook_says_much_and_means_little() -> None:
    priya, tom = people(read(sample("outlook/classic_english_92_columns.csv")))
    assert (priya.name, priya.organisation, priya.role) == ("Priya Shah", "Studio Shah", "Illustrator")
    assert (priya.city, priya.country, priya.tags) == ("Salem", "US", ("Friday", "Ink"))
    assert priya.points[0] == IncomingPoint(ContactKind.PHONE, "+1 503 555 0101", "work")
    assert {extra.name for extra in priya.extra} == {
        "Title",
        "Spouse",
        "Business City",
        "E-mail Display Name",
    }
    assert [extra.name for extra in tom.extra] == ["Birthday"]


@pytest.mark.parametrize(
    ("name", "called", "role", "organisation", "city"),
    [
        ("classic_french_windows_1252", "Chloé Lefèvre", "Directrice", "Élan", "Villeurbanne"),
        ("classic_french_semicolons", "Chloé Lefèvre", "Directrice", "Élan", "Lyon"),
        ("classic_german", "Jürgen Groß", "Tischler", "Müller & Söhne", "Köln"),
        ("classic_spanish", "Ana Núñez Silva", "Diseñadora", "Imprenta Niña", "Málaga"),
        ("iphone_mac_roman", "René Béranger", "", "Crème brûlée & Cie", "Genève"),
    ],
)
def test_it_is_read_in_the_language_it_was_written_in(
    name: str, called: str, role: str, organisation: str, city: str
) -> None:
    person = one(read(sample(f"outlook/{name}.csv")))
    assert (person.name, person.role, person.organisation, person.city) == (called, role, organisation, city)


def test_the_note_of_chloe_keeps_its_dash_and_its_ligature() -> None:
    assert one(read(sample("outlook/classic_french_windows_1252.csv"))).note == "Vue à Lyon – œuvre à suivre"


def test_outlook_com_is_read_and_an_unknown_country_kept() -> None:
    tom = one(read(sample("outlook/outlook_com.csv")))
    assert (tom.name, tom.aliases, tom.links) == ("Tom Reed", ("Tommy",), ("https://reed.example",))
    assert ("Home Country/Region", "Atlantis") in [extra[:2] for extra in tom.extra]


def test_an_address_inside_exchange_is_kept_but_nobody_can_write_to_it() -> None:
    dan = one(read(sample("outlook/exchange_address.csv")))
    assert (dan.points, dan.extra[0].name) == ((), "E-mail Address")


def test_a_vertical_tab_is_a_new_line() -> None:
    assert one(read(sample("outlook/vertical_tab_in_a_note.csv"))).note == "one\ntwo"


def test_reading_goes_on_where_it_was_left() -> None:
    assert names(read(sample("outlook/classic_english_92_columns.csv"), start=1)) == ["Tom Reed"]
