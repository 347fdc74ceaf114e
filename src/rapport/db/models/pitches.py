"""Pitches and the stages they reached."""

from django.db import models

from rapport.db.models.base import BinnableModel, OwnedModel, one_of
from rapport.domain.pitches.pitches import Stage


class Pitch(BinnableModel):
    organisation = models.CharField(max_length=200)
    folded = models.CharField(max_length=200)
    person = models.ForeignKey("Person", null=True, on_delete=models.SET_NULL, related_name="+")
    why = models.TextField(blank=True)
    fright = models.PositiveSmallIntegerField(null=True)  # 1 easy … 5 terrifying
    rung = models.PositiveSmallIntegerField(null=True)  # the user's own order, from easy to scary
    planned_on = models.DateField(null=True)  # meant to go out on this day
    through = models.ForeignKey(
        "Person", null=True, on_delete=models.SET_NULL, related_name="+"
    )  # a warm path
    text = models.TextField(blank=True)  # the letter, as drafted or sent
    feared = models.TextField(blank=True)  # what might go wrong, before sending
    afterwards = models.TextField(blank=True)  # what really happened
    hopeful = models.BooleanField(null=True)  # expected an answer when sending
    assumed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(organisation=""), name="pitch_has_an_organisation"),
            models.CheckConstraint(
                condition=models.Q(fright__isnull=True) | models.Q(fright__range=(1, 5)), name="pitch_fright"
            ),
        ]


class PitchStep(OwnedModel):
    pitch = models.ForeignKey(Pitch, on_delete=models.CASCADE, related_name="steps")
    on = models.DateField()
    stage = models.CharField(max_length=16)
    due = models.DateField(null=True)

    class Meta:
        constraints = [one_of("stage", Stage, "pitch_step_stage")]
