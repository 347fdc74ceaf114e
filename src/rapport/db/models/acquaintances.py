"""Who of my people knows whom."""

from django.db import models

from rapport.db.models.base import Compact


class Acquaintance(Compact):
    """`person` knows `other`; derived from shared history, and stored both ways for self-joins."""

    person = models.ForeignKey("Person", on_delete=models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey("Person", on_delete=models.CASCADE, related_name="+")
    probability = models.FloatField()  # that `person` could and would lead to `other`
    evidence = models.JSONField(
        default=list
    )  # [[domain.history.acquaintances.Sign, how often, last ISO date or "", what]]

    class Meta:
        # All that a path reads: no row is looked up for it. That no pair is there twice is left to the one
        # place that writes, which takes a second row of a pair for stale: a constraint would be this index
        # again, and half as much of the work.
        indexes = [models.Index(fields=["person", "other", "probability"], name="acquaintance_path")]
