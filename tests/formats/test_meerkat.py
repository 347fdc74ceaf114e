"""Meerkat's export is five tables in one file; the people are in the first."""

from rapport.formats.meerkat import read
from tests.formats.samples import names, people, sample, troubles


def test_priya_comes_in_with_her_notes_in_their_order() -> None:
    priya, tom = people(read(sample("meerkat/five_tables_in_one.csv")))
    assert (priya.name, priya.key, priya.aliases, tom.name) == ("Priya Shah", "12", ("Pri",), "Tom Reed")
    assert (priya.role, priya.tags) == ("Illustrator at Studio Shah", ("Friday", "ink"))
    assert priya.note == "2026-03-05 Likes ink.\n2026-03-06 Has a cat.\nDraws ducks."
    assert ("Cat", "Miso", "") in priya.extra
    assert ("How We Met", "At Freelance Friday", "") in priya.extra


def test_nothing_of_the_other_tables_is_a_person() -> None:
    items = list(read(sample("meerkat/five_tables_in_one.csv")))
    assert (len(items), troubles(items)) == (2, [])
    assert list(read(sample("meerkat/nobody_in_it.csv"))) == []


def test_contacts_alone_are_read_and_reading_goes_on() -> None:
    assert names(read(sample("meerkat/contacts_alone.csv"))) == ["Priya Shah", "Tom Reed"]
    assert names(read(sample("meerkat/five_tables_in_one.csv"), start=1)) == ["Tom Reed"]
