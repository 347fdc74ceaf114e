"""Introductions listed by what is next."""

from tests.cli.conftest import Rapport


def test_no_introduction_yet(rapport: Rapport) -> None:
    assert "No introduction yet. Who should meet whom?" in rapport("introductions").out


def test_the_month_of_the_story(story: Rapport) -> None:
    told = story("introductions").out
    assert "What there was" in told
    assert "Mary Castellan  Jess Moran brought you together" in told
    page = story.json("introductions")
    assert (page["mine"], page["total_over"]) == ([], len(page["over"]))
    mary = next(each for each in page["over"] if each["person"]["name"] == "Mary Castellan")
    assert (mary["role"], mary["introducer"]["name"]) == ("received", "Jess Moran")


def test_what_one_connected_is_with_others_for_a_week(month: Rapport) -> None:
    month.log("introduced Ana and Tom")
    told = month("introductions").out
    assert "With others" in told
    assert "Ana and Tom  You brought them together  today  Wait for Ana and Tom" in told
    assert month.json("introductions")["waiting"][0]["next"]["because"] == "connected_lately"
