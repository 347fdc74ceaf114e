"""Everything that grew from a person, a gathering, a series or an ask, with the days in between."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from datetime import date
from enum import StrEnum
from uuid import UUID

from rapport.domain.origins.origins import Key, NodeKind, linked, ranked
from rapport.domain.values import dataclass


class How(StrEnum):
    """How one thing led to the next."""

    INTRODUCED = "introduced"  # a person, by a person
    MET_THERE = "met_there"  # a person, at a gathering
    TOOK_ME = "took_me"  # to a gathering, by a person
    OPENED = "opened"  # an opportunity
    DATE = "date"  # one date of a series


@dataclass(frozen=True, slots=True)
class Someone:
    """A person as far as origins go."""

    name: str
    known_before: bool = False
    introduced_by: UUID | None = None
    met_at: UUID | None = None


@dataclass(frozen=True, slots=True)
class Evening:
    """A gathering I went to."""

    name: str
    on: date
    series_id: UUID | None = None
    invited_by: UUID | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """An opportunity, and where it came up."""

    what: str
    on: date
    person_id: UUID | None = None
    gathering_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Brought:
    """An introduction to me that was made."""

    person_id: UUID
    introducer_id: UUID
    on: date
    ask_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Seeds:
    """All that things can have grown from, of one owner."""

    people: dict[UUID, Someone]
    gatherings: dict[UUID, Evening]
    openings: dict[UUID, Opening] = field(default_factory=dict)
    brought: tuple[Brought, ...] = ()
    first_met: dict[UUID, date] = field(default_factory=dict)
    first_at: dict[UUID, UUID] = field(default_factory=dict)  # person → gathering of that first day


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that grew, at its depth; parents come right before their children."""

    depth: int  # 0: right from the root
    kind: NodeKind
    id: UUID
    name: str
    on: date | None  # None: nobody wrote down when
    how: How
    days: int | None  # since what it grew from; None where one of the days is unknown
    by: str = ""  # who introduced somebody met at a gathering


@dataclass(frozen=True, slots=True)
class Growth:
    """What grew from one root, as lines, and how much of each kind."""

    lines: tuple[Line, ...]
    people: int
    gatherings: int
    introductions: int
    opportunities: int
    since: date | None  # the day of the root
    last_on: date | None  # the day of the last of it
    days: int | None  # between the two


class Garden:
    """The whole forest of one owner; every person, gathering and opportunity hangs in one place."""

    def __init__(self, seeds: Seeds) -> None:
        self.seeds = seeds
        self._hosts = _hosts(seeds.gatherings)
        self._introducers: dict[UUID, list[tuple[date, UUID]]] = {}
        for each in seeds.brought:
            self._introducers.setdefault(each.person_id, []).append((each.on, each.introducer_id))
        keys = [
            *((NodeKind.PERSON, uid) for uid in seeds.people),
            *((NodeKind.GATHERING, uid) for uid in seeds.gatherings),
            *((NodeKind.OPPORTUNITY, uid) for uid in seeds.openings),
        ]
        ranks = {key: (self.day(key) or date.max, self.name(key), str(key[1])) for key in keys}
        keys.sort(key=ranks.__getitem__)
        parents = linked(keys, self._origins)
        self._children: dict[Key, list[Key]] = {}
        for key in keys:
            if parent := parents[key]:
                self._children.setdefault(parent, []).append(key)

    def of_person(self, person_id: UUID) -> Growth:
        root = (NodeKind.PERSON, person_id)
        someone = self.seeds.people.get(person_id)
        since = self.day(root) if someone else None
        return self._growth(self._below(root, 0, since), since)

    def of_gathering(self, gathering_id: UUID) -> Growth:
        evening = self.seeds.gatherings.get(gathering_id)
        since = evening.on if evening else None
        return self._growth(self._below((NodeKind.GATHERING, gathering_id), 0, since), since)

    def of_series(self, series_id: UUID) -> Growth:
        """Each of its dates with what grew there; one that grew from another stands there."""
        dates = sorted(
            (each.on, str(uid), uid)
            for uid, each in self.seeds.gatherings.items()
            if each.series_id == series_id
        )
        first = dates[0][0] if dates else None
        return self._growth(
            self._tops([(NodeKind.GATHERING, uid) for *_, uid in dates], How.DATE, first), first
        )

    def of_ask(self, ask_id: UUID, asked_on: date) -> Growth:
        """Whom it led to, and what grew from them."""
        met = sorted(
            (each.on, str(each.person_id), each.person_id)
            for each in self.seeds.brought
            if each.ask_id == ask_id and each.person_id in self.seeds.people
        )
        tops = dict.fromkeys((NodeKind.PERSON, uid) for *_, uid in met)
        return self._growth(self._tops(list(tops), How.INTRODUCED, asked_on), asked_on)

    def _tops(self, tops: Sequence[Key], how: How, since: date | None) -> Iterator[Line]:
        """Several things side by side with what is under each, everything once."""
        below = {(line.kind, line.id) for top in tops for line in self._below(top, 1, None)}
        for top in tops:
            if top not in below:
                yield from self._from(top, how, 0, since)

    def day(self, key: Key) -> date | None:
        """When it came up; None for who was known before, and where nobody wrote it down."""
        kind, uid = key
        if kind is NodeKind.GATHERING:
            return self.seeds.gatherings[uid].on
        if kind is NodeKind.OPPORTUNITY:
            return self.seeds.openings[uid].on
        if self.seeds.people[uid].known_before:
            return None
        introduced = min((on for on, _ in self._introducers.get(uid, ())), default=None)
        return self.seeds.first_met.get(uid, introduced)

    def name(self, key: Key) -> str:
        kind, uid = key
        if kind is NodeKind.GATHERING:
            return self.seeds.gatherings[uid].name
        return self.seeds.openings[uid].what if kind is NodeKind.OPPORTUNITY else self.seeds.people[uid].name

    def _from(self, key: Key, how: How, depth: int, since: date | None) -> Iterator[Line]:
        yield self._line(key, how, depth, since)
        yield from self._below(key, depth + 1, self.day(key))

    def _below(self, root: Key, depth: int, since: date | None) -> Iterator[Line]:
        """Everything under it, parents before children, whatever the depth."""
        waiting = [(key, root, depth, since) for key in reversed(self._children.get(root, []))]
        while waiting:
            key, parent, level, before = waiting.pop()
            yield self._line(key, _how(key, parent), level, before)
            on = self.day(key)
            waiting.extend((child, key, level + 1, on) for child in reversed(self._children.get(key, [])))

    def _line(self, key: Key, how: How, depth: int, since: date | None) -> Line:
        on = self.day(key)
        days = (on - since).days if on and since and on >= since else None
        by = self._introducer(key[1]) if how is How.MET_THERE else None
        return Line(depth, *key, self.name(key), on, how, days, self.seeds.people[by].name if by else "")

    def _introducer(self, person_id: UUID) -> UUID | None:
        """Who brought us together first, whatever else it came through."""
        found = min(
            self._introducers.get(person_id, ()), default=(None, self.seeds.people[person_id].introduced_by)
        )
        return found[1] if found[1] in self.seeds.people else None

    def _growth(self, lines: Iterable[Line], since: date | None) -> Growth:
        told = tuple(lines)
        counts = Counter(line.kind for line in told)
        last_on = max((line.on for line in told if line.on), default=None)
        days = (last_on - since).days if last_on and since and last_on >= since else None
        return Growth(
            told,
            counts[NodeKind.PERSON],
            counts[NodeKind.GATHERING],
            sum(line.how is How.INTRODUCED or line.by != "" for line in told),
            counts[NodeKind.OPPORTUNITY],
            since,
            last_on,
            days,
        )

    def _origins(self, key: Key) -> list[Key]:
        kind, uid = key
        found = {
            NodeKind.PERSON: self._of_person,
            NodeKind.GATHERING: self._of_gathering,
            NodeKind.OPPORTUNITY: self._of_opening,
        }[kind](uid)
        seeds = self.seeds
        return [k for k in found if k[1] in (seeds.people if k[0] is NodeKind.PERSON else seeds.gatherings)]

    def _of_person(self, uid: UUID) -> list[Key]:
        someone = self.seeds.people[uid]
        if someone.known_before:
            return []
        introducers = list(self._introducers.get(uid, ()))
        if someone.introduced_by:
            met_on = self.seeds.first_met.get(uid, date.max)
            introducers.append((min([met_on, *(on for on, _ in introducers)]), someone.introduced_by))
        named = (someone.met_at, self.seeds.first_at.get(uid))
        visited = {place for place in named if place and place in self.seeds.gatherings}
        places = [(self.seeds.gatherings[place].on, place) for place in visited]
        return ranked(places, introducers, {self._hosts.get(place) for place in visited})

    def _of_gathering(self, uid: UUID) -> list[Key]:
        host = self._hosts.get(uid)
        return [(NodeKind.PERSON, host)] if host else []

    def _of_opening(self, uid: UUID) -> list[Key]:
        """The gathering where it came up; the person, when they were met there or no gathering is told."""
        opening = self.seeds.openings[uid]
        person: list[Key] = [(NodeKind.PERSON, opening.person_id)] if opening.person_id else []
        if opening.gathering_id is None:
            return person
        gathering = (NodeKind.GATHERING, opening.gathering_id)
        there = opening.person_id in self.seeds.people and gathering in self._of_person(opening.person_id)[:1]
        return [*person, gathering] if there else [gathering, *person]


def _how(key: Key, parent: Key) -> How:
    if key[0] is NodeKind.OPPORTUNITY:
        return How.OPENED
    if key[0] is NodeKind.GATHERING:
        return How.TOOK_ME
    return How.INTRODUCED if parent[0] is NodeKind.PERSON else How.MET_THERE


def _hosts(gatherings: dict[UUID, Evening]) -> dict[UUID, UUID]:
    """Who brought me to each, or to an earlier date of its series."""
    first: dict[UUID, UUID] = {}
    found: dict[UUID, UUID] = {}
    for uid, each in sorted(gatherings.items(), key=lambda pair: (pair[1].on, str(pair[0]))):
        host = each.invited_by
        if each.series_id:
            host = host or first.get(each.series_id)
            if host:
                first.setdefault(each.series_id, host)
        if host:
            found[uid] = host
    return found
