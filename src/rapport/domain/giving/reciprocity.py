"""Give and take: what I asked of people and gave them, fading. Never shown to others, never a debt.

COACH.md §3.7: B = gives - asks, each worth half after 180 days; somebody with B of -2 or less is not asked,
and once all asks outweigh all gives by more than three, the next thing offered is to give.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from rapport.domain.learning.arms import ASKS, Arm
from rapport.domain.learning.attempts import Attempt
from rapport.domain.values import dataclass

HALF_LIFE = 180  # days
OWES = -2.0  # of one person: not asked
TAKEN = 3.0  # asks beyond gives: time to give
GIVE: Final = Arm.GIVE  # looked up once: it is compared a thousand times a day
MOVES = ASKS | {GIVE}
BETWEEN_GIVES = timedelta(days=7)  # a give is put forward once a week at most


@dataclass(frozen=True, slots=True)
class Balance:
    """Where I stand with each, and with all together."""

    owes: dict[UUID, float]  # of whom more was asked than was given: not to be asked now
    total: float
    is_give_due: bool


def balance(attempts: Iterable[Attempt], today: date) -> Balance:
    """From the asks and the gives among the attempts; what is remembered from before is let go."""
    by_person: dict[int, float] = defaultdict(float)  # by the number of their UUID, which is quick to look up
    total, gave_on = 0.0, date.min
    for attempt in [each for each in attempts if each.arm in MOVES]:
        days = (today - attempt.on).days
        if days < 0 or attempt.remembered:
            continue
        worth = 2.0 ** (-days / HALF_LIFE)
        if attempt.arm is GIVE:
            gave_on = max(gave_on, attempt.on)
        else:
            worth = -worth
        total += worth
        if attempt.subject_id:
            by_person[attempt.subject_id.int] += worth
    owes = {UUID(int=person): worth for person, worth in by_person.items() if worth <= OWES}
    return Balance(owes, total, total < -TAKEN and gave_on <= today - BETWEEN_GIVES)
