"""Properties that Rapport has no place for: kept as they came, and given back on export."""

from collections.abc import Iterator, Sequence
from json.encoder import encode_basestring as quoted
from typing import NamedTuple, overload


class Extra(NamedTuple):
    """A property that Rapport has no place for, kept as it came and given back on export."""

    name: str  # BDAY, X-ABLABEL, or the header of a column; with its group: "item1.X-ABLABEL"
    value: str  # as it stands in the file, unfolded, not unescaped
    parameters: str = ""  # "TYPE=home;PREF=1"


BETWEEN = "\x7f"  # stands between packed texts: no text holds it


class Extras(Sequence[Extra]):
    """Many of them in one text, as they come from the process that reads: few are ever looked at."""

    __slots__ = ("packed",)

    def __init__(self, packed: str) -> None:
        """Name, value, parameters, name, … with BETWEEN between them. Raises ValueError."""
        if packed.count(BETWEEN) % 3 != 2:
            raise ValueError("three for each")
        self.packed = packed

    def __len__(self) -> int:
        return self.packed.count(BETWEEN) // 3 + 1

    def __iter__(self) -> Iterator[Extra]:
        said = iter(self.packed.split(BETWEEN))
        return map(Extra, said, said, said)

    @overload
    def __getitem__(self, at: int) -> Extra: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Extra, ...]: ...
    def __getitem__(self, at: int | slice) -> Extra | tuple[Extra, ...]:
        return tuple(self)[at]

    def __eq__(self, other: object) -> bool:
        return tuple(self) == (tuple(other) if isinstance(other, Extras) else other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def as_json(self) -> str:
        """A list of lists, as `json.dumps` writes it, but for letters that need no escape."""
        said = iter(quoted(self.packed)[1:-1].split(BETWEEN))
        return '[["' + '"], ["'.join(map('", "'.join, zip(said, said, said, strict=True))) + '"]]'
