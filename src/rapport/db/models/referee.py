"""What counted: derived rows, made again whenever the story changes."""

from django.db import models

from rapport.db.models.base import OwnedModel, one_of
from rapport.domain.challenge.referee import Verdict


class Ruling(OwnedModel):
    interaction = models.ForeignKey("Interaction", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("Person", on_delete=models.CASCADE, related_name="+")
    # outside any challenge: null
    challenge = models.ForeignKey("Challenge", null=True, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()
    verdict = models.CharField(max_length=16)
    reasons = models.JSONField(default=list)
    evidence = models.JSONField(default=list)  # ids of the interactions it rests on

    class Meta:
        indexes = [models.Index(fields=["owner", "challenge", "on", "verdict"], name="ruling_challenge_on")]
        constraints = [
            one_of("verdict", Verdict, "ruling_verdict"),
            models.UniqueConstraint(fields=["interaction", "person"], name="ruling_once"),
        ]
