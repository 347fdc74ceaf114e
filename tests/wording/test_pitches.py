"""What is said of pitches: kindly, with numbers, and never more than they tell."""

import pytest

from rapport.db.queries.organisations import Somebody
from rapport.domain.learning.learning import share
from rapport.domain.pitches.record import Corner, Record
from rapport.services.pitches.pages import Named, There
from rapport.services.pitches.warm_paths import WarmPath, Warmth
from rapport.wording import pitches
from tests.cast import ALMA, KAREN, TOM, day


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (Corner(), ""),
        (Corner(4, 3, 1), "You dreaded 4 of these, and sent them. 3 answered. 1 came to a call."),
        (Corner(4, 3, 0), "You dreaded 4 of these, and sent them. 3 answered."),
        (Corner(1, 1, 1), "You dreaded 1 pitch, and sent it. 1 answered, and it came to a call."),
        (
            Corner(2, 0, 0, 1),
            "You dreaded 2 of these, and sent them. No answer yet, and nothing worse happened.",
        ),
        (Corner(1), "You dreaded 1 pitch, and sent it. They stayed silent, and nothing worse happened."),
    ],
)
def test_the_corner_counts_what_happened_and_is_kind(told: Corner, sentence: str) -> None:
    assert pitches.corner(told) == sentence


def test_few_tries_say_so() -> None:
    assert pitches.waiting(Record(share(1, 3), 2, (), ())) == (
        "2 still wait for an answer. It is too early to compare."
    )
    assert pitches.waiting(Record(share(3, 8), 0, (), ())) == ""
    assert "may be anything" in pitches.few(share(0, 1)) or "up to" in pitches.few(share(0, 1))


def test_a_way_through_two_names_both() -> None:
    alma = Somebody(ALMA.id, ALMA.name, "The Residency", "head", 0.1, day(1), None, 0.0)
    way = WarmPath(Warmth.LED, Named(KAREN.id, "Karen Holt"), alma, Named(TOM.id, "Tom Reed"))
    assert pitches.path(There((alma,), way)) == (
        "Karen Holt is close to you, and may reach Alma Reyes at The Residency through Tom Reed."
    )
    assert pitches.path(There()) == ""


def test_every_policy_has_its_sentence() -> None:
    assert pitches.policy(()) == "You do not write again after sending."
    assert pitches.policy((1,)) == "You write again once, 1 working day after sending."
    assert pitches.policy((3, 10)).startswith("You write again 3 and 10 working days after sending")


def test_a_day_that_went_by_is_no_debt() -> None:
    assert pitches.planned(day(4), day(6)) == "It was meant for Monday 4 March. Any other day is fine."
