"""A person as typed into a form, checked field by field."""

from re import fullmatch
from typing import Any
from uuid import UUID

from rapport.db.models import Gathering, Person
from rapport.db.queries import origins
from rapport.domain.links import web_address
from rapport.domain.people.people import ContactKind, Reach, Told
from rapport.domain.values import dataclass
from rapport.services import checks
from rapport.services.errors import Invalid, Problem


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """One way to reach them."""

    kind: ContactKind
    value: str
    label: str = ""  # "work"


@dataclass(frozen=True, slots=True)
class Draft:
    """A person to write down, or what their page should say."""

    name: str
    aliases: tuple[str, ...] = ()
    contact_points: tuple[ContactPoint, ...] = ()
    organisation: str = ""
    role: str = ""
    city: str = ""
    country: str = ""  # ISO 3166-1 alpha-2
    links: tuple[str, ...] = ()
    note: str = ""
    how_met: str = ""
    introduced_by: UUID | None = None
    met_at: UUID | None = None
    told: Told | None = None
    known_before: bool = False
    reach: Reach | None = None
    cadence_days: int | None = None
    tags: tuple[str, ...] = ()


def columns(owner_id: UUID, draft: Draft, person_id: UUID | None = None) -> dict[str, Any]:
    """The row's columns but for the place on the map. Raises Invalid."""
    checks.owned("introduced_by", Person, owner_id, draft.introduced_by)
    checks.owned("met_at", Gathering, owner_id, draft.met_at)
    if person_id and draft.introduced_by and origins.comes_through(owner_id, person_id, draft.introduced_by):
        raise Invalid("introduced_by", Problem.IN_A_CIRCLE)
    country = checks.line("country", draft.country, 2).upper()
    if country and not fullmatch("[A-Z]{2}", country):
        raise Invalid("country", Problem.UNKNOWN)
    return {
        "name": checks.line("name", draft.name, checks.NAME, required=True),
        "aliases": [said for alias in draft.aliases if (said := checks.line("aliases", alias, checks.NAME))],
        "organisation": checks.line("organisation", draft.organisation, checks.NAME),
        "role": checks.line("role", draft.role, checks.NAME),
        "city": checks.line("city", draft.city, checks.NAME),
        "country": country,
        "links": [_link("links", link) for link in draft.links if link.strip()],
        "note": checks.text("note", draft.note),
        "how_met": checks.text("how_met", draft.how_met),
        "introduced_by_id": draft.introduced_by,
        "met_at_id": draft.met_at,
        "told": draft.told or "",
        "known_before": draft.known_before,
        "reach": draft.reach or "",
        "cadence_days": checks.number("cadence_days", draft.cadence_days, 1, 3660),
        "tags": checks.tags("tags", draft.tags),
    }


def contact_points(draft: Draft) -> dict[tuple[ContactKind, str], str]:
    """Kind and value → label; each once. Raises Invalid."""
    said: dict[tuple[ContactKind, str], str] = {}
    for point in draft.contact_points:
        value = checks.line("contact_points", point.value)
        if point.kind is ContactKind.URL and value:
            value = _link("contact_points", value)
        if point.kind is ContactKind.EMAIL and value and not fullmatch(r"[^\s@<>]+@[^\s@<>]+", value):
            raise Invalid("contact_points", Problem.NOT_AN_EMAIL)
        if value:
            said.setdefault((point.kind, value), checks.line("contact_points", point.label, 40))
    return said


def _link(field: str, value: str) -> str:
    """A web address; one without a scheme is taken as https. Nothing that a click could run."""
    said = checks.line(field, value)
    address = web_address(said)
    if address is None:
        raise Invalid(field, Problem.NOT_A_LINK)
    return address
