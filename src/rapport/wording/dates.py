"""Days as people say them, in the reader's language."""

from datetime import date

from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

MONTH_DAYS = 30.4  # mean length of a month
YEAR_DAYS = 365.25


def weekday(number: int) -> str:
    """0 Monday … 6 Sunday."""
    return str(WEEKDAYS[number])


def day(on: date, today: date | None = None) -> str:
    """ "Friday 15 March 2019"; the year is left out when it is today's."""
    parts = {"weekday": weekday(on.weekday()), "day": _ordinal(on.day), "month": str(MONTHS[on.month])}
    if today is not None and on.year == today.year:
        return pgettext("a day without its year", "%(weekday)s %(day)s %(month)s") % parts
    return pgettext("a day", "%(weekday)s %(day)s %(month)s %(year)s") % (parts | {"year": on.year})


def short_day(on: date) -> str:
    """ "15 March 2019", for tables."""
    parts = {"day": _ordinal(on.day), "month": str(MONTHS[on.month]), "year": on.year}
    return pgettext("a day without its weekday", "%(day)s %(month)s %(year)s") % parts


def every_year(on: date) -> str:
    """ "15 March", of any year."""
    parts = {"day": _ordinal(on.day), "month": str(MONTHS[on.month])}
    return pgettext("a day of every year", "%(day)s %(month)s") % parts


def spoken_day(on: date, today: date) -> str:
    """ "yesterday (Thursday 14 March)", or the day alone when it is further off."""
    near = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}.get((on - today).days)
    if near is None:
        return day(on, today)
    return pgettext("a near day, and its date", "%(near)s (%(date)s)") % {
        "near": near,
        "date": day(on, today),
    }


def ago(days: int) -> str:
    """ "today", "yesterday", "3 days ago", "5 weeks ago", "8 months ago", "2 years ago"."""
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    if days < 21:
        return ngettext("%(count)s day ago", "%(count)s days ago", days) % {"count": days}
    if days < 63:
        return ngettext("%(count)s week ago", "%(count)s weeks ago", days // 7) % {"count": days // 7}
    if days < 2 * YEAR_DAYS:
        months = round(days / MONTH_DAYS)
        return ngettext("%(count)s month ago", "%(count)s months ago", months) % {"count": months}
    years = int(days / YEAR_DAYS)
    return ngettext("%(count)s year ago", "%(count)s years ago", years) % {"count": years}


def minutes_ago(minutes: int) -> str:
    """ "just now", "5 minutes ago", "2 hours ago"."""
    if minutes < 1:
        return _("just now")
    if minutes < 60:
        return ngettext("%(count)s minute ago", "%(count)s minutes ago", minutes) % {"count": minutes}
    return ngettext("%(count)s hour ago", "%(count)s hours ago", minutes // 60) % {"count": minutes // 60}


def listed(items: list[str] | tuple[str, ...]) -> str:
    """ "Mary, Priya and Tom"."""
    if len(items) < 2:
        return "".join(items)
    return pgettext("the last two of a list", "%(first)s and %(last)s") % {
        "first": ", ".join(items[:-1]),
        "last": items[-1],
    }


def _ordinal(number: int) -> str:
    """The first of the month has a name of its own in French ("1er")."""
    return pgettext("the first day of a month", "1") if number == 1 else str(number)
