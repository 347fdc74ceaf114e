"""Who is judged otherwise by what was done to another day: said by name, with before and now."""

from uuid import UUID

from rapport.domain.challenge.referee import Verdict
from rapport.domain.interactions.interactions import Channel, Direction, Participation
from rapport.services.challenge import rejudged
from rapport.services.interactions import interactions
from rapport.services.interactions.interactions import Draft
from tests.cast import FIRST_DAY, day
from tests.services.conftest import NOW, Tell
from tests.services.makers import a_coffee, a_person


def test_marys_second_coffee_becomes_the_first_when_the_first_is_binned(owner_id: UUID, month: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    first, second = a_coffee(owner_id, mary), a_coffee(owner_id, mary, on=day(8))
    binned = interactions.discard(owner_id, first, at=NOW)
    (changed,) = rejudged.named(owner_id, binned.moved)
    assert (changed.interaction_id, changed.person, changed.on) == (second, "Mary", day(8))
    assert (changed.was, changed.now) == (Verdict.ALREADY_KNOWN, Verdict.CONNECTION)
    back = interactions.restore(owner_id, first, at=NOW)
    (changed,) = rejudged.named(owner_id, back.moved)
    assert (changed.interaction_id, changed.now) == (second, Verdict.ALREADY_KNOWN)


def test_a_binned_reply_tells_that_the_mail_waits_again(owner_id: UUID, month: UUID) -> None:
    mae = a_person(owner_id, "Mae", city="Chicago", country="US")
    a_coffee(owner_id, mae, channel=Channel.EMAIL, direction=Direction.OUTBOUND)
    reply = a_coffee(owner_id, mae, on=day(4), channel=Channel.EMAIL, direction=Direction.INBOUND)
    (changed,) = interactions.discard(owner_id, reply, at=NOW).moved
    assert (changed.on, changed.was, changed.now) == (FIRST_DAY, Verdict.CONNECTION, Verdict.REACHED_OUT)


def test_nothing_is_said_where_no_other_day_changes(owner_id: UUID, month: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    a_coffee(owner_id, mary)
    last = a_coffee(owner_id, mary, on=day(8))
    assert interactions.discard(owner_id, last, at=NOW).moved == ()


def test_an_edit_tells_of_other_days_only(owner_id: UUID, month: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    first, second = a_coffee(owner_id, mary), a_coffee(owner_id, mary, on=day(8))
    edited = interactions.edit(owner_id, first, Draft(FIRST_DAY, (Participation(mary, False),)), at=NOW)
    assert [(each.interaction_id, each.now) for each in edited.moved] == [(second, Verdict.CONNECTION)]


def test_a_late_line_tells_which_day_is_no_longer_the_first(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("coffee with Mary", day(8))
    late = tell("lunch with Mary on 2 March", day(9))
    assert [(one.person, one.on, one.now) for one in late.moved] == [("Mary", day(8), Verdict.ALREADY_KNOWN)]


def test_what_the_line_shows_anyway_is_not_told_twice(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("wrote Mae from Chicago an e-mail")
    answer = tell("Mae replied by e-mail", day(3))
    assert [one.is_new for one in answer.rulings].count(False) == 1
    assert answer.moved == ()


def test_whoever_was_there_too_is_named_too(owner_id: UUID, month: UUID) -> None:
    teo, mary = a_person(owner_id, "Teo"), a_person(owner_id, "Mary")
    first = a_coffee(owner_id, teo, mary)
    a_coffee(owner_id, teo, mary, on=day(8))
    binned = interactions.discard(owner_id, first, at=NOW)
    assert [one.person for one in rejudged.named(owner_id, binned.moved)] == ["Mary", "Teo"]
