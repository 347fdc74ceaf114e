"""What a correction does, told in chips."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from rapport.domain.interactions.interactions import Channel
from rapport.domain.nouns import Noun
from rapport.domain.quicklog.quicklog import (
    Amend,
    Bin,
    Correction,
    GatheringName,
    Met,
    Name,
    Reading,
    Reference,
    Restore,
    Span,
    TakeBack,
    Target,
)
from rapport.wording import corrections, statements

TODAY = date(2026, 11, 23)
NOWHERE = Span(0, 0)
ANA = Target(
    Noun.INTERACTION, UUID(int=1), ("Ana Costa",), date(2026, 11, 22), "coffee", channel=Channel.IN_PERSON
)


def ref(*targets: Target) -> Reference:
    return Reference((Noun.INTERACTION,), NOWHERE, ("Ana",), word="coffee", key="#0", targets=targets)


def told(correction: Correction) -> list[str]:
    (group,) = statements.chips(Reading("…", TODAY, (correction,)), TODAY)
    return [chip.text for chip in group]


def test_what_goes_into_the_bin_is_named_with_its_day() -> None:
    expected = "Into the bin: coffee with Ana Costa, yesterday (Sunday 22 November)"
    assert told(Bin(TODAY, ref(ANA))) == [expected]


def test_what_returns_is_named() -> None:
    jess = Target(Noun.PERSON, UUID(int=2), what="Jess Moran")
    assert told(Restore(TODAY, ref(jess))) == ["Out of the bin: Jess Moran (person)"]


def test_several_that_are_meant_are_a_question() -> None:
    assert told(Bin(TODAY, ref(ANA, ANA))) == ["Into the bin: coffee, Ana: which one?"]


def test_every_new_detail_is_told() -> None:
    new = Amend(
        TODAY,
        ref(ANA),
        day=date(2026, 11, 21),
        channel=Channel.PHONE,
        minutes=90,
        memorable=True,
        people=(Met(Name("Tom", NOWHERE)), Met(Name("Sue", NOWHERE), memorable=False)),
        gathering=GatheringName("Freelance Friday", NOWHERE),
        others=3,
        substance=False,
        lost_touch=True,
        name="Acme Studio",
        about="a VR studio",
        starts_at=time(18, 30),
        size=40,
    )
    assert told(new)[1:] == [
        "New name: Acme Studio",
        "It says from now on: a VR studio",
        "It was: Saturday 21 November",
        "How: phone call",
        "How long: 1 h 30",
        "It was: to remember",
        "Also there: Tom",
        "A hello: Sue",
        "And: 3 hellos",
        "Where: Freelance Friday",
        "From: 18:30",
        "How many: 40 people",
        "What: a courtesy",
        "Before: you had lost touch",
    ]


def test_a_step_taken_back_is_named() -> None:
    assert told(TakeBack(TODAY, NOWHERE, UUID(int=3), "coffee with Ana")) == ["Take back: coffee with Ana"]


def test_an_exchange_told_in_other_words_is_quoted() -> None:
    lunch = Target(Noun.INTERACTION, UUID(int=4), ("Ana",), date(2026, 11, 1), line="lunch with Ana")
    assert corrections.target(lunch, TODAY) == "“lunch with Ana”, Sunday 1 November"


@pytest.mark.parametrize("noun", list(Noun))
def test_every_noun_has_its_words(noun: Noun) -> None:
    row = Target(noun, UUID(int=5), ("Tom",), what="the template", channel=Channel.EMAIL)
    assert "the template" in corrections.target(row, TODAY)
    assert "%(" not in corrections.target(Target(noun, UUID(int=5), channel=Channel.EMAIL), TODAY)


def test_an_ask_was_about_something_else() -> None:
    about_asks = replace(ref(ANA), nouns=(Noun.ASK,))
    assert told(Amend(TODAY, about_asks, about="a VR studio"))[1:] == ["It was about: a VR studio"]
