"""What is done beside the server: once a day a backup, the bin emptied of the old, ties weighed anew; more
often, the feeds read that the user follows.
"""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from django.db import transaction
from django.db.models import F

from rapport.db.models import Owner, Subscription
from rapport.services import owners
from rapport.services.challenge import rulings
from rapport.services.history import acquaintances
from rapport.services.keeping import backups
from rapport.services.keeping.bin import purge
from rapport.services.owners import OwnerView
from rapport.services.people import search_index


def daily(data: Path, at: datetime, today_of: Callable[[OwnerView], date]) -> None:
    """May run twice without harm. The backup comes first: it still holds what the bin lets go."""
    backups.daily(data, at)
    for owner_id in Owner.objects.values_list("id", flat=True):
        purge(owner_id, at=at)
        today = today_of(owners.read(owner_id))
        weigh_ties(owner_id, today)
        acquaint(owner_id, today)


def often(now: Callable[[], datetime], today_of: Callable[[OwnerView], date]) -> None:
    """Only feeds whose time has come; where none is followed, nothing that could reach out is even loaded."""
    if not Subscription.objects.filter(binned_at=None, is_paused=False, next_at__lte=now()).exists():
        return
    from rapport.services.feeds import feeds  # the room that opens connections

    feeds.refresh_due(now, today_of)


def weigh_ties(owner_id: UUID, today: date) -> None:
    """Closeness fades with silence, so it is read as of today even where nothing was written."""
    with transaction.atomic():
        if not rulings.weigh_all(owner_id, today):
            return  # nobody yet: nothing is new
        search_index.refresh_all(owner_id)
        Owner.objects.filter(pk=owner_id).update(revision=F("revision") + 1)


def acquaint(owner_id: UUID, today: date) -> None:
    """What two shared long ago says less with time; only what moved is written."""
    with transaction.atomic():
        acquaintances.rebuild(owner_id, today)
