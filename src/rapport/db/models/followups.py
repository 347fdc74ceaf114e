"""Next steps with a date."""

from django.db import models

from rapport.db.models.base import BinnableModel, one_of
from rapport.domain.interactions.followups import Evidence


class FollowUp(BinnableModel):
    person = models.ForeignKey("Person", null=True, on_delete=models.CASCADE, related_name="+")
    what = models.CharField(max_length=400, blank=True)
    made_on = models.DateField()
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    dropped_on = models.DateField(null=True)
    closed_by = models.CharField(
        max_length=16, blank=True
    )  # what showed that it was done; empty: the user said so
    kept_open = models.BooleanField(default=False)  # the user says that it is not done, whatever shows

    class Meta:
        constraints = [one_of("closed_by", Evidence, "followup_closed_by", blank=True)]
        indexes = [models.Index(fields=["owner", "due_on"], name="followup_owner_due")]
