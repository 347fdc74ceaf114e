"""Finding people."""

from tests.cli.conftest import Rapport


def test_nobody_yet_and_nobody_that_fits(rapport: Rapport, month: Rapport) -> None:
    assert rapport("people").out == "Nobody is here yet.\n"
    assert rapport("people", "mary").out == "Nobody fits.\n"


def test_words_narrow_the_list_whatever_their_accents(month: Rapport) -> None:
    month.log("coffee with Zoé Müller, she lives in Lyon #vr")
    month.log("coffee with Tom Reed")
    for query in ("zoe", "MULLER zoé", "lyon"):
        assert [p["name"] for p in month.json("people", *query.split())["people"]] == ["Zoé Müller"]
    assert month.json("people", "--tag", "#nothing")["people"] == []
    assert month.json("people", "--city", "Lyon")["total"] == 1


def test_connections_and_order(story: Rapport) -> None:
    assert story.json("people", "--connections")["total"] == 11
    close = story.json("people", "--sort", "closeness", "--limit", "3")["people"]
    assert close == sorted(close, key=lambda person: -person["closeness"])


def test_the_list_is_cut_and_says_so(story: Rapport) -> None:
    total = story.json("people")["total"]
    assert total > 50
    assert len(story.json("people")["people"]) == 50
    assert f"50 of {total} people. --limit shows more." in story("people").out
    whole = story.json("people", "--limit", "1000")
    assert len(whole["people"]) == len({person["id"] for person in whole["people"]}) == total


def test_a_limit_is_a_number(rapport: Rapport) -> None:
    assert rapport.refused("people", "--limit", "0")["code"] == "bad_number"
    assert rapport("people", "--sort", "luck").code == 2


def test_the_filters_of_the_page_narrow_the_list_too(month: Rapport) -> None:
    month.log("coffee with Karen, she needs a copywriter, follow up today")
    month.log("coffee with Mary Castellan, intro by Karen, she offers coaching")

    def names(*args: str) -> list[str]:
        return [person["name"] for person in month.json("people", *args)["people"]]

    assert names("--since", "month") == ["Karen", "Mary Castellan"]
    assert names("--since", "never") == []
    assert names("--close", "dormant") == []
    assert names("--needs", "copy") == ["Karen"]
    assert names("--offers", "*") == ["Mary Castellan"]
    assert names("--through", "karen") == ["Mary Castellan"]
    assert names("--due", "step") == names("--due") == ["Karen"]
    assert month.refused("people", "--through", "nobody at all")["code"] == "nobody"
    assert month("people", "--close", "very").code == 2
