"""Feeds in words."""

import pytest
from django.utils import translation

from rapport.domain.gatherings.listings import FeedProblem
from rapport.domain.imports.imports import Quarantined, Trouble, Where
from rapport.services.feeds.listing_rows import Kept
from rapport.wording import subscriptions as words


@pytest.fixture(autouse=True)
def in_english() -> object:
    with translation.override("en"):
        yield


@pytest.mark.parametrize("code", FeedProblem)
def test_every_reason_says_what_helps(code: FeedProblem) -> None:
    for said in (words.problem(code), words.advice(code)):
        assert said.endswith((".", "?"))
        assert "!" not in said
    assert set(words.ADVICE) == set(FeedProblem)


@pytest.mark.parametrize(
    ("code", "detail", "said"),
    [
        (FeedProblem.SERVER, "503", "Its host has trouble answering just now. (503)"),
        (FeedProblem.SERVER, "429", "Its host asks us to come less often."),
        (FeedProblem.SERVER, "answer", "Its host has trouble answering just now."),
        (FeedProblem.UNREACHABLE, "certificate", "certificate is not in order"),
        (FeedProblem.FORBIDDEN, "password", "a name and a password"),
        (FeedProblem.FORBIDDEN, "port", "a port that web pages do not use"),
        (FeedProblem.FORBIDDEN, "open", "This safe address (https) leads to an open one"),
    ],
)
def test_a_detail_makes_it_plainer(code: FeedProblem, detail: str, said: str) -> None:
    assert said in words.problem(code, detail)


def test_what_a_reading_brought() -> None:
    assert (
        words.brought(Kept(told=1204, new=1200, moved=1, cancelled=2))
        == "1,200 new dates, 1 moved, 2 cancelled"
    )
    assert words.brought(Kept(told=3)) == "nothing new"
    assert words.added(Kept()) == "It is read from now on. It announces nothing at the moment."


def test_what_was_left_out_is_said_once_for_each_reason() -> None:
    some = [Quarantined(Where(n), Trouble.RECURS_TOO_OFTEN) for n in range(2)]
    some.append(Quarantined(Where(3), Trouble.NO_NAME))
    assert words.left_out(some) == [
        "2 entries were left out: it repeats too often.",
        "1 entry was left out: it has no name.",
    ]
