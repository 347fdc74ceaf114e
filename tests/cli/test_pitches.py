"""Pitches listed, written down, and taken a stage further."""

from tests.cli.conftest import Rapport


def test_none_yet(rapport: Rapport) -> None:
    assert "No pitch yet." in rapport("pitches").out


def test_a_dream_is_sent_and_stays_one_pitch(month: Rapport) -> None:
    month.json("pitches", "add", "Acme", "--fright", "4")
    month.json("pitches", "add", "acme", "--stage", "sent", "--to", "Ana", "--hopeful", "no")
    (pitch,) = month.json("pitches")["pitches"]
    assert (pitch["organisation"], pitch["stage"], pitch["fright"]) == ("Acme", "sent", 4)
    assert (pitch["hopeful"], pitch["person"]["name"], len(pitch["steps"])) == (False, "Ana", 2)
    told = month("pitches").out
    assert "Sent\n  Acme  15 March 2019  scary 4 of 5" in told


def test_what_came_of_it_says_how_little_eight_is(story: Rapport) -> None:
    page = story.json("pitches")
    assert (page["came_of_it"]["came"], page["came_of_it"]["tried"]) == (3, 8)
    told = story("pitches").out
    assert "You sent 8 pitches. 3 came to a call." in told
    assert "from 1 in 8 to 2 in 3" in told
    assert "next step 18 March 2019" in told


def test_the_ladder_the_week_and_writing_again(month: Rapport) -> None:
    for name, fright in (("Acme", "5"), ("Zine", "1"), ("Radio", "3")):
        month.json("pitches", "add", name, "--fright", fright)
    page = month.json("pitches", "--easier", "acme")
    assert sorted((p["rung"], p["organisation"]) for p in page["pitches"]) == [
        (1, "Zine"),
        (2, "Acme"),
        (3, "Radio"),
    ]
    week = month.json("pitches", "--week")
    assert [(pick["organisation"], pick["on"], pick["why"]) for pick in week["picks"]] == [
        ("Zine", "2019-03-15", "easiest"),
        ("Acme", "2019-03-18", "scary"),
    ]
    assert "2 pitches are planned." in month("pitches", "--week", "--yes").out
    assert [one["planned_on"] for one in month.json("pitches", "--week")["ladder"]] == [
        "2019-03-15",
        "2019-03-18",
        None,
    ]
    assert month.json("pitches", "--write-again", "5")["write_again_after"] == [5]
    assert month.json("pitches", "--write-again", "never")["write_again_after"] == []
    assert month.refused("pitches", "--write-again", "10,3")["code"] == "bad_days"
    assert month.refused("pitches", "--scarier", "Nowhere")["code"] == "not_there"


def test_the_dreaded_ones_are_counted(story: Rapport) -> None:
    page = story.json("pitches")
    assert page["dreaded"] == {"sent": 8, "answered": 3, "calls": 3, "waiting": 5}
    assert (
        "You dreaded 8 of these, and sent them. 3 answered, and all of these came to a call."
        in story("pitches").out
    )


def test_bad_input(month: Rapport) -> None:
    assert month.refused("pitches", "add", "Acme", "--fright", "6")["code"] == "bad_number"
    assert month.refused("pitches", "add", "Acme", "--due", "2019-03-01")["code"] == "too_early"
    assert month.refused("pitches", "add", "  ")["code"] == "empty"
    assert month("pitches", "add", "Acme", "--stage", "daydream").code == 2
