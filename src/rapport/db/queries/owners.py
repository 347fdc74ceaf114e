"""The few facts about the owner that every page asks for."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from rapport.db.models import Owner
from rapport.db.queries.prepared import prepared


def revision(owner_id: UUID) -> int:
    """Grows with every write."""
    ((value,),) = _revision(owner_id)
    return int(value)


def spare_time(owner_id: UUID) -> tuple[int, frozenset[int]]:
    """Minutes a week, and the weekdays of rest."""
    ((minutes, rest),) = _spare_time(owner_id)
    return minutes, frozenset(rest)


@prepared
def _revision(owner_id: UUID) -> "QuerySet[Any, Any]":
    return Owner.objects.filter(pk=owner_id).values_list("revision")


@prepared
def _spare_time(owner_id: UUID) -> "QuerySet[Any, Any]":
    return Owner.objects.filter(pk=owner_id).values_list("weekly_minutes", "rest_weekdays")
