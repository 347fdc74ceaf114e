"""What the user said about two people who look alike."""

from django.db import models

from rapport.db.models.base import OwnedModel


class Distinct(OwnedModel):
    """Never the same: these two are not asked about again. `first` has the smaller id."""

    first = models.ForeignKey("Person", on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey("Person", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="distinct_once"),
            models.CheckConstraint(
                condition=models.Q(first__lt=models.F("second")), name="distinct_in_order"
            ),
        ]
