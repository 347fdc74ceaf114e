"""What the reading process hands over comes out as it went in."""

from itertools import chain
from pathlib import Path

import pytest

from rapport.formats import meerkat, monica, nametag, wire
from tests.formats.samples import SAMPLES

READERS = {"monica": monica.read, "nametag": nametag.read, "meerkat": meerkat.read}
FILES = list(chain.from_iterable(sorted((SAMPLES / folder).iterdir()) for folder in READERS))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_record_of_other_programs_crosses_unchanged(path: Path) -> None:
    with path.open("rb") as data:
        items = list(READERS[path.parent.name](data))
    assert wire.decode(wire.encode(items)) == items


def test_what_is_no_line_of_records_is_refused() -> None:
    for line in ('[["e",[1,null,""],"monica"]]', '[["e",[1,null,""],"monica","dance"]]', "[[]]"):
        with pytest.raises(ValueError, match=r"no line|not a valid|not enough"):
            wire.decode(line.encode())
