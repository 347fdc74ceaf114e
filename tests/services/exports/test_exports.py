"""People go out to a file and come back into an empty store as they were."""

import csv
import io
import os
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from pytest_django import DjangoAssertNumQueries

from rapport.db import models
from rapport.domain.exports.exports import OutgoingPerson, as_said
from rapport.domain.imports.extras import Extra
from rapport.domain.imports.imports import Source
from rapport.domain.people.people import ContactKind
from rapport.formats import contacts_csv, vcard
from rapport.services.exports.exports import Kind, pieces
from rapport.services.imports import bring
from rapport.services.imports.rows import AT_FIRST, PERSON, POINT
from rapport.services.imports.values import File
from rapport.services.journal.bulk_rows import insert, new_ids
from rapport.services.people import pages as people_pages
from rapport.services.people import people
from tests.cast import FIRST_DAY
from tests.formats.test_vcard_round_trip import people as anybody
from tests.services.conftest import NOW
from tests.services.makers import a_crowd, a_person

MANY = int(os.environ.get("RAPPORT_EXPORTS", "60"))  # people made by hypothesis that go out and come back
OF_PEOPLE = [Kind.VCARD, Kind.VCARD_3, Kind.CSV]
OWN_ID = re.compile(r"UID:urn:uuid:[0-9a-f-]{36}|^[0-9a-f-]{36}(?=,)", re.MULTILINE)


def out(owner_id: UUID, kind: Kind, chosen: Iterable[UUID] | None = None) -> str:
    return "".join(pieces(owner_id, kind, at=NOW, people=None if chosen is None else set(chosen)))


def another_owner() -> UUID:
    return models.Owner.objects.create(rest_weekdays=[6], number=models.Owner.objects.count() + 1).pk


def brought_in(folder: Path, text: str, kind: Kind) -> UUID:
    """Somebody else, who has nobody but these."""
    other = another_owner()
    path = folder / ("people.csv" if kind is Kind.CSV else "people.vcf")
    path.write_text(text, encoding="utf-8", newline="")
    bring.apply(other, [File(path.name, path)], at=NOW, today=FIRST_DAY)
    return other


def records(text: str, kind: Kind) -> list[str]:
    """One text for each person; what a person is called in their store is left out."""
    if kind is Kind.CSV:
        rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff"), newline="")))
        return sorted(repr(row[1:]) for row in rows[1:])
    return sorted(OWN_ID.sub("UID", card) for card in text.split("END:VCARD"))


@pytest.fixture
def cast(owner_id: UUID) -> UUID:
    jess = a_person(owner_id, "Jess Moran", organisation='Cord & Co; "Books"')
    points = (
        people.ContactPoint(ContactKind.EMAIL, "mary@example.org", "work"),
        people.ContactPoint(ContactKind.PHONE, "+1 503 555 0100"),
    )
    a_person(
        owner_id,
        "Mary Castellan",
        aliases=("Maz",),
        contact_points=points,
        city="Portland",
        country="US",
        links=("https://marycoaches.example",),
        note="Likes tea,\nnot coffee",
        how_met="over tea; by the river\nin May",
        introduced_by=jess,
        tags=("coaching", "new-city"),
    )
    a_person(owner_id, "=1+1 Zoë 🦊", note="=cmd|' /C calc'!A0")
    a_person(owner_id, "李小龍", role="actor")
    return owner_id


@pytest.mark.parametrize("kind", OF_PEOPLE)
def test_the_cast_goes_out_comes_back_and_goes_out_the_same(cast: UUID, kind: Kind, tmp_path: Path) -> None:
    first = out(cast, kind)
    other = brought_in(tmp_path, first, kind)
    assert records(out(other, kind), kind) == records(first, kind)
    mary = next(row.id for row in people_pages.listing(other).rows if row.name == "Mary Castellan")
    facts = people_pages.read(other, mary).person
    assert (facts.how_met, facts.tags) == ("over tea; by the river\nin May", ("coaching", "new-city"))


@pytest.mark.parametrize(("there", "back"), [(Kind.VCARD, Kind.CSV), (Kind.CSV, Kind.VCARD)])
def test_what_came_as_one_format_goes_out_as_another(
    cast: UUID, there: Kind, back: Kind, tmp_path: Path
) -> None:
    other = brought_in(tmp_path, out(cast, there), there)
    again = out(other, back)
    read = contacts_csv.read if back is Kind.CSV else vcard.read
    found = {person.name: person for person in read(io.BytesIO(again.encode()))}  # type: ignore[union-attr]  # people
    said = {each.name: each.value for each in found["Mary Castellan"].extra}  # type: ignore[union-attr]  # one
    assert said["X-RAPPORT-INTRODUCED-BY"] == "Jess Moran"
    assert "by the river" in said["X-RAPPORT-HOW-MET"]


def test_only_the_chosen_go_out(cast: UUID) -> None:
    mary = next(row.id for row in people_pages.listing(cast).rows if row.name == "Mary Castellan")
    text = out(cast, Kind.VCARD, [mary])
    assert text.count("BEGIN:VCARD") == 1
    assert "FN:Mary Castellan" in text
    assert out(cast, Kind.VCARD, []) == ""


def test_nobody_in_the_bin_and_nobody_of_somebody_else_goes_out(cast: UUID) -> None:
    mary = next(row.id for row in people_pages.listing(cast).rows if row.name == "Mary Castellan")
    people.discard(cast, mary, at=NOW)
    assert "Castellan" not in out(cast, Kind.CSV)
    assert out(another_owner(), Kind.VCARD, [mary]) == ""


@pytest.mark.parametrize("count", [3, 300])
@pytest.mark.parametrize("kind", OF_PEOPLE)
def test_many_people_ask_no_more_of_the_database_than_few(
    owner_id: UUID, kind: Kind, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    a_crowd(owner_id, count)
    with django_assert_num_queries(5):  # three, and a transaction around them
        assert out(owner_id, kind).count("Nora") >= count


def test_two_sources_with_groups_of_one_name_stay_apart() -> None:
    card = [Extra("item1.X-JABBER", "ada"), Extra("item1.X-ABLABEL", "home"), Extra("BDAY", "1980-04-01")]
    other = [Extra("item1.X-JABBER", "bob"), Extra("BDAY", "1980-04-01")]
    mary = OutgoingPerson(UUID(int=1), "Mary")
    said = as_said(mary, [(Source.VCARD, card), (Source.GOOGLE, other)]).extra
    assert [each.name for each in said] == ["item1.X-JABBER", "item1.X-ABLABEL", "BDAY", "item1-2.X-JABBER"]


def one_of_a_kind(person: OutgoingPerson, number: int) -> OutgoingPerson:
    """Who shares an address with somebody is taken for them, and rightly so."""
    values = {
        ContactKind.EMAIL: "p{number}.{place}@example.org",
        ContactKind.PHONE: "+1 503 {number:07} {place}",
    }
    points = tuple(
        point._replace(value=values[point.kind].format(number=number, place=place))
        if point.kind in values
        else point
        for place, point in enumerate(person.points)
    )
    links = tuple(link.replace(".example/", f".example/{number}/") for link in person.links)
    name = f"{person.name} n{number}"
    return replace(person, id=UUID(int=number + 1), name=name, points=points, links=links)


def store(people_out: list[OutgoingPerson]) -> UUID:
    """These people as rows, as if somebody had typed them."""
    owner_id = another_owner()
    rows, points = [], []
    for each in people_out:
        rows.append(
            (
                each.id, each.name, people.folded(each.name, each.aliases), list(each.aliases),
                each.organisation[:200], each.role[:200], each.city[:200], each.country,
                list(each.links), each.note, each.how_met, False,
                "".join(f" {'-'.join(tag.split())}" for tag in each.tags if "#" not in tag)[:60] + " ",
                *AT_FIRST.values(),
            )
        )  # fmt: skip
        points += [
            (each.id, point.kind, point.value[:400].strip(), point.label[:40].strip())
            for point in each.points
        ]
    insert(models.Person, owner_id, rows, (*PERSON, *AT_FIRST))
    ids = new_ids(len(points))
    insert(models.ContactPoint, owner_id, [(pk, *p) for pk, p in zip(ids, points, strict=True)], POINT)
    return owner_id


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("kind", OF_PEOPLE)
def test_random_people_go_out_come_back_and_go_out_the_same(kind: Kind, tmp_path: Path) -> None:
    """All in one file, so that whatever is told of one cannot be taken for another."""
    made: list[OutgoingPerson] = []

    @settings(
        max_examples=MANY,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(person=anybody)
    def collect(person: OutgoingPerson) -> None:
        made.append(one_of_a_kind(person, len(made)))

    collect()
    first = out(store(made), kind)
    other = brought_in(tmp_path, first, kind)
    assert records(out(other, kind), kind) == records(first, kind)
