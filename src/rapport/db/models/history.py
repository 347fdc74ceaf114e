"""Traces of shared history from mailboxes and calendars: who, when, in which direction; never a body."""

from django.db import models

from rapport.db.models.base import Compact, OwnedModel, one_of
from rapport.domain.history.history import AddressKind
from rapport.domain.imports.imports import TraceKind

__all__ = ["Address", "PersonHistory", "SourceFile", "TieScale", "Trace", "TraceParty"]


class Address(Compact):
    """A mail address seen in a history, and whose it is."""

    address = models.CharField(max_length=320)  # in lower case
    name = models.CharField(max_length=200, blank=True)  # as it was last written
    kind = models.CharField(max_length=8)
    person = models.ForeignKey("Person", null=True, on_delete=models.SET_NULL, related_name="+")
    confirmed = models.BooleanField(default=False)  # the user said so

    class Meta:
        constraints = [
            one_of("kind", AddressKind, "address_kind"),
            models.UniqueConstraint(fields=["owner", "address"], name="address_once"),
        ]


class Trace(Compact):
    """One message or meeting."""

    kind = models.CharField(max_length=8)
    key = models.CharField(max_length=32)  # digest of the Message-ID, or of UID and start
    at = models.DateTimeField()
    from_me = models.BooleanField(default=False)
    is_bulk = models.BooleanField(default=False)
    size = models.PositiveIntegerField()  # people on it beside me
    reply_to = models.CharField(max_length=32, blank=True)  # key of the message it answers
    minutes = models.PositiveIntegerField(null=True)
    title = models.CharField(max_length=200, blank=True)
    batch = models.ForeignKey(
        "Batch", null=True, on_delete=models.CASCADE, related_name="+", db_index=False
    )  # asked for only when a batch is taken back

    class Meta:
        indexes = [
            models.Index(  # which messages answer this one
                fields=["owner", "reply_to"], condition=~models.Q(reply_to=""), name="trace_reply_to"
            ),
        ]
        constraints = [
            one_of("kind", TraceKind, "trace_kind"),
            models.UniqueConstraint(fields=["owner", "key"], name="trace_once"),
        ]


class TraceParty(models.Model):
    """An address on a trace, mine left out."""

    id = models.BigAutoField(primary_key=True)
    trace = models.ForeignKey(Trace, on_delete=models.CASCADE, related_name="parties")
    address = models.ForeignKey(Address, on_delete=models.CASCADE, related_name="+")
    is_sender = models.BooleanField(default=False)


class PersonHistory(OwnedModel):
    """What all traces of one person add up to; derived, and added to as traces come in."""

    person = models.OneToOneField("Person", on_delete=models.CASCADE, related_name="history")
    sums = models.JSONField(default=dict)  # domain.history.Sums


class TieScale(OwnedModel):
    """What is usual among an owner's ties, when all were weighed last (domain.history.ties.Scale)."""

    centres = models.JSONField(default=list)
    spreads = models.JSONField(default=list)
    lifetime = models.FloatField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner"], name="tie_scale_once")]


class SourceFile(OwnedModel):
    """A mailbox file as it was last read (formats.fingerprint): unchanged, it is not read again."""

    name = models.CharField(max_length=32)  # digest of the path or of the uploaded name
    size = models.PositiveBigIntegerField()  # bytes
    mtime_ns = models.BigIntegerField()
    head = models.CharField(max_length=32)  # digests
    tail = models.CharField(max_length=32)
    seam = models.CharField(max_length=32)
    offset = models.PositiveBigIntegerField()  # where the last message begins

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="source_file_once")]
