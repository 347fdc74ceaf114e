"""What an import would bring, in one line."""

import pytest
from django.utils import translation

from rapport.domain.imports.imports import EntryKind, Source
from rapport.domain.imports.plan import Fate
from rapport.services.imports.values import FileTold, PenPal, Plan
from rapport.wording import imports as words


def the_plan() -> Plan:
    told = FileTold("all.zip", Source.MONICA, {Fate.NEW: 5, Fate.SEEN: 2}, traces_new=120)
    told.entries = {EntryKind.EXCHANGE: 12, EntryKind.NEXT_STEP: 1}
    pals = [
        PenPal("dan@x.example", "Dan", 9, 9, 2019, 2026),
        PenPal("tom@x.example", "Tom Reed", 4, 5, 2019, 2026, Fate.LINKED),
        PenPal("mae@x.example", "Mae", 1, 9, 2019, 2026),
    ]
    return Plan([told], pen_pals=pals)


@pytest.mark.parametrize(
    ("least", "people"),
    [
        (0, "5 new people"),
        (1, "7 new people (2 of them you write with), 1 you know already (1 of them you write with)"),
        (3, "6 new people (1 of them you write with), 1 you know already (1 of them you write with)"),
        (10, "5 new people"),
    ],
)
def test_whom_you_write_with_is_counted_as_the_choice_says(least: int, people: str) -> None:
    said = ", ".join(words.brought(the_plan(), least))
    assert said == f"{people}, 12 exchanges, 1 next step, 120 messages and meetings"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_everything_kept_beside_people_is_counted_in_words(language: str) -> None:
    with translation.override(language):
        for kind in EntryKind:
            assert "2" in words.entries(kind, 2)
            assert words.entries(kind, 1) != words.entries(kind, 2)
