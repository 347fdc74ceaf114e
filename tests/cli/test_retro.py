"""The month told back, in four forms."""

import json
import re

from tests.cli.conftest import Rapport


def test_every_finding_has_its_code_sentence_and_evidence(story: Rapport) -> None:
    told = story.json("retro")
    assert (told["connections"], told["over"], told["until"]) == (11, True, "2019-03-30")
    codes = {finding["code"] for finding in told["findings"]}
    assert {"hope_missed_by_far", "pitches_better_than_feared", "mass_asking_low_yield"} <= codes
    assert all(finding["sentence"] and finding["heading"] for finding in told["findings"])
    pitches = next(f for f in told["findings"] if f["code"] == "pitches_better_than_feared")
    assert [(share["came"], share["tried"]) for share in pitches["shares"]] == [(3, 8)]
    assert {piece["kind"] for piece in pitches["evidence"]} == {"pitch"}
    assert len({piece["id"] for piece in pitches["evidence"]}) == 8


def test_the_two_ways_to_json_are_one(story: Rapport) -> None:
    assert json.loads(story("retro", "--format", "json").out) == story.json("retro")


def test_in_text_each_part_has_its_heading(story: Rapport) -> None:
    told = story("retro").out
    for heading in ("What worked", "Where it was hard", "What it felt like", "What to do next"):
        assert f"\n{heading}\n" in told
    assert "11 connections" in told
    assert "marked as assumed" in told


def test_as_markdown_names_cannot_become_markup(month: Rapport) -> None:
    month.log("coffee with Mary, memorable", on="2019-03-02")
    month.log(
        "met Ana_B, Tom_C and Priya_D at *Star* [Night] (30 people), memorable: Ana_B, Tom_C and Priya_D"
    )
    told = month("retro", "--format", "md").out
    assert told.startswith("# ")
    assert not re.search(r"(?<!\\)\*Star", told)


def test_as_html_it_is_one_whole_file(story: Rapport) -> None:
    told = story("retro", "--format", "html").out
    assert told.lstrip().lower().startswith("<!doctype html>")
    assert "</html>" in told
    assert "<script" not in told


def test_an_earlier_day_sees_less(story: Rapport) -> None:
    assert story.json("retro", "--on", "2019-03-10")["until"] == "2019-03-10"


def test_without_a_challenge_there_is_nothing_to_tell(rapport: Rapport) -> None:
    assert rapport("retro").code == 1
    assert rapport("retro", "--format", "pdf").code == 2
