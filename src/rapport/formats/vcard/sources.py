"""What a person's sources said, sorted: which lines of it still say what is written down."""

import re
from collections.abc import Iterable

from rapport.domain.exports.exports import OutgoingPerson
from rapport.domain.imports.extras import Extra
from rapport.domain.values import dataclass
from rapport.formats.vcard import puts
from rapport.formats.vcard.card import Card
from rapport.formats.vcard.filling import fill
from rapport.formats.vcard.people import spoken
from rapport.formats.vcard.values import escaped

PROPERTY = re.compile(r"(?:[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.)?[A-Z0-9_-]+")
FRAME = frozenset({"BEGIN", "END", "VERSION", puts.FIELD})
SINGLE = frozenset(name for name, put in puts.PUTS.items() if put in (puts.put_single, puts.put_name_parts))
SPOKEN = "X-PHONETIC-"
TELLING = frozenset(name for name, put in puts.PUTS.items() if put in puts.TELLING)


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines that are given back together: those of a group, the parts of how a name is said, or one."""

    lines: tuple[Extra, ...]
    main: int = 0  # which of them says the most

    @property
    def name(self) -> str:
        return bare(self.lines[self.main])

    @property
    def value(self) -> str:
        return self.lines[self.main].value

    def saying(self, value: str) -> "Unit":
        """The same about something else."""
        changed = list(self.lines)
        changed[self.main] = changed[self.main]._replace(value=value)
        return Unit(tuple(changed), self.main)

    def told(self) -> Card:
        """What reading these lines again says of a person."""
        lines = [
            f"{each.name};{each.parameters}:{each.value}" if each.parameters else f"{each.name}:{each.value}"
            for each in self.lines
        ]
        card = Card(lines)
        fill(card, lines)
        if card.phonetic:
            card.aliases.append(spoken(card))
        return card


def bare(extra: Extra) -> str:
    """The name without its group."""
    return extra.name.rpartition(".")[2]


def is_foreign(extra: Extra) -> bool:
    """Not a line of a vCard, but a column of a table."""
    if not PROPERTY.fullmatch(extra.name) or bare(extra) in FRAME:
        return True
    return "\n" in extra.value or "\n" in extra.parameters


def carried(extra: Extra) -> str:
    """A column as a value: its name, what stood there, its parameters."""
    return ";".join(escaped(part) for part in extra)


def units(extras: Iterable[Extra]) -> list[Unit]:
    """In the order of their first lines."""
    gathered: dict[object, list[Extra]] = {}
    for place, extra in enumerate(extras):
        group, dot, name = extra.name.rpartition(".")
        key: object = group if dot else SPOKEN if name.startswith(SPOKEN) else place
        gathered.setdefault(key, []).append(extra)
    return [Unit(tuple(lines), _main(lines)) for lines in gathered.values()]


def _main(lines: list[Extra]) -> int:
    for names in (SINGLE, TELLING):
        for place, line in enumerate(lines):
            if bare(line) in names:
                return place
    return 0


class Sources:
    """The units of one person, each where it belongs; those that say what is no longer so are gone."""

    def __init__(self, person: OutgoingPerson) -> None:
        self.singles: dict[str, list[Unit]] = {}
        self.aliases: list[Unit] = []
        self.tags: list[Unit] = []
        self.reached: dict[object, Unit] = {}  # by the point or the link that they tell
        self.rest: list[Unit] = []
        self.told: set[object] = set()  # aliases and tags that need no line of their own
        self.foreign = [each for each in person.extra if is_foreign(each)]
        for unit in units(each for each in person.extra if not is_foreign(each)):
            if unit.name in SINGLE:
                self.singles.setdefault(unit.name, []).append(unit)
            elif unit.name in TELLING:
                self._sort_in(unit, person)
            else:
                self.rest.append(unit)

    def _sort_in(self, unit: Unit, person: OutgoingPerson) -> None:
        card = unit.told()
        if not (card.points or card.links or card.aliases or card.tags):
            self.rest.append(unit)
            return
        addresses = {*person.links, *(point.value for point in person.points)}
        is_so = (
            all(point in person.points for point in card.points)
            and all(link in addresses for link in card.links)
            and all(alias in (person.name, *person.aliases) for alias in card.aliases)
            and all(tag in person.tags for tag in card.tags)
        )
        if not is_so:
            return
        self.told.update(card.aliases, card.tags)
        if card.points or card.links:
            keys = [*card.points, *card.links]
            if keys[0] in self.reached:
                unit = Unit(self.reached[keys[0]].lines + unit.lines)
            self.reached.update(dict.fromkeys(keys, unit))
        elif card.aliases:
            self.aliases.append(unit)
        else:
            self.tags.append(unit)
