"""Whose page this is, and which day they are living."""

from datetime import date

from django.http import HttpRequest

from rapport import clock
from rapport.services.owners import OwnerView


def owner_of(request: HttpRequest) -> OwnerView:
    """The owner that the `store` middleware read for this request."""
    owner: OwnerView = request.owner  # type: ignore[attr-defined]  # set by the `store` middleware
    return owner


def today_of(owner: OwnerView) -> date:
    """The owner's day; a demo stands still on its own."""
    return clock.owners_day(owner)
