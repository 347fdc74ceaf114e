"""Cities are found offline, in the language they are named in."""

import pytest

from rapport.domain.people import Place, distance_km
from rapport.services.places import locate


@pytest.mark.parametrize(
    ("city", "country", "where"),
    [
        ("Portland", "US", Place(45.5, -122.7)),  # the one in Oregon: the largest of that name
        ("portland, oregon", "", Place(45.5, -122.7)),
        ("Lyon", "FR", Place(45.7, 4.8)),
        ("Lisbonne", "", Place(38.7, -9.1)),
        ("São Paulo", "BR", Place(-23.5, -46.6)),
        ("Sao Paulo", "", Place(-23.5, -46.6)),
    ],
)
def test_a_city_is_found(city: str, country: str, where: Place) -> None:
    found = locate(city, country)
    assert found
    assert distance_km(found, where) < 30


@pytest.mark.parametrize("city", ["", "  ", "Nowhere at All", "<b>"])
def test_an_unknown_city_is_unknown(city: str) -> None:
    assert locate(city) is None
