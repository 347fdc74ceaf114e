"""Two spellings of one organisation, and two organisations that only look alike."""

import pytest

from rapport.domain.people.organisations import matching


@pytest.mark.parametrize(
    ("wanted", "spelled"),
    [
        ("Acme", "ACME, Inc."),
        ("Acme", "Acme Worlds"),
        ("Les Éditions du Seuil", "Editions du Seuil"),
        ("Ladies’ Night", "Ladies' Night"),
        ("WordPress", "Word Press"),
        ("Northlight Studio", "Northligth Studio"),
        ("The Guardian", "Guardian"),
    ],
)
def test_one_organisation_spelled_two_ways(wanted: str, spelled: str) -> None:
    assert matching(wanted, [spelled]) == [spelled]
    assert matching(spelled, [wanted]) == [wanted]


@pytest.mark.parametrize(
    ("wanted", "other"),
    [
        ("Acme", "Acne"),
        ("Studio", "Studio Ghibli"),
        ("North", "North Face"),
        ("Cedar Review", "Cedar Books"),
        ("", "Acme"),
        ("Acme", ""),
        ("IBM", "IBN"),
    ],
)
def test_two_organisations_that_look_alike(wanted: str, other: str) -> None:
    assert matching(wanted, [other]) == []
