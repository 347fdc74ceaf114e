"""Whose network this is, and how they like things."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from rapport.db.models import Owner
from rapport.db.queries import owners as queries
from rapport.domain.people.people import Place
from rapport.domain.values import dataclass
from rapport.services import places
from rapport.services.journal.journal import Verb, journal


@dataclass(frozen=True, slots=True)
class OwnerView:
    """The owner, as doors need it."""

    id: UUID
    name: str
    city: str
    country: str
    place: Place | None
    time_zone: str
    day_ends_hour: int
    language: str
    theme: str
    weekly_minutes: int
    nudge_from: int
    nudge_to: int
    rest_weekdays: tuple[int, ...]
    topics: tuple[str, ...]
    about: str
    is_demo: bool
    stands_on: date | None  # a demo stands still on this day
    is_set_up: bool
    revision: int


def local_owner() -> OwnerView:
    """The one owner of local mode, made silently at first sight."""
    row = Owner.objects.order_by("id").first()
    if row is None:
        with transaction.atomic():
            row = Owner.objects.order_by("id").first() or Owner.objects.create(rest_weekdays=[6])
    return view(row)


def read(owner_id: UUID) -> OwnerView:
    return view(Owner.objects.get(pk=owner_id))


def revision(owner_id: UUID) -> int:
    """Grows with every write: what a page was made from."""
    return queries.revision(owner_id)


def edit(owner_id: UUID, *, at: datetime, **fields: Any) -> OwnerView:
    """Change settings. A new city is looked up on the offline map."""
    row = Owner.objects.get(pk=owner_id)
    if {"city", "country"} & fields.keys():
        city, country = fields.get("city", row.city), fields.get("country", row.country)
        found = places.locate(city, country)
        fields["latitude"], fields["longitude"] = (found.latitude, found.longitude) if found else (None, None)
    with journal(owner_id, Verb.SETTINGS, at=at) as book:
        book.change(row, **fields)
    return read(owner_id)


def view(row: Owner) -> OwnerView:
    place = None
    if row.latitude is not None and row.longitude is not None:
        place = Place(row.latitude, row.longitude)
    return OwnerView(
        id=row.pk,
        name=row.name,
        city=row.city,
        country=row.country,
        place=place,
        time_zone=row.time_zone,
        day_ends_hour=row.day_ends_hour,
        language=row.language,
        theme=row.theme,
        weekly_minutes=row.weekly_minutes,
        nudge_from=row.nudge_from,
        nudge_to=row.nudge_to,
        rest_weekdays=tuple(row.rest_weekdays),
        topics=tuple(row.topics.split()),
        about=row.about,
        is_demo=row.is_demo,
        stands_on=row.stands_on,
        is_set_up=row.is_set_up,
        revision=row.revision,
    )
