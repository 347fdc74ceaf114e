"""Who brought whom together, and what grew from it."""

from datetime import date
from enum import StrEnum
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
    """One of the two who are brought together."""

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


@dataclass(frozen=True, slots=True)
class Introduction:
    id: UUID
    on: date
    person_id: UUID
    introducer_id: UUID | None = None  # None: I introduced them
    other_id: UUID | None = None  # None: to me
    step: Step = Step.CONNECTED
    ask_id: UUID | None = None
