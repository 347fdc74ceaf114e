"""The names beside the islands."""

import pytest
from django.utils import translation

from rapport.domain.map.map import Group, GroupKind
from rapport.domain.map.weaving import weave
from rapport.wording.map import group_name, told
from tests.domain.map.test_map import the_month


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        (GroupKind.THROUGH, "Jess", "through Jess"),
        (GroupKind.AROUND, "Ana", "around Ana"),
        (GroupKind.ORGANISATION, "Studio Nord", "Studio Nord"),
        (GroupKind.GATHERING, "Freelance Friday", "Freelance Friday"),
        (GroupKind.CITY, "Lyon", "Lyon"),
        (GroupKind.REST, "", "on their own"),
    ],
)
def test_each_kind_has_its_name(kind: GroupKind, name: str, said: str) -> None:
    with translation.override("en"):
        assert group_name(Group(kind, "k", name, (0,), 1)) == said


def test_the_picture_is_told_with_its_largest_groups() -> None:
    with translation.override("en"):
        said = told(weave(the_month()))
    assert said[0] == "12 people you know."
    assert "through Jess Moran: 4 people." in said
