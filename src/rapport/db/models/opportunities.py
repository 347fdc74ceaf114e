"""What opened up, and where it came from."""

from django.db import models

from rapport.db.models.base import BinnableModel


class Opportunity(BinnableModel):
    what = models.CharField(max_length=400)
    on = models.DateField()
    person = models.ForeignKey("Person", null=True, on_delete=models.SET_NULL, related_name="+")
    gathering = models.ForeignKey("Gathering", null=True, on_delete=models.SET_NULL, related_name="+")
    pitch = models.ForeignKey("Pitch", null=True, on_delete=models.SET_NULL, related_name="+")
    note = models.TextField(blank=True)
    assumed = models.BooleanField(default=False)
