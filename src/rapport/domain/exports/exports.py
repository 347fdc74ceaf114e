"""What goes out to files: one person as a writer of any format is given them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from rapport.domain.days import is_plausible
from rapport.domain.imports.extras import Extra
from rapport.domain.imports.imports import IncomingPoint, Source
from rapport.domain.values import dataclass

SINCE = "X-RAPPORT-SINCE"  # an ISO date: known since, as a source says
HOW_MET, INTRODUCED_BY = "X-RAPPORT-HOW-MET", "X-RAPPORT-INTRODUCED-BY"


@dataclass(frozen=True, slots=True)
class OutgoingPerson:
    """One person to write down; text as domain.text.clean leaves it, empty where nothing is known."""

    id: UUID
    name: str
    aliases: tuple[str, ...] = ()
    organisation: str = ""
    role: str = ""
    city: str = ""
    country: str = ""  # ISO 3166 alpha-2
    points: tuple[IncomingPoint, ...] = ()
    links: tuple[str, ...] = ()
    note: str = ""
    tags: tuple[str, ...] = ()
    how_met: str = ""
    introduced_by: str = ""  # the name of who made the introduction
    extra: tuple[Extra, ...] = ()  # what the sources said that Rapport has no place for


def day_of(value: str) -> date | None:
    """The day that such a value says; None where somebody else wrote anything there."""
    try:
        found = date.fromisoformat(value.strip())
    except ValueError:
        return None
    return found if is_plausible(found) else None


def as_said(person: OutgoingPerson, told: Iterable[tuple[Source, Iterable[Extra]]]) -> OutgoingPerson:
    """With what each source said beside their fields, once; Rapport's own goes where it belongs."""
    extra: dict[Extra, None] = {}
    own = {HOW_MET: person.how_met, INTRODUCED_BY: person.introduced_by}
    groups: set[str] = set()
    for source, said in told:
        here: dict[str, str] = {}  # groups of this source, by the names they get
        for each in said:
            if each.name in own:
                own[each.name] = own[each.name] or plain(source, each.value)
                continue
            extra[_grouped(each, groups, here)] = None
        groups.update(here.values())
    return replace(person, how_met=own[HOW_MET], introduced_by=own[INTRODUCED_BY], extra=tuple(extra))


def plain(source: Source, value: str) -> str:
    """The text of a value of Rapport's own: a vCard writes it with escapes (RFC 6350 §3.4)."""
    if source is not Source.VCARD or "\\" not in value:
        return value
    text, parts = "", iter(value)
    for char in parts:
        after = next(parts, "\\") if char == "\\" else ""
        text += ("\n" if after in ("n", "N") else after) if after else char
    return text


def _grouped(each: Extra, taken: set[str], here: dict[str, str]) -> Extra:
    """Two sources may both have an item1: the later one gets another name, for all of its lines."""
    group, dot, name = each.name.rpartition(".")
    if not dot:
        return each
    if group not in here:
        chosen, number = group, 2
        while chosen in taken:
            chosen, number = f"{group}-{number}", number + 1
        here[group] = chosen
    return each._replace(name=f"{here[group]}.{name}")
