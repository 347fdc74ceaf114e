"""Monica's export: contacts with all that Rapport has a place for."""

from datetime import date
from io import BytesIO

from rapport.domain.imports.imports import EntryKind, IncomingPoint, IncomingSelf, Trouble, Where
from rapport.domain.interactions.interactions import Channel, Direction
from rapport.domain.people.people import ContactKind
from rapport.formats.monica import read
from tests.formats.samples import entries, names, people, sample, troubles


def test_priya_comes_in_whole() -> None:
    priya, tom = people(read(sample("monica/contacts_with_everything.json")))
    assert (priya.name, priya.key, priya.aliases, tom.name) == ("Priya Shah", "c-1", ("Pri",), "Tom Reed")
    assert (priya.organisation, priya.role) == ("Studio Shah", "Illustrator")
    assert (priya.city, priya.country, priya.since) == ("Portland", "US", date(2019, 3, 2))
    assert (priya.note, priya.tags) == ("Draws ducks\nHas a cat.", ("Friday", "ink"))
    assert priya.points == (
        IncomingPoint(ContactKind.EMAIL, "priya@shah.example"),
        IncomingPoint(ContactKind.PHONE, "+1 503 555 0101"),
        IncomingPoint(ContactKind.OTHER, "@pri", "Signal"),
    )


def test_who_introduced_priya_is_kept_by_name() -> None:
    priya = people(read(sample("monica/contacts_with_everything.json")))[0]
    assert ("first_met_through", "Tom Reed", "") in priya.extra
    assert ("BDAY", "--03-05", "") in priya.extra


def test_karen_is_herself_and_a_child_only_a_relation() -> None:
    items = list(read(sample("monica/me_and_a_relation_only.json")))
    assert names(items) == ["Tom Reed"]
    assert isinstance(items[0], IncomingSelf)
    assert (items[0].name, items[0].addresses) == ("Karen Holt", ("karen@holt.example",))


def test_half_a_character_is_left_out_and_named() -> None:
    items = list(read(sample("monica/lone_surrogate.json")))
    assert (names(items), troubles(items)) == (["Ruby Castile", "Tom Reed"], [Trouble.BAD_ENCODING])


def test_lists_written_as_objects_are_lists() -> None:
    assert names(read(sample("monica/collections_as_objects.json"))) == ["Tom Reed"]


def test_what_is_no_export_is_refused_whole() -> None:
    assert troubles(read(sample("monica/cut_off.json"))) == [Trouble.NOT_UNDERSTOOD]
    assert troubles(read(BytesIO(b"{}"))) == [Trouble.NOT_UNDERSTOOD]
    assert troubles(read(BytesIO(b"[" * 200_000))) == [Trouble.TOO_DEEP]
    assert troubles(read(BytesIO(b"1" * 10_000))) == [Trouble.NOT_UNDERSTOOD]


def test_reading_goes_on_where_it_was_left() -> None:
    assert names(read(sample("monica/contacts_with_everything.json"), start=1)) == ["Tom Reed"]


def test_what_stands_beside_priya_comes_after_everybody_with_its_place() -> None:
    items = list(read(sample("monica/all_it_keeps_beside.json")))
    found = entries(items)
    assert [each.where.record for each in items[1:]] == list(range(2, 18))
    park, call, letter = (each for each in found if each.kind is EntryKind.EXCHANGE)
    assert (park.people, park.on, park.text) == (
        ("c-1", "c-2"),
        date(2026, 2, 7),
        "Drew in the park\nWith ducks",
    )
    assert (call.channel, call.direction) == (Channel.PHONE, Direction.MUTUAL)
    assert (letter.channel, letter.direction) == (Channel.EMAIL, Direction.OUTBOUND)
    assert troubles(items) == [Trouble.BAD_DATE]  # the 30th of February


def test_gifts_and_pets_are_kept_beside_priya() -> None:
    priya = people(read(sample("monica/all_it_keeps_beside.json")))[0]
    kept = {extra.name: extra.value for extra in priya.extra}
    assert kept["data.pet"] == '{"category": "cat", "name": "Miso"}'
    assert kept["data.gift"] == '{"name": "Ink", "status": "idea"}'


def test_reading_goes_on_among_what_stands_beside() -> None:
    rest = list(read(sample("monica/all_it_keeps_beside.json"), start=15))
    assert [each.where for each in entries(rest)] == [Where(16), Where(17)]
