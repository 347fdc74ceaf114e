"""Promises come back by their date, and giving has a gentle balance."""

from datetime import timedelta
from uuid import UUID

from rapport.domain.giving.giving import HALF_LIFE, Balance, Flow, Help, balance, flow, owed
from tests.cast import ALMA, MARY, NORA, PRIYA, day

PLAY_DATE = Help(UUID(int=1), NORA.id, "a puppy play date", promised_on=day(1))
NEWSLETTER = Help(UUID(int=2), MARY.id, "a look at her newsletter", promised_on=day(15), due_on=day(22))
WRITERS = Help(UUID(int=3), ALMA.id, "a list of writers", promised_on=day(20), due_on=day(21))
HEADLINE = Help(UUID(int=4), PRIYA.id, "a headline", given_on=day(19))
CONTACT = Help(UUID(int=5), MARY.id, "a start-up's address", by_me=False, given_on=day(20))
HER_WORD = Help(UUID(int=6), MARY.id, "a word with the host", by_me=False, promised_on=day(20))


def test_what_has_a_date_comes_first_and_then_what_is_oldest() -> None:
    assert owed([PLAY_DATE, NEWSLETTER, HEADLINE, WRITERS, HER_WORD]) == [WRITERS, NEWSLETTER, PLAY_DATE]


def test_what_they_promised_is_not_owed_by_me() -> None:
    assert owed([HER_WORD, CONTACT]) == []


def test_the_balance_counts_what_was_given_each_way() -> None:
    assert balance([PLAY_DATE, NEWSLETTER, HEADLINE, CONTACT, HER_WORD]) == Balance(
        given=1, received=1, owed=2
    )
    assert balance([]) == Balance(0, 0, 0)


def test_help_flows_both_ways_or_mostly_one_and_fades() -> None:
    later = day(20) + timedelta(days=4 * HALF_LIFE)
    assert flow([HEADLINE], day(19)) is Flow.TO_THEM
    assert flow([CONTACT], day(20)) is Flow.TO_ME
    assert flow([CONTACT], day(20) + timedelta(days=HALF_LIFE - 1)) is Flow.TO_ME
    assert flow([HEADLINE, CONTACT], day(20)) is Flow.BOTH
    assert flow([CONTACT], later) is Flow.NONE
    assert flow([PLAY_DATE, HEADLINE], day(18)) is Flow.NONE
    assert flow([], day(20)) is Flow.NONE
