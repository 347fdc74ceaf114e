"""Who could introduce you, in the terminal."""

from tests.cli.conftest import Rapport


def test_the_story_names_whom_to_ask_with_reasons(story: Rapport) -> None:
    told = story("ask", "VR studio in Portland").out
    assert "Who could introduce you to “VR studio in Portland”?" in told
    assert "Of your own people: Teo Brandt, a UX designer for VR" in told
    assert "may know Teo Brandt (a UX designer for VR): both at Ladies' Night on 20 March 2019." in told
    assert "The chances rest on 40 asks of yours (3 worked) and on what is usual." in told


def test_json_has_the_numbers_behind_it(story: Rapport) -> None:
    page = story.json("ask", "VR studio in Portland")
    assert page["wanted"]["kind"] == "description"
    names = [one["name"] for one in page["ask"]]
    assert {"Karen Holt", "Jess Moran"} <= set(names[:3])
    first = page["ask"][0]
    assert 0 <= first["chance"]["low"] <= first["chance"]["mean"] <= first["chance"]["high"] <= 1
    assert {"closeness", "fit", "readiness", "band", "last_asked", "again_on", "reasons"} <= set(first)


def test_a_name_of_two_asks_which(month: Rapport) -> None:
    month.log("met Mary Castellan and Mary Chen")
    told = month("ask", "Mary").out
    assert "Do you mean Mary Castellan?" in told
    assert "Do you mean Mary Chen?" in told
    assert len(month.json("ask", "Mary")["which"]) == 2


def test_nobody_here_is_said_kindly(rapport: Rapport) -> None:
    assert "Nobody is here to ask yet." in rapport("ask", "a VR studio").out
    assert "Nobody is here to ask yet." in rapport("ask").out
