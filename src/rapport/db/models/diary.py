"""Entries taken in from diary files, so that the same file adds nothing twice."""

from django.db import models

from rapport.db.models.base import OwnedModel


class DiaryEntry(OwnedModel):
    digest = models.CharField(max_length=64)  # formats.diary: SHA-256 of day, text and occurrence
    on = models.DateField()
    text = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "digest"], name="diary_entry_once")]
