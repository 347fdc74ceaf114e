"""Meerkat's export is five tables in one file; the people are in the first."""

from datetime import date

from rapport.domain.imports.imports import EntryKind
from rapport.formats.meerkat import read
from tests.formats.samples import entries, names, people, sample, troubles


def test_priya_comes_in_with_her_notes_in_their_order() -> None:
    priya, tom = people(read(sample("meerkat/five_tables_in_one.csv")))
    assert (priya.name, priya.key, priya.aliases, tom.name) == ("Priya Shah", "12", ("Pri",), "Tom Reed")
    assert (priya.role, priya.tags) == ("Illustrator at Studio Shah", ("Friday", "ink"))
    assert priya.note == "2026-03-05 Likes ink.\n2026-03-06 Has a cat.\nDraws ducks.\nFriend: Tom Reed"
    assert ("Cat", "Miso", "") in priya.extra


def test_nothing_of_the_other_tables_is_a_person() -> None:
    items = list(read(sample("meerkat/five_tables_in_one.csv")))
    assert (names(items), troubles(items)) == (["Priya Shah", "Tom Reed"], [])
    assert names(read(sample("meerkat/nobody_in_it.csv"))) == []


def test_contacts_alone_are_read_and_reading_goes_on() -> None:
    assert names(read(sample("meerkat/contacts_alone.csv"))) == ["Priya Shah", "Tom Reed"]
    assert names(read(sample("meerkat/five_tables_in_one.csv"), start=1)) == ["Tom Reed"]


def test_activities_and_reminders_come_in_with_the_lines_they_stand_on() -> None:
    found = entries(read(sample("meerkat/five_tables_in_one.csv")))
    told = [(each.kind, each.people, each.on, each.text, each.where.line) for each in found]
    assert told == [
        (EntryKind.HOW_MET, ("12",), None, "At Freelance Friday", 3),
        (EntryKind.EXCHANGE, ("12",), date(2026, 3, 5), "Coffee\nPortland", 12),
        (EntryKind.NEXT_STEP, ("12",), date(2026, 4, 1), "Write", 22),
    ]


def test_whom_two_contacts_are_called_like_is_neither() -> None:
    found = entries(read(sample("meerkat/two_of_one_name.csv")))
    assert [each.people for each in found if each.kind is EntryKind.EXCHANGE] == [
        ("? Maria Keller", "3"),
        ("? Maria Keller",),
    ]
