"""What the coach can choose between: each arm with its usual effort and a first guess of what it brings."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from rapport.domain.values import dataclass
from rapport.domain.ways import Way

UNIT: Final = 45  # minutes of one unit of effort (COACH.md §2)


class Arm(StrEnum):
    """A kind of try that is learned of by itself."""

    ASK_HIGH = "ask_high"  # by how ready they are to introduce me
    ASK_MIDDLE = "ask_middle"
    ASK_LOW = "ask_low"
    RECONNECT_CLOSE = "reconnect_close"  # the tie was close: 0.4 and more
    RECONNECT_FAR = "reconnect_far"
    GIVE = "give"
    PITCH = "pitch"
    SMALL = "small"  # a gathering of at most 30 people
    MIDDLE = "middle"  # 30 to 100
    LARGE = "large"  # more than 100
    CONFERENCE = "conference"
    SERIES = "series"  # a recurring meetup one returns to
    FOLLOW_UP = "follow_up"  # to somebody met
    NUDGE = "nudge"  # on silence


@dataclass(frozen=True, slots=True)
class ArmFacts:
    """What is known of an arm before anybody tried."""

    way: Way
    minutes: float  # of effort, the way there included
    prior: float  # new meaningful connections a try
    many: bool = False  # one try may bring several people
    met: float = 0.0  # people met a try, whom a follow-up may reach

    @property
    def effort(self) -> float:
        """In units of 45 minutes."""
        return self.minutes / UNIT


ARMS: Final[Mapping[Arm, ArmFacts]] = {  # COACH.md §3.2, met: §3.4; who seems ready says yes 1 in 6: §2.3
    Arm.ASK_HIGH: ArmFacts(Way.ASK, 22.5, 0.15),
    Arm.ASK_MIDDLE: ArmFacts(Way.ASK, 22.5, 0.08),
    Arm.ASK_LOW: ArmFacts(Way.ASK, 22.5, 0.03),
    Arm.RECONNECT_CLOSE: ArmFacts(Way.RECONNECT, 31.5, 0.25),
    Arm.RECONNECT_FAR: ArmFacts(Way.RECONNECT, 31.5, 0.15),
    Arm.GIVE: ArmFacts(Way.GIVE, 22.5, 0.08),
    Arm.PITCH: ArmFacts(Way.PITCH, 90, 0.30),
    Arm.SMALL: ArmFacts(Way.GATHERING, 135, 0.9, many=True, met=2),
    Arm.MIDDLE: ArmFacts(Way.GATHERING, 157.5, 0.7, many=True, met=2.7),
    Arm.LARGE: ArmFacts(Way.GATHERING, 180, 0.4, many=True, met=3.6),
    Arm.CONFERENCE: ArmFacts(Way.GATHERING, 360, 0.9, many=True, met=7),
    Arm.SERIES: ArmFacts(Way.GATHERING, 112.5, 1.0, many=True, met=1),
    Arm.FOLLOW_UP: ArmFacts(Way.FOLLOW_UP, 13.5, 0.20),
    Arm.NUDGE: ArmFacts(Way.FOLLOW_UP, 9, 0.10),
}
ASKS: Final = frozenset({Arm.ASK_HIGH, Arm.ASK_MIDDLE, Arm.ASK_LOW})
EVENINGS: Final = frozenset(arm for arm, facts in ARMS.items() if facts.many)
CLOSE_ENOUGH: Final = 0.4  # closeness from which a dormant tie is RECONNECT_CLOSE (COACH.md §3.2)


def reconnect_arm(closeness: float) -> Arm:
    """Of a tie fallen silent, by how close it was."""
    return Arm.RECONNECT_CLOSE if closeness >= CLOSE_ENOUGH else Arm.RECONNECT_FAR
