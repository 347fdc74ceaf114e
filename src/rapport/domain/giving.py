"""Help promised, given and received; what people need and can offer."""

from collections.abc import Iterable
from datetime import date
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
