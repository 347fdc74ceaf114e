"""What became of the cards of Today, what the user asks of the coach, and tries from before Rapport."""

from django.db import models

from rapport.db.models.base import OwnedModel, one_of
from rapport.domain.coach.cards import Reply
from rapport.domain.learning.arms import Arm
from rapport.domain.learning.attempts import Remembering
from rapport.domain.ways import Way


class Action(OwnedModel):
    on = models.DateField()
    key = models.CharField(max_length=100)  # the action's own key: kind and subject
    way = models.CharField(max_length=16)
    reply = models.CharField(max_length=16)
    minutes = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            one_of("reply", Reply, "action_reply"),
            one_of("way", Way, "action_way"),
            models.UniqueConstraint(fields=["owner", "on", "key"], name="action_once_a_day"),
        ]


class Coaching(OwnedModel):
    """What the user told the coach; one row, made when something is told."""

    flat_until = models.DateField(null=True)  # "I'm fine, use all my hours": the last day of that week
    guesses = models.JSONField(default=dict)  # first guesses that were changed: {arm: connections, as text}
    forgotten_on = models.DateField(null=True)  # tries up to this day are learned from no more
    days_off = models.JSONField(default=list)  # ISO dates that ask for nothing, beside the rest days
    with_holidays = models.BooleanField(default=True)  # the country's public holidays are rest days

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner"], name="coaching_once")]


class Remembered(OwnedModel):
    """A try from before Rapport, found in a mailbox or a calendar; counted once the user says so."""

    key = models.CharField(max_length=64)  # what it was found by: it is asked once
    arm = models.CharField(max_length=16)
    on = models.DateField()
    hour = models.PositiveSmallIntegerField(null=True)  # the owner's local time
    minutes = models.PositiveIntegerField(default=0)
    came = models.PositiveSmallIntegerField(default=0)  # meaningful connections it led to
    reply = models.CharField(max_length=16)
    person = models.ForeignKey("Person", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [
            one_of("arm", Arm, "remembered_arm"),
            one_of("reply", Remembering, "remembered_reply"),
            models.CheckConstraint(
                condition=models.Q(hour__isnull=True) | models.Q(hour__lte=23), name="remembered_hour"
            ),
            models.UniqueConstraint(fields=["owner", "key"], name="remembered_once"),
        ]
