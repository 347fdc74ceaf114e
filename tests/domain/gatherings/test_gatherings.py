"""How large a gathering is, and what its name says it is."""

import pytest

from rapport.domain.gatherings.gatherings import GatheringKind, SizeBand, band_of, kind_in


@pytest.mark.parametrize(
    ("size", "kind", "band"),
    [
        (5, GatheringKind.MEETUP, SizeBand.FEW),
        (60, GatheringKind.PANEL, SizeBand.SMALL),
        (150, GatheringKind.PARTY, SizeBand.LARGE),
        (12_000, GatheringKind.MEETUP, SizeBand.CONFERENCE),
        (80, GatheringKind.CONFERENCE, SizeBand.CONFERENCE),
        (None, GatheringKind.CONFERENCE, SizeBand.CONFERENCE),
        (None, GatheringKind.MEETUP, None),
    ],
)
def test_the_size_of_a_gathering_has_a_band(
    size: int | None, kind: GatheringKind, band: SizeBand | None
) -> None:
    assert band_of(size, kind) is band


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("the National Writers' Conference", GatheringKind.CONFERENCE),
        ("Salon du livre de Paris", GatheringKind.CONFERENCE),
        ("Atelier d’écriture", GatheringKind.WORKSHOP),
        ("Women in VR: a panel", GatheringKind.PANEL),
        ("Table ronde sur la presse", GatheringKind.PANEL),
        ("Apéro des indépendants", GatheringKind.PARTY),
        ("Freelance Friday", GatheringKind.MEETUP),
        ("Partyline Radio", GatheringKind.MEETUP),  # a part of a word says nothing
    ],
)
def test_the_name_says_what_it_is(name: str, kind: GatheringKind) -> None:
    assert kind_in(name) is kind
