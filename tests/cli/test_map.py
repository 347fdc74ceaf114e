"""`rapport map`: groups with their people, a picture, and data."""

from pathlib import Path
from xml.etree import ElementTree

from tests.cli.conftest import Rapport


def test_the_month_by_groups(story: Rapport) -> None:
    told = story("map").out
    assert "through Jess Moran: 7 people" in told
    assert "  Mary Castellan, through Jess Moran\n" in told


def test_as_data_everybody_stands_somewhere_and_stays_there(story: Rapport) -> None:
    document = story.json("map")
    assert {"people", "kind", "key", "name"} == set(document["groups"][0])
    mary = next(node for node in document["nodes"] if node["name"] == "Mary Castellan")
    jess = next(node for node in document["nodes"] if node["name"] == "Jess Moran")
    assert mary["through"] == jess["id"]
    assert story.json("map") == document


def test_the_picture_is_written_once_for_its_owner_alone(story: Rapport, tmp_path: Path) -> None:
    file = tmp_path / "map.svg"
    assert story("map", "--svg", str(file)).code == 0
    ElementTree.parse(file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert story("map", "--svg", str(file)).code == 2
    assert story("map", "--svg", str(file), "--force").code == 0


def test_nobody_yet(month: Rapport) -> None:
    assert month("map").out == "Nobody is here yet.\n"
