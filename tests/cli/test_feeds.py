"""Feeds in the terminal."""

from datetime import timedelta

import pytest

from rapport.domain.gatherings.listings import FeedProblem
from tests.cli.conftest import Rapport
from tests.services.feeds.makers import URL, Failed, Web, calendar, event, web

FRIDAY = event("ff", "20190405T190000", LOCATION="CENTRL")


@pytest.fixture
def net(monkeypatch: pytest.MonkeyPatch) -> Web:
    made = web(monkeypatch)
    made.pages[URL] = calendar(FRIDAY)
    return made


def test_none_yet(rapport: Rapport) -> None:
    assert "You follow no calendar yet." in rapport("feeds").out
    assert rapport.json("feeds") == {"feeds": []}


def test_one_is_followed_listed_and_taken_back(month: Rapport, net: Web) -> None:
    told = month("feeds", "add", URL, "--city", "Portland")
    assert told.code == 0, told
    assert "It announces 1 date." in told.out
    assert "Freelance Friday" in told.out
    assert "Portland Freelancers  calendar (iCalendar)  1 date announced" in month("feeds").out
    month("undo")
    assert month.json("feeds") == {"feeds": []}


def test_json_tells_all_of_it(month: Rapport, net: Web) -> None:
    saved = month.json("feeds", "add", URL)
    assert saved["told"] == 1
    assert saved["feed"]["ahead"] == 1
    assert saved["announced"][0]["name"] == "Freelance Friday"


def test_what_cannot_be_read_is_said_with_what_helps(month: Rapport, net: Web) -> None:
    assert month.refused("feeds", "add", "ftp://x.example/")["code"] == "not_a_link"
    net.pages[URL] = Failed(FeedProblem.NOT_FOUND, "404")
    told = month("feeds", "add", URL)
    assert told.code == 1
    assert "There is nothing at this address. (404) Check for a slip" in " ".join(told.err.split())
    net.pages[URL] = calendar(FRIDAY)
    month("feeds", "add", URL)
    assert month.refused("feeds", "add", URL)["code"] == "taken"


def test_all_are_read_again(month: Rapport, net: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    month("feeds", "add", URL)
    monkeypatch.setattr("rapport.services.feeds.feeds.AT_LEAST", timedelta(0))
    net.pages[URL] = calendar(FRIDAY, event("b", "20190410T190000", "Panel"))
    assert "Portland Freelancers: 1 new date" in month("feeds", "--refresh").out
    net.pages[URL] = Failed(FeedProblem.UNREACHABLE, "host")
    told = month("feeds", "--refresh")
    assert told.code == 1
    assert "Nobody answers at this address." in told.out


def test_the_demo_stands_still(story: Rapport, net: Web) -> None:
    assert story("feeds", "add", URL).code == 1
    assert not net.asked
