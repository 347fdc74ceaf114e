"""Mary, Teo and Karen in sentences."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from rapport.domain.people.people import Told
from rapport.services.people.pages import Link, Named, PersonFacts
from rapport.wording.people import closeness, how_met, point_label

TODAY = date(2019, 3, 15)


def link(person: str = "", gathering: str = "") -> Link:
    return Link(
        Named(UUID(int=1), person) if person else None, Named(UUID(int=2), gathering) if gathering else None
    )


def facts(**more: Any) -> PersonFacts:
    plain = PersonFacts(
        id=UUID(int=3), name="Mary", aliases=(), organisation="", role="", city="", country="",
        is_on_map=False, reach=None, links=(), note="", how_met="", introduced_by=None, met_at=None,
        told=None,
        known_before=False, cadence_days=None, tags=(), assumed=False, closeness=0.0, interactions=0,
        first_on=None, last_on=None, contact_points=(),
    )  # fmt: skip
    return replace(plain, **more)


@pytest.mark.parametrize(
    ("chain", "said"),
    [
        ([link("Mary")], "Mary introduced you to Teo."),
        ([link(gathering="Ladies’ Night")], "You met Teo at Ladies’ Night."),
        (
            [link(gathering="Ladies’ Night"), link("Mary"), link("Jess")],
            "You met Teo at Ladies’ Night, where Mary had invited you; Jess introduced you to Mary.",
        ),
        (
            [link("Mary"), link(gathering="Freelance Friday"), link("Karen")],
            "Mary introduced you to Teo; you met Mary at Freelance Friday, where Karen had invited you.",
        ),
        (
            [link("A"), link("B"), link("C"), link("D"), link("E"), link("F"), link("G")],
            "A introduced you to Teo; B introduced you to A; C introduced you to B; D introduced you to C;"
            " E introduced you to D; F introduced you to E.",
        ),
    ],
)
def test_how_you_met_goes_back_through_everybody(chain: list[Link], said: str) -> None:
    assert how_met("Teo", chain, known_before=False) == said


def test_without_a_chain_there_is_what_is_known() -> None:
    assert how_met("Karen", [], known_before=True) == "You knew each other before."
    assert how_met("Zoe", [], known_before=False) == ""


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (facts(), "No exchange between you is written down yet."),
        (facts(told=Told.CLOSE), "No exchange between you is written down yet. You say you are close."),
        (
            facts(interactions=1, first_on=date(2019, 3, 13), last_on=date(2019, 3, 13), closeness=0.3),
            "You know each other a little: one exchange so far, 2 days ago.",
        ),
        (
            facts(interactions=6, first_on=date(2018, 3, 1), last_on=TODAY, closeness=0.8),
            "You are close: 6 exchanges since 1 March 2018, the last one today.",
        ),
        (
            facts(interactions=2, first_on=date(2019, 3, 1), closeness=0.1),
            "You hardly know each other yet: you wrote 2 times since 1 March 2019,"
            " and no answer has come yet.",
        ),
        (
            facts(interactions=9, first_on=date(2009, 3, 1), told=Told.NOT_CLOSE),
            "You hardly know each other yet: you were in touch a long time ago, first on 1 March 2009."
            " You say you are not close.",
        ),
    ],
)
def test_closeness_is_told_with_its_numbers(told: PersonFacts, said: str) -> None:
    assert closeness(told, TODAY) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [("cell", "mobile"), ("CELL", "mobile"), ("work fax", "work, fax"), ("Grandma’s", "Grandma’s"), ("", "")],
)
def test_what_an_address_book_calls_a_number_is_said_in_words(written: str, said: str) -> None:
    assert point_label(written) == said
