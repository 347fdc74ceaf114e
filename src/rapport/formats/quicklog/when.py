"""A date as read: what it says is kept both as a past and as a coming day."""

from datetime import date

from rapport.domain.quicklog.quicklog import Question
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class When:
    """One date as read. `lean` −1: it says that it is past, +1: to come, 0: either."""

    past: date
    coming: date
    lean: int = 0
    doubt: Question | None = None
    is_deadline: bool = False
