"""Where people can be written to."""

from collections.abc import Iterable
from uuid import UUID

from rapport.db.models import ContactPoint
from rapport.domain.people import ContactKind


def emails(owner_id: UUID, people: Iterable[UUID]) -> dict[UUID, str]:
    """One address each, the one told first, for those who have any."""
    found = ContactPoint.objects.of(owner_id).filter(kind=ContactKind.EMAIL, person_id__in=list(people))
    return dict(found.order_by("-id").values_list("person_id", "value"))
