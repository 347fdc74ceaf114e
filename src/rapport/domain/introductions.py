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


@dataclass(frozen=True, slots=True)
class Introduction:
    id: UUID
    on: date
    person_id: UUID
    introducer_id: UUID | None = None  # None: I introduced them
    other_id: UUID | None = None  # None: to me
    step: Step = Step.CONNECTED
    ask_id: UUID | None = None
