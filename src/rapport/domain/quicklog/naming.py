"""The people a reading names: each once, by the fullest name the line gives them."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from rapport.domain.quicklog.quicklog import Name, Reading, Statement
from rapport.domain.text import fold


def names_in(value: Any) -> list[Name]:
    """Every person named anywhere in a reading or a statement, in the order of the text."""
    return sorted(_names(value), key=lambda name: name.span.start)


def whole_names(reading: Reading) -> Reading:
    """The reading with "Priya" told as "Priya Shah" where the line names her whole elsewhere.

    Two names in one statement are two people: "Mary introduced me to Mary Chen".
    """
    typed = {fold(name.text): name.text for name in names_in(reading)}
    longer = {short: _longer(short, typed) for short in typed}
    apart = {pair for statement in reading.statements for pair in _pairs(statement)}
    found = {
        short: typed[whole]
        for short, whole in longer.items()
        if whole is not None and (short, whole) not in apart
    }
    renamed: Reading = _renamed(reading, found) if found else reading
    return renamed


def _longer(short: str, typed: Mapping[str, str]) -> str | None:
    """The one name of the line that holds every word of this one, and more."""
    words = set(short.split())
    whole = [key for key in typed if words < set(key.split())]
    return whole[0] if len(whole) == 1 else None


def _pairs(statement: Statement) -> Iterator[tuple[str, str]]:
    keys = [fold(name.text) for name in _names(statement)]
    return ((a, b) for a in keys for b in keys if a != b)


def _names(value: Any) -> Iterator[Name]:
    if isinstance(value, Name):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _names(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _names(getattr(value, field.name))


def _renamed(value: Any, found: Mapping[str, str]) -> Any:
    if isinstance(value, Name):
        return replace(value, text=found.get(fold(value.text), value.text))
    if isinstance(value, tuple):
        return tuple(_renamed(part, found) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _renamed(getattr(value, f.name), found) for f in fields(value)})
    return value
