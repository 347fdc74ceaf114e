"""Writing again to those one lost touch with: from what was written down and from mailboxes."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from rapport.db import models
from rapport.domain.coach.cards import Reply
from rapport.domain.coach.reconnect import Worth
from rapport.domain.history.history import Sums, to_json
from rapport.domain.interactions.interactions import Channel, Direction
from rapport.domain.pitches.pitches import Stage
from rapport.services.coach import reconnect
from rapport.services.coach.reconnect import ReconnectPage
from rapport.services.coach.today import open_today
from rapport.services.giving import giving
from rapport.services.interactions import followups
from rapport.services.journal import undo
from rapport.services.journal.journal import Verb, journal
from rapport.services.people import people
from rapport.services.pitches import pitches
from tests.services.conftest import NOW
from tests.services.makers import a_coffee, a_person, mail

TODAY = date(2019, 3, 30)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def asleep(owner_id: UUID, name: str, times: int = 3, days: int = 500, **facts: object) -> UUID:
    """Somebody met so often, and not since."""
    person = a_person(owner_id, name, **facts)
    for number in range(times):
        a_coffee(owner_id, person, on=ago(days + 30 * number))
    return person


def names(page: ReconnectPage) -> list[str]:
    return [one.tie.who.name for one in page.few]


def listing(owner_id: UUID) -> ReconnectPage:
    return reconnect.listing(owner_id, TODAY)


def test_who_was_met_often_and_is_silent_comes_up_with_the_last_thing_shared(owner_id: UUID) -> None:
    dan = asleep(owner_id, "Dan Okafor", contact_points=(mail("dan@office.example"),))
    a_coffee(owner_id, dan, on=ago(490), note="the office move\nand the cat")
    asleep(owner_id, "Tom Reed", times=1)
    asleep(owner_id, "Karen Holt", days=100)
    (one,) = listing(owner_id).few
    assert (one.tie.who.name, one.email) == ("Dan Okafor", "dan@office.example")
    assert one.shared
    assert (one.shared.on, one.shared.what) == (ago(490), "the office move")


def test_a_mailbox_alone_is_enough_and_its_last_meeting_says_what_it_was_about(owner_id: UUID) -> None:
    mae = a_person(owner_id, "Mae Sutter", contact_points=(mail("mae@press.example"),))
    sums = Sums(
        lifetime=12.0, theirs=5.0, mine=5.0, mails_in=5, mails_out=5, last_in=ago(800), last_out=ago(801)
    )
    models.PersonHistory.objects.update_or_create(
        person_id=mae, defaults={"owner_id": owner_id, "sums": to_json(sums)}
    )
    models.Tie.objects.update_or_create(
        person_id=mae, defaults={"owner_id": owner_id, "last_on": ago(800), "was_strong": True}
    )
    address = models.Address.objects.create(
        owner_id=owner_id, address="mae@press.example", kind="person", person_id=mae
    )
    trace = models.Trace.objects.create(
        owner_id=owner_id,
        kind="meeting",
        key="k",
        at=datetime(2017, 1, 20, 9, tzinfo=UTC),
        size=1,
        title="The spring list",
    )
    models.TraceParty.objects.create(trace=trace, address=address)
    (one,) = listing(owner_id).few
    assert one.tie.who.name == "Mae Sutter"
    assert one.shared
    assert one.shared.what == "The spring list"


def test_a_handful_and_never_a_list(owner_id: UUID) -> None:
    for number in range(8):
        asleep(owner_id, f"Nora Nr{number}")
    page = listing(owner_id)
    assert (len(page.few), page.others) == (5, 3)


def test_what_they_may_bring_comes_before_what_they_were(owner_id: UUID) -> None:
    asleep(owner_id, "Dan Okafor", times=6)
    asleep(owner_id, "Tom Reed", times=5, organisation="Acme, Inc.")
    asleep(owner_id, "Alma Reyes", times=5, role="grant editor")
    pitches.create(owner_id, pitches.Draft("Acme"), Stage.DREAM, ago(1), at=NOW)
    giving.create_need(owner_id, giving.NeedDraft("an editor for a grant", ago(1), None), at=NOW)
    page = listing(owner_id)
    assert names(page) == ["Tom Reed", "Alma Reyes", "Dan Okafor"]
    assert [one.tie.signs[0].worth for one in page.few[:2]] == [Worth.DREAM, Worth.OFFERS]


def test_who_moved_on_as_an_import_told(owner_id: UUID) -> None:
    dan = asleep(owner_id, "Dan Okafor", organisation="Old Office")
    row = models.Person.objects.get(pk=dan)
    with journal(owner_id, Verb.IMPORT, at=NOW) as book:
        book.change(row, organisation="New Office")
    (one,) = listing(owner_id).few
    assert [(sign.worth, sign.detail) for sign in one.tie.signs] == [(Worth.MOVED, "New Office")]
    assert one.tie.who.before == "Old Office"


def test_having_written_logs_it_and_they_are_left_in_peace(owner_id: UUID) -> None:
    dan = asleep(owner_id, "Dan Okafor")
    saved = reconnect.answer(owner_id, dan, Reply.DONE, TODAY, at=NOW)
    sent = models.Interaction.objects.of(owner_id).get(direction=Direction.OUTBOUND)
    assert (sent.on, sent.channel) == (TODAY, Channel.MESSAGE)
    assert listing(owner_id).few == ()
    assert reconnect.listing(owner_id, TODAY + timedelta(days=80)).few == ()
    assert names(reconnect.listing(owner_id, TODAY + timedelta(days=100))) == ["Dan Okafor"]
    assert saved.batch_id
    undo.undo(owner_id, saved.batch_id, at=NOW)
    assert names(listing(owner_id)) == ["Dan Okafor"]


def test_not_now_is_ninety_days_and_not_for_me_is_for_good(owner_id: UUID) -> None:
    dan, tom = asleep(owner_id, "Dan Okafor"), asleep(owner_id, "Tom Reed")
    reconnect.answer(owner_id, dan, Reply.LATER, TODAY, at=NOW)
    reconnect.answer(owner_id, tom, Reply.NOT_FOR_ME, TODAY, at=NOW)
    page = listing(owner_id)
    assert page.few == ()
    assert [(put.person.name, put.until) for put in page.aside] == [
        ("Dan Okafor", TODAY + timedelta(days=90)),
        ("Tom Reed", None),
    ]
    assert names(reconnect.listing(owner_id, TODAY + timedelta(days=89))) == []
    assert names(reconnect.listing(owner_id, TODAY + timedelta(days=90))) == ["Dan Okafor"]
    reconnect.bring_back(owner_id, tom, at=NOW)
    assert names(listing(owner_id)) == ["Tom Reed"]
    with pytest.raises(LookupError):
        reconnect.answer(owner_id, UUID(int=1), Reply.LATER, TODAY, at=NOW)


def test_not_today_on_a_card_hides_nobody_tomorrow(owner_id: UUID) -> None:
    dan = asleep(owner_id, "Dan Okafor")
    reconnect.answer(owner_id, dan, Reply.NOT_TODAY, TODAY, at=NOW)
    assert names(listing(owner_id)) == ["Dan Okafor"]


def test_who_has_a_next_step_or_lies_in_the_bin_is_not_here(owner_id: UUID) -> None:
    dan, tom = asleep(owner_id, "Dan Okafor"), asleep(owner_id, "Tom Reed")
    followups.create(owner_id, followups.Draft(TODAY + timedelta(days=9), TODAY, dan), at=NOW)
    people.discard(owner_id, tom, at=NOW)
    assert listing(owner_id).few == ()


def test_today_begins_with_the_same_ones(owner_id: UUID) -> None:
    asleep(owner_id, "Dan Okafor", times=6)
    tom = asleep(owner_id, "Tom Reed", times=5, organisation="Acme, Inc.")
    a_coffee(owner_id, tom, on=ago(450), note="her new book")
    pitches.create(owner_id, pitches.Draft("Acme"), Stage.DREAM, ago(1), at=NOW)
    cards = [a.candidate for a in open_today(owner_id, TODAY, minutes=300).plan.actions]
    found = [(card.subject, card.detail) for card in cards if card.kind == "reconnect"]
    assert found[:1] == [("Tom Reed", "her new book")]


def test_nobody_yet(owner_id: UUID) -> None:
    assert listing(owner_id) == ReconnectPage((), 0, (), knows_anybody=False)
    a_person(owner_id, "Karen Holt")
    assert listing(owner_id).knows_anybody


@pytest.mark.parametrize("count", [2, 30])
def test_queries_do_not_grow(
    owner_id: UUID, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        asleep(owner_id, f"Nora Nr{number}", times=2)
    with django_assert_num_queries(18):
        listing(owner_id)
