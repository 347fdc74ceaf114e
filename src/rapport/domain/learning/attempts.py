"""What was tried, and what came of it: the coach learns from nothing else."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from rapport.domain.learning.arms import Arm
from rapport.domain.values import dataclass


class Remembering(StrEnum):
    """What the user says of a try from before Rapport."""

    COUNTED = "counted"
    NOT_MINE = "not_mine"  # it was something else


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try, with the meaningful connections credited to it so far."""

    arm: Arm
    on: date
    came: int = 0
    settled: bool = False  # nothing more is awaited; an answer that comes late all the same still counts
    key: str = ""  # of the card it came from, so that its minutes count once
    minutes: int = 0  # spent; 0: nobody said, the arm's usual
    remembered: bool = False  # from before Rapport: mailbox, calendar, or told at the start
    subject_id: UUID | None = None  # the person, or the series of a gathering
    energy_after: int | None = None  # 1 low … 5 high
    hour: int | None = None  # 0 to 23
