"""Reflections."""

from django.db import models

from rapport.db.models.base import BinnableModel


class Note(BinnableModel):
    on = models.DateField()
    text = models.TextField()
    tags = models.TextField(blank=True)
    person = models.ForeignKey("Person", null=True, on_delete=models.CASCADE, related_name="+")
    assumed = models.BooleanField(default=False)
