"""Cards say what to do, and why now, without blame."""

from dataclasses import replace

import pytest

from rapport.domain.challenge.pace import Shape
from rapport.domain.coach.cards import Action, Kind, Why, card
from rapport.domain.coach.coach import Plan
from rapport.wording.cards import day_in_words, minutes, shape, title, why
from tests.cast import day


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("subject", ["", "Mary"])
def test_every_card_has_a_title(kind: Kind, subject: str) -> None:
    said = title(replace(card(kind, Why.DUE_TODAY), subject=subject))
    assert said
    assert "%" not in said


def test_a_detail_stands_behind_a_colon() -> None:
    promise = card(Kind.KEEP_PROMISE, Why.PROMISED, detail="a look at her newsletter")
    assert title(promise) == "Keep a promise you made: a look at her newsletter"


@pytest.mark.parametrize("code", Why)
def test_every_reason_is_a_sentence(code: Why) -> None:
    numbers = (("days", 3.0), ("done", 2.0), ("of", 8.0), ("days_left", 1.0), ("closeness", 0.7))
    said = why(card(Kind.ASK, code, numbers=numbers))
    assert said.endswith(".")
    assert "%" not in said
    assert "!" not in said


def test_numbers_are_in_the_reason() -> None:
    open_goal = (("done", 2.0), ("of", 8.0), ("days_left", 1.0))
    assert why(card(Kind.PITCH, Why.GOAL_OPEN, numbers=open_goal)) == (
        "You have done 2 of 8, and there is 1 day left, not counting rest days."
    )
    assert "3 days ago" in why(card(Kind.ANSWER, Why.WROTE_TO_YOU, numbers=(("days", 3.0),)))


@pytest.mark.parametrize("code", Shape)
def test_every_shape_is_told(code: Shape) -> None:
    assert shape(code).endswith(".")


def planned(shape: Shape, *frights: int | None) -> Plan:
    actions = [replace(card(Kind.PITCH, Why.GOAL_OPEN), fright=fright) for fright in frights]
    return Plan(day(15), shape, 60, tuple(Action(action, 1.0, ()) for action in actions))


def test_great_energy_says_what_it_did() -> None:
    assert day_in_words(planned(Shape.STEADY, None, 4), 5) == (
        "A steady day. Great energy: the scary one today."
    )
    assert day_in_words(planned(Shape.STEADY, None, 3), 5) == (
        "A steady day. Great energy. Nothing on the cards is scary, so the day stays as planned."
    )


def test_less_energy_and_a_rest_day_say_no_more() -> None:
    assert day_in_words(planned(Shape.STEADY, 5), 4) == "A steady day."
    assert day_in_words(planned(Shape.REST), 5) == "A rest day. Nothing is asked of you."


def test_minutes_have_a_plural() -> None:
    assert (minutes(1), minutes(10)) == ("1 minute", "10 minutes")
