"""What opened up, with where it came from."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from rapport.db.models import Opportunity as Row
from rapport.db.queries.values import ALL, Named, named
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class OpportunityRow:
    id: UUID
    what: str
    on: date
    person: Named | None
    gathering: Named | None
    pitch: Named | None  # by its organisation
    note: str
    assumed: bool


COLUMNS = (
    "id", "what", "on", "person_id", "person__name", "person__binned_at",
    "gathering_id", "gathering__name", "gathering__binned_at",
    "pitch_id", "pitch__organisation", "pitch__binned_at", "note", "assumed",
)  # fmt: skip


def rows(owner_id: UUID, where: Q = ALL) -> list[OpportunityRow]:
    """Newest first."""
    found = Row.objects.of(owner_id).live().filter(where).order_by("-on", "-id").values_list(*COLUMNS)
    return [
        OpportunityRow(
            row[0], row[1], row[2], named(*row[3:6]), named(*row[6:9]), named(*row[9:12]), *row[12:]
        )
        for row in found
    ]
