"""The journal: what each action changed, so that it can be taken back whole."""

from django.db import models

from rapport.db.models.base import OwnedModel


class Batch(OwnedModel):
    number = models.PositiveBigIntegerField()  # the owner's revision that it made: later batches are higher
    at = models.DateTimeField()
    verb = models.CharField(max_length=40)  # services.journal.journal.Verb
    subject = models.CharField(max_length=400, blank=True)  # a name or the logged line, for the list of undos
    undone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["owner", "number"], name="batch_owner_number")]


class Change(OwnedModel):
    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="changes")
    position = models.PositiveIntegerField()
    table = models.CharField(max_length=40)  # model name
    row = models.UUIDField()
    before = models.JSONField(null=True)  # null: the row was made
    after = models.JSONField(null=True)  # null: the row was removed

    class Meta:
        indexes = [models.Index(fields=["batch", "position"], name="change_batch_position")]


class BulkChange(OwnedModel):
    """Many rows of one table made at once: taking the batch back removes them."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="bulk_changes")
    position = models.PositiveIntegerField()
    table = models.CharField(max_length=40)  # model name
    rows = models.JSONField()  # their ids
