"""Every finding has words, in the product's tone."""

import re
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from django.utils import translation

from rapport.domain.challenge.challenge import ActionGoal
from rapport.domain.learning.learning import Way, share
from rapport.domain.retrospective.retrospective import look_back
from rapport.domain.retrospective.values import Code, Finding
from rapport.wording.findings import assumed_note, covered, heading, sentence
from rapport.wording.phrases import interval, odds
from tests.months import AMonth, like_the_story, opposite_of_the_story

KAREN = UUID(int=7)
NUMBERS = {
    "connections": 11, "days": 30, "days_with": 7, "hope": 30, "rest_days": 4, "room": 26, "done": 8,
    "goal": 8,
    "introducers": 3, "close": 2, "descended": 9, "opportunities": 1, "total": 12, "all_introducers": 4,
    "small_memorable": 7, "small_encounters": 9, "large_memorable": 1, "large_encounters": 13, "chance": 0.01,
    "memorable": 4, "encounters": 5, "times": 1, "gatherings": 1, "tried": 8, "came": 3, "thinking": 1,
    "knows_no_one": 2, "silent": 2, "close_came": 3, "close_tried": 5, "others_came": 1, "others_tried": 9,
    "feared": 8, "hopeful": 0, "first_weekly": 34.3, "later_weekly": 1.4, "first_days": 10, "actions": 50,
    "busiest_day": 40, "before_weekly": 0.4, "opening": 2.0, "afterwards": 3.8, "highest": 5, "check_ins": 6,
    "first": 3.7, "last": 2.5, "weekly": 3, "busiest": 20, "every_days": 30, "promises": 1, "needs": 2,
}  # fmt: skip


def a_finding(code: Code, **numbers: float) -> Finding:
    told = {"pitch": 4, "ask": 2} if code is Code.NEXT_ACTION_GOALS else NUMBERS | numbers
    way = (
        Way.PITCH if code in (Code.ACTION_GOAL_KEPT, Code.ACTION_GOAL_OPEN, Code.TOO_EARLY_TO_TELL) else None
    )
    return Finding(code, tuple(told.items()), shares=(share(3, 8), share(1, 9)), subjects=(KAREN,), way=way)


def said(month: AMonth, code: Code) -> str:
    facts = month.facts()
    names = {person.id: person.name for person in facts.people.values()}
    names |= {gathering.id: gathering.name for gathering in facts.gatherings}
    finding = look_back(facts).finding(code)
    assert finding
    return sentence(finding, names)


def test_every_code_has_a_heading_and_words() -> None:
    assert covered() == frozenset(Code)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("code", list(Code))
def test_every_sentence_can_be_said(code: Code, language: str) -> None:
    with translation.override(language):
        text = sentence(a_finding(code), {KAREN: "Karen"})
        assert heading(code)
    assert text[-1] in ".)"
    assert "%(" not in text
    assert "  " not in text


@pytest.mark.parametrize("code", list(Code))
def test_no_sentence_blames_or_shouts(code: Code) -> None:
    with translation.override("en"):
        text = f"{heading(code)} {sentence(a_finding(code), {})}"
    assert not re.search(r"!|fail|should have|must|lazy|only you", text, re.IGNORECASE)


def test_pitches_are_told_with_what_eight_cannot_tell() -> None:
    with translation.override("en"):
        assert said(like_the_story(), Code.PITCHES_BETTER_THAN_FEARED) == (
            "You sent 8 pitches and got 3 calls. With 8 tries the true rate may be anywhere from 1 in 8 to "
            "2 in 3. You had expected less."
        )


def test_the_days_of_rest_are_named_when_they_are_all_sundays() -> None:
    with translation.override("en"):
        assert "4 of the 30 days were Sundays." in said(like_the_story(), Code.HOPE_COUNTED_REST_DAYS)


def test_introducers_are_named() -> None:
    with translation.override("en"):
        assert "through Jess and Karen" in said(like_the_story(), Code.FEW_CLOSE_INTRODUCERS)


def test_nothing_is_said_of_answers_nobody_gave() -> None:
    with translation.override("en"):
        text = said(opposite_of_the_story(), Code.ASKING_WORKED)
    assert "thinking" not in text


def test_a_subject_without_a_name_is_someone() -> None:
    with translation.override("en"):
        assert "Thank someone and 2 others" in sentence(a_finding(Code.NEXT_THANK_INTRODUCERS), {})


def test_a_single_day_of_rest_is_one() -> None:
    with translation.override("en"):
        text = sentence(a_finding(Code.HOPE_COUNTED_REST_DAYS, rest_days=1, weekday=6), {})
    assert text.startswith("1 of the 30 days was a day of rest.")


@pytest.mark.parametrize(
    ("came", "tried", "text"),
    [
        (0, 8, "With 8 tries the true rate may be anything up to 1 in 3."),
        (8, 8, "With 8 tries the true rate may be anything from 2 in 3 up."),
        (0, 0, "With so few tries the true rate may be anything."),
        (1000, 10000, "The true rate is about 1 in 10."),
    ],
)
def test_intervals_are_said_in_odds(came: int, tried: int, text: str) -> None:
    with translation.override("en"):
        assert interval(share(came, tried)) == text


def test_odds_are_those_people_say() -> None:
    with translation.override("en"):
        assert odds(0.137) == "1 in 8"


def test_assumed_findings_are_counted() -> None:
    with translation.override("en"):
        assert assumed_note(1).startswith("1 of these findings rests")


@pytest.mark.parametrize("month", [like_the_story, opposite_of_the_story])
@pytest.mark.parametrize("goal", [1, 99])
@pytest.mark.parametrize("way", Way)
def test_a_goal_of_any_kind_kept_or_open_leaves_every_sentence_sayable(
    month: Callable[[], AMonth], goal: int, way: Way
) -> None:
    facts = replace(month(), action_goals=(ActionGoal(way, goal),)).facts()
    findings = look_back(facts).findings
    names = {pk: person.name for pk, person in facts.people.items()}
    assert findings
    assert all(sentence(finding, names) for finding in findings)


def test_go_on_asking_says_how_many_introduced_whatever_the_goal() -> None:
    month = replace(opposite_of_the_story(), action_goals=(ActionGoal(Way.ASK, 3),))
    text = said(month, Code.NEXT_ASK_WIDELY)
    asking = look_back(month.facts()).finding(Code.ASKING_WORKED)
    assert asking
    came, tried = asking.number("came"), asking.number("tried")
    assert text == f"{came} of {tried} people you asked introduced you to someone. Go on asking."
