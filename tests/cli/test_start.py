"""Setting oneself up and beginning a challenge."""

import pytest

from tests.cli.conftest import Rapport


def test_a_month_begins_today_and_says_what_was_made(rapport: Rapport) -> None:
    told = rapport("start", "--why", "New in town", "--hope", "12")
    assert told.code == 0
    assert "30 days, from Friday 15 March 2019 to Saturday 13 April 2019" in told.out
    assert "Why: New in town" in told.out
    assert "Rest days: every Sunday." in told.out
    assert "You hope for 12 connections. A hope is never owed." in told.out
    assert "It counts when you meet someone new in person" in told.out


def test_every_option_is_kept(rapport: Rapport) -> None:
    made = rapport.json(
        "start", "--on", "2019-04-01", "--days", "10", "--name", "April", "--rest", "sam,Sunday",
        "--goal", "pitch=10", "--goal", "ask=4", "--your-name", "Karen", "--city", "Lyon", "--country", "fr",
        "--time-zone", "Europe/Paris", "--language", "fr", "--weekly-minutes", "120",
    )  # fmt: skip
    challenge, owner = made["challenge"], made["owner"]
    assert (challenge["name"], challenge["days"], made["ends_on"]) == ("April", 10, "2019-04-10")
    assert challenge["rest_weekdays"] == [5, 6]
    assert challenge["action_goals"] == [{"way": "pitch", "count": 10}, {"way": "ask", "count": 4}]
    assert (owner["name"], owner["city"], owner["country"]) == ("Karen", "Lyon", "FR")
    assert (owner["time_zone"], owner["language"], owner["weekly_minutes"]) == ("Europe/Paris", "fr", 120)
    assert owner["place"] is not None
    assert owner["is_set_up"] is True


@pytest.mark.parametrize(("preset", "days"), [("month", 30), ("gentle", 42), ("working", 29)])
def test_presets_have_their_length(rapport: Rapport, preset: str, days: int) -> None:
    made = rapport.json("start", "--preset", preset, "--rest", "sat,sun")
    assert made["challenge"]["days"] == days
    assert made["challenge"]["action_goals"]


def test_public_holidays_are_days_of_rest(rapport: Rapport) -> None:
    made = rapport.json("start", "--on", "2019-04-15", "--holidays", "fr")
    assert made["challenge"]["rest_dates"] == ["2019-04-22", "2019-05-01", "2019-05-08"]


def test_no_rest_and_no_goals_can_be_wished(rapport: Rapport) -> None:
    challenge = rapport.json("start", "--rest", "none", "--goal", "none")["challenge"]
    assert (challenge["rest_weekdays"], challenge["action_goals"]) == ([], [])


def test_a_day_belongs_to_one_challenge(month: Rapport) -> None:
    error = month.refused("start", "--on", "2019-03-30", "--your-name", "Somebody else")
    assert error["code"] == "overlap"
    assert "from Friday 1 March 2019 to Saturday 30 March 2019" in error["message"]
    assert month.json("start", "--on", "2019-03-31")["owner"]["name"] == ""  # and the name was not kept


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--on", "2019-02-31"], "bad_date"),
        (["--on", "tomorrow"], "bad_date"),
        (["--days", "0"], "bad_number"),
        (["--days", "367"], "bad_number"),
        (["--days", "٣"], "bad_number"),
        (["--days", "3", "--preset", "month"], "usage"),
        (["--rest", "someday"], "bad_weekday"),
        (["--rest", "mon,tue,wed,thu,fri,sat,sun"], "no_day_left"),
        (["--goal", "pitch"], "bad_number"),
        (["--goal", "luck=3"], "bad_goal"),
        (["--goal", "pitch=3", "--goal", "pitch=4"], "bad_goal"),
        (["--holidays", "France"], "bad_country"),
        (["--holidays", "ZZ"], "bad_country"),
        (["--time-zone", "Paris"], "bad_time_zone"),
        (["--time-zone", "../../etc/passwd"], "bad_time_zone"),
        (["--why", "x" * 500], "too_long"),
        (["--city", "Ly\x00on"], "bad_text"),
    ],
)
def test_what_cannot_be_is_bad_input(rapport: Rapport, words: list[str], code: str) -> None:
    assert rapport.refused("start", *words)["code"] == code
    assert rapport("board").code == 1


def test_undo_takes_the_challenge_back_first(month: Rapport) -> None:
    assert month.json("undo")["undone"]["verb"] == "challenge"
    assert month("board").err == "rapport: There is no challenge yet. “rapport start” begins one.\n"
