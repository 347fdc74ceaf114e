"""Introductions: written down, taken further one move at a time, taken back."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from rapport.db.models import NeedMatch
from rapport.domain.asks.introductions import Move, Side, Step
from rapport.domain.giving.giving import MatchReply
from rapport.services.asks import introductions
from rapport.services.asks.introductions import Draft
from rapport.services.errors import Invalid, Problem
from rapport.services.giving import giving
from rapport.services.journal import undo
from rapport.services.journal.journal import Verb, journal
from rapport.services.people import pages as people_pages
from rapport.services.people import people
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_person

ANA, TOM = Side.PERSON, Side.OTHER
DAY = day(3)


@pytest.fixture
def known(owner_id: UUID) -> dict[str, UUID]:
    return {name: a_person(owner_id, name) for name in ("Jess", "Mary", "Tom", "Ana")}


def a_plan(owner_id: UUID, known: dict[str, UUID], on: int = 2, **more: Any) -> UUID:
    draft = Draft(known["Ana"], day(on), other_id=known["Tom"], step=Step.PROPOSED, **more)
    return introductions.create(owner_id, draft, at=NOW).id


def take(owner_id: UUID, pk: UUID, move: Move, side: Side | None = None, on: date = DAY) -> UUID:
    saved = introductions.take(owner_id, pk, move, side, on, at=NOW)
    assert saved.batch_id
    return saved.batch_id


def step_of(owner_id: UUID, pk: UUID) -> Step:
    return introductions.read(owner_id, pk).step


def test_each_stands_where_it_belongs(owner_id: UUID, known: dict[str, UUID]) -> None:
    jess, mary, tom, ana = (known[name] for name in ("Jess", "Mary", "Tom", "Ana"))
    introductions.create(owner_id, Draft(mary, day(2), introducer_id=jess), at=NOW)
    introductions.create(owner_id, Draft(ana, day(3), other_id=tom, step=Step.PROPOSED), at=NOW)
    introductions.create(owner_id, Draft(ana, day(4), introducer_id=jess, other_id=mary), at=NOW)
    page = introductions.listing(owner_id)
    assert [(row.person.name, row.introducer and row.introducer.name) for row in page.received] == [
        ("Mary", "Jess")
    ]
    assert [(row.person.name, row.other and row.other.name) for row in page.mine] == [("Ana", "Tom")]
    assert len(page.heard_of) == 1


def test_ana_and_tom_are_asked_connected_and_meet(owner_id: UUID, known: dict[str, UUID]) -> None:
    plan = a_plan(owner_id, known)
    take(owner_id, plan, Move.ASKED, TOM)
    take(owner_id, plan, Move.AGREED, TOM)
    assert step_of(owner_id, plan) is Step.ONE_AGREED
    with pytest.raises(Invalid):
        introductions.take(owner_id, plan, Move.CONNECTED, None, day(3), at=NOW)
    take(owner_id, plan, Move.AGREED, ANA)
    take(owner_id, plan, Move.CONNECTED, on=day(4))
    batch = take(owner_id, plan, Move.HAPPENED, on=day(11))
    assert step_of(owner_id, plan) is Step.HAPPENED
    undo.undo(owner_id, batch, at=NOW)
    assert step_of(owner_id, plan) is Step.CONNECTED


def test_a_no_ends_it_and_a_yes_on_the_same_day_puts_it_right(owner_id: UUID, known: dict[str, UUID]) -> None:
    plan = a_plan(owner_id, known)
    take(owner_id, plan, Move.DECLINED, ANA)
    assert step_of(owner_id, plan) is Step.DECLINED
    with pytest.raises(Invalid):
        introductions.take(owner_id, plan, Move.ASKED, ANA, day(4), at=NOW)
    take(owner_id, plan, Move.AGREED, ANA)
    assert step_of(owner_id, plan) is Step.ONE_AGREED


def test_mary_came_through_jess_once_both_had_agreed(owner_id: UUID, known: dict[str, UUID]) -> None:
    draft = Draft(known["Mary"], day(2), introducer_id=known["Jess"], step=Step.PROPOSED)
    made = introductions.create(owner_id, draft, at=NOW).id
    take(owner_id, made, Move.AGREED, Side.OTHER)
    assert people_pages.read(owner_id, known["Mary"]).person.introduced_by is None
    batch = take(owner_id, made, Move.CONNECTED)
    origin = people_pages.read(owner_id, known["Mary"]).person.introduced_by
    assert origin
    assert origin.name == "Jess"
    undo.undo(owner_id, batch, at=NOW)
    assert people_pages.read(owner_id, known["Mary"]).person.introduced_by is None
    assert step_of(owner_id, made) is Step.ONE_AGREED


def test_what_was_told_as_a_step_goes_on_from_there(owner_id: UUID, known: dict[str, UUID]) -> None:
    draft = Draft(known["Ana"], day(2), other_id=known["Tom"], step=Step.ONE_AGREED)
    made = introductions.create(owner_id, draft, at=NOW).id
    take(owner_id, made, Move.AGREED, TOM)
    take(owner_id, made, Move.CONNECTED)
    assert step_of(owner_id, made) is Step.CONNECTED


def test_a_line_in_the_log_connects_what_was_on_its_way(owner_id: UUID, known: dict[str, UUID]) -> None:
    plan = a_plan(owner_id, known)
    to_me = introductions.create(
        owner_id, Draft(known["Mary"], day(2), known["Jess"], step=Step.PROPOSED), at=NOW
    ).id
    with journal(owner_id, Verb.LOG, at=NOW) as book:
        introductions.record(book, None, (known["Tom"], known["Ana"]), day(5))
        introductions.record(book, known["Jess"], (known["Mary"],), day(5))
    assert (step_of(owner_id, plan), step_of(owner_id, to_me)) == (Step.CONNECTED, Step.CONNECTED)
    page = introductions.listing(owner_id)
    assert (len(page.mine), len(page.received)) == (1, 1)


def test_a_need_and_an_offer_that_led_to_it_are_not_proposed_again(
    owner_id: UUID, known: dict[str, UUID]
) -> None:
    need = giving.create_need(owner_id, giving.NeedDraft("a designer", day(1), known["Ana"]), at=NOW).id
    offer = giving.create_offer(owner_id, giving.OfferDraft("design", day(1), known["Tom"]), at=NOW).id
    plan = a_plan(owner_id, known, need_id=need, offer_id=offer)
    row = introductions.read(owner_id, plan)
    assert (row.giver, row.need and row.need.name) == (TOM, "a designer")
    assert NeedMatch.objects.get().reply == MatchReply.PROPOSED


def test_an_introduction_joins_two_different_people(owner_id: UUID, known: dict[str, UUID]) -> None:
    mary, jess = known["Mary"], known["Jess"]
    wrong = {
        ("other_id", Problem.REQUIRED): Draft(mary, day(2)),
        ("other_id", Problem.SAME_PERSON): Draft(mary, day(2), other_id=mary),
        ("introducer_id", Problem.SAME_PERSON): Draft(mary, day(2), introducer_id=mary),
    }
    for expected, draft in wrong.items():
        with pytest.raises(Invalid) as caught:
            introductions.create(owner_id, draft, at=NOW)
        assert (caught.value.field, caught.value.code) == expected
    with pytest.raises(Invalid):
        introductions.create(owner_id, Draft(mary, day(2), introducer_id=jess, other_id=jess), at=NOW)


def test_nothing_is_taken_before_its_day(owner_id: UUID, known: dict[str, UUID]) -> None:
    plan = a_plan(owner_id, known, on=5)
    with pytest.raises(Invalid) as caught:
        introductions.take(owner_id, plan, Move.ASKED, ANA, day(4), at=NOW)
    assert caught.value.code is Problem.TOO_EARLY


def test_with_one_of_them_in_the_bin_it_is_out_of_sight(owner_id: UUID, known: dict[str, UUID]) -> None:
    made = introductions.create(owner_id, Draft(known["Ana"], day(3), other_id=known["Tom"]), at=NOW).id
    people.discard(owner_id, known["Tom"], at=NOW)
    assert introductions.listing(owner_id).mine == ()
    with pytest.raises(LookupError):
        introductions.read(owner_id, made)


def test_edited_binned_and_back(owner_id: UUID, known: dict[str, UUID]) -> None:
    draft = Draft(known["Ana"], day(3), other_id=known["Tom"])
    made = introductions.create(owner_id, draft, at=NOW).id
    take(owner_id, made, Move.HAPPENED)
    changed = Draft(known["Ana"], day(5), other_id=known["Mary"], step=Step.PROPOSED, why="Both bake.")
    introductions.edit(owner_id, made, changed, at=NOW)
    row = introductions.read(owner_id, made)
    assert (row.on, row.other and row.other.name, row.why) == (day(5), "Mary", "Both bake.")
    take(owner_id, made, Move.ASKED, ANA, day(6))
    assert step_of(owner_id, made) is Step.PROPOSED
    introductions.discard(owner_id, made, at=NOW)
    assert introductions.listing(owner_id).mine == ()
    introductions.restore(owner_id, made, at=NOW)
    assert len(introductions.listing(owner_id).mine) == 1
