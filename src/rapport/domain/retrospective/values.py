"""What the look back is made of: findings with stable codes, their numbers and the evidence they rest on."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from rapport.domain.challenge.challenge import Challenge
from rapport.domain.challenge.checkins import CheckIn
from rapport.domain.challenge.referee import Rule, Verdict
from rapport.domain.learning.learning import Share, Way
from rapport.domain.values import dataclass

Number = int | float


class Code(StrEnum):
    """What was found. Stable: exports and links name it."""

    # the hope, and the action goals
    HOPE_MISSED_BY_FAR = "hope_missed_by_far"
    HOPE_PARTLY_MET = "hope_partly_met"
    HOPE_MET = "hope_met"
    HOPE_OPEN = "hope_open"  # the challenge still runs
    NO_HOPE_SET = "no_hope_set"
    HOPE_COUNTED_REST_DAYS = "hope_counted_rest_days"
    HOPE_WITHOUT_REST = "hope_without_rest"  # one a day or more, and no day off at all
    HOPE_LEFT_ROOM = "hope_left_room"
    ACTION_GOAL_KEPT = "action_goal_kept"
    ACTION_GOAL_OPEN = "action_goal_open"
    # where it all came from
    FEW_CLOSE_INTRODUCERS = "few_close_introducers"
    FEW_DISTANT_INTRODUCERS = "few_distant_introducers"
    FEW_INTRODUCERS = "few_introducers"  # some close, some not
    SPREAD_ORIGINS = "spread_origins"
    OWN_ORIGINS = "own_origins"  # found without anybody's introduction
    # gatherings
    SMALL_GATHERINGS_MEMORABLE = "small_gatherings_memorable"
    LARGE_GATHERINGS_MEMORABLE = "large_gatherings_memorable"
    GATHERING_SIZE_UNTOLD = "gathering_size_untold"
    BEST_GATHERING = "best_gathering"
    STRETCH_OPENED_OPPORTUNITY = "stretch_opened_opportunity"
    STRETCH_OPENED_NOTHING = "stretch_opened_nothing"
    # asks
    MASS_ASKING_LOW_YIELD = "mass_asking_low_yield"
    ASKING_LOW_YIELD = "asking_low_yield"
    ASKING_MIXED = "asking_mixed"
    ASKING_WORKED = "asking_worked"
    CLOSE_ANSWER_MORE = "close_answer_more"
    DISTANT_ANSWER_MORE = "distant_answer_more"
    CLOSE_INTRODUCE_MORE = "close_introduce_more"
    DISTANT_INTRODUCE_MORE = "distant_introduce_more"
    CLOSENESS_UNTOLD = "closeness_untold"
    # pitches
    PITCHES_BETTER_THAN_FEARED = "pitches_better_than_feared"
    PITCHES_WORSE_THAN_HOPED = "pitches_worse_than_hoped"
    PITCHES_WORKED = "pitches_worked"
    PITCHES_BROUGHT_LITTLE = "pitches_brought_little"
    # pace and feelings
    LOAD_JUMPED = "load_jumped"
    LOAD_STEADY = "load_steady"
    LOAD_GREW = "load_grew"
    LOAD_EASED = "load_eased"
    PRESSURE_ROSE_WITH_LOAD = "pressure_rose_with_load"
    PRESSURE_EASED_WITH_LOAD = "pressure_eased_with_load"  # high in the busy days, lower after them
    PRESSURE_ROSE = "pressure_rose"
    PRESSURE_FELL = "pressure_fell"
    PRESSURE_EVEN = "pressure_even"
    ENERGY_ROSE = "energy_rose"
    ENERGY_FELL = "energy_fell"
    ENERGY_EVEN = "energy_even"
    # small samples
    TOO_EARLY_TO_TELL = "too_early_to_tell"
    # what next
    NEXT_ACTION_GOALS = "next_action_goals"
    NEXT_GENTLER_PACE = "next_gentler_pace"
    NEXT_KEEP_PACE = "next_keep_pace"
    NEXT_RETURN_TO_SERIES = "next_return_to_series"
    NEXT_RETURN_IF_AGAIN = "next_return_if_again"  # no series is known
    NEXT_ASK_CLOSE = "next_ask_close"
    NEXT_ASK_WIDELY = "next_ask_widely"
    NEXT_STRETCH_AGAIN = "next_stretch_again"
    NEXT_HELP_OWED = "next_help_owed"
    NEXT_THANK_INTRODUCERS = "next_thank_introducers"


class Part(StrEnum):
    """Where in the story of the month a finding is told."""

    SUCCESS = "success"
    STUMBLE = "stumble"
    LEARNT = "learnt"  # neither: something to know, or that it is too early to know
    FEELING = "feeling"
    NEXT = "next"


_SUCCESSES = {
    Code.HOPE_MET, Code.HOPE_LEFT_ROOM, Code.ACTION_GOAL_KEPT, Code.FEW_CLOSE_INTRODUCERS,
    Code.FEW_DISTANT_INTRODUCERS, Code.FEW_INTRODUCERS, Code.SPREAD_ORIGINS, Code.OWN_ORIGINS,
    Code.BEST_GATHERING, Code.STRETCH_OPENED_OPPORTUNITY, Code.ASKING_WORKED,
    Code.PITCHES_BETTER_THAN_FEARED, Code.PITCHES_WORKED, Code.LOAD_STEADY,
}  # fmt: skip
_STUMBLES = {
    Code.HOPE_MISSED_BY_FAR, Code.HOPE_PARTLY_MET, Code.HOPE_COUNTED_REST_DAYS, Code.HOPE_WITHOUT_REST,
    Code.STRETCH_OPENED_NOTHING, Code.MASS_ASKING_LOW_YIELD, Code.ASKING_LOW_YIELD,
    Code.PITCHES_WORSE_THAN_HOPED, Code.PITCHES_BROUGHT_LITTLE, Code.LOAD_JUMPED,
}  # fmt: skip


def part_of(code: Code) -> Part:
    if code.startswith("next_"):
        return Part.NEXT
    if code.startswith(("pressure_", "energy_")):
        return Part.FEELING
    return Part.SUCCESS if code in _SUCCESSES else Part.STUMBLE if code in _STUMBLES else Part.LEARNT


# Each with what the opposite month would have said.
OPPOSITES = (
    (Code.HOPE_MISSED_BY_FAR, Code.HOPE_MET),
    (Code.HOPE_COUNTED_REST_DAYS, Code.HOPE_LEFT_ROOM),
    (Code.HOPE_WITHOUT_REST, Code.HOPE_LEFT_ROOM),
    (Code.ACTION_GOAL_KEPT, Code.ACTION_GOAL_OPEN),
    (Code.FEW_CLOSE_INTRODUCERS, Code.SPREAD_ORIGINS),
    (Code.FEW_CLOSE_INTRODUCERS, Code.FEW_DISTANT_INTRODUCERS),
    (Code.FEW_INTRODUCERS, Code.SPREAD_ORIGINS),
    (Code.FEW_INTRODUCERS, Code.OWN_ORIGINS),
    (Code.SMALL_GATHERINGS_MEMORABLE, Code.LARGE_GATHERINGS_MEMORABLE),
    (Code.STRETCH_OPENED_OPPORTUNITY, Code.STRETCH_OPENED_NOTHING),
    (Code.MASS_ASKING_LOW_YIELD, Code.ASKING_WORKED),
    (Code.ASKING_LOW_YIELD, Code.ASKING_WORKED),
    (Code.CLOSE_ANSWER_MORE, Code.DISTANT_ANSWER_MORE),
    (Code.CLOSE_INTRODUCE_MORE, Code.DISTANT_INTRODUCE_MORE),
    (Code.PITCHES_BETTER_THAN_FEARED, Code.PITCHES_WORSE_THAN_HOPED),
    (Code.PITCHES_WORKED, Code.PITCHES_BROUGHT_LITTLE),
    (Code.LOAD_JUMPED, Code.LOAD_STEADY),
    (Code.LOAD_JUMPED, Code.LOAD_GREW),
    (Code.PRESSURE_ROSE_WITH_LOAD, Code.PRESSURE_FELL),
    (Code.PRESSURE_EASED_WITH_LOAD, Code.PRESSURE_EVEN),
    (Code.PRESSURE_ROSE, Code.PRESSURE_FELL),
    (Code.ENERGY_ROSE, Code.ENERGY_FELL),
    (Code.NEXT_GENTLER_PACE, Code.NEXT_KEEP_PACE),
    (Code.NEXT_ASK_CLOSE, Code.NEXT_ASK_WIDELY),
)


class EvidenceKind(StrEnum):
    """What a piece of evidence is."""

    CHALLENGE = "challenge"
    PERSON = "person"
    INTERACTION = "interaction"
    GATHERING = "gathering"
    ASK = "ask"
    INTRODUCTION = "introduction"
    PITCH = "pitch"
    HELP = "help"
    NEED = "need"
    FOLLOW_UP = "follow_up"
    OPPORTUNITY = "opportunity"
    CHECK_IN = "check_in"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact a finding rests on; a check-in has a day and no id."""

    kind: EvidenceKind
    id: UUID | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the days tell, with the numbers its sentence speaks of."""

    code: Code
    numbers: tuple[tuple[str, Number], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    shares: tuple[Share, ...] = ()  # in the order the sentence names them
    subjects: tuple[UUID, ...] = ()  # people or gatherings to name
    way: Way | None = None
    assumed: bool = False  # some of its evidence is marked as assumed

    @property
    def part(self) -> Part:
        return part_of(self.code)

    def number(self, name: str) -> Number:
        return dict(self.numbers)[name]


@dataclass(frozen=True, slots=True)
class WayTold:
    """One way of meeting people: how often tried, what came of it, and the minutes that are known."""

    way: Way
    share: Share
    connections: int  # how many began this way
    minutes: int | None  # None: nobody wrote any down
    evidence: tuple[Evidence, ...] = ()

    @property
    def tried(self) -> int:
        return self.share.tried

    @property
    def came(self) -> int:
        return self.share.came


@dataclass(frozen=True, slots=True)
class Retrospective:
    """The month told back, from its first day to `until`."""

    challenge: Challenge
    until: date  # the last day looked at
    over: bool
    verdicts: tuple[tuple[Verdict, int], ...]  # in the order of Verdict
    days_with: int  # days with a connection
    rest_days: int  # among the days looked at
    ways: tuple[WayTold, ...]
    done_on: tuple[date, ...]  # the day of every action of mine, in order
    feelings: tuple[CheckIn, ...]
    findings: tuple[Finding, ...]

    @property
    def rule(self) -> Rule:
        return self.challenge.rule

    @property
    def connections(self) -> int:
        return dict(self.verdicts).get(Verdict.CONNECTION, 0)

    def told_as(self, part: Part) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.part is part)

    @property
    def next_steps(self) -> tuple[Finding, ...]:
        return self.told_as(Part.NEXT)

    def finding(self, code: Code) -> Finding | None:
        return next((finding for finding in self.findings if finding.code is code), None)
