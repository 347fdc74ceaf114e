"""Help given, received and promised."""

from tests.cli.conftest import Rapport


def test_a_promise_is_listed_until_it_is_kept(month: Rapport) -> None:
    month.json("help", "add", "Ana", "the contract template", "--promised", "--due", "2019-03-20")
    (promise,) = month.json("help")["i_owe"]
    assert (promise["help"]["what"], promise["help"]["due_on"]) == ("the contract template", "2019-03-20")
    assert "You promised\n  Ana  the contract template  20 March 2019" in month("help").out
    month.json("help", "add", "Ana", "the contract template")
    page = month.json("help")
    assert (page["i_owe"], page["balance"]) == ([], {"given": 1, "received": 0, "owed": 0})


def test_help_goes_both_ways(month: Rapport) -> None:
    assert month("help", "add", "Tom", "a", "logo", "--received").code == 0
    assert month.json("help")["received"][0]["what"] == "a logo"
    month.json("help", "add", "Tom", "a desk", "--promised", "--received")
    assert month.json("help")["owed_to_me"][0]["help"]["what"] == "a desk"
    assert "Help given: 0 times, received: 1 time." in month("help").out


def test_who_looks_for_what(story: Rapport) -> None:
    told = story("help").out
    assert "They look for" in told
    assert "Mary Castellan  a proofreader for her newsletter" in told


def test_needs_and_offers_that_fit_are_brought_together(month: Rapport) -> None:
    month.log("Ana needs a UX designer")
    month.log("Tom can offer UX designer hours")
    page = month.json("help")
    if page["suggestions"]:
        assert "bring them together?" in month("help").out
    assert [need["what"] for need in page["their_needs"]] == ["a UX designer"]


def test_bad_input(month: Rapport) -> None:
    assert month.refused("help", "add", "Ana", "a logo", "--due", "2019-03-20")["code"] == "usage"
    error = month.refused("help", "add", "Ana", "a logo", "--promised", "--due", "2019-03-01")
    assert error["code"] == "too_early"
    assert month.refused("help", "add", "Ana", " ")["code"] == "empty"
    assert month("help", "add", "Ana").code == 2
