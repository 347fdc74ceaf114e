"""Cards say what to do, and why now, without blame."""

from dataclasses import replace

import pytest

from rapport.domain.cards import Kind, Why, card
from rapport.domain.pace import Shape
from rapport.wording.cards import minutes, shape, title, why


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
        "You have done 2 of 8, and there is 1 day left."
    )
    assert "3 days ago" in why(card(Kind.ANSWER, Why.WROTE_TO_YOU, numbers=(("days", 3.0),)))


@pytest.mark.parametrize("code", Shape)
def test_every_shape_is_told(code: Shape) -> None:
    assert shape(code).endswith(".")


def test_minutes_have_a_plural() -> None:
    assert (minutes(1), minutes(10)) == ("1 minute", "10 minutes")
