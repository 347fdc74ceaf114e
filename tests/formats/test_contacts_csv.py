"""The table that Rapport writes runs nothing in a spreadsheet, and comes back as it went out."""

import csv
from io import BytesIO, StringIO
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.domain.exports.exports import OutgoingPerson
from rapport.domain.imports.extras import Extra
from rapport.domain.imports.imports import Incoming, IncomingPoint, Source, Trouble
from rapport.domain.people.people import ContactKind
from rapport.formats import any_csv
from rapport.formats.cells import link, tidy
from rapport.formats.contacts_csv import HEADER, HOW_MET, INTRODUCED_BY, MOST_EXTRA, read, write
from rapport.formats.sniffing import sniff
from tests.formats.samples import names, one, people, troubles

PRIYA = OutgoingPerson(
    UUID(int=12),
    "Priya Shah",
    aliases=("Pri", "back\\slash [x]"),
    organisation="Studio Shah",
    role="Illustrator",
    city="Portland",
    country="US",
    points=(
        IncomingPoint(ContactKind.EMAIL, "priya@shah.example", "Work [day]"),
        IncomingPoint(ContactKind.PHONE, "+49 170 5550101", "mobile"),
        IncomingPoint(ContactKind.PHONE, "-1"),
        IncomingPoint(ContactKind.URL, "https://shah.example/[x]"),
        IncomingPoint(ContactKind.OTHER, "@pri", "Signal"),
    ),
    links=("https://shah.example",),
    note='=1+1\n\nlikes; commas, "quotes"',
    tags=("ink", "Friday"),
    how_met="At Friday",
    introduced_by="Karen Holt",
    extra=(Extra("X-CAT", "Miso", "TYPE=pet"), Extra("Birthday", "--03-05")),
)


def written(*given: OutgoingPerson) -> bytes:
    return "".join(write(given)).encode()


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def back(person: Incoming) -> OutgoingPerson:
    """What came in, as it would go out; ways to reach someone keep their order within a kind."""
    (found,) = people([person])
    extra = {each.name: each.value for each in found.extra}
    return OutgoingPerson(
        UUID(found.key),
        found.name,
        found.aliases,
        found.organisation,
        found.role,
        found.city,
        found.country,
        found.points,
        found.links,
        found.note,
        found.tags,
        extra.get(HOW_MET, ""),
        extra.get(INTRODUCED_BY, ""),
        tuple(each for each in found.extra if each.name not in {HOW_MET, INTRODUCED_BY}),
    )


def test_priya_comes_back_whole() -> None:
    (found,) = read(BytesIO(written(PRIYA)))
    assert back(found) == PRIYA
    assert people([found])[0].source is Source.CSV


def test_a_spreadsheet_runs_nothing() -> None:
    for row in cells(written(PRIYA, OutgoingPerson(UUID(int=1), "@SUM(A1)", city="＝1", note="\tx"))):
        assert not [cell for cell in row if cell[:1] in "=+-@\t\r\n＝＋－＠" and cell]


def test_it_is_a_table_as_rfc_4180_has_it_with_the_mark_that_excel_wants() -> None:
    data = written(PRIYA)
    assert data.startswith(b"\xef\xbb\xbfRapport ID,Name,")
    assert data.endswith(b"\r\n")
    assert cells(data)[0] == list(HEADER)


@pytest.mark.parametrize(
    "name", ["'t Hooft", "''", "'+1", "+1", "-", "=HYPERLINK(1)", "@tom", "＝x", "O'Neill"]
)
def test_a_name_comes_back_as_it_is(name: str) -> None:
    assert names(read(BytesIO(written(OutgoingPerson(UUID(int=1), name))))) == [name]


def test_a_table_from_elsewhere_keeps_its_apostrophes() -> None:
    assert names(any_csv.read(BytesIO(b"Name,City\n'Tom',Salem\n"))) == ["'Tom'"]


def test_its_own_header_is_known_among_tables() -> None:
    data = written(PRIYA)
    assert sniff("people.csv", data) is Source.CSV
    assert list(any_csv.read(BytesIO(data))) == list(read(BytesIO(data)))


def test_columns_moved_and_added_in_a_spreadsheet_are_no_harm() -> None:
    data = "Name;Rapport ID;Mood;Phone;Other fields\nPriya;;merry;'+49 1 [home];\n".encode("cp1252")
    priya = one(read(BytesIO(data)))
    assert priya.points == (IncomingPoint(ContactKind.PHONE, "+49 1", "home"),)
    assert priya.extra == (Extra("Mood", "merry"),)


def test_a_photo_is_not_for_a_table() -> None:
    photo = Extra("PHOTO", "x" * MOST_EXTRA)
    person = OutgoingPerson(UUID(int=1), "Tom", extra=(photo, Extra("X-DUCK", "yes")))
    assert one(read(BytesIO(written(person)))).extra == (Extra("X-DUCK", "yes"),)


@pytest.mark.parametrize("cell", ["[[1]]", "[", "{}", '[["X-CAT", "Miso"]]', "[" * 5000])
def test_what_was_damaged_in_the_last_column_is_named_and_priya_stays(cell: str) -> None:
    data = f'Name,Rapport ID,Other fields\r\nPriya,,"{cell.replace(chr(34), chr(34) * 2)}"\r\n'.encode()
    items = list(read(BytesIO(data)))
    assert (names(items), troubles(items)) == (["Priya"], [Trouble.NOT_UNDERSTOOD])


TEXT = st.text(
    st.sampled_from("=+-@'\"\\[],;:\n\t né🦆\u202eA1")
    | st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffd"),
    max_size=12,
).map(tidy)
SAID = TEXT.filter(bool)
LINKS = st.sampled_from(["https://shah.example/?a=1,2", "http://x.example/[1]", "https://é.example"])
POINTS = st.lists(st.builds(IncomingPoint, st.sampled_from(ContactKind), SAID, TEXT), max_size=4).map(
    lambda points: tuple(sorted(points, key=lambda point: list(ContactKind).index(point.kind)))
)
ORDER = [ContactKind.EMAIL, ContactKind.PHONE, ContactKind.URL, ContactKind.OTHER]
PEOPLE = st.builds(
    OutgoingPerson,
    id=st.uuids(),
    name=SAID,
    aliases=st.lists(SAID, max_size=3, unique=True).map(tuple),
    organisation=TEXT,
    role=TEXT,
    city=TEXT,
    country=st.sampled_from(["", "FR", "US"]),
    points=POINTS.map(lambda points: tuple(sorted(points, key=lambda point: ORDER.index(point.kind)))),
    links=st.lists(LINKS, max_size=2, unique=True).map(tuple),
    note=TEXT,
    tags=st.lists(SAID, max_size=3, unique=True).map(tuple),
    how_met=TEXT,
    introduced_by=TEXT,
    extra=st.lists(st.builds(Extra, SAID, TEXT, TEXT), max_size=3).map(tuple),
)


@settings(max_examples=500, deadline=None)
@given(st.lists(PEOPLE, max_size=4))
def test_everybody_comes_back_whole(given_people: list[OutgoingPerson]) -> None:
    data = written(*given_people)
    items = list(read(BytesIO(data)))
    assert not troubles(items)
    assert [back(item) for item in items] == given_people
    assert written(*map(back, items)) == data
    assert all(link(address) for person in given_people for address in person.links)
