"""What stands in one's own calendar."""

from datetime import datetime
from uuid import UUID

from rapport.db.models import Engagement


def ahead(owner_id: UUID, since: datetime) -> list[tuple[datetime, datetime, str]]:
    """Beginning, end and title of what ends after that moment, the earliest first."""
    rows = Engagement.objects.of(owner_id).filter(ends_at__gt=since).order_by("starts_at", "title")
    return list(rows.values_list("starts_at", "ends_at", "title"))


def count(owner_id: UUID) -> int:
    """How many are known, past ones too."""
    return Engagement.objects.of(owner_id).count()
