"""Lines that say how to reach Mary, and back again."""

from uuid import UUID

import pytest

from rapport.domain.people.people import ContactKind
from rapport.services.people.drafts import ContactPoint
from rapport.services.people.pages import ContactPointRow
from rapport.web.forms.people import contact_point, line_of

LINES = [
    ("mary@example.org", ContactPoint(ContactKind.EMAIL, "mary@example.org")),
    ("work: mary@example.org", ContactPoint(ContactKind.EMAIL, "mary@example.org", "work")),
    ("+1 (503) 555-0100", ContactPoint(ContactKind.PHONE, "+1 (503) 555-0100")),
    ("phone: 112", ContactPoint(ContactKind.PHONE, "112")),
    ("phone office: ext 12", ContactPoint(ContactKind.PHONE, "ext 12", "office")),
    ("mary.example", ContactPoint(ContactKind.URL, "mary.example")),
    ("https://mary.example/a:b", ContactPoint(ContactKind.URL, "https://mary.example/a:b")),
    ("Signal: mary.42 on weekdays", ContactPoint(ContactKind.OTHER, "mary.42 on weekdays", "Signal")),
    ("@mary@social.example", ContactPoint(ContactKind.OTHER, "@mary@social.example")),
]


@pytest.mark.parametrize(("line", "point"), LINES)
def test_a_line_is_a_way_to_reach_her(line: str, point: ContactPoint) -> None:
    assert contact_point(line) == point


@pytest.mark.parametrize("point", [point for _line, point in LINES])
def test_what_is_shown_reads_as_the_same(point: ContactPoint) -> None:
    row = ContactPointRow(UUID(int=1), point.kind, point.value, point.label)
    assert contact_point(line_of(row)) == point


def test_a_french_word_says_the_kind_too() -> None:
    assert contact_point("tél bureau: poste 12") == ContactPoint(ContactKind.PHONE, "poste 12", "bureau")
