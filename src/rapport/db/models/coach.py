"""What became of the cards of Today."""

from django.db import models

from rapport.db.models.base import OwnedModel, one_of
from rapport.domain.cards import Reply
from rapport.domain.learning import Way


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
