"""All constants of one made-up world, in one value: every number is an assumption.

The defaults are the story-like world. Rates are meaningful connections a try at full energy, on average
over the people who live there; each person's own differ from them by `variety`.
"""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Final

from rapport.domain.learning.arms import ARMS, Arm
from rapport.domain.values import dataclass

EVENTS: Final = (Arm.SMALL, Arm.MIDDLE, Arm.LARGE, Arm.CONFERENCE)
MESSAGES: Final = (
    Arm.ASK_HIGH,
    Arm.ASK_MIDDLE,
    Arm.ASK_LOW,
    Arm.RECONNECT_CLOSE,
    Arm.RECONNECT_FAR,
    Arm.GIVE,
    Arm.PITCH,
    Arm.FOLLOW_UP,
    Arm.NUDGE,
)


class Rule(StrEnum):
    """What makes somebody say yes to an ask."""

    EITHER = "either"  # a close friend, or an obvious fit
    MIXED = "mixed"
    BOTH = "both"  # close and fitting


def usual(arms: tuple[Arm, ...]) -> dict[Arm, float]:
    return {arm: ARMS[arm].prior for arm in arms}


@dataclass(frozen=True, slots=True)
class Nature:
    """How a world is."""

    # the network, and what shows of it
    contacts: float = 60
    dormant: float = 0.35  # share of contacts
    tie: tuple[float, float] = (1.2, 2.8)  # Beta
    fit: tuple[float, float] = (0.8, 2.4)  # Beta
    tie_noise: float = 0.9  # standard deviation, on the logit
    fit_noise: float = 0.9
    # what a message brings
    rule: Rule = Rule.MIXED
    ask: float = 0.055  # somebody asked at random
    again: float = 0.5  # of the chance, each time one was asked before
    helped: float = 1.5  # times the chance, for 60 days after a help
    reconnect: float = 0.20
    reconnect_tie: float = 0.6  # how much of it hangs on the tie
    give: float = 0.08
    needs: float = 0.35  # occasions to help, a day
    pitch: float = 0.30
    follow_up: float = 0.20
    fresh: float = 4.0  # days after which a meeting is worth half
    nudge: float = 0.10
    delay: float = 3.5  # days until an answer, on average; one at least
    silent: float = 0.6  # share of failures of which one hears nothing
    # gatherings
    events: Mapping[Arm, float] = field(default_factory=lambda: usual(EVENTS))
    supply: Mapping[Arm, float] = field(  # a week
        default_factory=lambda: {Arm.SMALL: 0.6, Arm.MIDDLE: 0.6, Arm.LARGE: 0.4, Arm.CONFERENCE: 0.08}
    )
    met: float = 1.0  # people met, times what `ARMS` says
    clumped: float = 2.0  # shape of the Gamma by which evenings of one kind differ
    series: float = 1.2  # recurring meetups within reach
    series_rate: float = 1.0  # at its best
    series_growth: float = 0.4  # share of it that only comes with visits, over three of them
    series_visits: float = 7.0  # until everybody there is known
    series_fades: float = 0.75  # of the rate, with each visit after that
    # people
    variety: float = 0.35  # standard deviation of a person's own rates, on the logarithm
    charm: float = 0.25  # the same, of all their rates at once
    weekly: float = 12.0  # units one says one has
    # energy
    capacity: float = 11.0  # units a week one can bear
    capacity_variety: float = 0.3
    drain: float = 0.05  # by a day at capacity
    recover: float = 0.13  # share of what is missing, a day
    rest: float = 2.0  # times that, on a day of rest
    rejection: float = 0.03  # a no; silence weighs half
    cheer: float = 0.02  # a connection
    bite: float = 1.0  # of success, for each unit of energy below `fair`
    fair: float = 0.6
    quits: float = 0.0035  # a day, whatever happens
    quits_tired: float = 0.5  # a day, times the square of what energy lacks to one half
    checkin_noise: float = 0.1
    checkins: float = 0.85  # share of mornings with one
