"""What answers what: later evidence turns a mail into a connection, and its loss takes it back."""

from datetime import timedelta

from rapport.domain.challenge.referee import Reason, Ruling, Verdict
from rapport.domain.interactions.exchanges import Thread, in_order
from rapport.domain.interactions.interactions import Direction
from tests.cast import MAE, a_call, a_mail, a_reply, day, story_with
from tests.judging import rulings, verdicts


def test_a_message_answers_the_latest_one_before_it() -> None:
    first, second, reply = a_mail(on=day(1)), a_mail(on=day(4)), a_reply(on=day(6))
    story = in_order(story_with(MAE, reply, second, first))
    thread = Thread(story, wait=lambda day: 30, longest=timedelta(days=30))
    assert [m.id for m in story] == [first.id, second.id, reply.id]
    answering = thread.exchange(story[2])
    assert answering.opening == story[1]
    assert (answering.began_on, answering.answered_on) == (day(4), day(6))
    assert thread.exchange(story[0]).answer == story[2]


def test_one_who_says_they_will_remember_is_enough() -> None:
    story = in_order(story_with(MAE, a_mail(on=day(1), memorable=True), a_reply(on=day(2), memorable=False)))
    thread = Thread(story, wait=lambda day: 30, longest=timedelta(days=30))
    assert [thread.exchange(meeting).memorable for meeting in story] == [True, True]


# Later evidence.


def test_a_reply_turns_the_mail_into_a_connection_and_without_it_it_is_none() -> None:
    mail, reply = a_mail(to=MAE, on=day(5)), a_reply(from_=MAE, on=day(12))
    with_reply = rulings(MAE, mail, reply)
    assert with_reply[0].verdict is Verdict.CONNECTION
    assert Reason.THEY_ANSWERED in with_reply[0].reasons
    assert with_reply[0].evidence == (reply.id,)
    assert with_reply[1] == Ruling(Verdict.ALREADY_KNOWN, (Reason.SAME_EXCHANGE,), (mail.id,))
    assert verdicts(MAE, mail) == [Verdict.REACHED_OUT]


def test_a_reply_after_the_wait_starts_something_new() -> None:
    told = a_mail(to=MAE, on=day(-20)), a_reply(from_=MAE, on=day(15))
    assert verdicts(MAE, *told) == [Verdict.REACHED_OUT, Verdict.REACHED_OUT]


def test_a_courtesy_reply_is_no_answer() -> None:
    mail = a_mail(to=MAE, on=day(5))
    thanks = a_reply(from_=MAE, on=day(6), substance=False)
    assert rulings(MAE, mail, thanks) == [
        Ruling(Verdict.REACHED_OUT, (Reason.COURTESY,), (thanks.id,)),
        Ruling(Verdict.REACHED_OUT, (Reason.COURTESY,)),
    ]


def test_writing_again_after_a_courtesy_reply_proves_nothing_either() -> None:
    told = (
        a_mail(to=MAE, on=day(5)),
        a_reply(from_=MAE, on=day(6), substance=False),
        a_mail(to=MAE, on=day(7)),
    )
    assert set(verdicts(MAE, *told)) == {Verdict.REACHED_OUT}


def test_a_real_answer_after_the_courtesy_still_counts() -> None:
    told = (
        a_mail(to=MAE, on=day(5)),
        a_reply(from_=MAE, on=day(6), substance=False),
        a_reply(from_=MAE, on=day(9)),
    )
    assert verdicts(MAE, *told)[0] is Verdict.CONNECTION


def test_a_mere_greeting_of_mine_counts_when_they_answer_with_substance() -> None:
    told = a_mail(to=MAE, on=day(5), substance=False), a_reply(from_=MAE, on=day(6))
    assert verdicts(MAE, *told) == [Verdict.CONNECTION, Verdict.ALREADY_KNOWN]


def test_my_answer_to_their_mail_makes_an_exchange_too() -> None:
    told = a_reply(from_=MAE, on=day(5)), a_mail(to=MAE, on=day(6))
    assert verdicts(MAE, *told) == [Verdict.CONNECTION, Verdict.ALREADY_KNOWN]


def test_a_voice_message_of_two_minutes_counts_once_she_answers() -> None:
    told = (
        a_call(with_=MAE, on=day(5), minutes=2, direction=Direction.OUTBOUND),
        a_reply(from_=MAE, on=day(6)),
    )
    assert verdicts(MAE, *told)[0] is Verdict.CONNECTION


# Across the first and the last day of a challenge.


def test_a_mail_from_before_the_challenge_counts_on_the_day_of_its_answer() -> None:
    mail, reply = a_mail(to=MAE, on=day(-3)), a_reply(from_=MAE, on=day(2))
    before, inside = rulings(MAE, mail, reply)
    assert before == Ruling(Verdict.REACHED_OUT, (Reason.THEY_ANSWERED,), (reply.id,))
    assert inside.verdict is Verdict.CONNECTION
    assert inside.evidence == (mail.id,)


def test_an_exchange_that_ended_before_the_challenge_is_no_news_in_it() -> None:
    told = a_mail(to=MAE, on=day(-9)), a_reply(from_=MAE, on=day(-5)), a_call(with_=MAE, on=day(2))
    assert verdicts(MAE, *told) == [Verdict.CONNECTION, Verdict.ALREADY_KNOWN, Verdict.ALREADY_KNOWN]


def test_a_mail_of_the_last_day_counts_on_that_day_when_the_answer_comes_later() -> None:
    told = a_mail(to=MAE, on=day(30)), a_reply(from_=MAE, on=day(33))
    assert verdicts(MAE, *told) == [Verdict.CONNECTION, Verdict.ALREADY_KNOWN]
