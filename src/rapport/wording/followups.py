"""Next steps in sentences: what closed one by itself, and what may have."""

from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.domain.interactions.followups import Evidence
from rapport.services.interactions.followups import Likely
from rapport.wording import dates

CLOSED_BY: Final[dict[Evidence, Promise]] = {
    Evidence.INTERACTION: gettext_lazy("Done by itself: you were in touch, %(day)s."),
    Evidence.MESSAGE: gettext_lazy("Done by itself: you wrote, %(day)s, says your mailbox."),
    Evidence.MEETING: gettext_lazy("Done by itself: you met, %(day)s, says your calendar."),
    Evidence.PITCH: gettext_lazy("Done by itself: the pitch went further, %(day)s."),
    Evidence.HELP: gettext_lazy("Done by itself: you kept the promise, %(day)s."),
}


def closed(by: Evidence | None, on: date | None, today: date) -> str:
    """What showed it; "" when the user said so."""
    return str(CLOSED_BY[by]) % {"day": dates.spoken_day(on, today)} if by and on else ""


def likely(of: Likely, today: date) -> str:
    """There was contact: was it this?"""
    day = {"day": dates.spoken_day(of.on, today)}
    if of.by is Evidence.MESSAGE:
        return _("You wrote since, %(day)s. Probably done?") % day
    if of.by is Evidence.MEETING:
        return _("You met since, %(day)s. Probably done?") % day
    return _("You were in touch since, %(day)s. Probably done?") % day
