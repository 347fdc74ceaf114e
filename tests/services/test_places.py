"""Cities are found offline, in the language they are named in."""

import pytest

from rapport.domain.people.people import Place, distance_km
from rapport.services.places import locate, locate_in, time_zone


@pytest.mark.parametrize(
    ("city", "country", "where"),
    [
        ("Portland", "US", Place(45.5, -122.7)),  # the one in Oregon: the largest of that name
        ("portland, oregon", "", Place(45.5, -122.7)),
        ("Lyon", "FR", Place(45.7, 4.8)),
        ("Lisbonne", "", Place(38.7, -9.1)),
        ("Mailand", "IT", Place(45.5, 9.2)),
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


MAINE = Place(43.66, -70.26)


def test_the_portland_next_door_is_meant() -> None:
    found = locate("Portland", near=MAINE)
    assert found
    assert distance_km(found, MAINE) < 30
    assert locate("Portland", "US", near=Place(48.9, 2.4)) == locate("Portland", "US")


@pytest.mark.parametrize(
    "address",
    ["CENTRL Office, 1355 NW Everett St, Portland, OR 97209", "Portland", "Revolution Hall, Portland, USA"],
)
def test_an_address_names_its_city(address: str) -> None:
    found = locate_in(address, near=Place(45.5, -122.7))
    assert found
    assert distance_km(found, Place(45.5, -122.7)) < 30


@pytest.mark.parametrize("address", ["", "Zoom", "a long sentence with Portland at its very end", "12, 34"])
def test_an_address_without_a_city_names_none(address: str) -> None:
    assert locate_in(address) is None


def test_a_city_has_its_time_zone() -> None:
    assert time_zone("Portland") == "America/Los_Angeles"
    assert time_zone("Portland", MAINE) == "America/New_York"
    assert time_zone("Nowhere at All") == time_zone("") == ""
