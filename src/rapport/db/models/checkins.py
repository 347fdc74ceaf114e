"""How it felt, once a day."""

from django.db import models

from rapport.db.models.base import OwnedModel


class CheckIn(OwnedModel):
    on = models.DateField()
    energy = models.PositiveSmallIntegerField(null=True)  # 1 low … 5 high
    pressure = models.PositiveSmallIntegerField(null=True)
    note = models.TextField(blank=True)
    assumed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "on"], name="checkin_once_a_day"),
            models.CheckConstraint(
                condition=models.Q(energy__isnull=True) | models.Q(energy__range=(1, 5)),
                name="checkin_energy",
            ),
            models.CheckConstraint(
                condition=models.Q(pressure__isnull=True) | models.Q(pressure__range=(1, 5)),
                name="checkin_pressure",
            ),
        ]
