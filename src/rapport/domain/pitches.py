"""An offer of your work to one organisation, from dream to answer, and when to write again."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from rapport.domain.followups import IsRest, working_days_after
from rapport.domain.values import dataclass

NUDGE_AFTER = (3, 10)  # working days after sending; then it rests (EXPERIENCE.md, "Pitch")
FRIGHTENING = 4  # of 5


class Stage(StrEnum):
    DREAM = "dream"  # on the list
    DRAFT = "draft"
    SENT = "sent"
    FOLLOWED_UP = "followed_up"
    ANSWERED = "answered"
    CALL = "call"  # a conversation is arranged or was held
    WON = "won"
    LOST = "lost"
    PARKED = "parked"  # let go for now

    @property
    def is_closed(self) -> bool:
        return self in (Stage.WON, Stage.LOST, Stage.PARKED)


CAME_OF_IT = (Stage.CALL, Stage.WON)  # a real conversation, or more


@dataclass(frozen=True, slots=True)
class PitchStep:
    on: date
    stage: Stage
    due: date | None = None  # the day of the call, or of the next step


@dataclass(frozen=True, slots=True)
class Pitch:
    id: UUID
    organisation: str
    steps: tuple[PitchStep, ...] = ()  # in date order
    person_id: UUID | None = None
    fright: int | None = None  # 1 easy … 5 terrifying
    hopeful: bool | None = None  # did the user expect an answer?

    @property
    def stage(self) -> Stage:
        return self.steps[-1].stage if self.steps else Stage.DREAM

    @property
    def sent_on(self) -> date | None:
        """The first day it went out; an answer implies a sending."""
        after = [step.on for step in self.steps if step.stage not in (Stage.DREAM, Stage.DRAFT, Stage.PARKED)]
        return min(after) if after else None

    @property
    def came_of_it(self) -> bool:
        return any(step.stage in CAME_OF_IT for step in self.steps)


def nudge_on(pitch: Pitch, is_rest: IsRest) -> date | None:
    """When to follow up an unanswered pitch; None when it was answered, closed, or nudged twice."""
    if pitch.sent_on is None or pitch.stage not in (Stage.SENT, Stage.FOLLOWED_UP):
        return None
    nudges = sum(step.stage is Stage.FOLLOWED_UP for step in pitch.steps)
    if nudges >= len(NUDGE_AFTER):
        return None
    return working_days_after(pitch.sent_on, NUDGE_AFTER[nudges], is_rest)


def rung(pitch: Pitch) -> tuple[int, str]:
    """Where it stands on the ladder from easy to scary; an unsaid fright stands in the middle."""
    return (pitch.fright if pitch.fright is not None else 3, pitch.organisation)
