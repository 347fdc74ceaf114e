"""A few lines to start from, and the numbers behind a card."""

from dataclasses import replace
from uuid import UUID

import pytest

from rapport.domain.asks.letters import LetterKind, Own, Words
from rapport.domain.coach.cards import Action, Candidate, Kind, Why, card
from rapport.wording import card_numbers, drafts

PRODUCT = Own("en", {})
TO_MARY = replace(
    card(Kind.FOLLOW_UP_HELLO, Why.MET_LATELY, UUID(int=1)), subject="Mary Castellan", email="m@x.org"
)


def test_a_hello_is_followed_up_by_first_name() -> None:
    letter = drafts.letter(replace(TO_MARY, detail="at Ladies’ Night"), "Ada", "", PRODUCT)
    assert letter
    assert letter.body.startswith("Hello Mary,\n\nit was good to meet you (at Ladies’ Night).")
    assert letter.body.endswith("Ada")
    assert letter.email == "m@x.org"


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_card_has_a_whole_letter_or_none(kind: Kind) -> None:
    letter = drafts.letter(replace(TO_MARY, kind=kind), "", "", PRODUCT)
    assert letter is None or ("{" not in letter.subject + letter.body and letter.body.strip() == letter.body)


def test_a_note_about_dan_is_not_written_to_dan() -> None:
    asleep = replace(TO_MARY, kind=Kind.RECONNECT, subject="Dan Okafor", detail="his father is ill")
    letter = drafts.letter(asleep, "Ada", "", PRODUCT)
    assert letter
    assert "his father" not in letter.body


def test_with_nobody_to_write_to_there_is_no_letter() -> None:
    assert drafts.letter(card(Kind.PITCH, Why.GOAL_OPEN), "Ada", "", PRODUCT) is None


def test_a_card_begins_with_ones_own_words() -> None:
    own = Own("en", {LetterKind.FOLLOW_UP: Words("", "Hey {first}")})
    letter = drafts.letter(TO_MARY, "Ada", "", own)
    assert letter
    assert letter.body == "Hey Mary"


def test_a_name_with_braces_stays_a_name() -> None:
    odd: Candidate = replace(TO_MARY, subject="100 {me} Ltd", kind=Kind.PITCH)
    letter = drafts.letter(odd, "Ada", "", PRODUCT)
    assert letter
    assert letter.subject == "An idea for 100 {me} Ltd"


def test_the_numbers_tell_the_facts_then_what_it_weighs() -> None:
    candidate = replace(TO_MARY, numbers=(("days", 2.0),))
    told = card_numbers.behind(Action(candidate, 9.35, (("duty", 11.0), ("again", 0.85))))
    assert told == [
        ("Days since then", "2"),
        ("Others wait for it, or you set the day", "+ 11"),
        ("There is one of its kind already", "× 0.85"),
        ("What it weighs today", "9.35"),
    ]
