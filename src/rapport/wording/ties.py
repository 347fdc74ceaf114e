"""What mailboxes and calendars tell about a tie, in one sentence with its numbers; never a score."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from rapport.domain.history.ties import Explanation
from rapport.wording import dates
from rapport.wording.people import BANDS

SOON = 48  # hours, up to which a time to answer is told in hours


def explanation(told: Explanation, today: date) -> str:
    """ "You are close: 214 messages since 2019, they answer within 3 hours, …"; empty without any."""
    if told.since is None:
        return ""
    band = next(str(words) for least, words in BANDS if told.closeness >= least)
    parts = filter(
        None, (_messages(told), _answers(told.answer_hours), _meetings(told.meetings), _last(told))
    )
    signs = pgettext("between the signs of a tie", ", ").join(parts)
    return _("%(band)s: %(signs)s.") % {"band": band, "signs": signs}


def _messages(told: Explanation) -> str:
    if not told.messages or told.since is None:
        return ""
    return ngettext(
        "%(count)s message since %(year)s", "%(count)s messages since %(year)s", told.messages
    ) % {"count": told.messages, "year": told.since.year}


def _answers(hours: float | None) -> str:
    """How soon they answer, rounded up to what one would say."""
    if hours is None:
        return ""
    if hours <= 1:
        return _("they answer within an hour")
    if hours <= SOON:
        count = round(hours + 0.49)
        return ngettext("they answer within %(count)s hour", "they answer within %(count)s hours", count) % {
            "count": count
        }
    count = round(hours / 24 + 0.49)
    return ngettext("they answer within %(count)s day", "they answer within %(count)s days", count) % {
        "count": count
    }


def _meetings(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "%(count)s meeting of two in two years", "%(count)s meetings of two in two years", count
    ) % {"count": count}


def _last(told: Explanation) -> str:
    return _("last on %(day)s") % {"day": dates.short_day(told.last_on)} if told.last_on else ""
