"""Next steps with a date."""

from django.db import models

from rapport.db.models.base import BinnableModel


class FollowUp(BinnableModel):
    person = models.ForeignKey("Person", null=True, on_delete=models.CASCADE, related_name="+")
    what = models.CharField(max_length=400, blank=True)
    made_on = models.DateField()
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    dropped_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["owner", "due_on"], name="followup_owner_due")]
