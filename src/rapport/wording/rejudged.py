"""What a change made elsewhere does to other days, in a sentence."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.services.challenge.rejudged import Rejudged
from rapport.wording import dates
from rapport.wording.words import word

MOST = 4  # days in one sentence


def sentence(changed: Sequence[Rejudged], today: date) -> str:
    """ "One other exchange is judged otherwise now: Mary, 8 March (connection; before: already known)." """
    if not changed:
        return ""
    return ngettext(
        "One other exchange is judged otherwise now: %(what)s.",
        "%(count)s other exchanges are judged otherwise now: %(what)s.",
        len(changed),
    ) % {"count": len(changed), "what": _listed(changed, today)}


def _listed(changed: Sequence[Rejudged], today: date) -> str:
    said = [_one(each, today) for each in changed[:MOST]]
    more = len(changed) - MOST
    if more > 0:
        said.append(ngettext("%(count)s more", "%(count)s more", more) % {"count": more})
    return dates.listed(said)


def _one(each: Rejudged, today: date) -> str:
    return _("%(person)s, %(day)s (%(now)s; before: %(was)s)") % {
        "person": each.person,
        "day": dates.day(each.on, today),
        "now": word(each.now),
        "was": word(each.was),
    }
