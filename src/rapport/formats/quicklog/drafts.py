"""Statements in the making: what comes later in the line may still complete them."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, ClassVar

from rapport.domain.interactions.interactions import Channel, Direction
from rapport.domain.pitches.pitches import Stage
from rapport.domain.quicklog.quicklog import (
    CheckedIn,
    Encounter,
    FollowUp,
    GatheringName,
    Met,
    Name,
    Opened,
    Pitched,
    Planned,
    Promised,
    Span,
    Statement,
)
from rapport.formats.quicklog.when import When


@dataclass
class Draft:
    """What every statement in the making has: its place, its day, the people a pronoun may mean."""

    is_correction: ClassVar[bool] = False  # of an earlier line
    start: int = 0  # first token
    sentence: int = 0
    when: When | None = None

    def who(self) -> tuple[Name, ...]:
        """The people a following pronoun may mean."""
        return ()

    def build(self, on: date) -> Statement:
        """The finished statement, for the day its line is about."""
        raise NotImplementedError

    def day(self) -> date | None:
        """The day of the fact, when the line gives one."""
        return self.when.past if self.when else None


@dataclass
class MetDraft:
    """One person of an encounter in the making."""

    name: Name
    memorable: bool | None = None
    introducer: Name | None = None


@dataclass
class EncounterDraft(Draft):
    """An encounter; `lists` remembers where each list of names began."""

    channel: Channel = Channel.IN_PERSON
    direction: Direction = Direction.MUTUAL
    people: list[MetDraft] = field(default_factory=list)
    lists: int = 0
    last_list: int = 0
    minutes: int | None = None
    gathering: GatheringName | None = None
    others: int = 0
    lost_touch: bool = False
    substance: bool | None = None
    memorable: bool | None = None  # for everyone, whoever is named later too

    def who(self) -> tuple[Name, ...]:
        return tuple(met.name for met in self.people)

    def add(self, names: tuple[Name, ...]) -> None:
        """One more list of people."""
        if names:
            self.lists += 1
            self.last_list = len(self.people)
            self.people += [MetDraft(name) for name in names]

    def met(self) -> tuple[Met, ...]:
        """The people as they stand in the statement."""
        return tuple(
            Met(met.name, self.memorable if met.memorable is None else met.memorable, met.introducer)
            for met in self.people
        )

    def build(self, on: date) -> Encounter:
        return Encounter(
            on, self.met(), self.channel, self.direction, self.minutes, self.gathering, self.others,
            self.lost_touch, self.substance,
        )  # fmt: skip


@dataclass(kw_only=True)
class PlannedDraft(Draft):
    """A gathering to go to."""

    gathering: GatheringName

    def build(self, on: date) -> Planned:
        return Planned(self.when.coming if self.when else on, self.gathering)

    def day(self) -> date | None:
        return None


@dataclass(kw_only=True)
class PitchDraft(Draft):
    """A pitch at one stage."""

    organisation: str
    span: Span
    stage: Stage
    person: Name | None = None
    fright: int | None = None
    hopeful: bool | None = None
    due: date | None = None

    @property
    def has_deadline(self) -> bool:
        """A later date in the line may be its next step."""
        return True

    @property
    def is_ahead(self) -> bool:
        """A plain date is the day of the call to come, not of the step taken."""
        return self.stage is Stage.CALL

    def who(self) -> tuple[Name, ...]:
        return (self.person,) if self.person else ()

    def build(self, on: date) -> Pitched:
        return Pitched(
            on, self.organisation, self.span, self.stage, self.person, self.fright, self.hopeful, self.due
        )  # fmt: skip


@dataclass
class CheckInDraft(Draft):
    """Energy and pressure of a day."""

    energy: int | None = None
    pressure: int | None = None

    def build(self, on: date) -> CheckedIn:
        return CheckedIn(on, self.energy, self.pressure)


@dataclass(kw_only=True)
class PlainDraft(Draft):
    """Any other statement: a prototype whose day, deadline and open text are filled in at the end."""

    prototype: Any  # a statement without its own draft
    people: tuple[Name, ...] = ()
    text_field: str = ""
    text: str = ""
    text_span: tuple[int, int] = (0, 0)  # tokens
    due: date | None = None

    def who(self) -> tuple[Name, ...]:
        return self.people

    @property
    def has_deadline(self) -> bool:
        """A later date in the line may be its deadline."""
        return isinstance(self.prototype, Promised | FollowUp)

    @property
    def is_ahead(self) -> bool:
        """A plain date is the deadline, not the day of the promise."""
        return self.has_deadline

    @property
    def takes_people(self) -> bool:
        """Whom it is about may be said after it."""
        return isinstance(self.prototype, Opened | FollowUp)

    def build(self, on: date) -> Statement:
        values: dict[str, Any] = {"on": on}
        if self.text_field:
            values[self.text_field] = self.text
        if self.has_deadline and self.due is not None:
            values["due"] = self.due
        built: Statement = replace(self.prototype, **values)
        return built
