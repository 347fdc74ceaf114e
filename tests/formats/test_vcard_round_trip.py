"""Out and in again: nothing of a person is lost on the way, in either version."""

import os
import re
from io import BytesIO
from typing import get_args
from unicodedata import normalize
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapport.domain.exports.exports import OutgoingPerson
from rapport.domain.imports.extras import Extra
from rapport.domain.imports.imports import IncomingPerson, IncomingPoint
from rapport.domain.people.countries import names as countries
from rapport.domain.people.people import ContactKind
from rapport.formats.vcard import read, write
from rapport.formats.vcard.writer import Version

MANY = int(os.environ.get("RAPPORT_ROUND_TRIPS", "250"))
VERSIONS = get_args(Version)
FIELDS = ("name", "aliases", "organisation", "role", "city", "country", "points", "links", "note", "tags")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")


def tidy(text: str) -> str:
    """Text as every importer leaves it, on one line."""
    return " ".join(normalize("NFC", CONTROL.sub("", text)).split())


letters = st.text(
    st.one_of(st.sampled_from("aéøł,;:\\\"'=^ n李🦆-.()"), st.characters(exclude_categories=["Cs", "Cc"])),
    max_size=90,
)
texts = letters.map(tidy)
some = texts.filter(bool)
notes = st.lists(texts, max_size=4).map("\n".join).map(str.strip)
sites = st.from_regex(r"https?://[a-z]{1,9}\.example/[a-zA-Z0-9,;:%?=&-]{0,90}", fullmatch=True)
labels = st.one_of(st.sampled_from(["", "home", "work", "cell", "work fax", "HomePage", "Signal"]), texts)

mailboxes = some.map("{}@example.org".format).filter(lambda value: not value.lower().startswith("mailto:"))


def point(kind: ContactKind, values: st.SearchStrategy[str]) -> st.SearchStrategy[IncomingPoint]:
    return st.builds(IncomingPoint, st.just(kind), values, labels)


points = st.lists(
    st.one_of(
        point(ContactKind.EMAIL, mailboxes),
        point(ContactKind.PHONE, st.from_regex(r"\+?[0-9][0-9 ()/.-]{1,20}[0-9]", fullmatch=True)),
        point(ContactKind.OTHER, some),
    ),
    max_size=5,
    unique=True,
).map(tuple)
words = st.from_regex(r"[A-Za-z0-9-]{1,12}", fullmatch=True)
parameters = st.lists(st.tuples(words, st.one_of(words, st.just('"a:b;c"'))), max_size=3).map(
    lambda pairs: ";".join(f"X-{name.upper()}={value}" for name, value in pairs)
)
kept = st.builds(Extra, words.map("X-KEPT-{}".format).map(str.upper), texts, parameters)
grouped = st.builds(Extra, words.map(lambda w: f"g{w}.X-KEPT-{w}".replace(w, w.upper())), texts, parameters)
columns = st.builds(Extra, st.one_of(st.just("Birthday"), some), notes, st.just(""))
days = st.builds(Extra, st.just("ANNIVERSARY"), st.dates().map(str), st.just(""))
extras = st.lists(st.one_of(kept, grouped, columns.filter(lambda e: not e.name.isupper()), days), max_size=4)
people = st.builds(
    OutgoingPerson,
    id=st.uuids(),
    name=some,
    organisation=texts,
    role=texts,
    city=texts,
    country=st.sampled_from(["", *(code for code, *_ in countries())]),
    points=points,
    links=st.lists(sites, max_size=3, unique=True).map(tuple),
    note=notes,
    tags=st.lists(some, max_size=3, unique=True).map(tuple),
    aliases=st.lists(some, max_size=3, unique=True).map(tuple),
    how_met=notes,
    introduced_by=texts,
    extra=extras.map(tuple),
)


def incoming(text: str) -> IncomingPerson:
    [found] = read(BytesIO(text.encode()))
    assert isinstance(found, IncomingPerson), found
    return found


def outgoing(person: IncomingPerson, id_: UUID) -> OutgoingPerson:
    said = {name: getattr(person, name) for name in FIELDS}
    return OutgoingPerson(id=id_, extra=tuple(person.extra), **said)


def written(person: OutgoingPerson, version: Version) -> str:
    [text] = write([person], version)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return text


@pytest.mark.parametrize("version", VERSIONS)
@settings(
    max_examples=MANY,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
    database=None,
)
@given(person=people)
def test_whoever_goes_out_comes_back_and_goes_out_the_same(person: OutgoingPerson, version: Version) -> None:
    first = written(person, version)
    back = incoming(first)
    for field in FIELDS:
        given_, found = getattr(person, field), getattr(back, field)
        if field == "aliases":
            given_ = tuple(alias for alias in given_ if alias != person.name)
        if field == "tags":
            assert set(found) <= set(given_)
            continue
        assert found == given_, field
    assert written(outgoing(back, person.id), version) == first


@pytest.mark.parametrize("version", VERSIONS)
@settings(max_examples=MANY, deadline=None, derandomize=True, database=None)
@given(person=people)
def test_what_rapport_has_no_place_for_comes_back(person: OutgoingPerson, version: Version) -> None:
    back = incoming(written(person, version))
    here = [each for each in person.extra if each.name != "ANNIVERSARY"]
    assert [each for each in here if each not in back.extra] == []
