"""Take the best for its effort, while the bank is positive: what most planners here have in common."""

from collections.abc import Callable, Sequence
from typing import Final

from lab.planners.pacing import Bank
from lab.protocol import Arm, Choice, Morning, Option
from rapport.domain.learning.arms import ARMS

FOLLOWED: Final = 0.6  # of the people met, that a follow-up will reach (COACH.md §3.4)
NOT_AGAIN: Final = 30  # days between two asks of one person
ASKS: Final = (Arm.ASK_HIGH, Arm.ASK_MIDDLE, Arm.ASK_LOW)


def after(arm: Arm, follow_up: float) -> float:
    """What may grow from the people met on an evening."""
    return FOLLOWED * ARMS[arm].met * follow_up


def may_ask(option: Option, day: int) -> bool:
    return option.asked_on is None or day - option.asked_on >= NOT_AGAIN


def fill(
    options: Sequence[Option], worth: Callable[[Option], float], bank: Bank, left: float
) -> list[Option]:
    """Best first by worth for effort; the last may cost more than is left, and is paid back later."""
    chosen: list[Option] = []
    contacts: set[int] = set()
    for option in sorted(options, key=lambda each: (-worth(each) / each.effort, each.key)):
        if left <= 0:
            break
        if option.contact in contacts:
            continue
        chosen.append(option)
        if option.contact is not None:
            contacts.add(option.contact)
        bank.spend(option.effort)
        left -= option.effort
    return chosen


def best_of_each_arm(morning: Morning) -> list[Option]:
    """Of asks the readiest few, of people met the freshest; everything else as it comes."""
    asks = [each for each in morning.options if each.arm in ASKS and may_ask(each, morning.day)]
    asks.sort(key=lambda each: (-(each.readiness or 0.0), each.key))
    others = [each for each in morning.options if each.arm not in ASKS]
    by_arm: dict[Arm, list[Option]] = {}
    for each in asks:
        by_arm.setdefault(each.arm, []).append(each)
    return [*others, *(each for arm in by_arm.values() for each in arm[:12])]


def choices(options: Sequence[Option]) -> list[Choice]:
    return [Choice(option.key) for option in options]
