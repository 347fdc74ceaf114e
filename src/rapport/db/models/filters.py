"""Lists of people worth coming back to."""

from django.db import models

from rapport.db.models.base import BinnableModel


class SavedFilter(BinnableModel):
    name = models.CharField(max_length=80)
    query = models.JSONField(default=dict)  # services.people.pages.PeopleFilter, by its field names

    class Meta:
        constraints = [models.CheckConstraint(condition=~models.Q(name=""), name="saved_filter_has_a_name")]
