"""What the reading process hands over arrives as it was, and nothing else is taken for a record."""

import json
from datetime import date
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.imports.extras import BETWEEN, Extra, Extras
from rapport.domain.imports.imports import IncomingPerson, IncomingPoint, Quarantined, Source, Trouble, Where
from rapport.domain.imports.plan import digest_of
from rapport.domain.people.people import ContactKind
from rapport.formats import meerkat, monica, nametag, wire, wire_people
from tests.formats.samples import SAMPLES

READERS = {"monica": monica.read, "nametag": nametag.read, "meerkat": meerkat.read}
FILES = list(chain.from_iterable(sorted((SAMPLES / folder).iterdir()) for folder in READERS))
ANY = st.text(max_size=12)  # with control characters and halves of characters, as no reader gives them
POINTS = st.builds(IncomingPoint, st.sampled_from(ContactKind), ANY, ANY)
EXTRA = st.builds(Extra, ANY, ANY, ANY)
PLACES = st.builds(Where, st.integers(1, 10**9), st.none() | st.integers(1, 10**9), ANY)
SEVERAL = st.lists(ANY, max_size=3).map(tuple)
PEOPLE = st.builds(
    IncomingPerson, PLACES, st.sampled_from(Source), ANY, ANY, SEVERAL, ANY, ANY, ANY, ANY,
    st.lists(POINTS, max_size=3).map(tuple), SEVERAL, ANY, SEVERAL, st.none() | st.dates(),
    st.lists(EXTRA, max_size=3).map(tuple),
)  # fmt: skip
KAREN = IncomingPerson(
    Where(1, 3), Source.VCARD, "Karen Lindqvist", "karen-1", ("Kari",), "Paper & Ink", "printer", "Malmö",
    "SE", (IncomingPoint(ContactKind.EMAIL, "karen@example.org", "home"),), ("https://example.org/karen",),
    "Met at the market.\nLikes maps.", ("friends", "work"), date(2019, 3, 1),
    (Extra("BDAY", "1980-04-01"), Extra("item1.ADR", ';;High "Street"\\, 3;Malmö;;;', "TYPE=home")),
)  # fmt: skip


def test_karen_arrives_as_she_was_read_in_one_line_of_text() -> None:
    line = wire.encode([KAREN, KAREN])
    assert line.startswith(wire.PEOPLE)
    assert b"\n" not in line
    assert wire.decode(line + b"\n") == [KAREN, KAREN]


@given(st.lists(PEOPLE, max_size=3))
def test_whatever_a_person_says_arrives(people: list[IncomingPerson]) -> None:
    line = wire.encode(people)
    assert b"\n" not in line
    assert wire.decode(line) == people


@pytest.mark.parametrize(
    "character", [BETWEEN, wire_people.FIELD, wire_people.RECORD, wire_people.LINE, "\ud83d"]
)
def test_a_note_with_a_character_that_text_may_not_hold_goes_as_json(character: str) -> None:
    odd = KAREN._replace(note=f"a{character}b")
    line = wire.encode([KAREN, odd])
    assert line.startswith(b"[")
    assert wire.decode(line) == [KAREN, odd]


def test_people_and_what_was_left_out_go_together() -> None:
    left_out = Quarantined(Where(2, 9), Trouble.NO_NAME, "TEL:1", "FN")
    assert wire.decode(wire.encode([KAREN, left_out])) == [KAREN, left_out]


@pytest.mark.parametrize(
    "line",
    [
        b'[["e",[1,null,""],"monica"]]', b'[["e",[1,null,""],"monica","dance"]]', b"[[]]",
        b"", b"T", b"T\x1f", b"[1]", b'[["p"]]', b'[["x", [1, 1, ""]]]', b"T\xff",
        wire.encode([KAREN]).replace(b"vcard", b"voice"),
        wire.encode([KAREN]).replace(b"email", b"smell"),
        wire.encode([KAREN]).replace(b"karen@example.org\x7f", b"karen@example.org"),
        wire.encode([KAREN]).replace(b"BDAY\x7f", b"BDAY"),
        wire.encode([KAREN]).replace(b"2019-03-01", b"2019-13-01"),
    ],
)  # fmt: skip
def test_what_is_no_line_of_records_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match="no line of records"):
        wire.decode(line)


@given(st.lists(EXTRA, min_size=1, max_size=4))
def test_extras_in_one_text_say_what_they_say_one_by_one(extras: list[Extra]) -> None:
    clean = [Extra(*(part.replace(BETWEEN, "") for part in each)) for each in extras]
    packed = Extras(BETWEEN.join(part for each in clean for part in each))
    assert (list(packed), len(packed), packed[0]) == (clean, len(clean), clean[0])
    assert packed == tuple(clean)
    assert hash(packed) == hash(tuple(clean))
    assert json.loads(packed.as_json()) == [list(each) for each in clean]


def test_a_record_has_one_digest_however_it_came() -> None:
    [arrived] = wire.decode(wire.encode([KAREN]))
    assert isinstance(arrived, IncomingPerson)
    assert isinstance(arrived.extra, Extras)
    assert digest_of(arrived) == digest_of(KAREN)


def test_extras_come_three_by_three() -> None:
    with pytest.raises(ValueError, match="three for each"):
        Extras(BETWEEN.join(("BDAY", "1980-04-01")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_record_of_other_programs_crosses_unchanged(path: Path) -> None:
    with path.open("rb") as data:
        items = list(READERS[path.parent.name](data))
    assert wire.decode(wire.encode(items)) == items
