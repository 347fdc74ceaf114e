"""What a card can ask for and why, with the usual minutes and way of each kind."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from rapport.domain.learning.arms import Arm
from rapport.domain.values import dataclass
from rapport.domain.ways import Way


class Reply(StrEnum):
    """What the user said to a card."""

    DONE = "done"
    NOT_TODAY = "not_today"
    NOT_FOR_ME = "not_for_me"
    LATER = "later"  # of somebody to write to again: not for a good while


class Kind(StrEnum):
    """What a card asks one to do."""

    FOLLOW_UP = "follow_up"  # a next step with a date
    FOLLOW_UP_HELLO = "follow_up_hello"  # a hello that two days could make more
    KEEP_PROMISE = "keep_promise"
    ANSWER = "answer"  # they wrote, they wait
    REMIND_ASK = "remind_ask"
    NUDGE_PITCH = "nudge_pitch"
    GO_TO_GATHERING = "go_to_gathering"
    DEBRIEF = "debrief"  # a gathering is over, nothing is logged
    ASK = "ask"
    FIND_GATHERING = "find_gathering"
    PITCH = "pitch"
    RECONNECT = "reconnect"
    GIVE = "give"
    CHOOSE_GOALS = "choose_goals"  # nothing to go on yet
    LOG_SOMEONE = "log_someone"  # tell Rapport of one person


class Why(StrEnum):
    """Why a card is there: a code for the sentence, with the card's numbers."""

    DUE_TODAY = "due_today"
    OVERDUE = "overdue"  # days
    MET_LATELY = "met_lately"  # days since
    PROMISED = "promised"  # days since
    WROTE_TO_YOU = "wrote_to_you"  # days since
    WAITING = "waiting"  # days since asked or sent
    THINKING = "thinking"  # days since they said they would think about it
    ON_TODAY = "on_today"
    ON_TOMORROW = "on_tomorrow"
    WAS_YESTERDAY = "was_yesterday"  # days since: up to three, over a rest day
    GOAL_OPEN = "goal_open"  # done, of, days left
    CLOSE_TO_YOU = "close_to_you"  # closeness
    DORMANT = "dormant"  # days since
    THEY_NEED = "they_need"
    FIRST_STEP = "first_step"
    EXPECTED = "expected"  # what it may bring for its effort, as its terms say
    STRETCH = "stretch"  # fright, hardest: one rung above the hardest thing done; free to decline
    SMALL_TODAY = "small_today"  # a start: fewer minutes than it would take


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that could be done today, before anybody chose."""

    kind: Kind
    way: Way
    key: str  # stable: kind and subject, e.g. "nudge_pitch:<id>"
    minutes: int
    why: Why
    numbers: tuple[tuple[str, float], ...] = ()  # what the reason speaks of, by name
    due_on: date | None = None
    subject_id: UUID | None = None
    subject: str = ""  # the person, gathering or organisation, as named
    detail: str = ""  # what was promised, asked or noted
    email: str = ""  # where the draft could go
    fright: int | None = None  # 1 easy … 5 terrifying
    arm: Arm | None = None  # what it is a try of; None: nothing to learn from it
    readiness: float = 0.0  # 0 to 1: how ready, fitting or fresh it is among those of its arm
    series_id: UUID | None = None  # of a gathering that comes again, where one has been: its own past counts


@dataclass(frozen=True, slots=True)
class Action:
    """A card: the candidate, how it ranked, and by which numbers."""

    candidate: Candidate
    score: float  # connections to expect of 45 minutes; more for what is due
    terms: tuple[tuple[str, float], ...]  # the numbers that ranked it (domain.coach.scores)


@dataclass(frozen=True, slots=True)
class Done:
    """What became of an earlier card."""

    on: date
    way: Way
    key: str
    reply: Reply
    minutes: int = 0


# Minutes at the desk: efforts of COACH.md §3.2 (units of 45 min) where it names the way, else judgement.
USUAL = {
    Kind.FOLLOW_UP: (Way.FOLLOW_UP, 10),
    Kind.FOLLOW_UP_HELLO: (Way.FOLLOW_UP, 10),
    Kind.KEEP_PROMISE: (Way.GIVE, 20),
    Kind.ANSWER: (Way.FOLLOW_UP, 10),
    Kind.REMIND_ASK: (Way.ASK, 5),
    Kind.NUDGE_PITCH: (Way.PITCH, 10),
    Kind.GO_TO_GATHERING: (Way.GATHERING, 10),  # to get ready; the evening is not counted against the day
    Kind.DEBRIEF: (Way.LOG, 5),
    Kind.ASK: (Way.ASK, 20),
    Kind.FIND_GATHERING: (Way.GATHERING, 15),
    Kind.PITCH: (Way.PITCH, 45),
    Kind.RECONNECT: (Way.RECONNECT, 15),
    Kind.GIVE: (Way.GIVE, 15),
    Kind.CHOOSE_GOALS: (Way.LOG, 5),
    Kind.LOG_SOMEONE: (Way.LOG, 5),
}
USUAL_ARM = {  # what it is a try of, where nothing more is known
    Kind.FOLLOW_UP_HELLO: Arm.FOLLOW_UP,
    Kind.REMIND_ASK: Arm.NUDGE,
    Kind.NUDGE_PITCH: Arm.NUDGE,
    Kind.ASK: Arm.ASK_MIDDLE,
    Kind.FIND_GATHERING: Arm.SMALL,
    Kind.PITCH: Arm.PITCH,
    Kind.RECONNECT: Arm.RECONNECT_FAR,
    Kind.GIVE: Arm.GIVE,
}
FOR_GOALS = (  # what brings an action goal of its way forward
    Kind.ASK,
    Kind.FIND_GATHERING,
    Kind.GO_TO_GATHERING,
    Kind.PITCH,
    Kind.RECONNECT,
    Kind.GIVE,
    Kind.KEEP_PROMISE,
)


def card(
    kind: Kind,
    why: Why,
    about: object = "",
    numbers: tuple[tuple[str, float], ...] = (),
    due_on: date | None = None,
    detail: str = "",
) -> Candidate:
    """A candidate of this kind, keyed by the kind and what it is about."""
    way, minutes = USUAL[kind]
    key = f"{kind}:{about}" if about else str(kind)
    return Candidate(kind, way, key, minutes, why, numbers, due_on, detail=detail, arm=USUAL_ARM.get(kind))
