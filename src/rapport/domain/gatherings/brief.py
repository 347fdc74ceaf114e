"""One minute before a gathering: who of mine may be there, what they need, what I promised, how to begin."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from rapport.domain.values import dataclass


class Likely(StrEnum):
    """Why somebody may be there; each with how likely that makes it (judgement)."""

    HOST = "host"  # it is their gathering
    INVITED_ME = "invited_me"
    CAME_BEFORE = "came_before"  # to earlier dates of the series
    NEAR_TOPIC = "near_topic"  # lives in that city and shares its topic


CHANCES: Final = {
    Likely.HOST: 0.9,
    Likely.INVITED_ME: 0.8,
    Likely.NEAR_TOPIC: 0.15,
}
MOST_EXPECTED: Final = 8
OPENERS: Final = 3
TO_FIND: Final = 3  # people, not three thousand


@dataclass(frozen=True, slots=True)
class Sight:
    """One reason to expect somebody; of earlier dates, how many of how many."""

    likely: Likely
    count: int = 0
    of: int = 0

    @property
    def chance(self) -> float:
        if self.likely is Likely.CAME_BEFORE:
            return (self.count + 0.5) / (self.of + 1)
        return CHANCES[self.likely]


@dataclass(frozen=True, slots=True)
class Acquainted:
    """Somebody of mine, with what there is between us; days and texts as they were written."""

    id: UUID
    name: str
    sights: tuple[Sight, ...] = ()
    closeness: float = 0.0
    met_on: date | None = None  # the last time
    needs: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()  # mine, not kept yet
    helped_with: str = ""  # what I gave them last
    introduced: tuple[str, ...] = ()  # whom I met through them
    note: str = ""  # what was written the last time

    @property
    def chance(self) -> float:
        """That they are there, the reasons taken as independent."""
        missing = 1.0
        for sight in self.sights:
            missing *= 1 - sight.chance
        return 1 - missing


class Opening(StrEnum):
    """A first sentence, and what it rests on."""

    PROMISE = "promise"  # how it stands with what I promised
    NEED = "need"  # whether they found what they looked for
    HELPED = "helped"  # how it went with what I helped with
    THANKS = "thanks"  # somebody I met through them
    NOTE = "note"  # what we spoke of
    HOST = "host"  # whom should I meet here
    INVITED = "invited"  # the same, to whoever brought me
    AGAIN = "again"  # I have been here: ask newcomers
    TOPIC = "topic"  # to anybody: what brought you to this
    LOOK_FOR = "look_for"  # to anybody: what I look for
    FIRST = "first"  # to anybody: what brought you here


@dataclass(frozen=True, slots=True)
class Opener:
    opening: Opening
    person_id: UUID | None = None
    person: str = ""
    detail: str = ""


class Quest(StrEnum):
    """Why somebody is worth finding in a crowd."""

    PROMISED = "promised"
    THEY_NEED = "they_need"
    DREAM = "dream"  # of an organisation on the dream list
    EXPECTED = "expected"  # one knows them, and they may be there
    MY_NEED = "my_need"  # not a name yet: a kind of person
    MY_TOPIC = "my_topic"  # the same


@dataclass(frozen=True, slots=True)
class ToFind:
    """One of three; without a name it is a kind of person."""

    quest: Quest
    name: str = ""
    person_id: UUID | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known about me and the gathering, beside people."""

    my_needs: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()  # those that we share, the gathering and I
    my_topics: tuple[str, ...] = ()
    dreams: tuple[tuple[str, UUID | None, str], ...] = ()  # organisation, who there, their name
    visits: int = 0  # of mine, to this series


@dataclass(frozen=True, slots=True)
class Brief:
    expected: tuple[Acquainted, ...]  # the likeliest first
    openers: tuple[Opener, ...]
    to_find: tuple[ToFind, ...]  # proposals


def brief(people: Iterable[Acquainted], context: Context) -> Brief:
    """Who, how to begin, and whom to look for."""
    likely = sorted(
        (one for one in people if one.sights), key=lambda p: (-p.chance, -p.closeness, p.name, str(p.id))
    )
    expected = tuple(likely[:MOST_EXPECTED])
    return Brief(expected, openers(expected, context), to_find(expected, context))


def openers(expected: Sequence[Acquainted], context: Context) -> tuple[Opener, ...]:
    """Three first sentences: one person at most once, from the most personal to what suits anybody."""
    found: list[Opener] = []
    for make in (_promise, _need, _helped, _thanks, _host, _note):
        for one in expected:
            spoken_to = {opener.person_id for opener in found}
            if one.id not in spoken_to and (opener := make(one)) and len(found) < OPENERS - 1:
                found.append(opener)
                break
    for opener in _for_anybody(context):
        if len(found) < OPENERS:
            found.append(opener)
    return tuple(found)


def to_find(expected: Sequence[Acquainted], context: Context) -> tuple[ToFind, ...]:
    """Proposals for a crowd: who is owed something, who needs something, dreams, then kinds of people."""
    found: dict[str, ToFind] = {}

    def add(quest: Quest, name: str = "", person_id: UUID | None = None, detail: str = "") -> None:
        key = str(person_id) if person_id else f"{quest}:{name}:{detail}"
        found.setdefault(key, ToFind(quest, name, person_id, detail))

    for one in expected:
        if one.promises:
            add(Quest.PROMISED, one.name, one.id, one.promises[0])
        elif one.needs:
            add(Quest.THEY_NEED, one.name, one.id, one.needs[0])
    for organisation, person_id, name in context.dreams[:2]:
        add(Quest.DREAM, name, person_id, organisation)
    for what in context.my_needs[:1]:
        add(Quest.MY_NEED, detail=what)
    for topic in (*context.topics, *context.my_topics):
        add(Quest.MY_TOPIC, detail=topic)
    for one in expected:
        add(Quest.EXPECTED, one.name, one.id)
    return tuple(found.values())[:TO_FIND]


def _promise(one: Acquainted) -> Opener | None:
    return Opener(Opening.PROMISE, one.id, one.name, one.promises[0]) if one.promises else None


def _need(one: Acquainted) -> Opener | None:
    return Opener(Opening.NEED, one.id, one.name, one.needs[0]) if one.needs else None


def _helped(one: Acquainted) -> Opener | None:
    return Opener(Opening.HELPED, one.id, one.name, one.helped_with) if one.helped_with else None


def _thanks(one: Acquainted) -> Opener | None:
    return Opener(Opening.THANKS, one.id, one.name, one.introduced[0]) if one.introduced else None


def _host(one: Acquainted) -> Opener | None:
    signs = {sight.likely for sight in one.sights}
    if Likely.HOST in signs:
        return Opener(Opening.HOST, one.id, one.name)
    return Opener(Opening.INVITED, one.id, one.name) if Likely.INVITED_ME in signs else None


def _note(one: Acquainted) -> Opener | None:
    return Opener(Opening.NOTE, one.id, one.name, one.note) if one.note else None


def _for_anybody(context: Context) -> list[Opener]:
    found = []
    if context.my_needs:
        found.append(Opener(Opening.LOOK_FOR, detail=context.my_needs[0]))
    if context.topics:
        found.append(Opener(Opening.TOPIC, detail=context.topics[0]))
    if context.visits:
        found.append(Opener(Opening.AGAIN))
    return [*found, Opener(Opening.FIRST), Opener(Opening.HOST), Opener(Opening.TOPIC)]
