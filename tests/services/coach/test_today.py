"""The page a day begins with."""

from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from rapport.domain.challenge.pace import Shape
from rapport.domain.coach.coach import Kind, Reply
from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.learning.learning import Way
from rapport.services.coach import cards
from rapport.services.coach.today import Moment, feel, open_today
from rapport.services.gatherings import pages as gathering_pages
from rapport.services.giving import giving
from rapport.services.giving import pages as giving_pages
from rapport.services.journal import undo
from rapport.services.quicklog import save
from tests.cast import day
from tests.services.conftest import NOW, Tell
from tests.services.makers import a_gathering


def kinds(owner_id: UUID, number: int) -> list[Kind]:
    return [action.candidate.kind for action in open_today(owner_id, day(number)).plan.actions]


def test_before_any_challenge_it_offers_a_first_step(owner_id: UUID) -> None:
    page = open_today(owner_id, day(1))
    assert page.moment is Moment.NONE
    assert page.plan.actions


def test_a_sunday_asks_for_nothing(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("promised Ana the contract template")
    page = open_today(owner_id, day(3))
    assert page.plan.shape is Shape.REST
    assert page.plan.actions == ()


def test_a_promise_is_on_the_first_card(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("promised Ana the contract template")
    (first, *_) = open_today(owner_id, day(4)).plan.actions
    assert (first.candidate.kind, first.candidate.subject) == (Kind.KEEP_PROMISE, "Ana")


def test_low_energy_leaves_one_small_thing(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("promised Ana the contract template")
    tell("coffee with Mary, follow up tuesday")
    feel(owner_id, day(5), energy=1, at=NOW)
    assert len(open_today(owner_id, day(5)).plan.actions) == 1


def test_a_card_done_becomes_the_fact_it_speaks_of(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("promised Ana the contract template")
    key = open_today(owner_id, day(4)).plan.actions[0].candidate.key
    batch_id = cards.reply(owner_id, key, Reply.DONE, on=day(4), way=Way.GIVE, minutes=20, at=NOW)
    assert open_today(owner_id, day(4)).promises == ()
    undo.undo(owner_id, batch_id, at=NOW)
    assert len(open_today(owner_id, day(4)).promises) == 1


def test_not_today_is_not_asked_again_today_and_is_no_debt_tomorrow(
    owner_id: UUID, month: UUID, tell: Tell
) -> None:
    tell("promised Ana the contract template")
    key = open_today(owner_id, day(4)).plan.actions[0].candidate.key
    cards.reply(owner_id, key, Reply.NOT_TODAY, on=day(4), way=Way.GIVE, minutes=20, at=NOW)
    assert Kind.KEEP_PROMISE not in kinds(owner_id, 4)
    assert Kind.KEEP_PROMISE in kinds(owner_id, 5)


def test_the_same_day_is_planned_the_same(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("promised Ana the contract template")
    tell("pitched Acme")
    assert open_today(owner_id, day(7)) == open_today(owner_id, day(7))


def test_an_answer_awaited_is_shown(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("asked Tom for an intro to a VR studio")
    tell("pitched Acme")
    page = open_today(owner_id, day(4))
    assert [each.who.name for each in page.asks] == ["Tom"]
    assert [each.pitch.organisation for each in page.pitches] == ["Acme"]


@pytest.mark.parametrize("many", [2, 30])
def test_more_people_cost_no_more_queries(
    owner_id: UUID, month: UUID, tell: Tell, django_assert_num_queries: DjangoAssertNumQueries, many: int
) -> None:
    for number in range(many):
        surname = f"Sil{'bcdefghijklmnopqrstuvwxyzBCDEFG'[number]}a"
        tell(f"promised Ana {surname} the contract template", **{f"ana {surname.lower()}": save.NEW})
    with django_assert_num_queries(43):
        open_today(owner_id, day(4))
    with django_assert_num_queries(1):
        open_today(owner_id, day(4))


def test_giving_a_hand_becomes_help_given_and_a_need_met(owner_id: UUID, month: UUID, tell: Tell) -> None:
    ana = tell("coffee with Ana").people_made[0]
    need = giving.create_need(owner_id, giving.NeedDraft("a logo", day(1), ana), at=NOW).id
    cards.reply(owner_id, f"give:{need}", Reply.DONE, on=day(4), way=Way.GIVE, minutes=15, at=NOW)
    assert giving_pages.read_need(owner_id, need).met_on == day(4)
    (given,) = giving_pages.listing(owner_id, day(4)).given
    assert (given.what, given.person.name, given.given_on) == ("a logo", "Ana", day(4))


def test_a_gathering_done_on_its_day_was_gone_to(owner_id: UUID, month: UUID) -> None:
    tonight = a_gathering(owner_id, "Ladies’ Night", day(4), Attendance.GOING)
    tomorrow = a_gathering(owner_id, "Book Club", day(5), Attendance.GOING)
    for pk in (tonight, tomorrow):
        key = f"go_to_gathering:{pk}"
        cards.reply(owner_id, key, Reply.DONE, on=day(4), way=Way.GATHERING, minutes=10, at=NOW)
    assert gathering_pages.read(owner_id, tonight).gathering.attendance is Attendance.WENT
    assert gathering_pages.read(owner_id, tomorrow).gathering.attendance is Attendance.GOING
