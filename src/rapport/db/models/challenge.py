"""The time-boxed month."""

from django.db import models

from rapport.db.models.base import BinnableModel


class Challenge(BinnableModel):
    name = models.CharField(max_length=200, blank=True)
    intention = models.TextField(blank=True)  # "why?", in one sentence
    starts_on = models.DateField()
    days = models.PositiveSmallIntegerField()
    rest_weekdays = models.JSONField(default=list)  # 0 Monday … 6 Sunday
    rest_dates = models.JSONField(default=list)  # ISO dates: holidays and days off
    rule = models.JSONField(default=dict)  # domain.challenge.referee.Rule, by field
    action_goals = models.JSONField(default=list)  # [{"way": …, "count": …}] for the whole challenge
    hope_count = models.PositiveSmallIntegerField(null=True)  # connections hoped for; never owed
    hope = models.TextField(blank=True)
    ended_on = models.DateField(null=True)  # stopped early

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(days__gte=1, days__lte=366), name="challenge_one_day_to_a_year"
            ),
        ]
