"""Taking somebody out of texts: how their name and addresses may be written, and what stands there then."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from rapport.domain.text import fold
from rapport.domain.values import dataclass

GONE = "…"  # in the place of a name
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_DIGITS = re.compile(r"\d")
_BETWEEN_DIGITS = r"[\s().\-/\u00a0\u202f]*"
_LEAST_DIGITS = 6  # a shorter number may be anything
_LEAST_WORD = 2  # letters


@dataclass(frozen=True, slots=True)
class Written:
    """How one person is written."""

    names: frozenset[str]  # name and aliases, earlier ones too
    addresses: frozenset[str]  # mailboxes, numbers, pages


def anywhere(written: Written, others: Collection[str]) -> "re.Pattern[str] | None":
    """What means this person wherever it stands. `others` are the spellings of everybody else.

    A name that somebody else has too, or a single word that is part of one, may mean them.
    """
    taken = {fold(name) for name in others}
    taken_words = {word for name in taken for word in _words(name)}
    names = (name for name in written.names if fold(name) not in taken and not _is_one_of(name, taken_words))
    return _pattern([*map(_name, names), *map(_address, written.addresses)])


def among(written: Written, company: Collection[str]) -> "re.Pattern[str] | None":
    """The same in a text about them, where a part of the name is enough. `company`: who else is in it."""
    taken = {word for name in company for word in _words(fold(name))}
    parts = {word for name in written.names for word in _WORD.findall(name)}
    own = (word for word in parts if len(word) >= _LEAST_WORD and fold(word) not in taken)
    return _pattern([*map(_name, written.names), *map(_address, written.addresses), *map(_name, own)])


def without(value: Any, pattern: "re.Pattern[str]") -> Any:
    """A text, or the texts in a JSON value, with GONE where the person stood."""
    if isinstance(value, str):
        return pattern.sub(GONE, value)
    if isinstance(value, dict):
        return {key: without(each, pattern) for key, each in value.items()}
    if isinstance(value, list):
        return [without(each, pattern) for each in value]
    return value


def tells(value: Any, pattern: "re.Pattern[str]") -> bool:
    """Whether the person stands in it."""
    return any(pattern.search(text) for text in _texts(value))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)


def _pattern(parts: Iterable[str]) -> "re.Pattern[str] | None":
    """The longest first, so that a whole name goes before a part of it."""
    found = sorted(filter(None, set(parts)), key=lambda part: (-len(part), part))
    return re.compile("|".join(found), re.IGNORECASE) if found else None


def _name(name: str) -> str:
    """With and without its accents, in any spacing, as whole words."""
    spellings = {" ".join(name.split()), " ".join(fold(name).split())}
    written = (r"\s+".join(map(re.escape, each.split())) for each in sorted(spellings) if each)
    return "|".join(rf"(?<!\w){each}(?!\w)" for each in written)


def _address(address: str) -> str:
    """A number in any spacing; everything else as it is."""
    digits = _DIGITS.findall(address)
    if len(digits) >= _LEAST_DIGITS and not re.search(r"[^\W\d_]|@", address):
        return rf"\+?(?<!\d){_BETWEEN_DIGITS.join(digits)}(?!\d)"
    return rf"(?<![\w.+-]){re.escape(address)}(?!\w)" if len(address) >= _LEAST_DIGITS else ""


def _words(name: str) -> list[str]:
    return _WORD.findall(name)


def _is_one_of(name: str, taken: Collection[str]) -> bool:
    words = _words(fold(name))
    return len(words) <= 1 and not set(words).isdisjoint(taken)
