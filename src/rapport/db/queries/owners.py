"""The few facts about the owner that every page asks for."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from rapport.db.models import Owner
from rapport.db.queries.prepared import prepared
from rapport.domain.pitches.pitches import policy


def revision(owner_id: UUID) -> int:
    """Grows with every write."""
    ((value,),) = _revision(owner_id)
    return int(value)


def whereabouts(owner_id: UUID) -> tuple[float | None, float | None]:
    """Latitude and longitude in degrees, where they are known."""
    ((latitude, longitude),) = _whereabouts(owner_id)
    return latitude, longitude


def numbered(owner_id: UUID) -> tuple[int, str]:
    """The number that rows for searching begin with, and the country."""
    ((number, country),) = _numbered(owner_id)
    return number, country


def spare_time(owner_id: UUID) -> tuple[int, frozenset[int], tuple[int, ...]]:
    """Minutes a week, the weekdays of rest, and the working days after which to write again after a pitch."""
    ((minutes, rest, nudges),) = _spare_time(owner_id)
    return minutes, frozenset(rest), policy(nudges)


@prepared
def _revision(owner_id: UUID) -> "QuerySet[Any, Any]":
    return Owner.objects.filter(pk=owner_id).values_list("revision")


@prepared
def _whereabouts(owner_id: UUID) -> "QuerySet[Any, Any]":
    return Owner.objects.filter(pk=owner_id).values_list("latitude", "longitude")


@prepared
def _numbered(owner_id: UUID) -> "QuerySet[Any, Any]":
    return Owner.objects.filter(pk=owner_id).values_list("number", "country")


@prepared
def _spare_time(owner_id: UUID) -> "QuerySet[Any, Any]":
    return Owner.objects.filter(pk=owner_id).values_list("weekly_minutes", "rest_weekdays", "pitch_nudges")
