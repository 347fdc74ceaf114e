"""What opened up, and where it came from."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Opportunity:
    id: UUID
    what: str
    on: date
    person_id: UUID | None = None
    gathering_id: UUID | None = None
    pitch_id: UUID | None = None
