"""Today in words, and the whole page as JSON."""

import pytest

from tests.cli.conftest import Rapport


def test_before_any_challenge_it_says_how_to_begin(rapport: Rapport) -> None:
    told = rapport("today")
    assert told.code == 0
    assert told.out.startswith("Friday 15 March 2019 · “rapport start” begins a challenge.\n")


def test_the_day_is_told_in_words(month: Rapport) -> None:
    assert "Friday 15 March 2019 · Day 15 of 30" in month("today").out
    assert "Monday 18 March 2019 · Day 18 of 30" in month("today", "--on", "2019-03-18").out
    assert "Your challenge begins on Friday 1 March." in month("today", "--on", "2019-02-28").out
    assert "“rapport retro” looks back." in month("today", "--on", "2019-05-01").out


def test_a_rest_day_asks_for_nothing(month: Rapport) -> None:
    page = month.json("today", "--on", "2019-03-17")
    assert (page["plan"]["shape"], page["plan"]["actions"]) == ("rest", [])
    assert page["plan"]["sentence"] == "A rest day. Nothing is asked of you."


def test_low_energy_is_one_small_thing_and_is_not_kept(month: Rapport) -> None:
    page = month.json("today", "--energy", "1")
    assert (page["energy"], len(page["plan"]["actions"])) == (1, 1)
    assert month.json("today")["energy"] is None
    month.log("energy 2")
    assert month.json("today")["energy"] == 2


def test_each_card_says_what_and_why(month: Rapport) -> None:
    month.log("coffee with Mary, follow up today", on="2019-03-14")
    month.log("promised Ana the contract template", on="2019-03-12")
    page = month.json("today")
    assert page["day_number"] == 15
    for action in page["plan"]["actions"]:
        assert action["title"]
        assert action["why"].endswith(".")
    told = month("today")
    assert "the contract template" in told.out


def test_the_demo_stands_still_on_its_last_day(story: Rapport) -> None:
    told = story("today")
    assert "Saturday 30 March 2019 · Day 30 of 30" in told.out
    assert "asks wait for an answer: “rapport asks”." in told.out
    assert "Promised: Nora Lindqvist, a puppy play date" in told.out


@pytest.mark.parametrize(
    "words", [["--energy", "9"], ["--energy", "low"], ["--minutes", "-5"], ["--on", "x"]]
)
def test_bad_input_is_refused(month: Rapport, words: list[str]) -> None:
    assert month("today", *words).code == 2
