"""What search reads: one row for each person, whose id is its rank."""

from django.db import models

from rapport.db.models.base import OwnedModel, indexed_owner


class SearchRow(OwnedModel):
    """The full-text tables of both engines stand on this; its id: `domain.people.search.first_number`."""

    # The owner's number, then the closest tie first.
    id = models.BigIntegerField(primary_key=True)  # type: ignore[assignment]  # Django lets a model replace it
    owner = indexed_owner()  # its number begins the id
    person = models.OneToOneField("Person", on_delete=models.CASCADE, related_name="+")
    text = models.TextField()  # folded: names, work, city, tags, note, numbers, addresses
