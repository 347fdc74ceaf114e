"""You and one person: derived from the shared history."""

from django.db import models

from rapport.db.models.base import OwnedModel


class Tie(OwnedModel):
    person = models.OneToOneField("Person", on_delete=models.CASCADE, related_name="tie")
    closeness = models.FloatField(default=0)  # 0 stranger … 1
    interactions = models.PositiveIntegerField(default=0)
    first_on = models.DateField(null=True)
    last_on = models.DateField(null=True)  # last real contact of any kind

    was_strong = models.BooleanField(default=False)  # by its traces once in the third with most history

    class Meta:
        indexes = [
            models.Index(fields=["owner", "last_on"], name="tie_owner_last"),
            models.Index(fields=["owner", "closeness"], name="tie_owner_closeness"),
        ]
