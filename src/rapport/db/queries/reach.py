"""Where people can be written to."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from rapport.db.models import ContactPoint
from rapport.db.queries.prepared import prepared
from rapport.domain.people.people import ContactKind

FEW = 8  # asked for together so often that it pays to build the query for their number


def emails(owner_id: UUID, people: Iterable[UUID]) -> dict[UUID, str]:
    """One address each, the one told first, for those who have any."""
    ids = tuple(people)
    if not ids:
        return {}
    return dict(_emails(owner_id, ids) if len(ids) <= FEW else _rows(owner_id, ids))


def _rows(owner_id: UUID, people: tuple[UUID, ...]) -> "QuerySet[Any, Any]":
    found = ContactPoint.objects.filter(kind=ContactKind.EMAIL, person_id__in=people)
    found = found.filter(person__owner_id=owner_id)  # by its own owner, the engine would look at all of them
    return found.order_by("-id").values_list("person_id", "value")


_emails = prepared(_rows)
