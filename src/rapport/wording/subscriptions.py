"""Feeds of gatherings in words: what a reading brought, why one gave nothing, and what helps."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rapport.domain.gatherings.listings import FeedKind, FeedProblem, ListingStatus
from rapport.domain.imports.imports import Quarantined, Trouble
from rapport.services.feeds.listing_rows import Kept
from rapport.services.feeds.subscriptions import FeedRow
from rapport.wording.dates import minutes_ago
from rapport.wording.imports import TROUBLES

KINDS: Mapping[FeedKind, Promise] = {
    FeedKind.ICS: gettext_lazy("calendar (iCalendar)"),
    FeedKind.RSS: gettext_lazy("news feed (RSS or Atom)"),
    FeedKind.PAGE: gettext_lazy("web page with events"),
}
PROBLEMS: Mapping[FeedProblem, Promise] = {
    FeedProblem.FORBIDDEN: gettext_lazy(
        "This address is not one Rapport reads. It reads web pages on the open internet,"
        " and nothing on this computer."
    ),
    FeedProblem.LOCAL: gettext_lazy("This address belongs to your own network."),
    FeedProblem.NOT_FOUND: gettext_lazy("There is nothing at this address."),
    FeedProblem.GONE: gettext_lazy("Its host says that this feed is gone for good."),
    FeedProblem.REFUSED: gettext_lazy("Its host lets nobody in without a password."),
    FeedProblem.SERVER: gettext_lazy("Its host has trouble answering just now."),
    FeedProblem.UNREACHABLE: gettext_lazy("Nobody answers at this address."),
    FeedProblem.SLOW: gettext_lazy("Its host took too long to answer."),
    FeedProblem.TOO_LARGE: gettext_lazy("It is larger than any calendar needs to be, so it was not read."),
    FeedProblem.TOO_MANY_HOPS: gettext_lazy("The address leads from one place to the next without an end."),
    FeedProblem.NOT_A_FEED: gettext_lazy(
        "It was read, and no gatherings with a day are in it in a form Rapport knows."
    ),
}
CLOSER: Mapping[tuple[FeedProblem, str], Promise] = {  # where the detail says more
    (FeedProblem.SERVER, "429"): gettext_lazy("Its host asks us to come less often."),
    (FeedProblem.FORBIDDEN, "password"): gettext_lazy(
        "There is a name and a password in this address, and Rapport sends none."
    ),
    (FeedProblem.FORBIDDEN, "port"): gettext_lazy(
        "This address names a port that web pages do not use, and Rapport knocks at no other."
    ),
    (FeedProblem.FORBIDDEN, "open"): gettext_lazy(
        "This safe address (https) leads to an open one, where anybody on the way could change what is read."
    ),
    (FeedProblem.UNREACHABLE, "certificate"): gettext_lazy(
        "The host’s certificate is not in order, so nobody can say that it is the right one."
    ),
}
ADVICE: Mapping[FeedProblem, Promise] = {
    FeedProblem.FORBIDDEN: gettext_lazy(
        "Look for the public address of the calendar: it begins with https://."
    ),
    FeedProblem.LOCAL: gettext_lazy("If you know it and want it read, allow it below."),
    FeedProblem.NOT_FOUND: gettext_lazy("Check for a slip, or open the page and copy its address again."),
    FeedProblem.GONE: gettext_lazy("It is not asked again. Does the group announce its dates elsewhere now?"),
    FeedProblem.REFUSED: gettext_lazy(
        "Many calendars have a second, secret address for programs: look for “iCal” or “subscribe”."
    ),
    FeedProblem.SERVER: gettext_lazy("Nothing for you to do: it is tried again later, less and less often."),
    FeedProblem.UNREACHABLE: gettext_lazy("Check the address and your connection. It is tried again later."),
    FeedProblem.SLOW: gettext_lazy("It is tried again later."),
    FeedProblem.TOO_LARGE: gettext_lazy("Look for a feed of this group or this city alone."),
    FeedProblem.TOO_MANY_HOPS: gettext_lazy("Open it in your browser and copy the address you end up at."),
    FeedProblem.NOT_A_FEED: gettext_lazy(
        "Look on the page for “subscribe”, “iCal” or “RSS”, or write the one gathering down by hand."
    ),
}
STATUSES: Mapping[ListingStatus, Promise] = {
    ListingStatus.PLANNED: gettext_lazy("planned"),
    ListingStatus.MOVED: gettext_lazy("moved"),
    ListingStatus.CANCELLED: gettext_lazy("cancelled"),
    ListingStatus.GONE: gettext_lazy("no longer announced"),
}


def kind(code: FeedKind | None) -> str:
    """What a feed is."""
    return str(KINDS[code]) if code else _("not read yet")


def problem(code: FeedProblem, detail: str = "") -> str:
    """What is the matter, with the number its host gave where there is one."""
    said = CLOSER.get((code, detail)) or PROBLEMS[code]
    if (code, detail) in CLOSER or not detail.isdecimal():
        return str(said)
    return _("%(sentence)s (%(number)s)") % {"sentence": said, "number": detail}


def advice(code: FeedProblem) -> str:
    """What helps."""
    return str(ADVICE[code])


def status(code: ListingStatus) -> str:
    return str(STATUSES[code])


def ahead(feed: FeedRow) -> str:
    """How much it announces."""
    if not feed.ahead:
        return _("nothing announced at the moment")
    return ngettext("%(count)s date announced", "%(count)s dates announced", feed.ahead) % {
        "count": _number(feed.ahead)
    }


def brought(kept: Kept) -> str:
    """What a reading brought: "12 new, 1 moved, 1 cancelled"."""
    counts = [
        (ngettext("%(count)s new date", "%(count)s new dates", kept.new), kept.new),
        (ngettext("%(count)s moved", "%(count)s moved", kept.moved), kept.moved),
        (ngettext("%(count)s cancelled", "%(count)s cancelled", kept.cancelled), kept.cancelled),
        (ngettext("%(count)s no longer announced", "%(count)s no longer announced", kept.gone), kept.gone),
    ]
    said = [text % {"count": _number(count)} for text, count in counts if count]
    return ", ".join(said) if said else _("nothing new")


def added(kept: Kept) -> str:
    """What was found when a feed was added."""
    if not kept.told:
        return _("It is read from now on. It announces nothing at the moment.")
    said = ngettext(
        "It is read from now on. It announces %(count)s date.",
        "It is read from now on. It announces %(count)s dates.",
        kept.told,
    )
    return said % {"count": _number(kept.told)}


def left_out(some: Sequence[Quarantined]) -> list[str]:
    """Why some of it is not there: each reason once, with how often."""
    counts: dict[str, int] = {}
    for one in some:
        reason = _("it has no name") if one.trouble is Trouble.NO_NAME else str(TROUBLES[one.trouble])
        counts[reason] = counts.get(reason, 0) + 1
    return [
        ngettext("%(count)s entry was left out: %(why)s.", "%(count)s entries were left out: %(why)s.", count)
        % {"count": _number(count), "why": reason}
        for reason, count in counts.items()
    ]


def read_when(feed: FeedRow, now: datetime) -> str:
    """When it was read, or asked in vain."""
    if feed.fetched_at is None:
        return _("not read yet")
    said = _("asked %(when)s") if feed.problem else _("read %(when)s")
    return said % {"when": minutes_ago(int((now - feed.fetched_at).total_seconds() // 60))}


def _number(count: int) -> str:
    return str(number_format(count, use_l10n=True, force_grouping=True))
