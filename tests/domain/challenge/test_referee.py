"""What counts: the table of verdicts as sentences, and what later evidence changes."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from rapport.domain.challenge.referee import (
    Calendar,
    Past,
    Reason,
    Rule,
    Ruling,
    Verdict,
    past_of,
    within_reach,
)
from rapport.domain.people.people import Reach
from tests.cast import (
    CHICAGO,
    DAN,
    JESS,
    KAREN,
    MAE,
    MARY,
    NORA,
    PORTLAND,
    PRIYA,
    RUBY,
    TEO,
    TOM,
    a_call,
    a_coffee,
    a_hello,
    a_mail,
    a_reply,
    day,
)
from tests.judging import rulings, the_month, verdicts

AFTER = day(40)  # no challenge runs any more

# The table of EXPERIENCE.md.


def test_a_first_coffee_with_mary_is_a_connection() -> None:
    (ruling,) = rulings(MARY, a_coffee(with_=MARY, on=day(15)))
    assert ruling == Ruling(Verdict.CONNECTION, (Reason.NEW_IN_PERSON,))


def test_a_call_with_mae_in_chicago_is_a_connection_since_no_coffee_is_possible() -> None:
    (ruling,) = rulings(MAE, a_call(with_=MAE, memorable=True))
    assert ruling == Ruling(Verdict.CONNECTION, (Reason.NEW_FROM_AFAR,))


def test_met_but_neither_would_remember_is_a_hello() -> None:
    assert rulings(RUBY, a_hello(with_=RUBY)) == [Ruling(Verdict.HELLO, (Reason.NOT_MEMORABLE,))]


def test_a_good_call_with_someone_near_asks_for_the_coffee() -> None:
    assert rulings(TEO, a_call(with_=TEO)) == [Ruling(Verdict.WITHIN_REACH, (Reason.LIVES_NEAR,))]


def test_and_the_coffee_then_counts() -> None:
    assert verdicts(TEO, a_call(with_=TEO), a_coffee(with_=TEO, on=day(4))) == [
        Verdict.WITHIN_REACH,
        Verdict.CONNECTION,
    ]


def test_an_unknown_city_is_no_excuse_for_not_meeting() -> None:
    assert rulings(RUBY, a_call(with_=RUBY)) == [Ruling(Verdict.WITHIN_REACH, (Reason.PLACE_UNKNOWN,))]


def test_a_mail_sent_and_hoped_for_does_not_count() -> None:
    assert rulings(MAE, a_mail(to=MAE)) == [Ruling(Verdict.REACHED_OUT, (Reason.NO_ANSWER_YET,))]


def test_a_mail_of_theirs_is_one_way_until_i_answer() -> None:
    assert rulings(MAE, a_reply(from_=MAE)) == [Ruling(Verdict.REACHED_OUT, (Reason.THEY_WROTE,))]


def test_a_coffee_with_an_old_friend_proves_nothing() -> None:
    assert rulings(KAREN, a_coffee(with_=KAREN)) == [Ruling(Verdict.ALREADY_KNOWN, (Reason.KNOWN_BEFORE,))]


def test_only_the_first_meaningful_encounter_counts() -> None:
    first, second = rulings(PRIYA, a_coffee(with_=PRIYA), a_coffee(with_=PRIYA, on=day(8)))
    assert first.verdict is Verdict.CONNECTION
    assert second == Ruling(Verdict.ALREADY_KNOWN, (Reason.MET_BEFORE,))


def test_a_friend_of_whom_nothing_was_heard_for_a_year_is_rekindled() -> None:
    before, after = rulings(DAN, a_call(with_=DAN, on=day(-380)), a_call(with_=DAN, on=day(3)))
    assert before.verdict is Verdict.ALREADY_KNOWN
    assert after == Ruling(Verdict.REKINDLED, (Reason.WAS_DORMANT,))


def test_a_friend_one_had_lost_touch_with_is_rekindled_at_one_s_word() -> None:
    assert rulings(TOM, a_coffee(with_=TOM, lost_touch=True)) == [
        Ruling(Verdict.REKINDLED, (Reason.LOST_TOUCH,))
    ]


def test_whom_one_had_lost_touch_with_was_known_whatever_the_list_says() -> None:
    assert verdicts(MARY, a_coffee(with_=MARY, lost_touch=True)) == [Verdict.REKINDLED]


def test_a_touch_stays_lost_until_there_is_a_real_contact() -> None:
    told = (
        a_mail(to=TOM, on=day(2), lost_touch=True),
        a_hello(with_=TOM, on=day(4)),
        a_coffee(with_=TOM, on=day(8)),
        a_coffee(with_=TOM, on=day(9)),
    )
    assert rulings(TOM, *told)[0] == Ruling(Verdict.REACHED_OUT, (Reason.NO_ANSWER_YET, Reason.LOST_TOUCH))
    assert verdicts(TOM, *told)[1:] == [Verdict.ALREADY_KNOWN, Verdict.REKINDLED, Verdict.ALREADY_KNOWN]


# Memory.


def test_a_meeting_of_which_nobody_said_counts_and_says_why() -> None:
    (ruling,) = rulings(NORA, a_coffee(with_=NORA, memorable=None))
    assert ruling == Ruling(Verdict.CONNECTION, (Reason.NEW_IN_PERSON, Reason.TAKEN_AS_MEMORABLE))


def test_a_stricter_rule_wants_to_be_told() -> None:
    strict = Rule(unsaid_is_memorable=False)
    assert rulings(NORA, a_coffee(with_=NORA, memorable=None), rule=strict) == [
        Ruling(Verdict.HELLO, (Reason.MEMORY_UNSAID,))
    ]
    assert verdicts(NORA, a_coffee(with_=NORA), rule=strict) == [Verdict.CONNECTION]


def test_after_a_hello_the_next_real_meeting_counts() -> None:
    assert verdicts(NORA, a_hello(with_=NORA), a_coffee(with_=NORA, on=day(9))) == [
        Verdict.HELLO,
        Verdict.CONNECTION,
    ]


def test_a_real_exchange_within_two_days_makes_a_hello_more() -> None:
    hello, mail = a_hello(with_=TEO, on=day(20)), a_mail(to=TEO, on=day(22))
    reply = a_reply(from_=TEO, on=day(25))
    judged = rulings(TEO, hello, mail, reply)
    assert [ruling.verdict for ruling in judged] == [
        Verdict.HELLO,
        Verdict.CONNECTION,
        Verdict.ALREADY_KNOWN,
    ]
    assert judged[1].reasons[0] is Reason.AFTER_HELLO
    assert judged[1].evidence == (hello.id, reply.id)


def test_on_the_third_day_it_is_the_coffee_again_that_is_missing() -> None:
    told = a_hello(with_=TEO, on=day(20)), a_call(with_=TEO, on=day(23))
    assert verdicts(TEO, *told) == [Verdict.HELLO, Verdict.WITHIN_REACH]
    assert verdicts(TEO, *told, rule=Rule(hello_follow_up_days=3)) == [Verdict.HELLO, Verdict.CONNECTION]


def test_the_evening_after_the_panel_is_soon_enough() -> None:
    hello, call = a_hello(with_=TEO, on=day(20)), a_call(with_=TEO, on=day(20))
    assert verdicts(TEO, hello, call) == [Verdict.HELLO, Verdict.CONNECTION]


# Substance.


@pytest.mark.parametrize(
    ("facts", "reason"),
    [({"minutes": 4}, Reason.TOO_SHORT), ({"minutes": 30, "substance": False}, Reason.COURTESY)],
)
def test_a_call_without_substance_is_a_hello(facts: dict[str, Any], reason: Reason) -> None:
    assert rulings(MAE, a_call(with_=MAE, **facts)) == [Ruling(Verdict.HELLO, (reason,))]


def test_a_short_call_may_be_said_to_be_a_real_one() -> None:
    assert verdicts(MAE, a_call(with_=MAE, minutes=4, substance=True)) == [Verdict.CONNECTION]


def test_a_rule_may_ask_less_of_a_call() -> None:
    assert verdicts(MAE, a_call(with_=MAE, minutes=4), rule=Rule(min_call_minutes=3)) == [Verdict.CONNECTION]


# Dormancy.


def test_a_mail_to_a_dormant_friend_waits_and_its_answer_rekindles() -> None:
    long_ago, mail = a_call(with_=DAN, on=day(-400)), a_mail(to=DAN, on=day(3))
    reply = a_reply(from_=DAN, on=day(6))
    assert rulings(DAN, long_ago, mail)[1] == Ruling(
        Verdict.REACHED_OUT, (Reason.NO_ANSWER_YET, Reason.WAS_DORMANT)
    )
    assert verdicts(DAN, long_ago, mail, reply)[1:] == [Verdict.REKINDLED, Verdict.ALREADY_KNOWN]


def test_a_greeting_does_not_end_a_silence_but_the_coffee_does() -> None:
    told = (
        a_coffee(with_=JESS, on=day(-400)),
        a_reply(from_=JESS, on=day(2)),
        a_hello(with_=JESS, on=day(4)),
        a_coffee(with_=JESS, on=day(10)),
        a_coffee(with_=JESS, on=day(12)),
    )
    assert verdicts(JESS, *told) == [
        Verdict.ALREADY_KNOWN,
        Verdict.REACHED_OUT,
        Verdict.ALREADY_KNOWN,
        Verdict.REKINDLED,
        Verdict.ALREADY_KNOWN,
    ]


def test_what_counts_as_a_long_silence_is_the_rule_s() -> None:
    told = a_call(with_=DAN, on=day(-120)), a_call(with_=DAN, on=day(3))
    assert verdicts(DAN, *told)[1] is Verdict.ALREADY_KNOWN
    assert verdicts(DAN, *told, rule=Rule(dormant_after_days=100))[1] is Verdict.REKINDLED


# Distance.


@pytest.mark.parametrize(("km", "verdict"), [(50, Verdict.CONNECTION), (3000, Verdict.WITHIN_REACH)])
def test_how_far_is_too_far_is_the_rule_s(km: int, verdict: Verdict) -> None:
    assert verdicts(MAE, a_call(with_=MAE), rule=Rule(reach_km=km)) == [verdict]


def test_a_rule_may_trust_an_unknown_place() -> None:
    assert verdicts(RUBY, a_call(with_=RUBY), rule=Rule(unknown_place_is_near=False)) == [Verdict.CONNECTION]


def test_the_user_s_word_wins_over_the_map() -> None:
    assert within_reach(PORTLAND, replace(TEO, reach=Reach.FAR), Rule()) is False
    assert within_reach(CHICAGO, replace(TEO, reach=Reach.NEAR), Rule()) is True
    assert within_reach(None, TEO, Rule()) is None


def test_a_nearer_place_suggests_the_coffee_where_no_challenge_runs() -> None:
    (ruling,) = rulings(MAE, a_call(with_=MAE, on=AFTER), rule=Rule(reach_km=5000))
    assert ruling.verdict is Verdict.CONNECTION  # the default rule holds there


def test_a_past_is_read_from_rulings_alone() -> None:
    connection = Ruling(Verdict.CONNECTION, (Reason.NEW_IN_PERSON,))
    one_way = Ruling(Verdict.ALREADY_KNOWN, (Reason.MET_BEFORE, Reason.NO_ANSWER_YET))
    lost = Ruling(Verdict.REACHED_OUT, (Reason.NO_ANSWER_YET, Reason.LOST_TOUCH))
    assert past_of([]) == Past()
    assert past_of([(day(9), one_way), (day(3), connection)]) == Past(met=True, heard_on=day(3))
    assert past_of([(day(1), lost)]) == Past(met=True, lost_on=day(1))
    assert past_of([(day(1), lost)]).is_lost
    assert not past_of([(day(1), lost), (day(3), connection)]).is_lost


def test_the_window_is_the_longest_wait_of_any_rule() -> None:
    assert Calendar().answer_window == timedelta(days=30)
    assert the_month(Rule(answer_within_days=45)).answer_window == timedelta(days=45)
    assert the_month(Rule(hello_follow_up_days=60)).answer_window == timedelta(days=60)


def test_a_day_belongs_to_the_challenge_it_lies_in() -> None:
    calendar = the_month(Rule(reach_km=7))
    assert calendar.rule_on(day(30)).reach_km == 7
    assert calendar.period_of(day(31)) is None
    assert calendar.rule_on(date(2020, 1, 1)) == Rule()
