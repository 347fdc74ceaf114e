"""What becomes of each record that comes in: recognised by exact keys, never by likeness."""

from collections.abc import Callable
from datetime import date
from itertools import count
from uuid import UUID, uuid4

import pytest

from rapport.domain.imports.extras import Extra
from rapport.domain.imports.imports import IncomingPerson, IncomingPoint, Source, Where
from rapport.domain.imports.plan import Directory, Facts, Fate, KnownRecord, Planner, Why, digest_of, fill
from rapport.domain.people.people import ContactKind
from rapport.domain.text import fold

MARY, JESS = UUID(int=1), UUID(int=2)


def mail(address: str) -> IncomingPoint:
    return IncomingPoint(ContactKind.EMAIL, address)


def phone(number: str) -> IncomingPoint:
    return IncomingPoint(ContactKind.PHONE, number)


def a_record(
    name: str, *points: IncomingPoint, source: Source = Source.VCARD, **said: object
) -> IncomingPerson:
    return IncomingPerson(Where(1, 1), source, name, points=points, **said)  # type: ignore[arg-type]  # by name


def numbered() -> Callable[[], UUID]:
    numbers = count(1000)
    return lambda: UUID(int=next(numbers))


def knowing(*people: tuple[UUID, str, list[str]]) -> Directory:
    there = Directory()
    for person_id, name, keys in people:
        there.add(person_id, [fold(name)], keys)
    return there


def test_karen_is_new_where_nobody_has_her_name_or_address() -> None:
    placed = Planner(Directory(), numbered()).place(a_record("Karen", mail("karen@example.org")))
    assert (placed.fate, placed.person_id) == (Fate.NEW, UUID(int=1000))


def test_mary_is_known_by_her_address_however_it_is_spelled() -> None:
    there = knowing((MARY, "Mary Castellan", ["emary@gmail.com"]))
    placed = Planner(there, numbered()).place(a_record("Mary C. Castellan", mail("M.ary+work@GMail.com")))
    assert (placed.fate, placed.person_id, placed.why) == (Fate.LINKED, MARY, Why.EMAIL)


def test_a_family_number_does_not_make_one_of_two_people() -> None:
    there = knowing((MARY, "Mary Castellan", ["p+15035550142"]))
    placed = Planner(there, numbered(), "US").place(a_record("Tom Reyes", phone("(503) 555-0142")))
    assert placed.fate is Fate.NEW
    placed = Planner(there, numbered(), "US").place(a_record("Castellan, Mary", phone("503-555-0142")))
    assert (placed.fate, placed.why) == (Fate.LINKED, Why.PHONE)


def test_a_desks_mailbox_recognises_nobody() -> None:
    planner = Planner(Directory(), numbered())
    first = planner.place(a_record("Ana Silva", mail("info@acme.example")))
    second = planner.place(a_record("Ana Lopez", mail("info@acme.example")))
    assert (first.fate, second.fate) == (Fate.NEW, Fate.NEW)


@pytest.mark.parametrize(
    ("reachable", "fate"),
    [([], Fate.LINKED), (["ejess@other.example"], Fate.NEW)],
    ids=["only a name", "another address"],
)
def test_a_whole_name_alone_recognises_somebody_without_an_address(reachable: list[str], fate: Fate) -> None:
    there = knowing((JESS, "Jess Moran", reachable))
    placed = Planner(there, numbered()).place(a_record("Jess Moran", mail("jess@example.org")))
    assert placed.fate is fate


def test_a_first_name_alone_recognises_nobody() -> None:
    placed = Planner(knowing((MARY, "Mary", [])), numbered()).place(a_record("Mary", mail("m@example.org")))
    assert placed.fate is Fate.NEW


def test_one_person_in_two_files_comes_in_once() -> None:
    planner = Planner(Directory(), numbered())
    first = planner.place(a_record("Priya Shah", mail("priya@example.org")))
    second = planner.place(a_record("Shah, Priya", mail("priya@example.org"), source=Source.LINKEDIN))
    assert (second.fate, second.person_id) == (Fate.LINKED, first.person_id)


def test_the_same_file_again_plans_nothing_and_a_changed_record_is_told() -> None:
    record = a_record("Priya Shah", mail("priya@example.org"), key="uid-1")
    first = Planner(Directory(), numbered()).place(record)
    there = Directory(records={(Source.VCARD, first.key): KnownRecord(first.digest, MARY)})
    assert Planner(there, numbered()).place(record).fate is Fate.SEEN
    changed = a_record("Priya Shah", mail("priya@example.org"), key="uid-1", organisation="Acme")
    placed = Planner(there, numbered()).place(changed)
    assert (placed.fate, placed.person_id) == (Fate.CHANGED, MARY)


def test_whom_the_user_deleted_does_not_come_back_by_itself() -> None:
    record = a_record("Tom Reyes", mail("tom@example.org"), key="uid-2")
    first = Planner(Directory(), numbered()).place(record)
    there = Directory(records={(Source.VCARD, first.key): KnownRecord("of long ago", None)})
    assert Planner(there, numbered()).place(record).fate is Fate.SEEN


def test_a_record_kept_without_its_day_brings_it_once() -> None:
    mary = a_record("Mary Castellan-Ruiz", since=date(2018, 3, 5))
    first = Planner(Directory(), uuid4).place(mary)
    undated = {(mary.source, first.key): KnownRecord(first.digest, MARY)}
    assert Planner(Directory(records=undated), uuid4).place(mary).fate is Fate.CHANGED
    dated = {(mary.source, first.key): KnownRecord(first.digest, MARY, is_dated=True)}
    assert Planner(Directory(records=dated), uuid4).place(mary).fate is Fate.SEEN


def test_two_records_of_the_same_words_are_remembered_apart() -> None:
    planner = Planner(Directory(), numbered())
    twins = [planner.place(a_record("Ana Silva")) for _ in range(2)]
    assert twins[0].key != twins[1].key


def test_a_record_is_the_same_wherever_it_stands_in_its_file() -> None:
    one = IncomingPerson(Where(1, 10), Source.CSV, "Ana", extra=(Extra("BDAY", "1980-01-01"),))
    two = IncomingPerson(Where(7, 90), Source.CSV, "Ana", extra=(Extra("BDAY", "1980-01-01"),))
    assert digest_of(one) == digest_of(two)


FACTS = Facts("Mary Castellan", (), "", "", "Portland", "US", (), "Likes tea.", ("vr",), frozenset())


def test_blanks_are_filled_and_what_the_user_wrote_stays() -> None:
    record = a_record(
        "Mary Castellan", mail("m@example.org"), organisation="Acme", city="Salem", tags=("vr", "work")
    )
    brought = fill(FACTS, record, {})
    assert brought.columns == {"organisation": "Acme", "tags": ("vr", "work")}
    assert brought.points == ((ContactKind.EMAIL, "m@example.org", ""),)


def test_what_the_same_source_said_before_is_renewed() -> None:
    record = a_record("Mary Castellan", city="Salem")
    assert fill(FACTS, record, {"city": "Portland"}).columns == {"city": "Salem"}


def test_another_spelling_becomes_an_alias_and_a_note_is_added_once() -> None:
    record = a_record("Mary Castellan-Ruiz", note="Met in May.", since=date(2019, 3, 1))
    brought = fill(FACTS, record, {})
    assert brought.columns == {"aliases": ["Mary Castellan-Ruiz"], "note": "Likes tea.\n\nMet in May."}
    assert fill(FACTS, a_record("mary castellan", note="Likes tea."), {}).is_empty
