"""What a line says about something written down before: into the bin, out of it, or put right."""

from datetime import date, time
from uuid import UUID

from rapport.domain.interactions.interactions import Channel
from rapport.domain.nouns import Noun
from rapport.domain.quicklog.named import GatheringName, Met, Span
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """Something kept that a line may mean, and what tells it from others."""

    noun: Noun
    id: UUID
    people: tuple[str, ...] = ()  # who is in it
    on: date | None = None
    what: str = ""  # its name, or what it says; of an exchange the word it was logged with: "coffee"
    channel: Channel | None = None  # of an exchange
    line: str = ""  # the line it was logged with, where its words are not those of the reference

    @property
    def plain(self) -> str:
        """What tells it from others, without a sentence: "coffee, Ana Costa, 2019-03-14"."""
        said = (self.what, *self.people, self.on.isoformat() if self.on else "")
        return ", ".join(part for part in said if part)


@dataclass(frozen=True, slots=True)
class Reference:
    """What the line points back at, as typed: what is said must hold, what is not said may be anything."""

    nouns: tuple[Noun, ...]  # what it may be, the likeliest first
    span: Span
    people: tuple[str, ...] = ()
    days: tuple[date, ...] = ()  # "friday" is the last one, else the next one
    channels: tuple[Channel, ...] = ()
    word: str = ""  # the word for the exchange: "coffee"
    what: str = ""  # its name, or words that it holds
    gathering: str = ""  # where it was
    by: str = ""  # of an introduction: who made it
    key: str = ""  # of this reference among those of the line; set when it was looked up
    targets: tuple[Target, ...] = ()  # what it may mean here


@dataclass(frozen=True, slots=True)
class Bin:
    """Into the bin with it."""

    on: date
    ref: Reference


@dataclass(frozen=True, slots=True)
class Restore:
    """Out of the bin with it."""

    on: date
    ref: Reference


@dataclass(frozen=True, slots=True)
class Amend:
    """It was otherwise: what is given here replaces what was kept, the rest stays."""

    on: date
    ref: Reference
    day: date | None = None
    channel: Channel | None = None
    minutes: int | None = None
    memorable: bool | None = None  # for everybody in it
    people: tuple[Met, ...] = ()  # were there too, or were (not) memorable
    gathering: GatheringName | None = None
    others: int | None = None
    substance: bool | None = None
    lost_touch: bool | None = None
    name: str = ""  # what it is called from now on
    about: str = ""  # other words for it; of an ask: to whom or what
    starts_at: time | None = None  # of a gathering
    size: int | None = None


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Undo the last thing done; which one that is, is known when it was looked up."""

    on: date
    span: Span
    batch_id: UUID | None = None
    subject: str = ""


Correction = Bin | Restore | Amend | TakeBack
CORRECTIONS = (Bin, Restore, Amend, TakeBack)
