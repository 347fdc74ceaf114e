"""Next steps, as pages show them."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from rapport.db.models import FollowUp as Row
from rapport.db.queries.values import ALL, Named, named
from rapport.domain.interactions.followups import Evidence
from rapport.domain.values import dataclass

OPEN = Q(done_on__isnull=True, dropped_on__isnull=True)


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    id: UUID
    person: Named | None
    what: str
    made_on: date
    due_on: date
    done_on: date | None
    dropped_on: date | None
    closed_by: Evidence | None  # what showed that it was done; None: the user said so, or it is open
    kept_open: bool


def rows(owner_id: UUID, where: Q = ALL, limit: int | None = None) -> list[FollowUpRow]:
    """By due date, the earliest first."""
    found = Row.objects.of(owner_id).live().filter(where, person__binned_at__isnull=True)
    columns = (
        "id", "person_id", "person__name", "what", "made_on", "due_on", "done_on", "dropped_on", "closed_by",
        "kept_open",
    )  # fmt: skip
    return [
        FollowUpRow(
            pk, named(person, name), what, made, due, done, dropped, Evidence(by) if by else None, kept
        )
        for pk, person, name, what, made, due, done, dropped, by, kept in found.order_by(
            "due_on", "id"
        ).values_list(*columns)[:limit]
    ]
