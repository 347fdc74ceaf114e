"""Who brought whom together: double opt-in, one move at a time, and what is next."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from rapport.domain.values import dataclass


class Step(StrEnum):
    """Both sides are asked before anybody is connected."""

    PROPOSED = "proposed"
    ONE_AGREED = "one_agreed"
    CONNECTED = "connected"
    HAPPENED = "happened"
    DECLINED = "declined"


class Side(StrEnum):
    """One of the two who are brought together; where it is to me, I am the other."""

    PERSON = "person"
    OTHER = "other"


class Move(StrEnum):
    """What was done, on one day, for an introduction."""

    ASKED = "asked"  # would you like to meet …?
    AGREED = "agreed"
    DECLINED = "declined"
    CONNECTED = "connected"  # both have each other's address
    HAPPENED = "happened"  # they talked
    DID_NOT = "did_not"  # they never did


class Role(StrEnum):
    """My part in it."""

    MADE = "made"  # I bring two others together
    RECEIVED = "received"  # somebody brings me together with somebody
    HEARD = "heard"  # somebody brought two others together


class Todo(StrEnum):
    """What is next."""

    ASK = "ask"  # one side, whether they would like to
    WAIT = "wait"  # it is in others' hands
    CONNECT = "connect"  # both said yes
    ANSWER = "answer"  # say yes or no to who would introduce me
    GREET = "greet"  # write to whom I was introduced
    CHECK = "check"  # did they talk?


class Because(StrEnum):
    """Why that is next."""

    FIRST = "first"  # nobody was asked yet
    GIVER_FIRST = "giver_first"  # who would give is asked before who would get
    OTHER_SAID_YES = "other_said_yes"
    BOTH_SAID_YES = "both_said_yes"
    ASKED_LATELY = "asked_lately"
    SILENT = "silent"  # no word for a week
    OFFERED = "offered"  # it is mine to answer
    I_SAID_YES = "i_said_yes"
    CONNECTED_LATELY = "connected_lately"
    A_WEEK_SINCE = "a_week_since"


WEEK: Final = timedelta(days=7)  # a friendly time to answer, and to find a first moment to talk
FADES: Final = timedelta(days=90)  # from then on nobody is asked what became of it


@dataclass(frozen=True, slots=True)
class Introduction:
    id: UUID
    on: date
    person_id: UUID
    introducer_id: UUID | None = None  # None: I introduced them
    other_id: UUID | None = None  # None: to me
    step: Step = Step.CONNECTED
    ask_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A move, with its day and whom it is about."""

    on: date
    move: Move
    side: Side | None = None  # None: both, or nobody knows which


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the moves lead: the last word of each side, and what came of it."""

    step: Step
    asked: Mapping[Side, date]
    agreed: Mapping[Side, date]
    declined: Mapping[Side | None, date]
    connected_on: date | None = None
    happened: bool | None = None  # None: nobody said

    @property
    def is_over(self) -> bool:
        return self.step in (Step.HAPPENED, Step.DECLINED) or self.happened is False


@dataclass(frozen=True, slots=True)
class Next:
    """What is next, why, and for whom."""

    what: Todo
    because: Because
    side: Side | None = None
    since: date | None = None  # the day the reason speaks of
    due_on: date | None = None  # waiting ends here

    @property
    def is_mine(self) -> bool:
        return self.what is not Todo.WAIT


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What beside the moves decides what is next."""

    role: Role
    giver: Side | None = None  # who offers what the other needs
    asked_for: bool = False  # I had asked for it
    met_on: date | None = None  # the first time we met since


def role_of(introducer_id: UUID | None, other_id: UUID | None) -> Role:
    if introducer_id is None:
        return Role.MADE
    return Role.RECEIVED if other_id is None else Role.HEARD


def implied(step: Step, on: date) -> tuple[Taken, ...]:
    """The moves of an introduction of which only the step was told."""
    connected = Taken(on, Move.CONNECTED)
    return {
        Step.PROPOSED: (),
        Step.ONE_AGREED: (Taken(on, Move.AGREED, Side.PERSON),),
        Step.CONNECTED: (connected,),
        Step.HAPPENED: (connected, Taken(on, Move.HAPPENED)),
        Step.DECLINED: (Taken(on, Move.DECLINED),),
    }[step]


def stand(taken: Iterable[Taken]) -> Standing:
    """Where these moves lead, in whatever order they were written down: by day, then in their usual order."""
    asked: dict[Side, date] = {}
    agreed: dict[Side, date] = {}
    declined: dict[Side | None, date] = {}
    connected_on: date | None = None
    happened: bool | None = None
    usual = list(Move)
    for one in sorted(taken, key=lambda each: (each.on, usual.index(each.move))):
        match one.move, one.side:
            case Move.ASKED, Side() as side:
                asked[side] = one.on
            case Move.AGREED, Side() as side:
                agreed[side] = one.on
                declined.pop(side, None)
            case Move.DECLINED, side:
                declined[side] = one.on
                connected_on = None
                if side:
                    agreed.pop(side, None)
            case Move.CONNECTED, _:
                connected_on = one.on
                declined.clear()
            case ((Move.HAPPENED | Move.DID_NOT), _):
                happened = one.move is Move.HAPPENED
    step = _step(agreed, declined, connected_on, happened)
    return Standing(step, asked, agreed, declined, connected_on, happened)


def _step(
    agreed: Mapping[Side, date],
    declined: Mapping[Side | None, date],
    connected_on: date | None,
    happened: bool | None,
) -> Step:
    if happened:
        return Step.HAPPENED
    if connected_on:
        return Step.CONNECTED
    if declined:
        return Step.DECLINED
    return Step.ONE_AGREED if agreed else Step.PROPOSED


def possible(role: Role, now: Standing) -> frozenset[tuple[Move, Side | None]]:
    """The moves from here. Nobody who said no is asked again, and nobody is connected who did not say yes."""
    if role is Role.HEARD:
        return frozenset()
    if now.connected_on:
        said = {True: Move.HAPPENED, False: Move.DID_NOT, None: None}[now.happened]
        return frozenset((move, None) for move in (Move.HAPPENED, Move.DID_NOT) if move is not said)
    mine = (Side.OTHER,) if role is Role.RECEIVED else tuple(Side)
    found: set[tuple[Move, Side | None]] = set()
    for side in mine:
        if side not in now.agreed:
            found.add((Move.AGREED, side))
            if role is Role.MADE and side not in now.declined:
                found.add((Move.ASKED, side))
        if side not in now.declined:
            found.add((Move.DECLINED, side))
    if not now.declined and (role is Role.RECEIVED or len(now.agreed) == len(Side)):
        found.add((Move.CONNECTED, None))
    return frozenset(found)


def next_step(now: Standing, about: Circumstances, today: date) -> Next | None:
    """What is next; None when it is over, faded, or none of mine."""
    if about.role is Role.HEARD or now.is_over:
        return None
    if now.connected_on:
        return _after(now.connected_on, about, today)
    return _to_me(now, about, today) if about.role is Role.RECEIVED else _between(now, about, today)


def _after(connected_on: date, about: Circumstances, today: date) -> Next | None:
    """They know each other now: time to talk, then a question; having met is answer enough."""
    if about.met_on and about.met_on >= connected_on:
        return None
    lately = Because.CONNECTED_LATELY
    if today < connected_on + WEEK and about.role is Role.RECEIVED:
        return Next(Todo.GREET, lately, Side.PERSON, connected_on)
    if today < connected_on + WEEK:
        return Next(Todo.WAIT, lately, None, connected_on, connected_on + WEEK)
    if today <= connected_on + FADES:
        return Next(Todo.CHECK, Because.A_WEEK_SINCE, None, connected_on)
    return None


def _to_me(now: Standing, about: Circumstances, today: date) -> Next | None:
    yes_on = now.agreed.get(Side.OTHER)
    if yes_on is None and not about.asked_for:
        return Next(Todo.ANSWER, Because.OFFERED, Side.OTHER)
    if yes_on is None:
        return Next(Todo.WAIT, Because.I_SAID_YES)
    if today > yes_on + FADES:
        return None
    because = Because.I_SAID_YES if today < yes_on + WEEK else Because.SILENT
    return Next(Todo.WAIT, because, None, yes_on, yes_on + WEEK)


def _between(now: Standing, about: Circumstances, today: date) -> Next | None:
    if len(now.agreed) == len(Side):
        return Next(Todo.CONNECT, Because.BOTH_SAID_YES, None, max(now.agreed.values()))
    order = sorted(Side, key=lambda side: (side is not about.giver, list(Side).index(side)))
    open_ = [side for side in order if side not in now.agreed]
    unasked = [side for side in open_ if side not in now.asked]
    if now.agreed and unasked:
        return Next(Todo.ASK, Because.OTHER_SAID_YES, unasked[0], max(now.agreed.values()))
    if len(unasked) == len(open_):
        return Next(Todo.ASK, Because.GIVER_FIRST if about.giver else Because.FIRST, unasked[0])
    waited_for = max((side for side in open_ if side in now.asked), key=lambda side: now.asked[side])
    since = now.asked[waited_for]
    if today < since + WEEK:
        return Next(Todo.WAIT, Because.ASKED_LATELY, waited_for, since, since + WEEK)
    return Next(Todo.ASK, Because.SILENT, waited_for, since) if today <= since + FADES else None


def said_no(pair: tuple[UUID, UUID | None], now: Standing) -> frozenset[UUID]:
    """Who of the two said no to meeting the other, both when nobody knows which."""
    person, other = pair
    sides = {Side.PERSON: person, Side.OTHER: other}
    if now.step is not Step.DECLINED:
        return frozenset()
    named = {sides[side] for side in now.declined if side} or {person, other}
    return frozenset(who for who in named if who is not None)
