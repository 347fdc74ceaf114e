"""Several entries about one person become one: what is kept of each, and where the user may choose."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date
from uuid import UUID

from rapport.domain.people.contact_keys import email_key, phone_key, url_key
from rapport.domain.people.people import ContactKind
from rapport.domain.text import fold
from rapport.domain.values import dataclass

NAME = "name"  # the field of a choice between names


@dataclass(frozen=True, slots=True)
class Point:
    """One way to reach someone."""

    kind: ContactKind
    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Everything one row tells of a person; "" is not told."""

    id: UUID
    name: str
    aliases: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)  # one value each: organisation, city …
    texts: Mapping[str, str] = field(default_factory=dict)  # notes: all are kept
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # tags, links: all are kept, once
    flags: Mapping[str, bool] = field(default_factory=dict)  # true where any says so
    points: tuple[Point, ...] = ()
    changed: date | None = None  # newer facts are proposed over older ones
    exchanges: int = 0  # the row with the longest story is the one that stays


@dataclass(frozen=True, slots=True)
class Choice:
    """A field in which the entries differ: each value with its entry, the proposed one first."""

    field: str
    values: tuple[tuple[str, UUID], ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """The one entry, which rows go into it, and what may be chosen otherwise."""

    entry: Entry
    gone: tuple[UUID, ...]
    choices: tuple[Choice, ...]


def merge(entries: Sequence[Entry], chosen: Mapping[str, UUID] | None = None, *, country: str = "") -> Merged:
    """The proposal, with the user's choices (field: the entry whose value it takes) in it.

    `country` (ISO 3166 alpha-2) reads telephone numbers. The order of the entries does not matter.
    """
    if len(entries) < 2:
        raise ValueError("merging takes two")
    picked = chosen or {}
    ranked = sorted(entries, key=lambda entry: (-entry.exchanges, entry.changed or date.max, entry.id))
    names = _choice(NAME, _names(ranked), picked.get(NAME))
    facts = _facts(ranked, picked)
    name = names.values[0][0]
    spellings = [spelling for entry in ranked for spelling in (entry.name, *entry.aliases)]
    merged = Entry(
        id=ranked[0].id,
        name=name,
        aliases=tuple(alias for alias in _once(spellings) if fold(alias) != fold(name)),
        facts={choice.field: choice.values[0][0] for choice in facts if choice.values},
        texts=_texts(ranked),
        lists={
            each: _once(value for entry in ranked for value in entry.lists.get(each, ()))
            for each in _fields(entry.lists for entry in ranked)
        },
        flags={
            each: any(entry.flags.get(each, False) for entry in ranked)
            for each in _fields(entry.flags for entry in ranked)
        },
        points=_points(ranked, country),
        changed=max((entry.changed for entry in ranked if entry.changed), default=None),
        exchanges=sum(entry.exchanges for entry in ranked),
    )
    choices = tuple(choice for choice in (names, *facts) if len(choice.values) > 1)
    return Merged(merged, tuple(entry.id for entry in ranked[1:]), choices)


def _facts(ranked: Sequence[Entry], picked: Mapping[str, UUID]) -> list[Choice]:
    """One choice a fact, the newest first."""
    recent = sorted(ranked, key=lambda entry: entry.changed or date.min, reverse=True)
    return [
        _choice(each, [(entry.facts.get(each, ""), entry.id) for entry in recent], picked.get(each))
        for each in _fields(entry.facts for entry in ranked)
    ]


def _fields(mappings: Iterable[Mapping[str, object]]) -> list[str]:
    return sorted({name for mapping in mappings for name in mapping})


def _choice(field: str, told: Iterable[tuple[str, UUID]], picked: UUID | None) -> Choice:
    """Values that differ in more than case and accents, each spelled its richest way; picked one first."""
    by: dict[str, tuple[str, UUID]] = {}
    first = ""
    for value, source in told:
        key = fold(value).strip()
        if not key:
            continue
        if key not in by or _richness(value) > _richness(by[key][0]):
            by[key] = (value, by[key][1] if key in by else source)
        if source == picked:
            first = key
    return Choice(field, tuple(by[key] for key in sorted(by, key=lambda key: key != first)))


def _richness(spelling: str) -> tuple[bool, int]:
    """Mixed case before capitals only; then the spelling with more accents."""
    return (spelling != spelling.upper(), sum(not char.isascii() for char in spelling))


def _names(entries: Sequence[Entry]) -> list[tuple[str, UUID]]:
    """The fullest name first: with a family name, and no initials."""

    def fullness(entry: Entry) -> tuple[int, bool]:
        words = entry.name.replace(",", " ").split()
        whole = [word for word in words if len(word.rstrip(".")) > 1 and "@" not in word]
        return (min(len(whole), 3), "," not in entry.name)

    return [(entry.name, entry.id) for entry in sorted(entries, key=fullness, reverse=True)]


def _once(values: Iterable[str]) -> tuple[str, ...]:
    by: dict[str, str] = {}
    for value in values:
        if value.strip():
            key = fold(value).strip()
            by[key] = max(by.get(key, value), value, key=_richness)
    return tuple(by.values())


def _texts(entries: Sequence[Entry]) -> dict[str, str]:
    """All notes one below the other; one that is part of another is told once."""
    merged = {}
    for name in _fields(entry.texts for entry in entries):
        every = (entry.texts.get(name, "").strip() for entry in entries)
        told = list(dict.fromkeys(filter(None, every)))
        kept = [text for text in told if not any(text != other and text in other for other in told)]
        merged[name] = "\n\n".join(kept)
    return merged


def _points(entries: Sequence[Entry], country: str) -> tuple[Point, ...]:
    by: dict[tuple[ContactKind, str], Point] = {}
    for entry in entries:
        for point in entry.points:
            key = (point.kind, _key(point, country))
            if key not in by or (point.label and not by[key].label):
                by[key] = point
    return tuple(by.values())


def _key(point: Point, country: str) -> str:
    if point.kind is ContactKind.EMAIL:
        return email_key(point.value) or fold(point.value)
    if point.kind is ContactKind.PHONE:
        return phone_key(point.value, country) or fold(point.value)
    if point.kind is ContactKind.URL:
        return url_key(point.value) or fold(point.value)
    return fold(point.value)
