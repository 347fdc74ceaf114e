"""Who could introduce you, in sentences whose numbers and names are all true."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from rapport.db.queries.introducers import Somebody
from rapport.domain.asks.chances import Chance
from rapport.services.asks.introducers import Kind, Wanted
from rapport.services.asks.writing import Yield
from rapport.wording import introducers as words

TODAY = date(2019, 3, 30)
ABOUT = "Chance of a yes: about"


@pytest.mark.parametrize(
    ("chance", "said"),
    [
        (Chance(0.43, 0.23, 0.64, 3, 5), f"{ABOUT} 2 in 5, somewhere between 1 in 4 and 2 in 3."),
        (Chance(0.09, 0.0003, 0.27, 0, 0), f"{ABOUT} 1 in 12, 1 in 4 at most."),
        (Chance(0.003, 0.0, 0.01, 0, 35), "A yes is unlikely: 1 in 100 at most."),
    ],
)  # fmt: skip
def test_a_chance_is_told_with_its_interval(chance: Chance, said: str) -> None:
    assert words.chance(chance) == said


def test_closeness_is_told_in_words_and_number() -> None:
    jess = Somebody(UUID(int=9), "Jess", "", "", "", 0.78, 4, date(2019, 2, 16))
    assert words.closeness(jess, TODAY) == "You are close (0.8 of 1): 4 exchanges, the last one 6 weeks ago."
    assert words.closeness(replace(jess, interactions=0), TODAY) == (
        "You are close (0.8 of 1); last in touch 6 weeks ago."
    )
    stranger = replace(jess, closeness=None, interactions=0, last_on=None)
    assert words.closeness(stranger, TODAY) == "You hardly know each other yet (0 of 1)."


def test_mass_asking_is_told_honestly_from_ones_own_asks() -> None:
    own = Yield(1, 4, 3, 40, 3, 5)
    assert words.mass(own) == (
        "When you asked many on one day, 3 of 40 introduced you to somebody."
        " Of those close to you it was 3 of 5, of the others 0 of 35."
        " Asking a few at a time: 1 of 4."
    )
    assert "40 people were asked" in words.mass(Yield(0, 0, 0, 0, 0, 0))


def test_an_ask_names_one_precise_target() -> None:
    ana = Somebody(UUID(int=5), "Ana Silva", "Acme", "editor", "", None, 0, None)
    assert words.target(Wanted(Kind.PERSON, "ana", ana)) == "Ana Silva (editor, Acme)"
    assert words.target(Wanted(Kind.ORGANISATION, "Acme")) == "somebody at Acme"
    assert words.target(Wanted(Kind.DESCRIPTION, "a VR studio")) == "a VR studio"
