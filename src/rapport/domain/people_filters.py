"""Whom a list of people shows: what it can be narrowed by, and where one kind ends and the next begins."""

from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from rapport.domain.history.ties import DORMANT_AFTER
from rapport.domain.imports.imports import Source
from rapport.domain.values import dataclass

ANYTHING = "*"  # in the place of words: whatever it is


class Sort(StrEnum):
    NAME = "name"
    LAST_CONTACT = "last_contact"
    CLOSENESS = "closeness"


class Closeness(StrEnum):
    CLOSE = "close"
    SOME = "some"
    FAINT = "faint"
    DORMANT = "dormant"  # once strong, silent since; however close it looks


class LastContact(StrEnum):
    """How long ago they last took part; each but LONGER and NEVER holds those before it."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    LONGER = "longer"
    NEVER = "never"


class Due(StrEnum):
    ANY = "any"
    RHYTHM = "rhythm"  # by the cadence
    STEP = "step"  # a next step whose day has come


# From here on, below there (judgement; where the words of a tie change, see wording.people.BANDS).
BANDS: dict[Closeness, tuple[float, float]] = {
    Closeness.CLOSE: (0.5, 2.0),
    Closeness.SOME: (0.2, 0.5),
    Closeness.FAINT: (-1.0, 0.2),
}
_DAYS = {LastContact.MONTH: 30, LastContact.QUARTER: 91, LastContact.YEAR: 365, LastContact.LONGER: 365}


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """What to look for; the empty filter is everybody."""

    search: str = ""  # beginnings of words of the name, aliases, work, city, note, tags, addresses, numbers
    tag: str = ""
    city: str = ""
    close: Closeness | None = None
    since: LastContact | None = None
    due: Due | None = None
    needs: str = ""  # beginnings of words of what they look for, or ANYTHING
    offers: str = ""  # the same of what they can give
    through: UUID | None = None  # a person, a gathering or a series that one met them through
    unreachable: bool = False  # no address, no number
    source: Source | None = None  # a file of this kind told of them
    challenge_id: UUID | None = None  # whose connections are marked; None: any challenge
    only_connections: bool = False
    sort: Sort | None = None  # None: the closest first where words are looked for, else by name

    @property
    def order(self) -> Sort:
        """The order they stand in."""
        return self.sort or (Sort.CLOSENESS if self.search else Sort.NAME)


def is_everybody(wanted: PeopleFilter) -> bool:
    """Nothing is asked for but an order."""
    return wanted == PeopleFilter(challenge_id=wanted.challenge_id, sort=wanted.sort)


def contact_days(since: LastContact, today: date) -> tuple[date | None, date | None]:
    """The first day a last contact may have been on, and the first one too late for it."""
    if since is LastContact.NEVER:
        return None, None
    edge = today - timedelta(days=_DAYS[since])
    return (None, edge) if since is LastContact.LONGER else (edge, None)


def asleep_since(today: date) -> date:
    """Whoever was once close and took part on no later day than this one is dormant."""
    return today - timedelta(days=DORMANT_AFTER)
