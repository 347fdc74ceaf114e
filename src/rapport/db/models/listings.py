"""Gatherings as others announce them: the feeds that are read, and the dates they tell."""

from django.db import models

from rapport.db.models.base import BinnableModel, OwnedModel, one_of
from rapport.domain.gatherings.listings import FeedKind, FeedProblem, ListingReply, ListingStatus


class Subscription(BinnableModel):
    """A feed that the user asked for."""

    name = models.CharField(max_length=200, blank=True)
    url = models.CharField(max_length=1000)
    kind = models.CharField(max_length=8, blank=True)  # empty: not read yet
    city = models.CharField(max_length=200, blank=True)  # where its gatherings are, when they do not say
    etag = models.CharField(max_length=400, blank=True)
    modified = models.CharField(max_length=100, blank=True)  # Last-Modified, as the server wrote it
    digest = models.CharField(max_length=64, blank=True)  # SHA-256 of what was last read
    fetched_at = models.DateTimeField(null=True)  # last answer
    next_at = models.DateTimeField(null=True)  # not before
    failures = models.PositiveSmallIntegerField(default=0)  # in a row
    problem = models.CharField(max_length=24, blank=True)
    detail = models.CharField(max_length=200, blank=True)
    allows_local = models.BooleanField(default=False)  # the user allows this address of the local network
    is_paused = models.BooleanField(default=False)

    FROM_OUTSIDE = frozenset(  # what a reading says: no batch remembers it, it stands in no undo's way
        {
            "kind", "etag", "modified", "digest", "fetched_at", "next_at", "failures", "problem", "detail",
        }
    )  # fmt: skip

    class Meta:
        constraints = [
            one_of("kind", FeedKind, "subscription_kind", blank=True),
            one_of("problem", FeedProblem, "subscription_problem", blank=True),
            models.UniqueConstraint(
                fields=["owner", "url"], condition=models.Q(binned_at=None), name="subscription_once"
            ),
        ]


class Listing(OwnedModel):
    """One date of a gathering, as a feed tells it."""

    # null: pasted by the user
    subscription = models.ForeignKey(Subscription, null=True, on_delete=models.CASCADE, related_name="+")
    uid = models.CharField(max_length=400)
    instance = models.CharField(max_length=40, blank=True)  # which date of a recurring one; empty: the only
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200)
    on = models.DateField()  # the owner's day
    starts_at = models.DateTimeField(null=True)  # null: the whole day
    ends_at = models.DateTimeField(null=True)
    time_zone = models.CharField(max_length=64, blank=True)  # IANA name of the place; empty: the owner's
    is_recurring = models.BooleanField(default=False)
    place = models.CharField(max_length=400, blank=True)
    city = models.CharField(max_length=200, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    is_online = models.BooleanField(default=False)
    url = models.CharField(max_length=1000, blank=True)
    about = models.TextField(blank=True)  # plain text, cut short
    host = models.CharField(max_length=200, blank=True)
    size = models.PositiveIntegerField(null=True)  # people: going, or room for
    price = models.FloatField(null=True)  # in `currency`; 0: free
    currency = models.CharField(max_length=3, blank=True)
    status = models.CharField(max_length=12, default=ListingStatus.PLANNED)
    moved_from = models.DateField(null=True)  # the day it was announced for before
    reply = models.CharField(max_length=12, blank=True)
    gathering = models.ForeignKey("Gathering", null=True, on_delete=models.SET_NULL, related_name="+")
    same_as = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    seen_at = models.DateTimeField()  # when a feed last told it

    FROM_OUTSIDE = frozenset(  # the same; what the user says to it is remembered
        {
            "name", "folded", "on", "starts_at", "ends_at", "time_zone", "is_recurring", "place", "city",
            "latitude", "longitude", "is_online", "url", "about", "host", "size", "price", "currency",
            "status", "moved_from", "same_as_id", "seen_at",
        }
    )  # fmt: skip

    class Meta:
        indexes = [models.Index(fields=["owner", "on"], name="listing_owner_on")]
        constraints = [
            one_of("status", ListingStatus, "listing_status"),
            one_of("reply", ListingReply, "listing_reply", blank=True),
            models.UniqueConstraint(fields=["owner", "subscription", "uid", "instance"], name="listing_once"),
        ]
