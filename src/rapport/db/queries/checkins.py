"""How it felt, day by day."""

from datetime import date
from uuid import UUID

from rapport.db.models import CheckIn as Row
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class CheckInRow:
    id: UUID
    on: date
    energy: int | None  # 1 low … 5 high
    pressure: int | None
    note: str
    assumed: bool


def between(owner_id: UUID, since: date, until: date) -> list[CheckInRow]:
    """Both days included, in date order."""
    found = Row.objects.of(owner_id).filter(on__gte=since, on__lte=until).order_by("on")
    return [
        CheckInRow(*row) for row in found.values_list("id", "on", "energy", "pressure", "note", "assumed")
    ]
