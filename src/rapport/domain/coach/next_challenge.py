"""The next challenge, proposed from the last one: how long, what to do how often, when to rest, and why.

A proposal, never a plan: every number of it is the user's to change. Goals are things to do, never people
to win. How much is what went on after the start of the last one, less where that was too much; of what, as
each way gave against what is usual of it.
"""

from collections.abc import Mapping
from enum import StrEnum
from statistics import fmean
from typing import Final

from rapport.domain.challenge.challenge import ActionGoal
from rapport.domain.challenge.presets import LENGTHS, WEEKLY, Preset
from rapport.domain.retrospective.values import Code, Finding, Retrospective
from rapport.domain.values import dataclass
from rapport.domain.ways import Way

EASED: Final = 0.8  # of what went on, where that was too much (as a low week eases the pace: COACH.md §3.5)
USUAL_WEEKLY: Final = float(sum(count for _, count in WEEKLY))  # actions a week, where nothing is known
LEAST, MOST = 2.0, 12.0  # actions a week
TIRED: Final = 2.8  # of 5: mean energy of a month that was too much (judgement)
LEAN: Final = (0.4, 1.8)  # how far one's own experience may move a way's part
ASKS_A_WEEK: Final = 1.0  # where mass asking brought little: those who are close, one after the other
SATURDAY: Final = 5
PLENTY_OF_REST: Final = 2  # days a week

TOO_MUCH: Final = (
    Code.LOAD_JUMPED, Code.ENERGY_FELL, Code.PRESSURE_ROSE, Code.PRESSURE_ROSE_WITH_LOAD,
)  # fmt: skip
LOADS: Final = (Code.LOAD_JUMPED, Code.LOAD_STEADY, Code.LOAD_GREW, Code.LOAD_EASED)
FEW_ASKS: Final = (Code.MASS_ASKING_LOW_YIELD, Code.ASKING_LOW_YIELD)


class Because(StrEnum):
    """Why the proposal is as it is."""

    JUMPED = "jumped"  # first, later: actions a week
    TIRED = "tired"  # energy: the mean of the check-ins
    PRESSED = "pressed"  # pressure rose
    STEADY = "steady"  # weekly: what went on well
    NOTHING_KNOWN = "nothing_known"  # too little was done to tell
    FEWER_ASKS = "fewer_asks"  # asked, came
    MORE = "more"  # a way that gave more than is usual
    LESS = "less"  # a way that gave less
    SERIES = "series"  # a gathering to return to
    SECOND_REST_DAY = "second_rest_day"
    OWED = "owed"  # help promised and not given


@dataclass(frozen=True, slots=True)
class Reason:
    because: Because
    numbers: tuple[tuple[str, float], ...] = ()
    way: Way | None = None
    finding: Finding | None = None  # what it rests on, where the look back says so


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the next challenge could be."""

    preset: Preset
    days: int
    goals: tuple[ActionGoal, ...]  # over the whole of it
    weekly: float  # actions a week, all together
    rest_weekdays: frozenset[int]
    is_gentler: bool
    reasons: tuple[Reason, ...]


def propose_next(told: Retrospective, gave: Mapping[Way, float]) -> Proposal:
    """From the last challenge. `gave`: what each way gives against what is usual of it (1: as usual)."""
    hard = _hard(told)
    weekly, load = _weekly(told, is_gentler=bool(hard))
    preset = Preset.GENTLE if hard else Preset.MONTH
    days, rest = LENGTHS[preset], told.challenge.rest_weekdays
    reasons = [*hard, *([] if hard else [load])]
    if hard and len(rest) < PLENTY_OF_REST and told.finding(Code.LOAD_JUMPED) is not None:
        rest = rest | {SATURDAY}
        reasons.append(Reason(Because.SECOND_REST_DAY))
    goals, why = _goals(told, gave, weekly, days)
    reasons += why
    for code, because in (
        (Code.NEXT_RETURN_TO_SERIES, Because.SERIES),
        (Code.NEXT_HELP_OWED, Because.OWED),
    ):
        if found := told.finding(code):
            reasons.append(Reason(because, finding=found))
    return Proposal(preset, days, goals, round(weekly, 1), rest, bool(hard), tuple(reasons))


def _hard(told: Retrospective) -> list[Reason]:
    """What says that it was too much."""
    found = []
    if jumped := told.finding(Code.LOAD_JUMPED):
        numbers = (
            ("first", float(jumped.number("first_weekly"))),
            ("later", float(jumped.number("later_weekly"))),
        )
        found.append(Reason(Because.JUMPED, numbers, finding=jumped))
    energy = [one.energy for one in told.feelings if one.energy is not None]
    fell = told.finding(Code.ENERGY_FELL)
    if energy and (fell or (len(energy) > 2 and fmean(energy) < TIRED)):
        found.append(Reason(Because.TIRED, (("energy", round(fmean(energy), 1)),), finding=fell))
    pressed = told.finding(Code.PRESSURE_ROSE) or told.finding(Code.PRESSURE_ROSE_WITH_LOAD)
    if pressed:
        found.append(Reason(Because.PRESSED, finding=pressed))
    return found


def _weekly(told: Retrospective, *, is_gentler: bool) -> tuple[float, Reason]:
    """Actions a week: what went on after the start, eased where that was too much."""
    load = next((found for code in LOADS if (found := told.finding(code))), None)
    if load is None:
        usual = USUAL_WEEKLY * (0.5 if is_gentler else 1.0)  # as the gentle preset has it
        return usual, Reason(Because.NOTHING_KNOWN, (("weekly", usual),))
    went_on = float(load.number("later_weekly"))
    kept = min(MOST, max(LEAST, went_on * (EASED if is_gentler else 1.0)))
    return kept, Reason(Because.STEADY, (("weekly", round(kept, 1)),), finding=load)


def _goals(
    told: Retrospective, gave: Mapping[Way, float], weekly: float, days: int
) -> tuple[tuple[ActionGoal, ...], list[Reason]]:
    """Each way's part of the week, leaning to what gave."""
    weeks, reasons, parts = days / 7, [], {}
    for way, usual in WEEKLY:
        lean = min(LEAN[1], max(LEAN[0], gave.get(way, 1.0)))
        parts[way] = usual * lean
        if way in gave and lean >= 1.25:
            reasons.append(Reason(Because.MORE, (("times", lean),), way))
        elif way in gave and lean <= 0.75:
            reasons.append(Reason(Because.LESS, (("times", lean),), way))
    whole = sum(parts.values())
    counts = {way: part / whole * weekly * weeks for way, part in parts.items()}
    few = next((found for code in FEW_ASKS if (found := told.finding(code))), None)
    if few is not None:
        counts[Way.ASK] = min(counts[Way.ASK], ASKS_A_WEEK * weeks)
        asked = next((way for way in told.ways if way.way is Way.ASK), None)
        numbers = (("asked", float(asked.tried)), ("came", float(asked.came))) if asked else ()
        reasons = [one for one in reasons if one.way is not Way.ASK]
        reasons.append(Reason(Because.FEWER_ASKS, numbers, Way.ASK, few))
    goals = tuple(ActionGoal(way, max(1, round(count))) for way, count in counts.items())
    return goals, reasons
