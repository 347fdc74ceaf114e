"""Asks: who was asked, who thinks, who answered, whom they led to."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from rapport.db import models
from rapport.domain.asks.asks import Answer, Reminder
from rapport.domain.interactions.interactions import Channel, Direction
from rapport.services.asks import asks, introductions
from rapport.services.asks import pages as ask_pages
from rapport.services.coach.today import open_today
from rapport.services.errors import Invalid, Problem
from rapport.services.interactions import interactions
from rapport.services.journal import undo
from rapport.services.people import pages as people_pages
from rapport.services.people import people
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_coffee, a_crowd, a_person, mail
from tests.services.traces import ME, take_in
from tests.services.traces import mail as a_mail


def an_ask(owner_id: UUID, person: UUID, on: int = 1, target: str = "a VR studio") -> UUID:
    return asks.create(owner_id, asks.Draft(person, day(on), target), at=NOW).id


def test_tom_thinks_and_dan_was_never_heard_of(owner_id: UUID) -> None:
    tom, dan, jess = (a_person(owner_id, name) for name in ("Tom", "Dan", "Jess"))
    thinking, silent, closed = (an_ask(owner_id, person) for person in (tom, dan, jess))
    asks.answer(owner_id, thinking, Answer.THINKING, day(3), at=NOW)
    asks.answer(owner_id, closed, Answer.KNOWS_NO_ONE, day(2), at=NOW)
    page = ask_pages.listing(owner_id, day(9))
    waiting = {each.ask.id: each for each in page.waiting}
    assert set(waiting) == {thinking, silent}
    assert (waiting[silent].waiting_days, waiting[silent].reminder) == (8, Reminder.REMIND)
    assert (waiting[thinking].waiting_since, waiting[thinking].reminder) == (day(3), Reminder.WAIT)
    assert [row.person.name for row in page.answered] == ["Jess"]
    assert dict(page.counts) == {
        Answer.ASKED: 1,
        Answer.THINKING: 1,
        Answer.KNOWS_NO_ONE: 1,
        Answer.SILENT: 0,
        Answer.DECLINED: 0,
        Answer.INTRODUCED: 0,
    }


def test_one_reminder_and_then_it_is_let_go(owner_id: UUID) -> None:
    ask = an_ask(owner_id, a_person(owner_id, "Dan"))
    asks.remind(owner_id, ask, day(9), at=NOW)
    assert ask_pages.read(owner_id, ask, day(10)).reminder is Reminder.WAIT
    assert ask_pages.read(owner_id, ask, day(25)).reminder is Reminder.LET_GO
    asks.let_go(owner_id, ask, day(25), at=NOW)
    assert ask_pages.listing(owner_id, day(26)).answered[0].answer is Answer.SILENT


def test_jess_introduced_mary(owner_id: UUID) -> None:
    jess, mary = a_person(owner_id, "Jess"), a_person(owner_id, "Mary")
    ask = an_ask(owner_id, jess)
    saved = asks.answer(owner_id, ask, Answer.INTRODUCED, day(4), (mary,), at=NOW)
    row = ask_pages.read(owner_id, ask, day(5)).ask
    assert (row.answer, [each.name for each in row.introduced]) == (Answer.INTRODUCED, ["Mary"])
    assert introductions.listing(owner_id).received[0].ask_id == ask
    origin = people_pages.read(owner_id, mary).person.introduced_by
    assert origin
    assert origin.name == "Jess"
    assert saved.batch_id
    undo.undo(owner_id, saved.batch_id, at=NOW)
    assert ask_pages.read(owner_id, ask, day(5)).ask.answer is Answer.ASKED
    assert people_pages.read(owner_id, mary).person.introduced_by is None
    assert introductions.listing(owner_id).received == ()


def test_telling_the_same_introduction_twice_makes_one(owner_id: UUID) -> None:
    jess, mary = a_person(owner_id, "Jess"), a_person(owner_id, "Mary")
    ask = an_ask(owner_id, jess)
    for _ in range(2):
        asks.answer(owner_id, ask, Answer.INTRODUCED, day(4), (mary,), at=NOW)
    assert len(introductions.listing(owner_id).received) == 1
    assert len(ask_pages.read(owner_id, ask, day(5)).ask.answers) == 1


def test_a_second_answer_of_the_same_day_corrects_the_first(owner_id: UUID) -> None:
    ask = an_ask(owner_id, a_person(owner_id, "Tom"))
    asks.answer(owner_id, ask, Answer.DECLINED, day(3), at=NOW)
    asks.answer(owner_id, ask, Answer.THINKING, day(3), at=NOW)
    assert ask_pages.read(owner_id, ask, day(4)).ask.answer is Answer.THINKING


def test_nobody_is_asked_twice_within_the_month(owner_id: UUID) -> None:
    tom = a_person(owner_id, "Tom")
    assert ask_pages.may_ask(owner_id, tom, day(1)).is_free
    an_ask(owner_id, tom, on=1)
    soon = ask_pages.may_ask(owner_id, tom, day(30))
    assert (soon.is_free, soon.last_on, soon.again_on) == (False, day(1), day(31))
    assert ask_pages.may_ask(owner_id, tom, day(31)).is_free


def test_an_answer_cannot_come_before_the_ask(owner_id: UUID) -> None:
    tom = a_person(owner_id, "Tom")
    ask = an_ask(owner_id, tom, on=5)
    with pytest.raises(Invalid) as early:
        asks.answer(owner_id, ask, Answer.DECLINED, day(4), at=NOW)
    assert early.value.code is Problem.TOO_EARLY
    asks.answer(owner_id, ask, Answer.DECLINED, day(6), at=NOW)
    with pytest.raises(Invalid) as late:
        asks.edit(owner_id, ask, asks.Draft(tom, day(7)), at=NOW)
    assert late.value.code is Problem.TOO_LATE


@pytest.mark.parametrize(
    ("answer", "who", "code"),
    [
        (Answer.THINKING, "Mary", Problem.UNKNOWN),
        (Answer.INTRODUCED, "Jess", Problem.SAME_PERSON),
        (Answer.INTRODUCED, "nobody", Problem.UNKNOWN),
    ],
)
def test_only_an_introduction_leads_to_somebody_else(
    owner_id: UUID, answer: Answer, who: str, code: Problem
) -> None:
    known = {name: a_person(owner_id, name) for name in ("Jess", "Mary")}
    ask = an_ask(owner_id, known["Jess"])
    with pytest.raises(Invalid) as caught:
        asks.answer(owner_id, ask, answer, day(4), (known.get(who, uuid4()),), at=NOW)
    assert (caught.value.field, caught.value.code) == ("introduced", code)


def test_asks_of_those_in_the_bin_are_out_of_sight(owner_id: UUID) -> None:
    tom = a_person(owner_id, "Tom")
    ask = an_ask(owner_id, tom)
    people.discard(owner_id, tom, at=NOW)
    assert ask_pages.listing(owner_id, day(2)).total == 0
    people.restore(owner_id, tom, at=NOW)
    asks.discard(owner_id, ask, at=NOW)
    assert ask_pages.listing(owner_id, day(2)).total == 0
    asks.restore(owner_id, ask, at=NOW)
    assert ask_pages.listing(owner_id, day(2)).total == 1


@pytest.mark.parametrize("count", [3, 300])
def test_forty_asks_cost_no_more_queries_than_three(
    owner_id: UUID, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    crowd = a_crowd(owner_id, count)
    models.Ask.objects.bulk_create(models.Ask(owner_id=owner_id, person_id=pk, on=day(1)) for pk in crowd)
    with django_assert_num_queries(7):
        assert len(ask_pages.listing(owner_id, day(9)).waiting) == count


def test_an_introduction_to_somebody_new_makes_them_and_undo_takes_all_back(owner_id: UUID) -> None:
    tom = a_person(owner_id, "Tom")
    ask = asks.create(owner_id, asks.Draft(tom, day(1)), at=NOW).id
    saved = asks.answer(owner_id, ask, Answer.INTRODUCED, day(1), strangers=("Ana",), at=NOW)
    (ana,) = (row for row in people_pages.listing(owner_id).rows if row.name == "Ana")
    through = people_pages.read(owner_id, ana.id).person.introduced_by
    assert through
    assert through.id == tom
    assert saved.batch_id
    undo.undo(owner_id, saved.batch_id, at=NOW)
    assert [row.name for row in people_pages.listing(owner_id).rows] == ["Tom"]


def wrote(owner_id: UUID, on: int) -> None:
    """A mail from Tom."""
    take_in(owner_id, [a_mail("tom@example.org", ME, at=datetime(2019, 3, on, 9, tzinfo=UTC))])


@pytest.fixture
def tom(owner_id: UUID) -> UUID:
    return a_person(owner_id, "Tom", contact_points=(mail("tom@example.org"),))


def test_a_mail_after_the_ask_is_asked_about_and_stops_the_reminder(owner_id: UUID, tom: UUID) -> None:
    ask = an_ask(owner_id, tom, on=5)
    wrote(owner_id, 5)
    assert ask_pages.read(owner_id, ask, day(20)).reminder is Reminder.REMIND
    wrote(owner_id, 7)
    wrote(owner_id, 8)
    heard = ask_pages.read(owner_id, ask, day(20))
    assert (heard.reminder, heard.ask.heard_on) == (Reminder.HEARD, day(7))
    assert ask_pages.listing(owner_id, day(20)).waiting[0].reminder is Reminder.HEARD


def test_a_mail_about_something_else_is_passed_over(owner_id: UUID, tom: UUID) -> None:
    ask = an_ask(owner_id, tom, on=5)
    wrote(owner_id, 7)
    saved = asks.overlook(owner_id, ask, day(9), at=NOW)
    assert ask_pages.read(owner_id, ask, day(20)).reminder is Reminder.REMIND
    wrote(owner_id, 12)
    assert ask_pages.read(owner_id, ask, day(20)).ask.heard_on == day(12)
    assert saved.batch_id
    undo.undo(owner_id, saved.batch_id, at=NOW)
    assert ask_pages.read(owner_id, ask, day(20)).ask.heard_on == day(7)


def test_toms_answer_logged_is_asked_about_as_one_imported(owner_id: UUID, tom: UUID) -> None:
    ask = an_ask(owner_id, tom, on=5)
    a_coffee(owner_id, tom, on=day(4), channel=Channel.EMAIL, direction=Direction.INBOUND)
    a_coffee(owner_id, tom, on=day(6), channel=Channel.EMAIL, direction=Direction.OUTBOUND)
    ana = a_person(owner_id, "Ana")
    a_coffee(owner_id, ana, on=day(7), channel=Channel.EMAIL, direction=Direction.INBOUND)
    assert ask_pages.read(owner_id, ask, day(20)).ask.heard_on is None
    wrote(owner_id, 9)
    back = a_coffee(owner_id, tom, on=day(8), channel=Channel.MESSAGE, direction=Direction.INBOUND)
    assert ask_pages.read(owner_id, ask, day(20)).ask.heard_on == day(8)
    interactions.discard(owner_id, back, at=NOW)
    assert ask_pages.read(owner_id, ask, day(20)).ask.heard_on == day(9)
    asks.overlook(owner_id, ask, day(9), at=NOW)
    assert ask_pages.read(owner_id, ask, day(20)).ask.heard_on is None


def test_an_answer_told_settles_what_was_heard(owner_id: UUID, tom: UUID) -> None:
    ask = an_ask(owner_id, tom, on=5)
    wrote(owner_id, 7)
    asks.answer(owner_id, ask, Answer.THINKING, day(7), at=NOW)
    assert ask_pages.read(owner_id, ask, day(8)).reminder is Reminder.WAIT


def test_today_asks_nobody_to_be_reminded_who_wrote(owner_id: UUID, month: UUID, tom: UUID) -> None:
    an_ask(owner_id, tom, on=1)
    reminded = "remind_ask"
    assert reminded in {a.candidate.kind for a in open_today(owner_id, day(12)).plan.actions}
    wrote(owner_id, 6)
    assert reminded not in {a.candidate.kind for a in open_today(owner_id, day(12)).plan.actions}


def test_what_was_written_and_whom_it_is_about_are_kept(owner_id: UUID, tom: UUID) -> None:
    teo = a_person(owner_id, "Teo")
    draft = asks.Draft(tom, day(3), "Teo", wanted_id=teo, organisation="Northlight", text="Hello Tom,\n…")
    row = ask_pages.read(owner_id, asks.create(owner_id, draft, at=NOW).id, day(4)).ask
    assert row.wanted
    assert (row.wanted.name, row.organisation, row.text) == ("Teo", "Northlight", "Hello Tom,\n…")


def test_nobody_is_asked_for_themselves(owner_id: UUID, tom: UUID) -> None:
    with pytest.raises(Invalid) as refused:
        asks.create(owner_id, asks.Draft(tom, day(3), "Tom", wanted_id=tom), at=NOW)
    assert refused.value.code is Problem.SAME_PERSON
