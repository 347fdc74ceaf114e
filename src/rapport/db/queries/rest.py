"""Days on which nothing is asked."""

from datetime import date
from uuid import UUID

from rapport.db.models import Owner
from rapport.db.queries import challenge
from rapport.domain.interactions.followups import IsRest


def days(owner_id: UUID) -> IsRest:
    """A challenge's own rest days while it runs; the owner's usual ones before and after. Two queries."""
    challenges = challenge.every(owner_id)
    usual = frozenset(Owner.objects.values_list("rest_weekdays", flat=True).get(pk=owner_id))

    def is_rest(day: date) -> bool:
        running = next((each for each in challenges if day in each), None)
        return running.is_rest(day) if running else day.weekday() in usual

    return is_rest
