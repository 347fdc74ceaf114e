"""Files that came in: what was read, what became of each record."""

from django.db import models

from rapport.db.models.base import OwnedModel, indexed_owner, one_of
from rapport.domain.imports.imports import Source


class State(models.TextChoices):
    """How far an import is."""

    READING = "reading"
    PLANNED = "planned"
    APPLYING = "applying"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


class Import(OwnedModel):
    at = models.DateTimeField()
    state = models.CharField(max_length=16)
    files = models.JSONField(default=list)  # [{"name", "size", "source"}]
    plan = models.JSONField(default=dict)  # counts, samples and what was left out, as the preview shows them
    choices = models.JSONField(default=dict)  # what the user decided on seeing the plan
    done = models.PositiveBigIntegerField(default=0)  # bytes read, then records written
    total = models.PositiveBigIntegerField(default=0)
    cancel_asked = models.BooleanField(default=False)
    batch = models.ForeignKey("Batch", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["owner", "at"], name="import_owner_at")]
        constraints = [one_of("state", State, "import_state")]


class SourceRecord(OwnedModel):
    """One record of one source and the person it told of: the same record again is known."""

    owner = indexed_owner()
    source = models.CharField(max_length=16)
    key = models.CharField(max_length=32)  # digest of the source's own id, or of who it is
    digest = models.CharField(max_length=64)  # of the whole content: another one means it changed
    person = models.ForeignKey(
        "Person", null=True, on_delete=models.SET_NULL, related_name="source_records"
    )  # null: deleted since, and not to come back by itself
    said = models.JSONField(default=dict)  # name, organisation, role, city as it told them: what it may renew
    extra = models.JSONField(default=list)  # [[name, value, parameters]]: given back on export

    class Meta:
        constraints = [
            one_of("source", Source, "source_record_source", many=True),
            models.UniqueConstraint(fields=["owner", "source", "key"], name="source_record_once"),
        ]
