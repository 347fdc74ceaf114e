"""Who brought whom together."""

from django.db import models

from rapport.db.models.base import BinnableModel, OwnedModel, one_of
from rapport.domain.asks.introductions import Move, Side, Step


class Introduction(BinnableModel):
    introducer = models.ForeignKey("Person", null=True, on_delete=models.CASCADE, related_name="+")  # me
    person = models.ForeignKey("Person", on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey("Person", null=True, on_delete=models.CASCADE, related_name="+")  # null: me
    on = models.DateField()
    step = models.CharField(max_length=16, default=Step.CONNECTED)
    ask = models.ForeignKey("Ask", null=True, on_delete=models.SET_NULL, related_name="+")
    why = models.TextField(blank=True)  # what they may have for each other
    need = models.ForeignKey("Need", null=True, on_delete=models.SET_NULL, related_name="+")
    offer = models.ForeignKey("Offer", null=True, on_delete=models.SET_NULL, related_name="+")
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


class IntroductionMove(OwnedModel):
    """One dated step of an introduction; `Introduction.step` is where they lead."""

    introduction = models.ForeignKey(Introduction, on_delete=models.CASCADE, related_name="moves")
    on = models.DateField()
    move = models.CharField(max_length=16)
    side = models.CharField(max_length=8, blank=True)  # whom it is about; empty: both

    class Meta:
        constraints = [
            one_of("move", Move, "introduction_move"),
            one_of("side", Side, "introduction_move_side", blank=True),
        ]
