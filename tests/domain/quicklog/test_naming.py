"""One person, one name, however the line repeats it."""

import pytest

from rapport.domain.quicklog.naming import names_in, whole_names
from rapport.formats.quicklog import read
from tests.cast import FIRST_DAY


def names(line: str) -> list[str]:
    return [name.text for name in names_in(whole_names(read(line, FIRST_DAY)))]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("coffee with @Priya Shah, Priya needs a copywriter", ["Priya Shah", "Priya Shah"]),
        ("Mary introduced me to Mary Chen", ["Mary", "Mary Chen"]),
        ("coffee with Ana Silva and Ana Costa, Ana needs a lawyer", ["Ana Silva", "Ana Costa", "Ana"]),
        ("coffee with Tom", ["Tom"]),
    ],
)
def test_a_first_name_means_whoever_the_line_names_whole(line: str, told: list[str]) -> None:
    assert names(line) == told
