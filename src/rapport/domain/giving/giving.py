"""Help promised, given and received; what people need and can offer."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from uuid import UUID

from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Help:
    id: UUID
    person_id: UUID
    what: str
    by_me: bool = True
    promised_on: date | None = None
    due_on: date | None = None
    given_on: date | None = None

    @property
    def is_owed(self) -> bool:
        """I promised it and have not given it yet."""
        return self.by_me and self.given_on is None


@dataclass(frozen=True, slots=True)
class Need:
    id: UUID
    what: str
    on: date
    person_id: UUID | None = None  # None: me
    met_on: date | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    id: UUID
    what: str
    on: date
    person_id: UUID | None = None  # None: me


HALF_LIFE = 180  # days: help weighs half after half a year (COACH.md §3.7)
CLEAR = 0.5  # one favour, until it is half a year old; below that neither has given more (judgement)


class Flow(StrEnum):
    """Which way help went lately between me and one person; never a debt."""

    NONE = "none"
    BOTH = "both"
    TO_THEM = "to_them"  # mostly
    TO_ME = "to_me"


@dataclass(frozen=True, slots=True)
class Balance:
    """How much went each way; told gently, never a score."""

    given: int
    received: int
    owed: int  # promised by me, not given yet


def owed(helps: Iterable[Help]) -> list[Help]:
    """My open promises: those with a date first, then the oldest."""
    return sorted(
        (help_ for help_ in helps if help_.is_owed),
        key=lambda h: (h.due_on or date.max, h.promised_on or date.max, h.what),
    )


def balance(helps: Iterable[Help]) -> Balance:
    """Help given, received and owed, by count."""
    all_ = list(helps)
    given = sum(h.by_me and h.given_on is not None for h in all_)
    received = sum(not h.by_me and h.given_on is not None for h in all_)
    return Balance(given, received, len(owed(all_)))


def flow(helps: Iterable[Help], today: date) -> Flow:
    """How help between two people went: given minus received, each halved by every HALF_LIFE days of age."""
    weights = [
        (0.5 ** ((today - each.given_on).days / HALF_LIFE), each.by_me)
        for each in helps
        if each.given_on is not None and each.given_on <= today
    ]
    if not weights:
        return Flow.NONE
    lean = sum(weight if by_me else -weight for weight, by_me in weights)
    if abs(lean) < CLEAR:
        return Flow.BOTH if len({by_me for _weight, by_me in weights}) == 2 else Flow.NONE
    return Flow.TO_THEM if lean > 0 else Flow.TO_ME


class MatchReply(StrEnum):
    """What the user said to a need and an offer that meet."""

    NO = "no"  # not shown again
    PROPOSED = "proposed"  # an introduction or a favour grew from it
