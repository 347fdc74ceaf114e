"""Asks for an introduction, and their answers."""

from django.db import models

from rapport.db.models.base import BinnableModel, OwnedModel, one_of
from rapport.domain.asks.asks import Answer


class Ask(BinnableModel):
    person = models.ForeignKey("Person", on_delete=models.CASCADE, related_name="+")
    on = models.DateField()
    target = models.CharField(max_length=400, blank=True)
    wanted = models.ForeignKey(
        "Person", null=True, on_delete=models.SET_NULL, related_name="+"
    )  # whom to meet
    organisation = models.CharField(max_length=200, blank=True)  # where to meet somebody
    text = models.TextField(blank=True)  # what was written to them
    reminded_on = models.DateField(null=True)
    read_until = models.DateField(null=True)  # what they wrote up to this day was no answer
    assumed = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["owner", "on"], name="ask_owner_on")]


class AskAnswer(OwnedModel):
    ask = models.ForeignKey(Ask, on_delete=models.CASCADE, related_name="answers")
    on = models.DateField()
    answer = models.CharField(max_length=16)

    class Meta:
        constraints = [one_of("answer", Answer, "ask_answer")]
