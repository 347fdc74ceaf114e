"""Kept lists of people."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from rapport.db.models import SavedFilter
from rapport.db.queries.prepared import prepared

if TYPE_CHECKING:
    from django.db.models import QuerySet


@prepared
def every(owner_id: UUID) -> "QuerySet[Any, Any]":
    """Those that are not in the bin: id, name, what each looks for."""
    return SavedFilter.objects.of(owner_id).live().order_by().values_list("id", "name", "query")
