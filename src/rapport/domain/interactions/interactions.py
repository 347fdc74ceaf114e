"""The fact everything is derived from: one dated exchange with one or more people."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from rapport.domain.values import dataclass


class Channel(StrEnum):
    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"
    EMAIL = "email"
    MESSAGE = "message"

    @property
    def is_live(self) -> bool:
        """Both sides are there at the same moment."""
        return self in (Channel.IN_PERSON, Channel.VIDEO, Channel.PHONE)


class Direction(StrEnum):
    OUTBOUND = "outbound"  # I wrote or called, nothing came back in this exchange
    INBOUND = "inbound"  # they wrote or called me
    MUTUAL = "mutual"  # both sides took part


@dataclass(frozen=True, slots=True)
class Participation:
    """One person's part in an interaction."""

    person_id: UUID
    memorable: bool | None = None  # would you both remember it in a week? None: not said


@dataclass(frozen=True, slots=True)
class Interaction:
    id: UUID
    on: date
    channel: Channel
    direction: Direction
    people: tuple[Participation, ...] = ()
    minutes: int | None = None
    gathering_id: UUID | None = None
    others: int = 0  # met, neither named nor memorable
    lost_touch: bool = False
    substance: bool | None = None  # a real exchange, not a courtesy? None: not said


@dataclass(frozen=True, slots=True)
class Meeting:
    """One interaction seen from one person's story."""

    id: UUID
    on: date
    channel: Channel
    direction: Direction
    minutes: int | None = None
    memorable: bool | None = None
    substance: bool | None = None
    lost_touch: bool = False
    gathering_id: UUID | None = None
    others: int = 0  # people there beside the two of us
