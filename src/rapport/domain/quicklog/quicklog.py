"""What one logged line says, as values: the grammar's output, the same for every door and language.

A line becomes a `Reading`: one or more statements, each a small frozen value, with the span of text it
was read from. Nothing here knows rows: people, gatherings and organisations are still names as typed.
"""

from datetime import date
from enum import StrEnum
from uuid import UUID

from rapport.domain.asks.asks import Answer
from rapport.domain.interactions.interactions import Channel, Direction
from rapport.domain.pitches.pitches import Stage
from rapport.domain.quicklog.corrections import CORRECTIONS as CORRECTIONS
from rapport.domain.quicklog.corrections import Amend as Amend
from rapport.domain.quicklog.corrections import Bin as Bin
from rapport.domain.quicklog.corrections import Correction as Correction
from rapport.domain.quicklog.corrections import Reference as Reference
from rapport.domain.quicklog.corrections import Restore as Restore
from rapport.domain.quicklog.corrections import TakeBack as TakeBack
from rapport.domain.quicklog.corrections import Target as Target
from rapport.domain.quicklog.named import GatheringName as GatheringName
from rapport.domain.quicklog.named import Met as Met
from rapport.domain.quicklog.named import Name as Name
from rapport.domain.quicklog.named import Span as Span
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Encounter:
    """An exchange with people, or a gathering gone to."""

    on: date
    people: tuple[Met, ...]
    channel: Channel
    direction: Direction
    minutes: int | None = None
    gathering: GatheringName | None = None
    others: int = 0  # met, but neither named nor memorable ("and 12 hellos")
    lost_touch: bool = False
    substance: bool | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """I asked each of these people for an introduction."""

    on: date
    people: tuple[Name, ...]
    target: str = ""  # to whom or what, as written; empty for "anyone"


@dataclass(frozen=True, slots=True)
class Answered:
    """Someone answered an ask; INTRODUCED names to whom."""

    on: date
    person: Name
    answer: Answer
    introduced: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Introduced:
    """An introduction was made; `introducer` None: I made it, between `people`."""

    on: date
    introducer: Name | None
    people: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Pitched:
    """A pitch reached a stage. `organisation` is the text as typed."""

    on: date
    organisation: str
    organisation_span: Span
    stage: Stage
    person: Name | None = None
    fright: int | None = None  # 1 easy … 5 terrifying
    hopeful: bool | None = None  # did you expect an answer when you sent it?
    due: date | None = None  # the day of the call, or of the next step


@dataclass(frozen=True, slots=True)
class Promised:
    """Help promised and not yet given; `by_me` False: they promised me."""

    on: date
    people: tuple[Name, ...]
    what: str
    by_me: bool = True
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Helped:
    """Help given (`by_me`) or received; keeps an open promise that it fits."""

    on: date
    people: tuple[Name, ...]
    what: str
    by_me: bool = True


@dataclass(frozen=True, slots=True)
class Needs:
    """What someone is looking for; `people` empty: me."""

    on: date
    people: tuple[Name, ...]
    what: str


@dataclass(frozen=True, slots=True)
class Offers:
    """What someone can give; `people` empty: me."""

    on: date
    people: tuple[Name, ...]
    what: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A next step with a date."""

    on: date
    people: tuple[Name, ...]
    due: date
    what: str = ""


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """How it feels: 1 low … 5 high."""

    on: date
    energy: int | None = None
    pressure: int | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """An opportunity came up; where it came from is the gathering or person named with it."""

    on: date
    what: str
    people: tuple[Name, ...] = ()
    gathering: GatheringName | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """A gathering to go to, on the day given."""

    on: date
    gathering: GatheringName


class Trait(StrEnum):
    """A fact about a person that a line may state."""

    CLOSE = "close"  # "Karen is a close friend": they would take my call
    NOT_CLOSE = "not_close"  # "Tom is an acquaintance"
    KNOWN = "known"  # "I know Tom": not new
    CITY = "city"
    ORGANISATION = "organisation"
    ROLE = "role"
    FAR = "far"  # too far for a coffee
    NEAR = "near"
    EMAIL = "email"
    PHONE = "phone"
    FROM = "from"  # "Priya from Berlin": a city, or where she works; only the map can tell


@dataclass(frozen=True, slots=True)
class About:
    """A fact about people; `value` for all but CLOSE, NOT_CLOSE, KNOWN, FAR and NEAR."""

    on: date
    people: tuple[Name, ...]
    trait: Trait
    value: str = ""
    words: str = ""  # of FROM: as written, for the note if it is no city


@dataclass(frozen=True, slots=True)
class Noted:
    """The rest of the line, kept as written."""

    on: date
    text: str


Statement = (
    Encounter
    | Asked
    | Answered
    | Introduced
    | Pitched
    | Promised
    | Helped
    | Needs
    | Offers
    | FollowUp
    | CheckedIn
    | Opened
    | Planned
    | About
    | Noted
    | Bin
    | Restore
    | Amend
    | TakeBack
)


class Question(StrEnum):
    """What the reader could not decide and will not guess silently."""

    WHICH_DATE = "which_date"  # "02/03": day or month first?
    IMPOSSIBLE_DATE = "impossible_date"  # "31 February"
    FUTURE_DATE = "future_date"  # an encounter cannot lie ahead
    WHO = "who"  # a meeting with nobody named
    ALONE = "alone"  # … and nothing that says anybody was there: kept as a note
    PRONOUN = "pronoun"  # "she needs …" and several people are named
    NOBODY_MEANT = "nobody_meant"  # "she needs …" and nobody is named before it: kept as a note
    OUT_OF_RANGE = "out_of_range"  # "energy 9"
    NOT_FOUND = "not_found"  # "forget the coffee with Ana", and there was none
    NOT_IN_BIN = "not_in_bin"  # "restore the coffee with Ana", and none lies there
    NOTHING_NEW = "nothing_new"  # "correct the coffee with Ana": to what?
    NOTHING_DONE = "nothing_done"  # "undo", and nothing is left to take back


@dataclass(frozen=True, slots=True)
class Doubt:
    """One question about one stretch of the text."""

    question: Question
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one line says. Never empty: a line nobody understands is one `Noted`."""

    text: str
    on: date  # the day the line is about
    statements: tuple[Statement, ...]
    tags: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """One name the reader may meet, so that it can be cut out of the text whole."""

    id: UUID
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Directory:
    """Names already kept: they help the reader see where a name ends, never who is meant."""

    people: tuple[Known, ...] = ()
    gatherings: tuple[Known, ...] = ()
    organisations: tuple[Known, ...] = ()
