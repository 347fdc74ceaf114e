"""Gatherings, ready to be drawn: when, where, why they fit, what came of them."""

from datetime import date, time
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.urls import reverse
from django.utils.translation import gettext as _

from rapport.domain.gatherings.fit import Sign
from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.gatherings.listings import ListingReply
from rapport.services.feeds.subscriptions import AnnouncedRow
from rapport.services.gatherings.fits import Planned, Worth
from rapport.services.gatherings.listings import ListingRow
from rapport.services.gatherings.pages import GatheringRow
from rapport.wording import dates, fit
from rapport.wording import gatherings as words
from rapport.wording.words import heading

REPLIES: Final = (ListingReply.GOING, ListingReply.MAYBE, ListingReply.NOT_FOR_ME)
LATER: Final = 3  # more dates that are named


def when_of(on: date, at: time | None, today: date) -> str:
    """ "tomorrow (Friday 5 April), 18:30"."""
    day = dates.spoken_day(on, today)
    return f"{day}, {at:%H:%M}" if at else day


def announced_when(row: ListingRow | AnnouncedRow, home: str, today: date) -> str:
    """On the owner's clock, and on that of its place where it shows another hour."""
    if row.starts_at is None:
        return when_of(row.on, None, today)
    mine = row.starts_at.astimezone(ZoneInfo(home))
    said = when_of(row.on, mine.time(), today)
    try:
        there = mine if row.is_online or not row.time_zone else mine.astimezone(ZoneInfo(row.time_zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):  # of an archive that somebody wrote by hand
        return said
    if there.utcoffset() == mine.utcoffset():
        return said
    city = row.time_zone.rsplit("/", 1)[-1].replace("_", " ")
    return _("%(day)s (%(time)s in %(city)s)") % {"day": said, "time": f"{there:%H:%M}", "city": city}


def row_view(row: GatheringRow, today: date) -> dict[str, Any]:
    about = [words.size(row.size), row.place, _("a stretch") if row.stretch else ""]
    return {
        "id": row.id,
        "name": row.name,
        "url": reverse("gathering", args=[row.id]),
        "debrief": reverse("gathering-debrief", args=[row.id]),
        "wants_debrief": row.attendance is not Attendance.SKIPPED and not row.came.people,
        "day": when_of(row.on, row.starts_at, today),
        "about": ", ".join(filter(None, about)),
        "came": words.came(row.came),
        "state": heading(row.attendance),
        "is_skipped": row.attendance is Attendance.SKIPPED,
        "is_settled": row.attendance in (Attendance.WENT, Attendance.SKIPPED),
        "assumed": row.assumed,
    }


def planned_view(planned: Planned, today: date) -> dict[str, Any]:
    """One that is gone to, or may be."""
    row = planned.gathering
    moved = planned.listing.moved_from if planned.listing else None
    return {
        "id": row.id,
        "name": row.name,
        "url": reverse("gathering", args=[row.id]),
        "before": reverse("gathering-before", args=[row.id]),
        "debrief": reverse("gathering-debrief", args=[row.id]),
        "day": when_of(row.on, row.starts_at, today),
        "where": _("online") if row.is_online else ", ".join(filter(None, (row.place, row.city))),
        "why": fit.sentence(planned.fit),
        "numbers": fit.behind(planned.fit),
        "state": heading(row.attendance),
        "is_today": row.on == today,
        "is_cancelled": planned.is_cancelled,
        "moved": dates.spoken_day(moved, today) if moved else "",
        "is_crowd": planned.fit.has(Sign.CONFERENCE),
    }


def worth_view(worth: Worth, home: str, today: date) -> dict[str, Any]:
    """One that is announced, and not answered."""
    row = worth.listing
    return {
        "id": row.id,
        "name": row.name,
        "url": reverse("listing", args=[row.id]),
        "reply": reverse("listing-reply", args=[row.id]),
        "day": announced_when(row, home, today),
        "where": _("online") if row.is_online else row.place.split("\n")[0] or row.city,
        "why": fit.sentence(worth.fit),
        "numbers": fit.behind(worth.fit),
        "is_stretch": worth.fit.has(Sign.STRETCH),
        "later": _later(worth.more, today),
    }


def _later(days: tuple[date, ...], today: date) -> str:
    if not days:
        return ""
    named = dates.listed([dates.day(day, today) for day in days[:LATER]])
    return _("also %(days)s") % {"days": named}
