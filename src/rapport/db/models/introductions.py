"""Who brought whom together."""

from django.db import models

from rapport.db.models.base import BinnableModel, one_of
from rapport.domain.introductions import Step


class Introduction(BinnableModel):
    introducer = models.ForeignKey("Person", null=True, on_delete=models.CASCADE, related_name="+")  # me
    person = models.ForeignKey("Person", on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey("Person", null=True, on_delete=models.CASCADE, related_name="+")  # null: me
    on = models.DateField()
    step = models.CharField(max_length=16, default=Step.CONNECTED)
    ask = models.ForeignKey("Ask", null=True, on_delete=models.SET_NULL, related_name="+")
    assumed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            one_of("step", Step, "introduction_step"),
            models.CheckConstraint(
                condition=models.Q(introducer__isnull=False) | models.Q(other__isnull=False),
                name="introduction_joins_two",
            ),
            models.CheckConstraint(
                condition=models.Q(other__isnull=True) | ~models.Q(other=models.F("person")),
                name="introduction_not_to_oneself",
            ),
        ]
