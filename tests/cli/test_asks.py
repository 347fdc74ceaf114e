"""Asks listed and written down."""

from tests.cli.conftest import Rapport


def test_nobody_asked_yet(rapport: Rapport) -> None:
    assert "You have asked nobody yet." in rapport("asks").out


def test_an_ask_is_added_and_listed(month: Rapport) -> None:
    told = month("asks", "add", "Tom", "--for", "a VR studio", "--on", "2019-03-12")
    assert told.code == 0
    assert "Asked: Tom (new) · For: a VR studio" in told.out
    page = month.json("asks")
    assert (page["total"], page["counts"]["asked"]) == (1, 1)
    assert page["waiting"][0]["person"]["name"] == "Tom"
    assert (page["waiting"][0]["target"], page["waiting"][0]["waiting_days"]) == ("a VR studio", 3)
    assert "Tom  3 days ago  no answer yet  give it time  a VR studio" in month("asks").out


def test_json_of_an_added_ask_is_that_of_a_line(month: Rapport) -> None:
    added = month.json("asks", "add", "Tom")
    assert added["saved"] is True
    assert added["statements"][0]["kind"] == "Asked"
    assert len(added["people_made"]) == 1


def test_an_ambiguous_name_asks(month: Rapport) -> None:
    month.log("met Mary Castellan and Mary Chen")
    assert month.refused("asks", "add", "Mary")["code"] == "unclear"
    month.json("asks", "add", "Mary", "--is", "Mary=Mary Chen")
    assert month.json("asks")["waiting"][0]["person"]["name"] == "Mary Chen"


def test_answers_are_counted(story: Rapport) -> None:
    page = story.json("asks")
    assert page["counts"]["introduced"] == 3
    assert page["counts"]["silent"] == 16
    assert page["total"] == 40
    told = story("asks").out
    assert "introduced you: 3" in told
    assert "Mary Castellan" in told


def test_bad_input(month: Rapport) -> None:
    assert month.refused("asks", "add", " ")["code"] == "empty"
    assert month.refused("asks", "add", "T\x07om")["code"] == "bad_text"
    assert month.refused("asks", "add", "T" * 300)["code"] == "too_long"
    assert month.refused("asks", "add", "Tom", "--on", "2019-02-30")["code"] == "bad_date"
    assert month("asks", "add").code == 2
    assert month("asks", "remove").code == 2


def test_an_ask_on_a_day_nobody_lives_is_refused_and_the_list_still_opens(month: Rapport) -> None:
    for never in ("9999-12-31", "0001-01-01"):
        assert month.refused("asks", "add", "Tom", "--on", never)["code"] == "bad_date"
    assert month.json("asks")["total"] == 0
