"""What opened up, and where it came from."""

from datetime import date
from uuid import UUID

from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Opportunity:
    id: UUID
    what: str
    on: date
    person_id: UUID | None = None
    gathering_id: UUID | None = None
    pitch_id: UUID | None = None
