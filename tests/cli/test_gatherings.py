"""Gatherings listed and written down."""

from datetime import date

from rapport.services import owners
from tests.cli.conftest import Rapport
from tests.services.gatherings.test_listings import a_listing


def test_none_yet(rapport: Rapport) -> None:
    assert "No gathering yet." in rapport("gatherings").out


def test_one_ahead_with_all_its_facts(month: Rapport) -> None:
    month.log("coffee with Karen Holt")
    saved = month.json(
        "gatherings", "add", "Freelance Friday", "--on", "2019-03-29", "--size", "5", "--stretch",
        "--invited-by", "karen", "--kind", "meetup", "--place", "The loft",
        "--found", "a flyer", "--note", "skyline",
    )  # fmt: skip
    gathering = month.json("gatherings")["upcoming"][0]
    assert gathering["id"] == saved["id"]
    assert (gathering["name"], gathering["on"], gathering["size"]) == ("Freelance Friday", "2019-03-29", 5)
    assert (gathering["invited_by"]["name"], gathering["stretch"]) == ("Karen Holt", True)
    assert gathering["attendance"] == "going"
    assert "Freelance Friday  29 March 2019  5 people  stretch, The loft" in month("gatherings").out


def test_one_that_is_over_was_gone_to(month: Rapport) -> None:
    assert month("gatherings", "add", "Panel", "--on", "2019-03-10").code == 0
    assert month.json("gatherings")["past"][0]["attendance"] == "went"
    month("gatherings", "add", "Fair", "--on", "2019-03-11", "--attendance", "skipped")
    assert month.json("gatherings")["past"][0]["attendance"] == "skipped"


def test_what_came_of_them(story: Rapport) -> None:
    told = story("gatherings").out
    assert "Ladies' Night" in told
    assert "4 met, 4 to remember, 2 hellos" in told
    page = story.json("gatherings")
    assert (page["past_total"], page["past"][0]["came"]["others"]) == (3, 12)


def test_a_second_date_makes_a_series(month: Rapport) -> None:
    month("gatherings", "add", "Freelance Friday", "--on", "2019-03-01")
    month("gatherings", "add", "Freelance Friday", "--on", "2019-03-08")
    assert month.json("gatherings")["series"][0]["dates"] == 2
    assert "Freelance Friday  2 times" in month("gatherings").out


def test_bad_input(month: Rapport) -> None:
    month("gatherings", "add", "Panel")
    assert month.refused("gatherings", "add", "Panel")["code"] == "taken"
    assert month.refused("gatherings", "add", "Panel", "--size", "0")["code"] == "bad_number"
    assert month.refused("gatherings", "add", "Panel", "--invited-by", "nobody")["code"] == "nobody"
    assert month.refused("gatherings", "add", "")["code"] == "empty"
    assert month("gatherings", "add", "Panel", "--kind", "rave").code == 2


def test_what_is_announced_stands_with_its_reasons(month: Rapport) -> None:
    owner = owners.local_owner()
    a_listing(owner.id, "VR Drinks", date(2019, 3, 29), size=20)
    told = month("gatherings").out
    assert "Worth going to\n  VR Drinks  29 March 2019\n    Small: 20 people" in told
    (worth,) = month.json("gatherings")["worth"]
    assert (worth["name"], worth["reasons"][0]["sign"]) == ("VR Drinks", "small")


def test_what_a_series_gives_comes_with_what_to_do(story: Rapport) -> None:
    told = story("gatherings").out
    line = "Freelance Friday  3 people to remember of 5 met, in one visit and an hour and a half. It gives."
    assert line in told
    gave = {one["name"]: one for one in story.json("gatherings")["gave"]}
    friday = gave["Freelance Friday"]
    assert (friday["advice"], friday["rhythm_days"]) == ("go_regularly", 28)
    assert gave["National Writers' Conference"]["advice"] == "three_people"
