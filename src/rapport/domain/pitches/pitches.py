"""An offer of your work to one organisation, from dream to answer, and when to write again."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from rapport.domain.interactions.followups import IsRest, working_days_after
from rapport.domain.values import dataclass

NUDGE_AFTER = (3, 10)  # working days after sending; then it rests (EXPERIENCE.md, "Pitch")
MOST_NUDGES = 2  # ever (COACH.md §3.6)
LONGEST_WAIT = 366  # days: a nudge a year later would be a new pitch
NEVER = (0,)  # how a store writes "no nudges"; nothing written means NUDGE_AFTER
REST_AFTER = 5  # working days without an answer to the last message: it may rest (judgement)
STALE = timedelta(days=30)  # a nudge this late would only surprise
PLANNED_FOR = timedelta(days=7)  # a day meant for a pitch is remembered so long; it is no debt
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

    @property
    def is_waiting(self) -> bool:
        """Out, and nothing has come back."""
        return self in (Stage.SENT, Stage.FOLLOWED_UP)


CAME_OF_IT = (Stage.CALL, Stage.WON)  # a real conversation, or more
REPLIED = (Stage.ANSWERED, *CAME_OF_IT)  # turned down may be silence: it is not counted as an answer
NOT_SENT = (Stage.DREAM, Stage.DRAFT, Stage.PARKED)  # steps that say nothing of a sending


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
    rung: int | None = None  # the user's own order over all pitches, from easy to scary
    planned_on: date | None = None  # meant to go out on this day
    through_id: UUID | None = None  # a warm path
    feared: str = ""  # what might go wrong, before sending
    afterwards: str = ""  # what really happened

    @property
    def stage(self) -> Stage:
        return self.steps[-1].stage if self.steps else Stage.DREAM

    @property
    def sent_on(self) -> date | None:
        """The first day it went out; an answer implies a sending."""
        after = [step.on for step in self.steps if step.stage not in NOT_SENT]
        return min(after) if after else None

    @property
    def is_unsent(self) -> bool:
        """A dream or a draft: it stands on the ladder."""
        return self.stage in (Stage.DREAM, Stage.DRAFT)

    @property
    def came_of_it(self) -> bool:
        return any(step.stage in CAME_OF_IT for step in self.steps)

    @property
    def was_answered(self) -> bool:
        return any(step.stage in REPLIED for step in self.steps)

    @property
    def is_scary(self) -> bool:
        """Said to be so, in a number or in words."""
        return (self.fright or 0) >= FRIGHTENING or bool(self.feared)


class Next(StrEnum):
    """What an unanswered pitch may want."""

    NUDGE = "nudge"  # a kind line
    LET_REST = "let_rest"  # silence is closed, honestly


@dataclass(frozen=True, slots=True)
class NextStep:
    """What comes next, and from which day on."""

    what: Next
    on: date


def policy(stored: Sequence[int]) -> tuple[int, ...]:
    """After how many working days to write again: the user's own policy, or the usual one."""
    return tuple(days for days in stored if days > 0)[:MOST_NUDGES] if stored else NUDGE_AFTER


def nudge_on(pitch: Pitch, is_rest: IsRest, after: Sequence[int] = NUDGE_AFTER) -> date | None:
    """When to follow up an unanswered pitch; None when it was answered, closed, or nudged often enough.

    A late nudge puts the next one off: the days between the two stay.
    """
    if pitch.sent_on is None or not pitch.stage.is_waiting:
        return None
    nudged = [step.on for step in pitch.steps if step.stage is Stage.FOLLOWED_UP]
    if len(nudged) >= len(after):
        return None
    days = after[len(nudged)]
    on = working_days_after(pitch.sent_on, days, is_rest)
    if nudged:
        between = max(1, days - after[len(nudged) - 1])
        on = max(on, working_days_after(nudged[-1], between, is_rest))
    return on


def next_step(
    pitch: Pitch, is_rest: IsRest, today: date, after: Sequence[int] = NUDGE_AFTER
) -> NextStep | None:
    """The next nudge; once none is left, or it is long past, the day from which silence may be closed."""
    if pitch.sent_on is None or not pitch.stage.is_waiting:
        return None
    nudge = nudge_on(pitch, is_rest, after)
    if nudge is None:
        return NextStep(Next.LET_REST, working_days_after(pitch.steps[-1].on, REST_AFTER, is_rest))
    if today >= nudge + STALE:
        return NextStep(Next.LET_REST, nudge + STALE)
    return NextStep(Next.NUDGE, nudge)
