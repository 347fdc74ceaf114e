"""The few facts about the owner that every page asks for."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from rapport.db.models import Owner
from rapport.db.queries.prepared import prepared
from rapport.domain.pitches import policy


def revision(owner_id: UUID) -> int:
    """Grows with every write."""
    ((value,),) = _revision(owner_id)
    return int(value)


def spare_time(owner_id: UUID) -> tuple[int, frozenset[int], tuple[int, ...]]:
    """Minutes a week, the weekdays of rest, and the working days after which to write again after a pitch."""
    ((minutes, rest, nudges),) = _spare_time(owner_id)
    return minutes, frozenset(rest), policy(nudges)


@prepared
def _revision(owner_id: UUID) -> "QuerySet[Any, Any]":
    return Owner.objects.filter(pk=owner_id).values_list("revision")


@prepared
def _spare_time(owner_id: UUID) -> "QuerySet[Any, Any]":
    return Owner.objects.filter(pk=owner_id).values_list("weekly_minutes", "rest_weekdays", "pitch_nudges")
