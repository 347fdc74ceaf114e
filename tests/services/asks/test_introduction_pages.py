"""Introductions by what is next."""

from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rapport.domain.asks.introductions import Because, Move, Side, Step, Todo
from rapport.domain.people.people import ContactKind
from rapport.services.asks import introduction_pages, introductions
from rapport.services.asks.introductions import Draft
from rapport.services.people.drafts import ContactPoint
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_coffee, a_person

ANA, TOM = Side.PERSON, Side.OTHER


@pytest.fixture
def known(owner_id: UUID) -> dict[str, UUID]:
    return {name: a_person(owner_id, name) for name in ("Jess", "Mary", "Tom", "Ana")}


def made(owner_id: UUID, one: UUID, other: UUID | None, by: UUID | None = None, **facts: Any) -> UUID:
    draft = Draft(one, day(2), by, other, Step(facts.get("step", Step.PROPOSED)))
    return introductions.create(owner_id, draft, at=NOW).id


def test_what_is_mine_to_do_stands_apart_from_what_is_not(owner_id: UUID, known: dict[str, UUID]) -> None:
    jess, mary, tom, ana = (known[name] for name in ("Jess", "Mary", "Tom", "Ana"))
    plan = made(owner_id, ana, tom)
    asked = made(owner_id, ana, mary)
    introductions.take(owner_id, asked, Move.ASKED, ANA, day(3), at=NOW)
    over = made(owner_id, tom, mary, step=Step.DECLINED)
    heard = made(owner_id, tom, mary, by=jess, step=Step.CONNECTED)
    page = introduction_pages.agenda(owner_id, day(4))
    told = [[each.row.id for each in part] for part in (page.mine, page.waiting, page.over)]
    assert told[:2] == [[plan], [asked]]
    assert set(told[2]) == {over, heard}


def test_a_coffee_with_mary_says_that_it_happened(owner_id: UUID, known: dict[str, UUID]) -> None:
    made(owner_id, known["Mary"], None, by=known["Jess"], step=Step.CONNECTED)
    (greet,) = introduction_pages.agenda(owner_id, day(4)).mine
    assert greet.next
    assert (greet.next.what, greet.next.because) == (Todo.GREET, Because.CONNECTED_LATELY)
    a_coffee(owner_id, known["Mary"], on=day(1))
    assert introduction_pages.agenda(owner_id, day(4)).mine
    a_coffee(owner_id, known["Mary"], on=day(4))
    (done,) = introduction_pages.agenda(owner_id, day(12)).over
    assert done.met_on == day(4)


def test_one_tells_its_moves_and_where_to_write(owner_id: UUID, known: dict[str, UUID]) -> None:
    zoe = a_person(owner_id, "Zoé", contact_points=(ContactPoint(ContactKind.EMAIL, "zoe@example.org"),))
    plan = made(owner_id, known["Ana"], zoe)
    introductions.take(owner_id, plan, Move.AGREED, ANA, day(3), at=NOW)
    page = introduction_pages.one(owner_id, plan, day(4))
    assert page.emails == {zoe: "zoe@example.org"}
    assert [each.move for each in page.taken] == [Move.AGREED]
    assert (Move.ASKED, TOM) in page.possible
    with pytest.raises(LookupError):
        introduction_pages.one(owner_id, UUID(int=1), day(4))


def test_a_pair_of_whom_one_said_no_is_remembered(owner_id: UUID, known: dict[str, UUID]) -> None:
    ana, tom, mary = known["Ana"], known["Tom"], known["Mary"]
    plan = made(owner_id, ana, tom)
    made(owner_id, ana, mary)
    assert introduction_pages.declined(owner_id) == frozenset()
    introductions.take(owner_id, plan, Move.DECLINED, TOM, day(3), at=NOW)
    assert introduction_pages.declined(owner_id) == {frozenset((ana, tom))}
    found = introduction_pages.before(owner_id, tom, ana)
    assert found
    assert found.now.declined == {TOM: day(3)}
    assert introduction_pages.before(owner_id, tom, mary) is None


def test_the_list_takes_as_many_queries_for_many(owner_id: UUID, known: dict[str, UUID]) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            introduction_pages.agenda(owner_id, day(4))
        return len(caught)

    made(owner_id, known["Mary"], None, by=known["Jess"], step=Step.CONNECTED)
    few = queries()
    for number in range(12):
        who = a_person(owner_id, f"Nora {number}")
        made(owner_id, who, known["Ana"])
        made(owner_id, who, None, by=known["Tom"], step=Step.CONNECTED)
    assert queries() == few == 3
