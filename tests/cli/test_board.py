"""The days of the challenge, in text that needs no colour."""

from uuid import uuid4

from tests.cli.conftest import Rapport


def test_the_row_has_a_sign_for_every_day(month: Rapport) -> None:
    month.log("coffee with Mary", on="2019-03-02")
    month.log("met Ruby, not memorable", on="2019-03-04")
    told = month("board").out.splitlines()
    assert told[0] == "Day 15 of 30. 1 connection so far, on 1 day."
    row = told[2]
    assert len(row) == 30
    assert row[:5] == "·●–○·"  # 3 March is a Sunday
    assert row[14:] == "·_–______–______"
    assert told[3].startswith("● a connection")
    assert "Saturday 2 March 2019" in told[5]
    assert told[5].endswith("1 connection")
    assert told[6].endswith("1 hello")


def test_json_counts_every_verdict_by_day(story: Rapport) -> None:
    board = story.json("board")
    assert (board["connections"], board["day_number"], len(board["days"])) == (11, 30, 30)
    assert board["days"][0]["verdicts"] == {"connection": 3, "hello": 2}
    assert sum(day["verdicts"].get("connection", 0) for day in board["days"]) == 11
    assert [day["number"] for day in board["days"] if day["is_rest"]] == [3, 10, 17, 24]
    assert all(sentence.endswith(".") for sentence in board["rule"])


def test_another_challenge_can_be_named(month: Rapport) -> None:
    first = month.json("board")["challenge"]["id"]
    month.json("start", "--on", "2019-04-01", "--name", "April")
    assert month.json("board", "--on", "2019-04-02")["challenge"]["name"] == "April"
    assert month.json("board", "--challenge", first)["challenge"]["id"] == first
    assert (
        "Friday 1 March 2019 to Saturday 30 March 2019"
        in month("board", "--challenge", first, "--on", "2019-04-02").out
    )
    assert month.refused("board", "--challenge", str(uuid4()))["code"] == "no_such_challenge"
    assert month.refused("board", "--challenge", "April")["code"] == "no_such_challenge"


def test_without_a_challenge_it_says_how_to_begin(rapport: Rapport) -> None:
    told = rapport("board")
    assert (told.code, told.out) == (1, "")
    assert "rapport start" in told.err
