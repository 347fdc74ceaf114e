"""nametag's export: people, their groups, and what has no place kept."""

from datetime import date

from rapport.domain.imports.imports import EntryKind, IncomingPoint, IncomingSelf, Trouble
from rapport.domain.people.people import ContactKind
from rapport.formats.nametag import read
from tests.formats.samples import entries, names, one, people, sample, troubles


def test_priya_comes_in_whole() -> None:
    priya, tom = people(read(sample("nametag/people_with_everything.json")))
    assert (priya.name, priya.key, priya.aliases, tom.name) == ("Priya Shah", "clx1", ("Pri",), "Tom Reed")
    assert (priya.organisation, priya.role, priya.city) == ("Studio Shah", "Illustrator", "Portland")
    assert (priya.tags, priya.links, priya.note) == (
        ("Friday",),
        ("https://shah.example",),
        "Draws **ducks**",
    )
    assert priya.points[-1] == IncomingPoint(ContactKind.OTHER, "@pri", "signal")
    kept = {extra.name: extra.value for extra in priya.extra}
    assert kept["BDAY"] == "1988-03-05"
    assert kept["addresses.streetLine1"] == "1 Main St"


def test_the_export_says_whose_it_is() -> None:
    me = next(iter(read(sample("nametag/nobody_in_it.json"))))
    assert isinstance(me, IncomingSelf)
    assert me.addresses == ("karen@holt.example",)


def test_ruby_goes_by_the_name_she_is_shown_under() -> None:
    ruby = one(read(sample("nametag/shown_under_another_name.json")))
    assert (ruby.name, ruby.aliases) == ("The one face", ("Ruby Castile",))


def test_what_is_no_person_costs_nobody() -> None:
    items = list(read(sample("nametag/somebody_who_is_no_object.json")))
    assert (names(items), troubles(items)) == (["Tom"], [Trouble.NOT_UNDERSTOOD] * 2)


def test_monica_s_export_is_not_nametag_s() -> None:
    assert troubles(read(sample("monica/contacts_with_everything.json"))) == [Trouble.NOT_UNDERSTOOD]


def test_reading_goes_on_where_it_was_left() -> None:
    assert names(read(sample("nametag/people_with_everything.json"), start=1)) == ["Tom Reed"]


def test_the_journal_the_last_contact_and_the_rhythm_come_in() -> None:
    items = list(read(sample("nametag/a_journal_and_rhythms.json")))
    told = [(each.kind, each.people, each.on, each.text, each.days) for each in entries(items)]
    assert told == [
        (EntryKind.REFLECTION, ("clx1",), date(2026, 3, 1), "Lunch\nSoup.\n(Priya Shah, Tom Reed)", 0),
        (EntryKind.REFLECTION, (), date(2026, 3, 2), "Alone\nTea.", 0),
        (EntryKind.REFLECTION, ("gone",), date(2026, 3, 3), "Lost", 0),
        (EntryKind.EXCHANGE, ("clx1",), date(2026, 3, 5), "", 0),
        (EntryKind.RHYTHM, ("clx1",), None, "", 14),
    ]
    priya = people(items)[0]
    assert priya.note == "Friend: Tom Reed (since school)"
    assert ("importantDates", '{"title": "Wedding", "date": "2015-06-01"}', "") in priya.extra
