"""One person, by id, by name or by a part of it."""

from tests.cli.conftest import Rapport


def test_everything_about_mary(story: Rapport) -> None:
    told = story("person", "mary")
    assert told.code == 0
    for line in (
        "Mary Castellan",
        "  Work: career coach, Ladies' Night",
        "  How you met: Jess Moran",
        "  Looks for: a proofreader for her newsletter",
        "  You promised: a look at her newsletter",
        "2019-03-15  in person, 75 min · connection",
        "2019-03-15  Jess Moran introduced you to Mary Castellan",
    ):
        assert line in told.out.splitlines()


def test_the_thread_tells_every_kind_of_thing(story: Rapport) -> None:
    story.log("Tom can offer a desk, follow up with Tom tuesday", on="2019-03-30")
    story.log("asked Tom for an intro to a VR studio", on="2019-03-29")
    story.log("Tom helped me with a logo", on="2019-03-28")
    story.log("introduced Tom and Mary Castellan", on="2019-03-27")
    lines = {entry["kind"]: entry["line"] for entry in story.json("person", "Tom")["thread"]}
    assert lines["offer"] == "can give: a desk"
    assert lines["ask"] == "asked: an intro to a VR studio (no answer yet)" or "VR studio" in lines["ask"]
    assert lines["help"] == "helped you: a logo"
    assert "you introduced" in lines["introduction"]
    assert lines["follow_up"].endswith("(2 April 2019)")


def test_an_id_a_part_and_a_slip(story: Rapport) -> None:
    mary = story.json("person", "castel")["person"]
    assert mary["name"] == "Mary Castellan"
    assert story.json("person", mary["id"])["person"] == mary
    slip = story.refused("person", "Mary", "Castelan")
    assert (slip["code"], [one["name"] for one in slip["people"]]) == ("nobody", ["Mary Castellan"])


def test_several_people_are_listed(month: Rapport) -> None:
    month.log("met Mary Castellan and Mary Chen")
    error = month.refused("person", "mary")
    assert error["code"] == "ambiguous"
    assert [person["name"] for person in error["people"]] == ["Mary Castellan", "Mary Chen"]
    assert month.json("person", "mary chen")["person"]["name"] == "Mary Chen"


def test_nobody_is_bad_input(rapport: Rapport) -> None:
    assert rapport.refused("person", "Karen")["code"] == "nobody"
    assert rapport.refused("person", " ")["code"] == "nobody"
    assert rapport("person").code == 2
