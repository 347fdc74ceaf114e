"""Help promised, given and received; what people need and can offer."""

from django.db import models

from rapport.db.models.base import BinnableModel, OwnedModel, one_of
from rapport.domain.giving.giving import MatchReply


class Help(BinnableModel):
    person = models.ForeignKey("Person", on_delete=models.CASCADE, related_name="+")
    by_me = models.BooleanField(default=True)
    what = models.CharField(max_length=400)
    promised_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    given_on = models.DateField(null=True)
    assumed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(promised_on__isnull=False) | models.Q(given_on__isnull=False),
                name="help_promised_or_given",
            ),
        ]


class Need(BinnableModel):
    person = models.ForeignKey("Person", null=True, on_delete=models.CASCADE, related_name="+")  # null: me
    what = models.CharField(max_length=400)
    on = models.DateField()
    met_on = models.DateField(null=True)
    assumed = models.BooleanField(default=False)


class Offer(BinnableModel):
    person = models.ForeignKey("Person", null=True, on_delete=models.CASCADE, related_name="+")  # null: me
    what = models.CharField(max_length=400)
    on = models.DateField()
    assumed = models.BooleanField(default=False)


class NeedMatch(OwnedModel):
    """What the user said to an offer that may meet a need."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="+")
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="+")
    reply = models.CharField(max_length=16)
    on = models.DateField()

    class Meta:
        constraints = [
            one_of("reply", MatchReply, "need_match_reply"),
            models.UniqueConstraint(fields=["need", "offer"], name="need_match_once"),
        ]
