"""Meetings of people, and the series they belong to."""

from django.db import models

from rapport.db.models.base import BinnableModel, one_of
from rapport.domain.gatherings import Attendance, GatheringKind


class Series(BinnableModel):
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200)
    place = models.CharField(max_length=200, blank=True)
    rhythm_days = models.PositiveIntegerField(null=True)  # days between dates
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "folded"], condition=models.Q(binned_at=None), name="series_name_once"
            ),
        ]


class Gathering(BinnableModel):
    series = models.ForeignKey(Series, null=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200)
    on = models.DateField()
    starts_at = models.TimeField(null=True)  # the owner's local time
    size = models.PositiveIntegerField(null=True)  # people there
    kind = models.CharField(max_length=16, default=GatheringKind.MEETUP)
    place = models.CharField(max_length=200, blank=True)
    found_how = models.CharField(max_length=200, blank=True)
    invited_by = models.ForeignKey("Person", null=True, on_delete=models.SET_NULL, related_name="+")
    stretch = models.BooleanField(default=False)  # outside the comfort zone, on purpose
    attendance = models.CharField(max_length=8, default=Attendance.GOING)
    note = models.TextField(blank=True)
    assumed = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["owner", "on"], name="gathering_owner_on")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="gathering_has_a_name"),
            one_of("kind", GatheringKind, "gathering_kind"),
            one_of("attendance", Attendance, "gathering_attendance"),
            models.UniqueConstraint(
                fields=["owner", "folded", "on"],
                condition=models.Q(binned_at=None),
                name="gathering_once_a_day",
            ),
        ]
