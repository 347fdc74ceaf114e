"""Who came through whom: the tree from me to everybody met, and to what opened up."""

from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import field
from datetime import date
from enum import StrEnum
from uuid import UUID

from rapport.domain.asks.introductions import Step
from rapport.domain.challenge.referee import Verdict
from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.interactions.interactions import Direction
from rapport.domain.origins.facts import Facts
from rapport.domain.people.people import Person
from rapport.domain.pitches.pitches import Pitch
from rapport.domain.values import dataclass


class NodeKind(StrEnum):
    ME = "me"
    PERSON = "person"
    GATHERING = "gathering"
    OPPORTUNITY = "opportunity"


Key = tuple[NodeKind, UUID]
_MET = (Verdict.CONNECTION, Verdict.HELLO, Verdict.WITHIN_REACH, Verdict.REKINDLED)


@dataclass(frozen=True, slots=True)
class Node:
    """One person, gathering or opportunity, and what came through it, oldest first."""

    kind: NodeKind
    id: UUID | None  # None: me
    on: date | None = None  # the day it came up; None: from before
    is_connection: bool = False  # the rule of this challenge counted them
    children: tuple["Node", ...] = ()

    def below(self) -> Iterator["Node"]:
        """Everything that grew from here, itself left out; parents before children."""
        waiting = list(reversed(self.children))
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


@dataclass(frozen=True, slots=True)
class Tree:
    """The whole of it; every node has exactly one parent."""

    root: Node
    parents: dict[Key, Key | None] = field(repr=False)  # None: me

    def find(self, kind: NodeKind, uid: UUID) -> Node | None:
        return next((node for node in self.root.below() if (node.kind, node.id) == (kind, uid)), None)

    def descends_from(self, person_id: UUID) -> tuple[Node, ...]:
        """Everything that grew from this person."""
        node = self.find(NodeKind.PERSON, person_id)
        return tuple(node.below()) if node else ()

    def path(self, kind: NodeKind, uid: UUID) -> tuple[Key, ...]:
        """From the first step after me down to the node itself; empty when it is not in the tree."""
        if (kind, uid) not in self.parents:
            return ()
        return tuple(reversed(list(_upwards((kind, uid), self.parents))))

    def first_person(self, kind: NodeKind, uid: UUID) -> UUID | None:
        """Whom it all began with: the person right below me that this node came through, if any."""
        path = self.path(kind, uid)
        return path[0][1] if len(path) > 1 and path[0][0] is NodeKind.PERSON else None


def grow(facts: Facts) -> Tree:
    """The tree of one challenge: whom it brought, whom and what they came through, what opened up.

    Whoever was known before, and whoever's origin nobody told, hangs under me. Of several origins the
    earliest holds; on the same day a person's introduction goes before the gathering, unless that very
    person brought me there. An origin that would close a circle is passed over.
    """
    grower = _Grower(facts)
    parents = linked(sorted(grower.wanted(), key=grower.order), grower.origins)
    return Tree(_assemble(parents, grower, facts.challenge.starts_on), parents)


def linked(keys: Iterable[Key], origins: Callable[[Key], Iterable[Key]]) -> dict[Key, Key | None]:
    """One parent each (None: me), theirs included: the first origin that closes no circle."""
    parents: dict[Key, Key | None] = {}
    awaited: set[Key] = set()  # named as a parent before having one: only these can close a circle
    queue = deque(keys)
    while queue:
        key = queue.popleft()
        if key in parents:
            continue
        options = iter(origins(key))
        if key in awaited:
            options = (option for option in options if key not in set(_upwards(option, parents)))
        parents[key] = parent = next((option for option in options if option != key), None)
        if parent is not None and parent not in parents:
            awaited.add(parent)
            queue.appendleft(parent)
    return parents


def ranked(
    places: Iterable[tuple[date, UUID]],
    introducers: Iterable[tuple[date, UUID]],
    hosts: Container[UUID | None],
) -> list[Key]:
    """What somebody may have come through, the earliest first; on one day an introduction goes before the
    gathering, unless who introduced them brought me there."""
    ways = [(on, 1, (NodeKind.GATHERING, place)) for on, place in places]
    ways += [(on, 2 if uid in hosts else 0, (NodeKind.PERSON, uid)) for on, uid in introducers]
    return [key for _, _, key in sorted(ways, key=lambda way: (way[0], way[1], str(way[2][1])))]


def _upwards(key: Key, parents: dict[Key, Key | None]) -> Iterator[Key]:
    at: Key | None = key
    while at is not None:
        yield at
        at = parents.get(at)


def _assemble(parents: dict[Key, Key | None], grower: "_Grower", starts_on: date) -> Node:
    """Leaves first, so that no depth is too deep."""
    children: dict[Key | None, list[Key]] = {}
    for key, parent in parents.items():
        children.setdefault(parent, []).append(key)
    order: list[Key] = []
    waiting = list(children.get(None, []))
    while waiting:
        key = waiting.pop()
        order.append(key)
        waiting.extend(children.get(key, []))
    made: dict[Key, tuple[Node, tuple[date, str, str]]] = {}
    for key in reversed(order):
        below = sorted((made[child] for child in children.get(key, [])), key=lambda pair: pair[1])
        on, name, text = grower.order(key)
        earliest = min([on, *(rank[0] for _, rank in below)])
        kind, uid = key
        node = Node(kind, uid, grower.day(key), uid in grower.counted, tuple(node for node, _ in below))
        made[key] = (node, (earliest, name, text))
    top = sorted((made[key] for key in children.get(None, [])), key=lambda pair: pair[1])
    return Node(NodeKind.ME, None, starts_on, children=tuple(node for node, _ in top))


class _Grower:
    """The facts, indexed by what the tree asks of them."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.gatherings = {gathering.id: gathering for gathering in facts.gatherings}
        self.opportunities = {opportunity.id: opportunity for opportunity in facts.opportunities}
        self.pitches: dict[UUID, Pitch] = {pitch.id: pitch for pitch in facts.pitches}
        self.counted = {j.person_id for j in facts.judged if j.ruling.verdict is Verdict.CONNECTION}
        self.first_met: dict[UUID, tuple[date, UUID | None]] = {}
        for interaction in sorted(
            facts.interactions, key=lambda i: (i.on, i.gathering_id is None, str(i.id))
        ):
            if interaction.direction is Direction.OUTBOUND:  # a message alone is no meeting
                continue
            for part in interaction.people:
                self.first_met.setdefault(part.person_id, (interaction.on, interaction.gathering_id))
        self.through: dict[UUID, list[tuple[date, UUID]]] = {}
        for step in facts.introductions:
            if step.introducer_id and step.other_id is None and step.step in (Step.CONNECTED, Step.HAPPENED):
                self.through.setdefault(step.person_id, []).append((step.on, step.introducer_id))

    def wanted(self) -> set[Key]:
        """Who was met in this challenge, where I went, and what opened up."""
        days = self.facts.challenge
        people = {j.person_id for j in self.facts.judged if j.ruling.verdict in _MET}
        people |= {uid for uid, steps in self.through.items() if any(on in days for on, _ in steps)}
        keys = {(NodeKind.PERSON, uid) for uid in people if uid in self.facts.people}
        seen = {interaction.gathering_id for interaction in self.facts.interactions}
        for gathering in self.facts.gatherings:
            went = gathering.attendance is Attendance.WENT or gathering.id in seen
            if gathering.on in days and went and gathering.attendance is not Attendance.SKIPPED:
                keys.add((NodeKind.GATHERING, gathering.id))
        return keys | {(NodeKind.OPPORTUNITY, o.id) for o in self.facts.opportunities if o.on in days}

    def day(self, key: Key) -> date | None:
        kind, uid = key
        if kind is NodeKind.GATHERING:
            return self.gatherings[uid].on
        if kind is NodeKind.OPPORTUNITY:
            return self.opportunities[uid].on
        if self.facts.people[uid].known_before:
            return None
        met, introduced = self.first_met.get(uid), self.through.get(uid)
        return met[0] if met else min(introduced)[0] if introduced else None

    def order(self, key: Key) -> tuple[date, str, str]:
        """By day, then name; the id only settles what is left."""
        kind, uid = key
        name = ""
        if kind is NodeKind.PERSON:
            name = self.facts.people[uid].name
        elif kind is NodeKind.GATHERING:
            name = self.gatherings[uid].name
        return self.day(key) or date.max, name, str(uid)

    def origins(self, key: Key) -> list[Key]:
        """What it may have come through, best first; only what the facts hold."""
        kind, uid = key
        if kind is NodeKind.PERSON:
            found = self._of_person(self.facts.people[uid])
        elif kind is NodeKind.GATHERING:
            found = self._of_gathering(uid)
        else:
            found = self._of_opportunity(uid)
        return [(kind, uid) for kind, uid in found if uid in self._known(kind)]

    def _known(self, kind: NodeKind) -> Container[UUID]:
        return self.facts.people if kind is NodeKind.PERSON else self.gatherings

    def _of_person(self, person: Person) -> list[Key]:
        if person.known_before:
            return []
        first, at = self.first_met.get(person.id, (None, None))
        introducers = list(self.through.get(person.id, []))
        if person.introduced_by:
            introducers.append(
                (min([first or date.max, *(on for on, _ in introducers)]), person.introduced_by)
            )
        places = [place for place in {person.met_at, at} if place in self.gatherings]
        hosts = {self._host(place) for place in places}
        return ranked([(self.gatherings[place].on, place) for place in places], introducers, hosts)

    def _host(self, gathering_id: UUID) -> UUID | None:
        """Who brought me there, or to the first date of its series."""
        gathering = self.gatherings[gathering_id]
        if gathering.invited_by or gathering.series_id is None:
            return gathering.invited_by
        same = [g for g in self.gatherings.values() if g.series_id == gathering.series_id]
        hosts = [g.invited_by for g in sorted(same, key=lambda g: (g.on, str(g.id))) if g.on <= gathering.on]
        return next((host for host in hosts if host), None)

    def _of_gathering(self, uid: UUID) -> list[Key]:
        host = self._host(uid)
        return [(NodeKind.PERSON, host)] if host else []

    def _of_opportunity(self, uid: UUID) -> list[Key]:
        """The gathering where it came up; the person, when they were met there or no gathering is told."""
        opportunity = self.opportunities[uid]
        pitch = self.pitches.get(opportunity.pitch_id) if opportunity.pitch_id else None
        person_id = opportunity.person_id or (pitch.person_id if pitch else None)
        person = [(NodeKind.PERSON, person_id)] if person_id else []
        if opportunity.gathering_id is None:
            return person
        gathering = (NodeKind.GATHERING, opportunity.gathering_id)
        met = self.facts.people.get(person_id) if person_id else None
        if met and gathering in self._of_person(met)[:1]:
            return [*person, gathering]
        return [gathering, *person]
