"""Dated exchanges, and who took part."""

from django.db import models

from rapport.db.models.base import BinnableModel, OwnedModel, one_of
from rapport.domain.interactions.interactions import Channel, Direction


class Interaction(BinnableModel):
    on = models.DateField()
    channel = models.CharField(max_length=16)
    direction = models.CharField(max_length=16)
    minutes = models.PositiveIntegerField(null=True)
    gathering = models.ForeignKey("Gathering", null=True, on_delete=models.SET_NULL, related_name="+")
    others = models.PositiveIntegerField(default=0)  # met, neither named nor memorable
    lost_touch = models.BooleanField(default=False)
    substance = models.BooleanField(null=True)
    note = models.TextField(blank=True)
    text = models.TextField(blank=True)  # the line it was logged with
    tags = models.TextField(blank=True)
    assumed = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(
                fields=["owner", "on", "others"],
                condition=models.Q(binned_at=None),
                name="interaction_owner_on",
            )
        ]
        constraints = [
            one_of("channel", Channel, "interaction_channel"),
            one_of("direction", Direction, "interaction_direction"),
            models.CheckConstraint(
                condition=models.Q(minutes__isnull=True) | models.Q(minutes__lte=1440),
                name="interaction_within_a_day",
            ),
        ]


class Participant(OwnedModel):
    interaction = models.ForeignKey(Interaction, on_delete=models.CASCADE, related_name="participants")
    person = models.ForeignKey("Person", on_delete=models.CASCADE, related_name="+")
    memorable = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["interaction", "person"], name="participant_once"),
        ]
