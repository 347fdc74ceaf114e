"""What to do with each record that comes in: somebody new, somebody known, or nothing to do."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass as mutable
from dataclasses import field
from enum import StrEnum
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple
from uuid import UUID

from rapport.domain.imports.extras import BETWEEN, Extras
from rapport.domain.imports.imports import IncomingPerson, IncomingPoint, Source
from rapport.domain.people.contact_keys import email_key, is_desk, phone_key, profile_key
from rapport.domain.people.people import ContactKind
from rapport.domain.text import fold
from rapport.domain.values import dataclass


class Fate(StrEnum):
    """What becomes of a record."""

    NEW = "new"  # nobody here is this person
    LINKED = "linked"  # somebody here is: what they lack is filled in
    CHANGED = "changed"  # this very record was here, and says something else now
    SEEN = "seen"  # this very record is here


class Why(StrEnum):
    """By what a record was recognised."""

    RECORD = "record"  # the source's own id
    EMAIL = "email"
    PHONE = "phone"
    PROFILE = "profile"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """A record of an earlier import."""

    digest: str
    person_id: UUID | None  # None: the person was deleted since
    is_dated: bool = False  # it says since when somebody is known; records of long ago kept no day

    def holds(self, record: IncomingPerson, digest: str) -> bool:
        """Whether this record, read again, brings nothing."""
        return self.digest == digest and (record.since is None or self.is_dated)


class Placement(NamedTuple):
    """One record, and the person it tells of."""

    record: IncomingPerson
    fate: Fate
    person_id: UUID | None  # None: deleted by the user, and not brought back
    key: str  # under which the record is remembered
    digest: str
    why: Why | None = None


@mutable(slots=True)
class Directory:
    """Who is known already, by every key that may recognise them."""

    records: Mapping[tuple[Source, str], KnownRecord] = field(default_factory=dict)
    by_key: dict[str, tuple[UUID, ...]] = field(default_factory=dict)  # what `contact_keys` makes
    by_name: dict[str, tuple[UUID, ...]] = field(default_factory=dict)  # folded whole names and aliases
    names: dict[UUID, set[str]] = field(default_factory=dict)  # the same the other way round
    reachable: set[UUID] = field(default_factory=set)  # who has an address or a number

    def add(self, person_id: UUID, names: Iterable[str], keys: Sequence[str]) -> None:
        """Let this person be recognised. `names` are folded."""
        said = self.names.setdefault(person_id, set())
        said.update(names)
        for known, words in ((self.by_name, said), (self.by_key, keys)):
            for word in words:
                there = known.get(word)
                if there is None:
                    known[word] = (person_id,)
                elif person_id not in there:
                    known[word] = (*there, person_id)
        if keys:
            self.reachable.add(person_id)


class Planner:
    """Places one record after the other; records of one person in several files find each other."""

    def __init__(self, directory: Directory, new_id: Callable[[], UUID], country: str = "") -> None:
        self.directory = directory
        self.new_id = new_id
        self.country = country  # whose telephone numbers have no country code
        self.placed: dict[tuple[Source, str], int] = {}  # keys met in this plan, and how often

    def place(self, record: IncomingPerson) -> Placement:
        """Who this is. Exact keys only: people who merely look alike are asked about later."""
        name = fold(record.name)
        names = {name, *map(fold, record.aliases)} if record.aliases else {name}
        keys = contact_keys(record.points, record.links, self.country)
        key, digest = self._key(record, name), digest_of(record)
        known = self.directory.records.get((record.source, key))
        if known is not None and (known.person_id is None or known.holds(record, digest)):
            return Placement(record, Fate.SEEN, known.person_id, key, digest, Why.RECORD)
        if known is not None:
            placement = Placement(record, Fate.CHANGED, known.person_id, key, digest, Why.RECORD)
        else:
            placement = self._recognise(record, name, names, keys, key, digest)
        if placement.person_id is not None:
            self.directory.add(placement.person_id, names, keys)
        return placement

    def _recognise(
        self, record: IncomingPerson, name: str, names: set[str], keys: list[str], key: str, digest: str
    ) -> Placement:
        for contact_key in keys:
            there = self.directory.by_key.get(contact_key)
            owners = [pid for pid in there if self._could_be(pid, names)] if there else ()
            if len(owners) == 1:
                return Placement(record, Fate.LINKED, owners[0], key, digest, WHY[contact_key[0]])
        namesakes = self.directory.by_name.get(name, ())
        if len(namesakes) == 1 and " " in record.name:
            namesake = namesakes[0]
            if namesake not in self.directory.reachable or not keys:
                return Placement(record, Fate.LINKED, namesake, key, digest, Why.NAME)
        return Placement(record, Fate.NEW, self.new_id(), key, digest)

    def _could_be(self, person_id: UUID, names: set[str]) -> bool:
        """A number or an address may be a family's or a firm's: the names must have a word in common."""
        said = {word for name in names for word in _words(name)}
        there = {word for name in self.directory.names.get(person_id, ()) for word in _words(name)}
        return not said or not there or bool(said & there)

    def _key(self, record: IncomingPerson, name: str) -> str:
        """The source's own id of the record, or who it is; told apart where two records have the same."""
        key = record.key or _identity(record, name)
        count = self.placed[record.source, key] = self.placed.get((record.source, key), 0) + 1
        return _short(key if count == 1 else f"{key}#{count}", 16)


def contact_keys(points: Iterable[IncomingPoint], links: Iterable[str], country: str) -> list[str]:
    """What tells one person from all others: mailboxes, numbers, profiles; never a desk's mailbox."""
    keys = []
    for kind, value, _label in points:
        if kind is ContactKind.EMAIL:
            if (email := email_key(value)) and not is_desk(email):
                keys.append(f"e{email}")
        elif kind is ContactKind.PHONE:
            if phone := phone_key(value, country):
                keys.append(f"p{phone}")
        elif kind is ContactKind.URL and (profile := profile_key(value)):
            keys.append("u" + "/".join(profile))
    return keys + ["u" + "/".join(profile) for link in links if (profile := profile_key(link))]


WHY = {"e": Why.EMAIL, "p": Why.PHONE, "u": Why.PROFILE}


def digest_of(record: IncomingPerson) -> str:
    """Of everything it says, wherever it stands in the file."""
    said = [
        record.source, record.name, record.key, record.organisation, record.role, record.city, record.country,
        record.note, record.since.isoformat() if record.since else "",
    ]  # fmt: skip
    for several in (record.aliases, record.links, record.tags):
        said.append(str(len(several)))
        said += several
    for point in record.points:
        said += point
    if isinstance(record.extra, Extras):
        said.append(record.extra.packed.replace(BETWEEN, "\x1f"))
    else:
        said += chain(*record.extra)
    return _short("\x1f".join(said), 32)


def _short(text: str, size: int) -> str:
    """A digest of so many bytes, as hexadecimal digits: nobody can be read from it."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()


def _identity(record: IncomingPerson, name: str) -> str:
    for point in record.points:
        if point.kind is not ContactKind.OTHER:
            return f"{name}|{point.kind}|{point.value.lower()}"
    return f"{name}|{fold(record.organisation)}"


def _words(name: str) -> list[str]:
    """The words of a name; none where it is an address that stands in for one."""
    return [] if "@" in name else [word for word in name.replace("-", " ").split() if len(word) > 1]


@dataclass(frozen=True, slots=True)
class Filled:
    """What a record brings to somebody who is known."""

    columns: Mapping[str, object]  # column of the person → new value
    points: tuple[tuple[ContactKind, str, str], ...]  # kind, value, label

    @property
    def is_empty(self) -> bool:
        return not self.columns and not self.points


@dataclass(frozen=True, slots=True)
class Facts:
    """What is written down of somebody who is known."""

    name: str
    aliases: tuple[str, ...]
    organisation: str
    role: str
    city: str
    country: str
    links: tuple[str, ...]
    note: str
    tags: tuple[str, ...]
    keys: frozenset[str]  # `contact_keys` of their points and links
    points: frozenset[tuple[ContactKind, str]] = frozenset()


RENEWED = ("organisation", "role", "city", "country")


def fill(facts: Facts, record: IncomingPerson, said: Mapping[str, str], country: str = "") -> Filled:
    """Blanks are filled, and what this source said before is renewed; what the user wrote stays."""
    columns: dict[str, object] = {}
    for name in RENEWED:
        there, new = getattr(facts, name), getattr(record, name)
        if new and new != there and (not there or said.get(name) == there):
            columns[name] = new
    spellings = {fold(name) for name in (facts.name, *facts.aliases)}
    others = [a for a in (record.name, *record.aliases) if fold(a) not in spellings and "@" not in a]
    if others:
        columns["aliases"] = [*facts.aliases, *dict.fromkeys(others)]
    links = [link for link in record.links if link not in facts.links]
    if links:
        columns["links"] = [*facts.links, *links]
    tags = [tag for tag in record.tags if tag not in facts.tags]
    if tags:
        columns["tags"] = (*facts.tags, *tags)
    if record.note and record.note not in facts.note:
        columns["note"] = f"{facts.note}\n\n{record.note}".strip()
    points = [
        (point.kind, point.value, point.label)
        for point in record.points
        if (point.kind, point.value) not in facts.points
        and facts.keys.isdisjoint(contact_keys([point], (), country))
    ]
    return Filled(columns, tuple(dict.fromkeys(points)))
