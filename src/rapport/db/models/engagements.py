"""Evenings that are taken."""

from django.db import models

from rapport.db.models.base import OwnedModel


class Engagement(OwnedModel):
    """A time that is taken in one's own calendar, as its file says; read again, they are replaced whole."""

    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    title = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["owner", "starts_at"], name="engagement_owner_starts")]
