"""Next steps that keep themselves: never by something earlier, never by an unrelated hello."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapport.domain.interactions.closing import (
    EARLY,
    Closing,
    Contact,
    Medium,
    Standing,
    closed_by_itself,
    contact_of,
    kept_by,
    wants,
)
from rapport.domain.interactions.followups import Evidence, FollowUp
from rapport.domain.interactions.interactions import Channel, Direction
from tests.cast import MARY, day


def a_step(what: str = "", *, kept_open: bool = False) -> FollowUp:
    return FollowUp(UUID(int=1), day(5), day(1), MARY.id, what, kept_open=kept_open)


def coffee(on: int) -> Contact:
    return contact_of(day(on), Channel.IN_PERSON, Direction.MUTUAL)


def mail(on: int, direction: Direction = Direction.OUTBOUND) -> Contact:
    return contact_of(day(on), Channel.EMAIL, direction)


def standing(step: FollowUp, *contacts: Contact) -> Standing:
    found = closed_by_itself(step, contacts, ["Mary Lindqvist"])
    return found.standing if found else Standing.OPEN


@pytest.mark.parametrize(
    ("what", "wanted"),
    [
        ("", Medium.ANY),
        ("get in touch", Medium.ANY),
        ("relancer", Medium.ANY),
        ("Prendre des nouvelles de Mary", Medium.ANY),
        ("write to Mary", Medium.ANY),
        ("call her", Medium.TALK),
        ("l’appeler", Medium.TALK),
        ("coffee with Mary", Medium.MEET),
        ("déjeuner ensemble", Medium.MEET),
        ("send the contract", None),
        ("envoyer le contrat", None),
        ("ask about the residency", None),
    ],
)
def test_a_step_wants_contact_or_something_of_its_own(what: str, wanted: Medium | None) -> None:
    assert wants(what, ["Mary Lindqvist"]) is wanted


def test_a_plain_step_is_done_by_the_first_real_contact() -> None:
    assert closed_by_itself(a_step(), [coffee(4), mail(3)]) == Closing(Standing.DONE, mail(3))


def test_what_mary_wrote_shows_nothing() -> None:
    assert standing(a_step(), mail(3, Direction.INBOUND)) is Standing.OPEN
    assert standing(a_step(), mail(3, Direction.MUTUAL)) is Standing.DONE


def test_a_call_is_not_made_by_mail_but_by_a_call_or_a_coffee() -> None:
    assert standing(a_step("call her"), mail(3)) is Standing.PROBABLY
    call = contact_of(day(3), Channel.PHONE, Direction.OUTBOUND)
    assert standing(a_step("call her"), call) is Standing.DONE
    assert standing(a_step("call her"), coffee(3)) is Standing.DONE
    assert standing(a_step("coffee"), call) is Standing.PROBABLY


def test_the_contract_is_not_sent_by_a_hello() -> None:
    assert closed_by_itself(a_step("send the contract"), [mail(2), mail(4)]) == Closing(
        Standing.PROBABLY, mail(4)
    )


def test_a_step_far_ahead_is_not_done_by_the_hello_of_tomorrow() -> None:
    far = FollowUp(UUID(int=1), day(1) + EARLY + timedelta(days=20), day(1), MARY.id)
    assert standing(far, mail(2)) is Standing.PROBABLY
    assert standing(far, mail(22)) is Standing.DONE


def test_what_the_user_keeps_open_stays_open() -> None:
    assert standing(a_step(kept_open=True), coffee(4)) is Standing.OPEN
    assert standing(FollowUp(UUID(int=1), day(5), day(1), None, "call"), coffee(4)) is Standing.OPEN
    assert (
        standing(FollowUp(UUID(int=1), day(5), day(1), MARY.id, dropped_on=day(2)), coffee(4))
        is Standing.OPEN
    )


def test_help_given_is_the_step_that_was_about_it() -> None:
    assert kept_by(a_step("send the contract template"), "the contract template")
    assert not kept_by(a_step("call about her dog"), "the contract template")
    assert not kept_by(a_step("write"), "write a headline")


contacts = st.builds(
    Contact,
    st.dates(date(2019, 1, 1), date(2019, 12, 31)),
    st.sampled_from(Evidence),
    st.booleans(),
    st.sampled_from(Medium),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no finding
@given(
    st.lists(contacts, max_size=6),
    st.dates(date(2019, 1, 1), date(2019, 12, 31)),
    st.integers(0, 200),
    st.sampled_from(["", "call", "coffee", "send the contract"]),
)
def test_nothing_earlier_and_nothing_of_theirs_alone_ever_closes_a_step(
    found: list[Contact], made_on: date, wait: int, what: str
) -> None:
    step = FollowUp(UUID(int=1), made_on + timedelta(days=wait), made_on, MARY.id, what)
    closing = closed_by_itself(step, found)
    if closing is not None:
        assert closing.by in found
        assert closing.by.on > made_on
        assert closing.by.is_mine
    assert closed_by_itself(step, [c for c in found if c.on <= made_on or not c.is_mine]) is None
    other = closed_by_itself(step, found[::-1])
    assert (closing and (closing.standing, closing.by.on)) == (other and (other.standing, other.by.on))
