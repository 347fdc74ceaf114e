"""What a pattern caught, by name and type."""

from typing import TypeVar

from rapport.formats.quicklog.pattern import Match
from rapport.formats.quicklog.people import People

Value = TypeVar("Value")


class Captures:
    """The slots of one match."""

    def __init__(self, match: Match) -> None:
        self._match = match
        self.start = match.start
        self.end = match.end
        self._used: set[str] = set()

    def value(self, name: str, kind: type[Value]) -> Value | None:
        """What the slot read, when there is such a slot."""
        self._used.add(name)
        for caught in self._match.caught:
            if caught.name == name and isinstance(caught.value, kind):
                return caught.value
        return None

    def people(self, name: str = "people") -> People | None:
        """Who the slot names."""
        return self.value(name, People)

    def pair(self, name: str) -> tuple[int, int] | None:
        """The tokens of an open slot (text, organisation)."""
        found = self.value(name, tuple)
        return None if found is None else (int(found[0]), int(found[1]))

    def unused(self) -> list[tuple[int, int]]:
        """The texts caught that no statement took: they belong in the note."""
        return [
            (caught.start, caught.end)
            for caught in self._match.caught
            if isinstance(caught.value, tuple) and caught.name not in self._used
        ]

    def has(self, name: str) -> bool:
        """There is such a slot."""
        return any(caught.name == name for caught in self._match.caught)

    def range(self, name: str) -> tuple[int, int]:
        """The tokens the slot stands on."""
        for caught in self._match.caught:
            if caught.name == name:
                return caught.start, caught.end
        return self.end - 1, self.end
