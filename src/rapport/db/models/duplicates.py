"""People who look alike: what the user said about two of them, and what was found."""

from django.db import models

from rapport.db.models.base import OwnedModel


class Distinct(OwnedModel):
    """Never the same: these two are not asked about again. `first` has the smaller id."""

    first = models.ForeignKey("Person", on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey("Person", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="distinct_once"),
            models.CheckConstraint(
                condition=models.Q(first__lt=models.F("second")), name="distinct_in_order"
            ),
        ]


class Likeness(OwnedModel):
    """Two people who may be one (domain.duplicates.Candidate); derived. `first` has the smaller id."""

    first = models.ForeignKey("Person", on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey("Person", on_delete=models.CASCADE, related_name="+")
    weight = models.FloatField()  # log2 of the odds that they are one
    probability = models.FloatField()
    reasons = models.JSONField(default=list)  # [[field, agreement, value, bits]]
    is_sure = models.BooleanField(default=False)  # may be merged without looking

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="likeness_once"),
            models.CheckConstraint(
                condition=models.Q(first__lt=models.F("second")), name="likeness_in_order"
            ),
        ]


class LikenessSearch(OwnedModel):
    """The last search for people who look alike (domain.duplicates.Bulk); derived."""

    at = models.DateTimeField()
    revision = models.PositiveBigIntegerField()  # of the owner: nothing was written since
    digest = models.CharField(max_length=64, blank=True)  # of all that was compared
    people = models.PositiveIntegerField()
    false_share = models.FloatField()  # of the sure pairs, with its 95 % interval
    low = models.FloatField()
    high = models.FloatField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner"], name="likeness_search_once")]
