"""What is done once a day beside the server: a backup, the bin emptied of the old, ties weighed anew."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from django.db import transaction
from django.db.models import F

from rapport.db.models import Owner
from rapport.services import backups, owners, rulings, search_index
from rapport.services.bin import purge
from rapport.services.owners import OwnerView


def daily(data: Path, at: datetime, today_of: Callable[[OwnerView], date]) -> None:
    """May run twice without harm. The backup comes first: it still holds what the bin lets go."""
    backups.daily(data, at)
    for owner_id in Owner.objects.values_list("id", flat=True):
        purge(owner_id, at=at)
        weigh_ties(owner_id, today_of(owners.read(owner_id)))


def weigh_ties(owner_id: UUID, today: date) -> None:
    """Closeness fades with silence, so it is read as of today even where nothing was written."""
    with transaction.atomic():
        if not rulings.weigh_all(owner_id, today):
            return  # nobody yet: nothing is new
        search_index.refresh_all(owner_id)
        Owner.objects.filter(pk=owner_id).update(revision=F("revision") + 1)
