"""People as vCards: their fields, and around them what their sources said, as they said it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from rapport.domain.exports.exports import OutgoingPerson
from rapport.domain.imports.extras import Extra
from rapport.formats.vcard.dialects import line as in_words_of
from rapport.formats.vcard.folding import folded
from rapport.formats.vcard.people import CITY, COUNTRY, address, name_parts, noted, organisation, place, text
from rapport.formats.vcard.puts import FIELD
from rapport.formats.vcard.reaching import Reaching
from rapport.formats.vcard.sources import Sources, Unit, carried
from rapport.formats.vcard.values import escaped, name_words, parts, split_name

Version = Literal["4.0", "3.0"]
VERSIONS: tuple[Version, ...] = ("4.0", "3.0")
HOW_MET, INTRODUCED_BY = "X-RAPPORT-HOW-MET", "X-RAPPORT-INTRODUCED-BY"
OWN = frozenset({HOW_MET, INTRODUCED_BY, "UID"})


def write(people: Iterable[OutgoingPerson], version: Version = "4.0") -> Iterator[str]:
    """A card for each person, its lines folded."""
    for person in people:
        lines = _Sheet(person, version).lines()
        yield "".join(map(folded, ["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD"]))


class _Sheet:
    """One person's card in the making."""

    def __init__(self, person: OutgoingPerson, version: Version) -> None:
        self.person = person
        self.version = version
        self.sources = Sources(person)

    def lines(self) -> list[str]:
        person, sources = self.person, self.sources
        reaching = Reaching(person, sources)
        names = self._name()
        aliases = tuple(alias for alias in person.aliases if alias != person.name)
        return [
            *self._uid(),
            *names,
            *self._listed("NICKNAME", aliases, sources.aliases),
            *self._single("ORG", person.organisation, organisation),
            *self._role(),
            *self._all(reaching.points()),
            *self._all(reaching.links()),
            *self._place(),
            *self._note(),
            *self._listed("CATEGORIES", person.tags, sources.tags),
            *self._own(HOW_MET, person.how_met),
            *self._own(INTRODUCED_BY, person.introduced_by),
            *self._all(each for unit in sources.rest if unit.name not in OWN for each in unit.lines),
            *self._all(Extra(FIELD, carried(each)) for each in sources.foreign),
        ]

    def _all(self, extras: Iterable[Extra]) -> list[str]:
        return [in_words_of(each, self.version) for each in extras]

    def _units(self, units: Iterable[Unit]) -> list[str]:
        return self._all(each for unit in units for each in unit.lines)

    def _uid(self) -> list[str]:
        for unit in self.sources.rest:
            if unit.name == "UID":
                return self._units([unit])
        return [f"UID:urn:uuid:{self.person.id}"]

    def _own(self, name: str, value: str) -> list[str]:
        """A field of Rapport's own; without one, what another Rapport said of it."""
        if value:
            return [f"{name}:{escaped(value)}"]
        return self._units(unit for unit in self.sources.rest if unit.name == name)

    def _name(self) -> list[str]:
        """FN and N as the source had them while they name the person; else N is a guess."""
        name = self.person.name
        full, split = self.sources.singles.get("FN", []), self.sources.singles.get("N", [])
        if full and text(full[0].value) == name:
            found, kept = self._units(full[:1]), split[:1]
        else:
            found = [f"FN:{escaped(name)}"]
            kept = [] if full else [unit for unit in split if _names(unit.value, name)][:1]
        for unit in full[1:]:
            if (alias := text(unit.value)) in (name, *self.person.aliases):
                self.sources.told.add(alias)
                found += self._units([unit])
        if kept:
            return found + self._units(kept)
        return [*found, "N:" + ";".join(escaped(part) for part in split_name(name))]

    def _listed(self, name: str, values: tuple[str, ...], units: list[Unit]) -> list[str]:
        """Those that no line of a source tells, in one line; then the lines of the sources."""
        own = [escaped(value) for value in values if value not in self.sources.told]
        return [*([f"{name}:{','.join(own)}"] if own else []), *self._units(units)]

    def _single(self, name: str, value: str, reading: Callable[[str], str]) -> list[str]:
        """As the source says it while it says so, else as it is written down; further ones stay."""
        units = self.sources.singles.get(name, [])
        if units and value and reading(units[0].value) == value:
            return self._units(units)
        return [*([f"{name}:{escaped(value)}"] if value else []), *self._units(units[1:])]

    def _role(self) -> list[str]:
        role, roles = self.person.role, self.sources.singles.get("ROLE", [])
        if role and roles and "TITLE" not in self.sources.singles and text(roles[0].value) == role:
            return self._units(roles)
        return [*self._single("TITLE", role, text), *self._units(roles)]

    def _note(self) -> list[str]:
        units, note = self.sources.singles.get("NOTE", [])[:1], self.person.note
        if units and note and noted(units[0].value) == note:
            return self._units(units)
        return [f"NOTE:{escaped(note)}"] if note else []

    def _place(self) -> list[str]:
        """The whole address while its city and country are the person's; changed where they are not."""
        chosen = (self.person.city, self.person.country)
        units = self.sources.singles.get("ADR", [])
        placed = next((unit for unit in units if any(place(unit.value))), None)
        found: list[str] = []
        if placed is None and any(chosen):
            found.append(f"ADR:{address(*chosen)}")
        for unit in units:
            if unit is not placed or place(unit.value) == chosen:
                found += self._units([unit])
            elif any(chosen):
                found += self._moved(unit, *chosen)
        return found

    def _moved(self, unit: Unit, city: str, country: str) -> list[str]:
        """An address in another city keeps no street of the old one."""
        if place(unit.value)[0] != city:
            return [f"ADR:{address(city, country)}"]
        said = [*parts(unit.value), *[""] * 7][:7]
        said[CITY], said[COUNTRY] = address(city, country)[3:].split(";;;")
        return self._units([unit.saying(";".join(said))])


def _names(value: str, name: str) -> bool:
    """N has the words of this name, in whatever order."""
    return name_words(" ".join(name_parts(value))) == name_words(name)
