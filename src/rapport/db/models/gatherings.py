"""Meetings of people, and the series they belong to."""

from django.db import models

from rapport.db.models.base import BinnableModel, one_of
from rapport.domain.gatherings.gatherings import Attendance, GatheringKind


class Series(BinnableModel):
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200)
    place = models.CharField(max_length=200, blank=True)
    rhythm_days = models.PositiveIntegerField(null=True)  # days between dates
    note = models.TextField(blank=True)
    let_go_on = models.DateField(null=True)  # gives nothing: not proposed since

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
    ends_at = models.TimeField(null=True)  # before starts_at: on the next day
    size = models.PositiveIntegerField(null=True)  # people there
    kind = models.CharField(max_length=16, default=GatheringKind.MEETUP)
    place = models.CharField(max_length=200, blank=True)
    city = models.CharField(max_length=200, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    is_online = models.BooleanField(default=False)
    url = models.CharField(max_length=1000, blank=True)
    price = models.FloatField(null=True)  # in `currency`; 0: free; null: not said
    currency = models.CharField(max_length=3, blank=True)  # ISO 4217
    topics = models.TextField(blank=True)  # space-delimited, as tags are
    found_how = models.CharField(max_length=200, blank=True)
    invited_by = models.ForeignKey("Person", null=True, on_delete=models.SET_NULL, related_name="+")
    stretch = models.BooleanField(default=False)  # outside the comfort zone, on purpose
    attendance = models.CharField(max_length=8, default=Attendance.GOING)
    cancelled_on = models.DateField(null=True)  # by its host
    debriefed_on = models.DateField(null=True)
    minutes = models.PositiveIntegerField(null=True)  # spent there
    plan = models.TextField(blank=True)  # whom to find there, one a line
    note = models.TextField(blank=True)
    assumed = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["owner", "on"], name="gathering_owner_on")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="gathering_has_a_name"),
            one_of("kind", GatheringKind, "gathering_kind"),
            models.CheckConstraint(
                condition=models.Q(price__isnull=True) | models.Q(price__gte=0), name="gathering_price"
            ),
            one_of("attendance", Attendance, "gathering_attendance"),
            models.UniqueConstraint(
                fields=["owner", "folded", "on"],
                condition=models.Q(binned_at=None),
                name="gathering_once_a_day",
            ),
        ]
