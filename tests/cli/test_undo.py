"""Taking steps back."""

from uuid import uuid4

from tests.cli.conftest import Rapport


def test_the_last_step_is_taken_back_whole(month: Rapport) -> None:
    month.log("coffee with Mary and Tom")
    told = month("undo")
    assert told.out == "Taken back: Logged: coffee with Mary and Tom\n"
    assert month.json("people")["total"] == 0


def test_steps_are_listed_and_can_be_named(month: Rapport) -> None:
    first = month.log("coffee with Mary")["batch_id"]
    month.log("coffee with Tom")
    steps = month.json("undo", "--list")["steps"]
    assert [step["subject"] for step in steps[:2]] == ["coffee with Tom", "coffee with Mary"]
    month.json("undo", first)
    assert [person["name"] for person in month.json("people")["people"]] == ["Tom"]
    assert "taken back" in month("undo", "--list").out
    assert len(month.json("undo", "--list", "--limit", "1")["steps"]) == 1


def test_what_later_steps_rest_on_stays(month: Rapport) -> None:
    first = month.log("coffee with Mary", on="2019-03-10")["batch_id"]
    month.log("asked Mary for an intro", on="2019-03-11")
    told = month("undo", first)
    assert (told.code, told.out) == (1, "")
    assert "Something later rests on it" in told.err


def test_nothing_to_take_back(rapport: Rapport, month: Rapport) -> None:
    while month("undo").code == 0:
        pass
    assert month("undo").err == "rapport: There is nothing to take back.\n"
    assert month.refused("undo", str(uuid4()))["code"] == "no_such_step"
    assert month.refused("undo", "yesterday")["code"] == "no_such_step"
