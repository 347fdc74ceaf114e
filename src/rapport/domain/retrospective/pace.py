"""How much was done when, and how it felt."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil
from statistics import fmean, median

from rapport.domain.challenge.checkins import CheckIn
from rapport.domain.retrospective.month import Month, weeks
from rapport.domain.retrospective.values import Code, Evidence, EvidenceKind, Finding, Number
from rapport.domain.values import dataclass

BASELINE = 28  # days before the first day that tell the load one was used to
ACTIONS = 8  # fewer in all tell nothing about pace
JUMP = 1.5  # times the later load
RISE = 2.0  # times the load before
MARKED = 0.5  # of five: a smaller step in feeling is no change
OPENING = 3  # days: how it felt at the start


@dataclass(frozen=True, slots=True)
class Load:
    """Actions a day before, in the first third, and after it."""

    first: float
    later: float
    before: float | None  # None: nothing is known from before


def load(month: Month) -> Load | None:
    """None while less than a week of the later part has passed, or hardly anything was done."""
    starts_on, third = month.facts.challenge.starts_on, _third(month)
    later = len(month.days) - third
    if later < min(7, third) or not third or month.done_within(starts_on, month.days[-1]) < ACTIONS:
        return None
    turn = starts_on + timedelta(days=third)
    known = any(done.on < starts_on for done in month.done)
    past = month.done_within(starts_on - timedelta(days=BASELINE), starts_on - timedelta(days=1))
    return Load(
        first=month.done_within(starts_on, turn - timedelta(days=1)) / third,
        later=month.done_within(turn, month.days[-1]) / later,
        before=past / BASELINE if known else None,
    )


def findings(month: Month) -> list[Finding]:
    found, code = [], None
    if measured := load(month):
        code = _load_code(measured)
        found.append(_load_finding(month, measured, code))
    return [*found, *_pressure(month, jumped=code is Code.LOAD_JUMPED), *_energy(month)]


def weekly(month: Month, *, later: bool) -> list[int]:
    """Actions in each whole week; with `later`, of the weeks after the first third."""
    days = month.days[_third(month) :] if later else month.days
    return [month.done_within(first, last) for first, last in weeks(days)]


def sustained(month: Month) -> int | None:
    """Actions a week that went on after the start; None when less than a week is known."""
    counts = weekly(month, later=True)
    return max(1, round(median(counts))) if counts else None


def _third(month: Month) -> int:
    return ceil(len(month.facts.challenge.dates()) / 3)


def _load_code(measured: Load) -> Code:
    if measured.first >= JUMP * measured.later:
        from_low = measured.before is None or measured.first >= RISE * measured.before
        return Code.LOAD_JUMPED if from_low else Code.LOAD_EASED
    return Code.LOAD_GREW if measured.later >= JUMP * measured.first else Code.LOAD_STEADY


def _load_finding(month: Month, measured: Load, code: Code) -> Finding:
    starts_on = month.facts.challenge.starts_on
    counts = [done.on for done in month.done if starts_on <= done.on <= month.days[-1]]
    numbers: list[tuple[str, Number]] = [
        ("first_weekly", round(measured.first * 7, 1)),
        ("later_weekly", round(measured.later * 7, 1)),
        ("first_days", _third(month)),
        ("actions", len(counts)),
        ("busiest_day", max(counts.count(day) for day in set(counts))),
    ]
    if measured.before is not None:
        numbers.append(("before_weekly", round(measured.before * 7, 1)))
    rests_on = tuple(done.evidence for done in month.done if starts_on <= done.on <= month.days[-1])
    return Finding(code, tuple(numbers), tuple(dict.fromkeys(rests_on)))


def _said(month: Month, name: str, before: int = 0) -> list[tuple[date, int, CheckIn]]:
    first = month.facts.challenge.starts_on - timedelta(days=before)
    said = [
        (one.on, level, one)
        for one in month.facts.checkins
        if first <= one.on <= month.days[-1] and (level := getattr(one, name)) is not None
    ]
    return sorted(said, key=lambda entry: (entry[0], entry[1]))


def _pressure(month: Month, *, jumped: bool) -> list[Finding]:
    """Pressure at the very start against the weeks that followed, and the busy third against the rest.

    It rose with the load when the load jumped and pressure climbed from the opening days on; it eased
    with the load when it was high from the start and lower once less was done.
    """
    starts_on, third = month.facts.challenge.starts_on, timedelta(days=_third(month))
    said = _said(month, "pressure", before=14)
    opening = [level for on, level, _ in said if on < starts_on + timedelta(days=OPENING)]
    busy = [level for on, level, _ in said if starts_on + timedelta(days=OPENING) <= on < starts_on + third]
    after = [level for on, level, _ in said if on >= starts_on + third]
    rest = busy + after
    if len(said) < 4 or not opening or not rest:
        return []
    rose = fmean(rest) - fmean(opening) >= MARKED
    climbed = rose or (bool(busy) and fmean(busy) - fmean(opening) >= MARKED)
    in_first = [level for on, level, _ in said if starts_on <= on < starts_on + third]
    eased = bool(in_first and after) and fmean(in_first) - fmean(after) >= MARKED
    if jumped and climbed:
        code = Code.PRESSURE_ROSE_WITH_LOAD
    elif jumped and eased:
        code = Code.PRESSURE_EASED_WITH_LOAD
    elif rose:
        code = Code.PRESSURE_ROSE
    elif fmean(opening) - fmean(rest) >= MARKED:
        code = Code.PRESSURE_FELL
    else:
        code = Code.PRESSURE_EVEN
    highest = max(level for _, level, _ in said)
    numbers = (
        ("opening", round(fmean(opening), 1)),
        ("afterwards", round(fmean(rest), 1)),
        ("highest", highest),
        ("check_ins", len(said)),
    )
    return [Finding(code, numbers, _days([one for _, _, one in said]))]


def _energy(month: Month) -> list[Finding]:
    """The first half of the check-ins against the second."""
    said = _said(month, "energy")
    if len(said) < 4:
        return []
    half = len(said) // 2
    first = fmean(level for _, level, _ in said[:half])
    last = fmean(level for _, level, _ in said[-half:])
    code = Code.ENERGY_EVEN
    if abs(last - first) >= MARKED:
        code = Code.ENERGY_ROSE if last > first else Code.ENERGY_FELL
    numbers = (("first", round(first, 1)), ("last", round(last, 1)), ("check_ins", len(said)))
    return [Finding(code, numbers, _days([one for _, _, one in said]))]


def _days(checkins: Sequence[CheckIn]) -> tuple[Evidence, ...]:
    days = dict.fromkeys(one.on for one in checkins)
    return tuple(Evidence(EvidenceKind.CHECK_IN, on=on) for on in days)
