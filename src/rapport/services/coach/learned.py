"""What the coach has learned from: every try with what came of it, as far as the user lets it count."""

from datetime import date
from uuid import UUID

from rapport.db.queries import attempts as queries
from rapport.db.queries import coaching
from rapport.domain.coach.credit import attempts as credited
from rapport.domain.learning.attempts import Attempt
from rapport.services.gatherings.fits import visited
from rapport.services.remember import by_revision

__all__ = ["tries"]


@by_revision
def tries(owner_id: UUID, today: date) -> tuple[Attempt, ...]:
    """The earliest first. A fixed number of queries, however many there are."""
    told = coaching.told(owner_id)
    own = credited(queries.past(owner_id, today, visited(owner_id)))
    if told.forgotten_on:
        own = tuple(one for one in own if one.on > told.forgotten_on)
    return tuple(sorted((*queries.remembered(owner_id), *own), key=lambda one: (one.on, one.key)))
