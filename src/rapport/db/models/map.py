"""Where people stand on the map of the network: derived, and kept so that it looks the same next time."""

from django.db import models

from rapport.db.models.base import OwnedModel


class MapPlace(OwnedModel):
    person = models.OneToOneField("Person", on_delete=models.CASCADE, related_name="+")
    x = models.FloatField()  # rooms from the middle (domain.map.layout)
    y = models.FloatField()
    island = models.CharField(max_length=16)  # key of the group they stood with
