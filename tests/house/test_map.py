"""docs/house.md, the map of the house, tells each room once."""

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
MAP = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")


def test_each_room_stands_on_the_map_once() -> None:
    rooms = Counter(re.findall(r"^\| `(\w+/)` \|", MAP, flags=re.M))
    assert {"domain/", "formats/", "db/", "services/", "web/"} <= rooms.keys()
    assert [room for room, count in rooms.items() if count > 1] == []
