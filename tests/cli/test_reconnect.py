"""Those one lost touch with, in the terminal."""

from tests.cli.conftest import Rapport


def test_nobody_sleeps_in_the_month(rapport: Rapport) -> None:
    assert "Nobody has gone quiet" in rapport("reconnect").out
    assert rapport.json("reconnect") == {"few": [], "others": 0, "aside": []}


def test_one_who_sleeps_is_told_put_aside_and_brought_back(month: Rapport) -> None:
    month.log("coffee with Dan, memorable", on="2017-10-03")
    month.log("coffee with Dan about the office move, memorable", on="2017-11-03")
    told = month("reconnect").out
    assert "Being written to out of the blue" in told
    assert "Dan\n  You met or wrote 2 times.\n  Last in touch 16 months ago, in November 2017." in told
    (one,) = month.json("reconnect")["few"]
    assert (one["name"], one["last_on"], one["signs"]) == ("Dan", "2017-11-03", [])
    assert month.json("reconnect", "--later", "Dan")["aside"][0]["until"] == "2019-06-13"
    assert month.json("reconnect", "--back", "Dan")["aside"] == []
    assert month.json("reconnect", "--done", "Dan")["few"] == []
    assert month.refused("reconnect", "--never", "Nobody Atall")["code"] == "nobody"
