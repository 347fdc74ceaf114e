"""Those one lost touch with, in sentences: why them, what was shared last, and how welcome a line is."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from rapport.domain.history.ties import REAL_CONTACTS
from rapport.services.coach.reconnect import Dormant, Put, Shared, Sleeping, Worth
from rapport.wording import dates

REASONS: Final[Mapping[Worth, Promise]] = {
    Worth.DREAM: gettext_lazy("%(organisation)s is on your dream list, and they are there."),
    Worth.OFFERS: gettext_lazy("You look for “%(detail)s”, and they may have it."),
    Worth.MOVED: gettext_lazy("They have moved on: from %(before)s to %(detail)s."),
    Worth.NEEDS: gettext_lazy("They look for “%(detail)s”, which you can give."),
    Worth.TOPICS: gettext_lazy("You share a topic: %(detail)s."),
    Worth.LED: gettext_lazy("You met others through them."),
}
WELCOME: Final = gettext_lazy(
    "Being written to out of the blue is liked more than people expect, "
    "and most of all when it comes as a surprise."
)
FRESH: Final = gettext_lazy(
    "Those you lost touch with know people and things that those around you do not. "
    "Three lines are enough, and they ask for nothing."
)


def why(tie: Dormant) -> str:
    """One plain reason: what may come of it, else what it was."""
    if tie.signs:
        first = tie.signs[0]
        names = {"detail": first.detail, "organisation": tie.who.organisation, "before": tie.who.before}
        return str(REASONS[first.worth]) % names
    count = tie.who.exchanges
    if count >= REAL_CONTACTS:
        text = ngettext("You met or wrote %(count)s time.", "You met or wrote %(count)s times.", count)
        return text % {"count": count}
    return _("You were once among those you wrote with most.")


def silent(last_on: date, today: date) -> str:
    """Since when."""
    return _("Last in touch %(ago)s, in %(month)s.") % {
        "ago": dates.ago((today - last_on).days),
        "month": pgettext("a month and its year", "%(month)s %(year)s")
        % {"month": str(MONTHS[last_on.month]), "year": last_on.year},
    }


def last_shared(one: Sleeping) -> str:
    """The last thing shared, with its day; nothing where nothing was noted."""
    told: Shared | None = one.shared
    if told is None or not told.what:
        return ""
    return _("The last thing you shared: %(what)s (%(day)s).") % {
        "what": told.what,
        "day": dates.short_day(told.on),
    }


def detail(one: Sleeping) -> str:
    """What the letter can begin with: where we met, not what I noted of them."""
    return one.shared.what if one.shared and not one.shared.is_note else ""


def others(count: int) -> str:
    """How many more wait, without a list of them."""
    if not count:
        return ""
    text = ngettext(
        "%(count)s more sleeps. They come up as you go.",
        "%(count)s more sleep. They come up as you go.",
        count,
    )
    return text % {"count": count}


def aside(put: Put, today: date) -> str:
    """Until when somebody was put aside."""
    if put.until is None:
        return _("Not for you")
    return _("Not before %(day)s") % {"day": dates.spoken_day(put.until, today)}
