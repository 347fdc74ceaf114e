"""A filter of people as it stands in an address, and the choices a page offers for it."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, Final, TypeVar
from urllib.parse import urlencode
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from rapport.domain.imports.imports import Source
from rapport.domain.people_filters import Closeness, Due, LastContact, PeopleFilter, Sort
from rapport.domain.text import spared
from rapport.domain.values import dataclass
from rapport.services.people.pages import Facets
from rapport.wording import imports as import_words
from rapport.wording import people_filters as words

LONGEST: Final = 200  # characters to search for
Code = TypeVar("Code", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a list."""

    value: str
    label: str


def wanted(asked: Mapping[str, Any], challenge_id: UUID | None = None) -> PeopleFilter:
    """What an address asks for; what it says wrongly is left out."""
    said = {name: spared(value)[:LONGEST].strip() for name, value in asked.items() if isinstance(value, str)}
    return PeopleFilter(
        search=said.get("q", ""),
        tag=said.get("tag", "").lstrip("#"),
        city=said.get("city", ""),
        close=_code(Closeness, said.get("close", "")),
        since=_code(LastContact, said.get("since", "")),
        due=_code(Due, said.get("due", "")),
        needs=said.get("needs", ""),
        offers=said.get("offers", ""),
        through=_id(said.get("through", "")),
        unreachable=said.get("bare") == "1",
        source=_code(Source, said.get("source", "")),
        challenge_id=challenge_id,
        only_connections=said.get("met") == "1",
        sort=_code(Sort, said.get("sort", "")),
    )


def asked(wanted: PeopleFilter) -> dict[str, str]:
    """The filter as it stands in an address; what is not asked for is left out."""
    said = {
        "q": wanted.search,
        "tag": wanted.tag,
        "city": wanted.city,
        "close": wanted.close,
        "since": wanted.since,
        "due": wanted.due,
        "needs": wanted.needs,
        "offers": wanted.offers,
        "through": wanted.through,
        "bare": "1" if wanted.unreachable else "",
        "source": wanted.source,
        "met": "1" if wanted.only_connections else "",
        "sort": wanted.sort,
    }
    return {name: str(value) for name, value in said.items() if value}


def address(path: str, wanted: PeopleFilter, **more: str) -> str:
    """The page that shows these people."""
    query = urlencode({**asked(wanted), **more})
    return f"{path}?{query}" if query else path


def narrowings(wanted: PeopleFilter) -> int:
    """How many filters are on, words and order aside."""
    return len(asked(wanted).keys() - {"q", "sort"})


def choices(wanted: PeopleFilter, facets: Facets) -> list[dict[str, Any]]:
    """The lists to choose from, each with its name in the address and what is chosen; no empty ones."""
    listed: list[tuple[str, str, list[Option], object]] = [
        ("tag", _("Tag"), [Option(tag, f"#{tag} ({count})") for tag, count in facets.tags], wanted.tag),
        (
            "city",
            _("City"),
            [Option(city, f"{city} ({count})") for city, count in facets.cities],
            wanted.city,
        ),
        ("close", _("Closeness"), _options(words.CLOSENESS), wanted.close),
        ("since", _("Last contact"), _options(words.LAST_CONTACT), wanted.since),
        ("due", _("To do"), _options(words.DUE), wanted.due),
        ("through", _("Met through"), _through(facets), wanted.through),
        ("source", _("Brought in from"), _sources(facets), wanted.source),
    ]
    return [
        {"name": name, "label": label, "options": options, "chosen": str(chosen or "")}
        for name, label, options, chosen in listed
        if options
    ]


def orders() -> list[Option]:
    """The orders to choose from; the usual one stands first."""
    return [Option("", str(words.USUAL)), *_options(words.SORTS)]


def _through(facets: Facets) -> list[Option]:
    return [Option(str(each.id), f"{each.name} ({each.count})") for each in facets.through]


def _sources(facets: Facets) -> list[Option]:
    return [Option(source, f"{import_words.source(source)} ({count})") for source, count in facets.sources]


def _options(labels: Mapping[Any, Promise]) -> list[Option]:
    return [Option(code.value, str(label)) for code, label in labels.items()]


def _code(codes: type[Code], said: str) -> Code | None:
    return codes(said) if said in _values(codes) else None


def _values(codes: Iterable[StrEnum]) -> set[str]:
    return {code.value for code in codes}


def _id(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None
