"""Announced gatherings: one looked at, and answered in one tap."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rapport import clock
from rapport.domain.gatherings.listings import ListingReply, ListingStatus
from rapport.services.gatherings import listings
from rapport.services.gatherings.fits import coming
from rapport.services.gatherings.listings import ListingRow
from rapport.web.coming import REPLIES, announced_when, worth_view
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go_back, missing_is_404, show
from rapport.wording import dates, fit
from rapport.wording.words import heading

HOURS = "%H:%M"


@require_safe
@missing_is_404
def listing(request: HttpRequest, listing_id: UUID) -> HttpResponse:
    """What a feed tells of one gathering, and why it fits or not."""
    owner = owner_of(request)
    today = today_of(owner)
    row = listings.read(owner.id, listing_id)
    worth = next((one for one in coming(owner.id, today).worth if one.listing.id == listing_id), None)
    context: dict[str, Any] = {
        "listing": row,
        "when": capfirst(announced_when(row, owner.time_zone, today)),
        "facts": _facts(row),
        "worth": worth_view(worth, owner.time_zone, today) if worth else None,
        "replies": [{"value": code.value, "label": heading(code)} for code in REPLIES],
        "is_off": row.status in (ListingStatus.CANCELLED, ListingStatus.GONE),
        "moved": dates.spoken_day(row.moved_from, today) if row.moved_from else "",
    }
    return show(request, "gatherings/listing", context)


@require_POST
@missing_is_404
def reply(request: HttpRequest, listing_id: UUID) -> HttpResponse:
    """Going, maybe, not for me."""
    owner = owner_of(request)
    try:
        said = ListingReply(request.POST.get("reply", ""))
    except ValueError as error:
        raise LookupError(str(listing_id)) from error
    is_stretch = request.POST.get("stretch") == "yes"
    saved = listings.reply(owner.id, listing_id, said, at=clock.now(), is_stretch=is_stretch)
    name = listings.read(owner.id, listing_id).name
    texts = {
        ListingReply.GOING: _("%(name)s is in your calendar."),
        ListingReply.MAYBE: _("%(name)s is in your calendar, as a maybe."),
        ListingReply.NOT_FOR_ME: _("%(name)s will not be proposed again."),
    }
    done(request, texts[said] % {"name": name}, saved.batch_id)
    return go_back(request, "gatherings")


@require_POST
@missing_is_404
def forgive(request: HttpRequest, listing_id: UUID) -> HttpResponse:
    """It may be proposed after all."""
    saved = listings.forgive(owner_of(request).id, listing_id, at=clock.now())
    done(request, _("It is proposed again."), saved.batch_id)
    return go_back(request, "gatherings")


def _facts(row: ListingRow) -> list[tuple[str, str]]:
    said = [
        (_("Place"), _("online") if row.is_online else row.place or row.city),
        (_("People there"), fit.crowd(row.size) if row.size else ""),
        (_("Host"), row.host),
        (_("Price"), _price(row)),
        (_("Found through"), row.feed.name if row.feed else ""),
    ]
    return [(term, value) for term, value in said if value]


def _price(row: ListingRow) -> str:
    if row.price is None:
        return ""
    return fit.price(row.price, row.currency) if row.price else _("free of charge")
