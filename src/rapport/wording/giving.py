"""Giving and receiving in sentences, gently: there is no score."""

from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rapport.domain.giving.giving import Balance, Flow
from rapport.domain.text import fold
from rapport.services.giving.matches import Shared, Suggestion
from rapport.services.giving.pages import HelpRow
from rapport.wording import dates


def balance(of: Balance) -> str:
    """How much went each way."""
    if not (of.given or of.received or of.owed):
        return _("Nothing is written down yet. A small favour is a good beginning.")
    said = _so_far(of)
    if of.owed:
        more = ngettext("%(count)s promise is still open.", "%(count)s promises are still open.", of.owed)
        said.append(more % {"count": of.owed})
    return " ".join(said)


FLOWS: Final[dict[Flow, Promise]] = {
    Flow.BOTH: gettext_lazy("Help goes both ways between you."),
    Flow.TO_THEM: gettext_lazy("You gave %(name)s a hand lately. You may ask for one, too."),
    Flow.TO_ME: gettext_lazy(
        "%(name)s gave you a hand lately. A small thing back would be kind, when it fits."
    ),
}


def between(name: str, of: Flow) -> str:
    """Which way help went between two people; "" where there was none."""
    return str(FLOWS[of]) % {"name": name} if of in FLOWS else ""


def how_can_i_help(name: str) -> str:
    """Said in the terminal after a new connection."""
    return _(
        "How can you help %(name)s? When you know, log it: “%(name)s needs …”, or “promised %(name)s …”."
    ) % {"name": name}


def _so_far(of: Balance) -> list[str]:
    given, received = {"times": _times(of.given)}, {"times": _times(of.received)}
    said = [_("You gave a hand %(times)s.") % given] if of.given else []
    return said + ([_("You were given a hand %(times)s.") % received] if of.received else [])


def _times(count: int) -> str:
    if count == 1:
        return _("once")
    return ngettext("%(count)s time", "%(count)s times", count) % {"count": count}


def suggestion(of: Suggestion) -> str:
    """Whom these words could bring together."""
    need, offer = of.need, of.offer
    parts = {
        "needer": need.person.name if need.person else "",
        "need": need.what,
        "giver": offer.person.name if offer.person else "",
        "offer": offer.what,
    }
    if need.person is None:
        return _("You look for %(need)s, and %(giver)s can give %(offer)s: ask?") % parts
    if offer.person is None:
        return _("%(needer)s looks for %(need)s, and you can give %(offer)s: offer it?") % parts
    return _("%(needer)s looks for %(need)s, and %(giver)s can give %(offer)s: bring them together?") % parts


MOST_REASONS = 3


def because(of: Suggestion) -> str:
    """What the two have in common, in their own words."""
    said = [_shared(reason) for reason in of.reasons[:MOST_REASONS]]
    return _("Because of: %(words)s.") % {"words": ", ".join(said)} if said else ""


def _shared(reason: Shared) -> str:
    needed, offered = reason.needed, reason.offered
    if fold(needed) == fold(offered):
        return _("“%(word)s”") % {"word": needed}
    return _("“%(needed)s” and “%(offered)s”") % {"needed": needed, "offered": offered}


def promise(row: HelpRow, today: date) -> str:
    """When it was promised, and for when."""
    if row.due_on is not None:
        day = dates.spoken_day(row.due_on, today)
        return (_("for %(day)s") if row.due_on >= today else _("was meant for %(day)s")) % {"day": day}
    since = row.promised_on
    return _("promised %(ago)s") % {"ago": dates.ago((today - since).days)} if since else ""
