"""docs/house.md, the map of the house, tells each room once."""

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAP = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")


def test_each_room_stands_on_the_map_once() -> None:
    rooms = Counter(re.findall(r"^\| `(\w+/)` \|", MAP, flags=re.M))
    assert {"domain/", "formats/", "db/", "services/", "web/"} <= rooms.keys()
    assert [room for room, count in rooms.items() if count > 1] == []


@pytest.mark.parametrize("room", ["domain", "services"])
def test_each_folder_stands_on_the_map_once(room: str) -> None:
    told = re.findall(rf"^\| `{room}/([\w/]+)/` \|", MAP, flags=re.M)
    assert told == folders(room)


def test_the_tests_of_the_services_lie_in_the_same_folders() -> None:
    tests = {path.parent.name for path in (ROOT / "tests" / "services").glob("*/*.py")}
    assert tests == set(folders("services"))


def test_the_tests_of_the_rules_lie_beside_the_same_names() -> None:
    tests = {path.parent for path in (ROOT / "tests" / "domain").rglob("test_*.py")}
    told = {str(folder.relative_to(ROOT / "tests" / "domain")) for folder in tests} - {"."}
    assert told <= set(folders("domain"))


def folders(room: str) -> list[str]:
    top = ROOT / "src" / "rapport" / room
    return sorted(str(path.parent.relative_to(top)) for path in top.glob("*/**/__init__.py"))
