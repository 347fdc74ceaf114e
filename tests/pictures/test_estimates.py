"""What may come of one try, drawn and told."""

import re
from xml.etree import ElementTree

from rapport.domain.learning.arms import Arm
from rapport.domain.learning.attempts import Attempt
from rapport.domain.learning.works import Line, look_at
from rapport.pictures.estimates import estimates
from tests.cast import day


def lines(*arms: Arm, tried: int = 8) -> list[Line]:
    tries = [Attempt(arm, day(1), int(n < 3), True) for arm in arms for n in range(tried)]
    return [one for one in look_at(tries, day(30), {}).lines if one.arm in arms]


def test_every_line_is_told_in_words_for_those_who_do_not_see_it() -> None:
    picture = estimates(lines(Arm.PITCH, Arm.ASK_HIGH))
    assert picture.title == "How often one message leads to somebody"
    assert [line.partition(":")[0] for line in picture.lines] == [
        "Asking somebody close, or an obvious fit",
        "A pitch",
    ]
    root = ElementTree.fromstring(picture.svg)
    assert root.attrib["role"] == "img"


def test_too_early_is_said_and_drawn_with_a_ring() -> None:
    picture = estimates(lines(Arm.PITCH, tried=1))
    assert "too early to tell" in picture.lines[0]
    assert "stroke-dasharray" in picture.svg
    assert "fill-accent" not in picture.svg


def test_nothing_leaves_the_sheet_on_a_phone() -> None:
    picture = estimates(lines(*(arm for arm in Arm if arm in (Arm.SMALL, Arm.LARGE))), narrow=True)
    assert picture.title == "People to expect of one gathering"
    for name in ("x", "x1", "x2", "cx"):
        places = [float(value) for value in re.findall(rf' {name}="([-\d.]+)"', picture.svg)]
        assert all(0 <= place <= 344 for place in places)


def test_nothing_tried_is_an_empty_sheet_that_says_so() -> None:
    assert estimates([]).lines == ("Nothing tried yet.",)
