"""Whose network it is. Local mode has one owner, made silently."""

from uuid import uuid4

from django.db import models


class Owner(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=200, blank=True)
    city = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=2, blank=True)  # ISO 3166-1 alpha-2
    latitude = models.FloatField(null=True)  # degrees
    longitude = models.FloatField(null=True)
    time_zone = models.CharField(max_length=64, default="UTC")  # IANA name
    day_ends_hour = models.PositiveSmallIntegerField(default=4)  # a late evening still belongs to its day
    language = models.CharField(max_length=8, blank=True)  # empty: follow the browser
    theme = models.CharField(max_length=8, blank=True)  # empty: follow the system
    weekly_minutes = models.PositiveIntegerField(default=240)  # time meant for this in a week
    nudge_from = models.PositiveSmallIntegerField(default=9)  # hours of the day
    nudge_to = models.PositiveSmallIntegerField(default=18)
    rest_weekdays = models.JSONField(default=list)  # 0 Monday … 6 Sunday
    topics = models.TextField(blank=True)  # space-delimited, as tags are
    about = models.TextField(blank=True)  # two lines others may forward
    pitch_nudges = models.JSONField(
        default=list
    )  # working days after sending; empty: domain.pitches.NUDGE_AFTER; [0]: never
    is_demo = models.BooleanField(default=False)
    stands_on = models.DateField(null=True)  # a demo stands still; others follow the clock
    is_set_up = models.BooleanField(default=False)
    revision = models.PositiveBigIntegerField(default=0)  # grows with every write
    number = models.PositiveIntegerField(default=1)  # small and one's own: part of a search row's id

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(day_ends_hour__lte=12), name="owner_day_ends_by_noon"),
            models.CheckConstraint(
                condition=models.Q(nudge_from__lte=24, nudge_to__lte=24), name="owner_nudge_hours"
            ),
        ]
