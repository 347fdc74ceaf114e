"""What search reads: one row for each person, whose id is its rank."""

from django.db import models

from rapport.db.models.base import OwnedQuerySet


class SearchRow(models.Model):
    """The full-text tables of both engines stand on this; `domain.search.rank` makes the id."""

    id = models.BigIntegerField(primary_key=True)  # owner's number, then the closest tie first
    owner = models.ForeignKey("rapport.Owner", on_delete=models.CASCADE, related_name="+")
    person = models.OneToOneField("Person", on_delete=models.CASCADE, related_name="+")
    text = (
        models.TextField()
    )  # folded: name, aliases, organisation, role, city, tags, note, phones, addresses

    objects = OwnedQuerySet.as_manager()
