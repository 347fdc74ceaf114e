"""People, and the ways to reach them."""

from django.db import models

from rapport.db.models.base import BinnableModel, OwnedModel, indexed_owner, one_of
from rapport.domain.people.people import ContactKind, Reach, Told


class Person(BinnableModel):
    owner = indexed_owner()
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=400)  # name and aliases folded, for matching and sorting
    aliases = models.JSONField(default=list)
    organisation = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=200, blank=True)
    city = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=2, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    reach = models.CharField(max_length=8, blank=True)  # what the user says, over the map
    links = models.JSONField(default=list)
    note = models.TextField(blank=True)
    how_met = models.TextField(blank=True)
    introduced_by = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    met_at = models.ForeignKey("Gathering", null=True, on_delete=models.SET_NULL, related_name="+")
    told = models.CharField(max_length=16, blank=True)  # how close the user says they are
    known_before = models.BooleanField(default=False)  # knew them before the first entry about them
    cadence_days = models.PositiveIntegerField(null=True)
    tags = models.TextField(blank=True)  # " vr new-city ": found with LIKE '% vr %'
    assumed = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["owner", "folded"], name="person_owner_folded"),
            models.Index(
                fields=["owner", "city"], condition=models.Q(binned_at=None), name="person_owner_city"
            ),
            models.Index(
                fields=["owner", "introduced_by"],
                condition=models.Q(binned_at=None, introduced_by__isnull=False),
                name="person_owner_introduced_by",
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="person_has_a_name"),
            one_of("reach", Reach, "person_reach", blank=True, many=True),
            one_of("told", Told, "person_told", blank=True, many=True),
        ]


class ContactPoint(OwnedModel):
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="contact_points")
    kind = models.CharField(max_length=8)
    value = models.CharField(max_length=400)
    label = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            one_of("kind", ContactKind, "contact_point_kind", many=True),
            models.CheckConstraint(condition=~models.Q(value=""), name="contact_point_has_a_value"),
        ]
