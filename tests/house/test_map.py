"""docs/house.md, the map of the house, tells each room once."""

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
SERVICES = ROOT / "src" / "rapport" / "services"
MAP = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")


def test_each_room_stands_on_the_map_once() -> None:
    rooms = Counter(re.findall(r"^\| `(\w+/)` \|", MAP, flags=re.M))
    assert {"domain/", "formats/", "db/", "services/", "web/"} <= rooms.keys()
    assert [room for room, count in rooms.items() if count > 1] == []


def test_each_folder_of_the_services_stands_on_the_map_once() -> None:
    told = re.findall(r"^\| `services/(\w+)/` \|", MAP, flags=re.M)
    assert told == sorted(path.parent.name for path in SERVICES.glob("*/__init__.py"))


def test_the_tests_of_the_services_lie_in_the_same_folders() -> None:
    tests = {path.parent.name for path in (ROOT / "tests" / "services").glob("*/*.py")}
    assert tests == {path.parent.name for path in SERVICES.glob("*/__init__.py")}
