"""People who may be one: found, told apart, and merged all at once."""

from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rapport.db import models
from rapport.domain.duplicates.values import Agreement, Field
from rapport.services.duplicates import duplicates
from rapport.services.exports import archive
from rapport.services.journal import undo
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_crowd, a_person, mail, phone, two_marys

TWICE = 12  # people with two entries


@pytest.fixture
def marys(owner_id: UUID) -> tuple[UUID, UUID]:
    return two_marys(owner_id)


def exported(owner_id: UUID) -> str:
    return archive.export(owner_id, at=NOW)


def alike(owner_id: UUID) -> list[set[str]]:
    return [{pair.a.name, pair.b.name} for pair in duplicates.look(owner_id, at=NOW).pairs]


def names() -> set[str]:
    return set(models.Person.objects.values_list("name", flat=True))


def test_two_entries_about_mary_are_found_with_their_reasons(
    owner_id: UUID, marys: tuple[UUID, UUID]
) -> None:
    (pair,) = duplicates.look(owner_id, at=NOW).pairs
    assert {pair.a.id, pair.b.id} == set(marys)
    assert pair.probability > 0.9
    told = {(reason.field, reason.agreement): reason.value for reason in pair.reasons}
    assert told[Field.EMAIL, Agreement.SAME] == "mary@castellan.example"
    (seen,) = (someone for someone in (pair.a, pair.b) if someone.id == marys[0])
    assert (seen.exchanges, seen.last_on, seen.city) == (2, day(9), "Portland")


def test_a_father_and_his_son_on_the_family_phone_are_two(owner_id: UUID) -> None:
    home = phone("+1 503 555 0177")
    a_person(owner_id, "Tom Reed Sr.", contact_points=(home, mail("tom.senior@example.org")))
    a_person(owner_id, "Tom Reed Jr.", contact_points=(home, mail("tommy@example.org")))
    page = duplicates.look(owner_id, at=NOW)
    assert (page.sure.people, [pair.is_sure for pair in page.pairs if pair.is_sure]) == (0, [])
    assert duplicates.merge_sure(owner_id, at=NOW) == (None, 0)


def test_two_marias_of_one_firm_are_never_sure(owner_id: UUID) -> None:
    desk = phone("+1 503 555 0100")
    for address in ("maria.silva@paper.example", "m.silva2@paper.example"):
        a_person(owner_id, "Maria Silva", organisation="Paper", contact_points=(desk, mail(address)))
    assert duplicates.look(owner_id, at=NOW).sure.people == 0


def test_two_told_apart_are_not_asked_about_until_that_is_taken_back(
    owner_id: UUID, marys: tuple[UUID, UUID]
) -> None:
    saved = duplicates.never(owner_id, *marys, at=NOW)
    assert alike(owner_id) == []
    assert duplicates.never(owner_id, *marys, at=NOW).batch_id is None
    assert saved.batch_id
    undo.undo(owner_id, saved.batch_id, at=NOW)
    assert len(alike(owner_id)) == 1


@pytest.fixture
def book(owner_id: UUID) -> list[UUID]:
    """A dozen people from two exports each."""
    made = []
    for n in range(TWICE):
        first, last = f"Nora{chr(97 + n % 26)}{n}", f"Lindqvist{chr(97 + n * 7 % 26)}{n}"
        points = (mail(f"n{n}@example.org"), phone(f"+1 503 555 {2000 + n}"))
        facts = {"city": "Portland", "contact_points": points}
        made += [a_person(owner_id, f"{first} {last}", **facts) for _ in range(2)]
    return made


def test_all_sure_ones_are_merged_as_one_and_taken_back_whole(owner_id: UUID, book: list[UUID]) -> None:
    page = duplicates.look(owner_id, at=NOW)
    assert (page.sure.people, page.sure.entries) == (TWICE, 2 * TWICE)
    assert 0 <= page.sure.low <= page.sure.false_share <= page.sure.high <= 1
    before, told = exported(owner_id), []
    batch_id, count = duplicates.merge_sure(
        owner_id, at=NOW, progress=lambda done, total: told.append((done, total))
    )
    assert (count, told[-1]) == (TWICE, (TWICE, TWICE))
    assert models.Person.objects.count() == TWICE
    assert batch_id
    undo.undo(owner_id, batch_id, at=NOW)
    assert exported(owner_id) == before
    assert duplicates.look(owner_id, at=NOW).sure.people == TWICE


def test_two_told_apart_make_all_that_look_just_like_them_less_sure(owner_id: UUID, book: list[UUID]) -> None:
    duplicates.never(owner_id, book[0], book[1], at=NOW)
    assert duplicates.merge_sure(owner_id, at=NOW) == (None, 0)
    assert duplicates.look(owner_id, at=NOW).total == TWICE - 1


def test_what_a_person_page_asks_is_one_query(owner_id: UUID, marys: tuple[UUID, UUID]) -> None:
    duplicates.look(owner_id, at=NOW)
    with CaptureQueriesContext(connection) as asked:
        assert duplicates.like(owner_id, marys[0]) == ((marys[1], "Castellan, Mary J."),)
    assert len(asked) == 1


def queries_of(owner_id: UUID) -> int:
    duplicates.look(owner_id, at=NOW)
    with CaptureQueriesContext(connection) as asked:
        duplicates.look(owner_id, at=NOW)
    return len(asked)


def test_a_page_asks_as_much_of_a_crowd_as_of_two(owner_id: UUID, marys: tuple[UUID, UUID]) -> None:
    few = queries_of(owner_id)
    a_crowd(owner_id, 60)
    for n in range(12):
        for _ in range(2):
            a_person(owner_id, f"Ana{n} Silva{n}", contact_points=(mail(f"ana{n}@example.org"),))
    assert queries_of(owner_id) == few


def test_a_name_that_nobody_has_is_refused(owner_id: UUID, marys: tuple[UUID, UUID]) -> None:
    stranger = models.Owner.objects.create()
    elsewhere = a_person(stranger.pk, "Mary Castellan")
    for pair in ((marys[0], elsewhere), (marys[0], marys[0])):
        with pytest.raises(LookupError):
            duplicates.merge(owner_id, *pair, {}, at=NOW)
        with pytest.raises(LookupError):
            duplicates.never(owner_id, *pair, at=NOW)
        with pytest.raises(LookupError):
            duplicates.compare(owner_id, *pair)
    assert names() == {"Mary Castellan", "Castellan, Mary J."}
