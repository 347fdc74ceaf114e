"""What grew, in words."""

from uuid import UUID

from rapport.domain.origins.growth import Growth, How, Line
from rapport.domain.origins.origins import NodeKind
from rapport.wording import growth as words
from tests.cast import day


def line(how: How, days: int | None, by: str = "") -> Line:
    return Line(0, NodeKind.PERSON, UUID(int=1), "Nora", day(1), how, days, by)


def test_how_somebody_came_and_after_how_long() -> None:
    assert words.how(line(How.INTRODUCED, 12)) == "introduced to you, 12 days later"
    assert words.how(line(How.INTRODUCED, 1)) == "introduced to you, 1 day later"
    assert words.how(line(How.MET_THERE, 0, "Karen")) == "met there, introduced by Karen, the same day"
    assert words.how(line(How.OPENED, None)) == "an opportunity"


def test_how_much_grew_and_in_how_long() -> None:
    grown = Growth((), 2, 1, 0, 1, day(1), day(15), 14)
    assert words.summary(grown) == (
        "2 people, 1 gathering and 1 opportunity. From 1 March 2019 to 15 March 2019: 14 days."
    )
    assert words.summary(Growth((), 1, 0, 1, 0, day(1), day(1), 0)) == (
        "1 person and 1 introduction, all on 1 March 2019."
    )
    assert words.summary(Growth((), 1, 0, 0, 0, None, None, None)) == "1 person."
    assert words.summary(Growth((), 0, 0, 0, 0, day(1), None, None)) == ""


def test_every_code_has_its_words() -> None:
    assert set(words.HOW) == set(How)
