"""The referee's words: why it counts, and what would make it more."""

import pytest

from rapport.domain.challenge.referee import Calendar, Reason, Rule, Verdict, judge_story
from rapport.domain.interactions.interactions import Interaction
from rapport.domain.people.people import Person, Place
from rapport.wording.verdicts import counted, rule_in_words, tell
from tests import cast

PORTLAND = Place(45.52, -122.68)


def test_a_first_coffee_that_both_remember() -> None:
    told = tell("Mary", Verdict.CONNECTION, [Reason.NEW_IN_PERSON])
    assert told.verdict == "Connection"
    assert told.reason == (
        "It counts: you met Mary for the first time, in person, and you would both remember it."
    )
    assert told.more == ""


def test_what_nobody_said_is_said() -> None:
    told = tell("Mary", Verdict.CONNECTION, [Reason.NEW_IN_PERSON, Reason.TAKEN_AS_MEMORABLE])
    assert told.reason == (
        "It counts: you met Mary for the first time, in person."
        " Nobody said whether you would both remember it, so it is taken that you would."
    )


def test_outside_a_challenge_nothing_counts_and_it_is_a_connection_still() -> None:
    told = tell("Mary", Verdict.CONNECTION, [Reason.NEW_IN_PERSON], in_challenge=False)
    assert told.reason.startswith("A new connection: you met Mary")


def test_a_hello_says_how_soon_it_can_become_more() -> None:
    told = tell("Ruby", Verdict.HELLO, [Reason.NOT_MEMORABLE], rule=Rule(hello_follow_up_days=1))
    assert "neither you nor Ruby would remember it" in told.reason
    assert "within 1 day makes" in told.more


@pytest.mark.parametrize(
    ("verdict", "reason", "more"),
    [
        (Verdict.WITHIN_REACH, Reason.LIVES_NEAR, "coffee"),
        (Verdict.WITHIN_REACH, Reason.PLACE_UNKNOWN, "city"),
        (Verdict.REACHED_OUT, Reason.NO_ANSWER_YET, "answer"),
        (Verdict.REACHED_OUT, Reason.THEY_WROTE, "Answer"),
    ],
)
def test_what_would_make_it_more(verdict: Verdict, reason: Reason, more: str) -> None:
    assert more in tell("Mae", verdict, [reason]).more


def test_what_needs_no_more_asks_for_none() -> None:
    assert tell("Karen", Verdict.ALREADY_KNOWN, [Reason.KNOWN_BEFORE]).more == ""
    assert tell("Dan", Verdict.REKINDLED, [Reason.LOST_TOUCH]).more == ""
    assert tell("Mae", Verdict.REACHED_OUT, [Reason.THEY_ANSWERED]).more == ""


STORIES = [
    story
    for person in (cast.MARY, cast.MAE, cast.RUBY, cast.KAREN)
    for story in (
        (person, [cast.a_coffee(with_=person)]),
        (person, [cast.a_hello(with_=person)]),
        (person, [cast.a_hello(with_=person), cast.a_call(with_=person, on=cast.day(2), memorable=True)]),
        (person, [cast.a_call(with_=person, minutes=3)]),
        (person, [cast.a_mail(to=person), cast.a_reply(from_=person, on=cast.day(3))]),
        (person, [cast.a_mail(to=person), cast.a_reply(from_=person, on=cast.day(3), substance=False)]),
        (person, [cast.a_coffee(with_=person, on=cast.day(-500)), cast.a_coffee(with_=person)]),
        (person, [cast.a_coffee(with_=person, lost_touch=True)]),
    )
]


@pytest.mark.parametrize("story", STORIES)
def test_whatever_the_referee_says_has_words(story: tuple[Person, list[Interaction]]) -> None:
    person, told = story
    for ruling in judge_story(cast.story_with(person, *told), person, Calendar(), PORTLAND).values():
        said = tell(person.name, ruling.verdict, ruling.reasons)
        assert said.reason.endswith(".")
        assert "%" not in said.reason + said.more


def test_the_rule_is_printed_with_its_numbers() -> None:
    strict = Rule(reach_km=20, unsaid_is_memorable=False, unknown_place_is_near=False)
    text = " ".join(rule_in_words(strict))
    assert "20 km" in text
    assert "too far away to meet" in text
    assert "it is a hello until you say so" in text
    assert text != " ".join(rule_in_words(Rule()))


def test_counts_have_plurals() -> None:
    assert [counted(Verdict.HELLO, count) for count in (1, 2)] == ["1 hello", "2 hellos"]
